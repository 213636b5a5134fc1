internal import Company
internal import Periods

/// One pass over the lines of some people that computes every figure of a table at once.
///
/// A block of lines goes through the steps of the program, then each figure adds its numbers to the cells of the people.
/// Lines of a person and a month lie together, so a figure adds up run by run.
struct LinePass: Sendable {
    var table: LineTable
    var program: LineProgram
    let figures: [LineFigure]
    /// Commissions that price every line by itself.
    var awards: [LineAward] = []
    let slots: Slots

    /// Where the figures of a pass are kept.
    struct Cells: Sendable {
        /// The sums of each figure; of one that counts what is different, how much was met for the first time ever.
        var sums: [FigureCells]
        /// How much was different within each cell, for figures that count that.
        var within: [FigureCells?]

        /// The same cells, belonging to nobody else.
        var owned: Cells {
            Cells(
                sums: sums.map { FigureCells(copying: $0) },
                within: within.map { $0.map { FigureCells(copying: $0) } })
        }
    }

    /// Room for the figures.
    func emptyCells() -> Cells {
        Cells(
            sums: figures.map { _ in FigureCells(people: table.people, width: slots.width) },
            within: figures.map { figure in
                if case .distinct = figure.kind { FigureCells(people: table.people, width: slots.width) } else { nil }
            })
    }

    /// Forgets the figures of a person.
    func clear(_ person: Int, in cells: Cells) {
        for sums in cells.sums { sums.clear(person) }
        for within in cells.within { within?.clear(person) }
        for award in awards { award.results.clear(person) }
    }

    /// Computes the figures of some people of the table into cells that are zero.
    ///
    /// - Parameter firstPerson: The number that the first person of the table has in the cells.
    func run(_ people: Range<Int>, into cells: Cells, firstPerson: Int = 0) {
        let block = LineBlock(
            program, table.source, for: figures.flatMap { $0.steps(program) } + awards.flatMap(\.steps))
        var runs = LineRuns(firstPerson: firstPerson)
        let seen = figures.map { SeenCodes($0, program, lines: table.count) }
        var pricers = awards.map { LineAwardPricer($0) }
        let lines = table.positions(of: people)
        var person = people.lowerBound
        var start = lines.lowerBound
        while start < lines.upperBound {
            let end = min(start + LineBlock.size, lines.upperBound)
            block.compute(start..<end)
            runs.divide(start..<end, table, slots, &person)
            for (number, figure) in figures.enumerated() {
                add(figure, block, runs, cells.sums[number], cells.within[number], seen[number])
            }
            for number in pricers.indices { pricers[number].add(block, runs) }
            start = end
        }
        let written = people.lowerBound + firstPerson..<people.upperBound + firstPerson
        for number in pricers.indices { pricers[number].finish(written) }
        for sums in cells.sums { sums.addUp(written) }
    }

    /// The sum of a figure over a person's lines on some days; `nil` for what is different, which does not add up.
    func sum(of figure: Int, _ person: Int, _ days: DayRange) -> Int64? {
        let figure = figures[figure]
        let step: Int
        switch figure.kind {
        case .sum(let value, _): step = value
        case .count: step = program.shareStep ?? 0
        case .distinct: return nil
        }
        let block = LineBlock(program, table.source, for: figure.steps(program))
        let lines = table.positions(of: person..<person + 1)
        var sum: Int64 = 0
        for start in stride(from: lines.lowerBound, to: lines.upperBound, by: LineBlock.size) {
            let end = min(start + LineBlock.size, lines.upperBound)
            block.compute(start..<end)
            let values = block.numbers(step)
            let filter = figure.filter.map { block.numbers($0) }
            let other = figure.day.map { block.numbers($0) }
            for line in 0..<end - start {
                if let filter, filter[line] == 0 { continue }
                let day = other.map { $0[line] == LineColumn.empty ? EventColumn.emptyDay : Int32($0[line]) }
                guard values[line] != LineColumn.empty, days.holds(day ?? table.days.base[start + line]) else {
                    continue
                }
                sum &+= values[line]
            }
        }
        return sum
    }

    private func add(
        _ figure: LineFigure, _ block: LineBlock, _ runs: borrowing LineRuns, _ sums: FigureCells,
        _ within: FigureCells?, _ seen: SeenCodes
    ) {
        let filter = figure.filter.map { block.numbers($0) }
        switch figure.kind {
        case .sum(let step, _):
            let mayBeEmpty = program.values[step].mayBeEmpty
            add(block.numbers(step), filter, mayBeEmpty, figure.day.map { block.numbers($0) }, runs, sums)
        case .count:
            guard let shares = program.shareStep else { return }
            add(block.numbers(shares), filter, false, figure.day.map { block.numbers($0) }, runs, sums)
        case .distinct(let step):
            guard let within else { return }
            seen.add(block.numbers(step), filter, runs, firsts: sums, within: within)
        }
    }

    /// Adds numbers to the cells of their people: run by run, or line by line when another day places them.
    private func add(
        _ values: UnsafeMutablePointer<Int64>, _ filter: UnsafeMutablePointer<Int64>?, _ mayBeEmpty: Bool,
        _ days: UnsafeMutablePointer<Int64>?, _ runs: borrowing LineRuns, _ cells: FigureCells
    ) {
        if let days { return scatter(values, filter, mayBeEmpty, days, runs, cells) }
        if mayBeEmpty {
            gather(runs, cells) { line in
                let value = values[line] == LineColumn.empty ? 0 : values[line]
                return filter.map { value & (0 &- $0[line]) } ?? value
            }
        } else if let filter {
            gather(runs, cells) { values[$0] & (0 &- filter[$0]) }
        } else {
            gather(runs, cells) { values[$0] }
        }
    }

    @inline(__always)
    private func gather(_ runs: borrowing LineRuns, _ cells: FigureCells, _ value: (Int) -> Int64) {
        for run in 0..<runs.count {
            var sum: Int64 = 0
            for line in runs.lines(run) { sum &+= value(line) }
            cells.cells(of: runs.person(run))[runs.cell(run)] &+= sum
        }
    }

    private func scatter(
        _ values: UnsafeMutablePointer<Int64>, _ filter: UnsafeMutablePointer<Int64>?, _ mayBeEmpty: Bool,
        _ days: UnsafeMutablePointer<Int64>, _ runs: borrowing LineRuns, _ cells: FigureCells
    ) {
        slots.withCells { cell in
            for run in 0..<runs.count {
                let own = cells.cells(of: runs.person(run))
                for line in runs.lines(run) {
                    if let filter, filter[line] == 0 { continue }
                    if mayBeEmpty, values[line] == LineColumn.empty { continue }
                    own[cell(days[line])] &+= values[line]
                }
            }
        }
    }
}

extension DayRange {
    /// Whether an event with this day, or without one, counts on the days.
    func holds(_ day: Int32) -> Bool {
        if self == .always { return true }
        return day != EventColumn.emptyDay && from.number <= day && day < until.number
    }
}
