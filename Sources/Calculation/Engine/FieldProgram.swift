internal import Company
internal import Formulas
internal import Periods
internal import Quantities

/// Values of one part of an event formula for a block of rows.
enum Block {
    /// Units of 10^-16; ``emptyNumber`` where there is none.
    case numbers([Int128])
    /// Days since 1970-01-01; ``EventColumn/emptyDay`` where there is none.
    case days([Int32])
    /// 1 and 0; -1 where there is no answer.
    case flags([Int8])
    /// Numbers of texts in a dictionary, or of records, whose identifiers then are the dictionary.
    case codes([Int32], dictionary: [String])

    static let emptyNumber = Int128.min

    /// How many rows it has.
    var count: Int {
        switch self {
        case .numbers(let numbers): numbers.count
        case .days(let days): days.count
        case .flags(let flags): flags.count
        case .codes(let codes, _): codes.count
        }
    }
}

/// Evaluates event formulas by blocks of rows, so that walking the formula costs nothing per row.
struct FieldProgram {
    /// Rows in a block: few enough to stay in the cache, many enough that a text is looked up in a dictionary rarely.
    static let blockSize = 65_536

    let model: CompanyModel
    let event: Int
    /// The rates that formulas ask for, chosen for every row.
    let rates: [RateTable: RowRates]

    /// A program for formulas that ask for no rates.
    init(_ model: CompanyModel, event: Int) {
        self.model = model
        self.event = event
        rates = [:]
    }

    /// A program for the values of a figure, which may ask for rates on the day that places an event.
    init(_ model: CompanyModel, of aggregate: Aggregate) throws(QuantityError) {
        let plain = FieldProgram(model, event: aggregate.event)
        var rates: [RateTable: RowRates] = [:]
        for table in aggregate.value?.rateTables ?? [] {
            rates[table] = try RowRates(table, plain, date: aggregate.date)
        }
        self.model = model
        event = aggregate.event
        self.rates = rates
    }

    private var table: EventTable { model.events[event] }

    /// Which rows a filter lets pass.
    func mask(_ filter: Checked<FieldReference>) throws(QuantityError) -> [Bool] {
        let filter = filter.asLine
        var mask: [Bool] = []
        mask.reserveCapacity(table.rowCount)
        do throws(QuantityError) {
            try forEachBlock { rows throws(QuantityError) in
                guard case .flags(let flags) = try evaluate(filter, .rows(rows)) else { return }
                for flag in flags { mask.append(flag == 1) }
            }
        } catch {
            return try rowByRow(filter, .rows(0..<table.rowCount), or: error).map { $0 == .flag(true) }
        }
        return mask
    }

    /// A number for each row in units of 10^-16; ``Block/emptyNumber`` where there is none.
    ///
    /// - Parameter index: Set when there is to be a number for each position of the index instead.
    func numbers(
        _ formula: Checked<LineReference>, linesOf index: CreditIndex? = nil
    ) throws(QuantityError) -> [Int128] {
        let count = index?.rows.count ?? table.rowCount
        func lines(_ range: Range<Int>) -> LineSelection { index.map { .positions(range, $0) } ?? .rows(range) }
        var numbers: [Int128] = []
        numbers.reserveCapacity(count)
        do throws(QuantityError) {
            try forEachBlock(of: count) { range throws(QuantityError) in
                guard case .numbers(let block) = try evaluate(formula, lines(range)) else { return }
                numbers += block
            }
        } catch {
            return try rowByRow(formula, lines(0..<count), or: error).map { $0.number?.raw ?? Block.emptyNumber }
        }
        return numbers
    }

    /// A code for each row: a record's number, a text's number or a day.
    func codes(_ formula: Checked<LineReference>) throws(QuantityError) -> (codes: [Int32], dictionary: [String]) {
        var codes: [Int32] = []
        var dictionary: [String] = []
        codes.reserveCapacity(table.rowCount)
        do throws(QuantityError) {
            try forEachBlock { rows throws(QuantityError) in
                switch try evaluate(formula, .rows(rows)) {
                case .codes(let block, let names):
                    codes += block
                    dictionary = names
                case .days(let block): codes += block
                case .numbers, .flags: break
                }
            }
        } catch {
            return Self.coded(try rowByRow(formula, .rows(0..<table.rowCount), or: error))
        }
        return (codes, dictionary)
    }

    private func forEachBlock(_ body: (Range<Int>) throws(QuantityError) -> Void) throws(QuantityError) {
        try forEachBlock(of: table.rowCount, body)
    }

    private func forEachBlock(
        of count: Int, _ body: (Range<Int>) throws(QuantityError) -> Void
    ) throws(QuantityError) {
        var start = 0
        while start < count {
            let end = min(start + Self.blockSize, count)
            try body(start..<end)
            start = end
        }
    }

    // MARK: Parts

    func evaluate(_ formula: Checked<LineReference>, _ lines: LineSelection) throws(QuantityError) -> Block {
        switch formula.node {
        case .number(let number): .numbers([Int128](repeating: number.raw, count: lines.count))
        case .text(let text): .codes([Int32](repeating: 0, count: lines.count), dictionary: [text])
        case .day(let day): .days([Int32](repeating: day.number, count: lines.count))
        case .flag(let flag): .flags([Int8](repeating: flag ? 1 : 0, count: lines.count))
        case .reference(let reference): try load(reference, lines)
        case .negation(let operand):
            try mapNumbers(evaluate(operand, lines)) { number throws(QuantityError) in try number.negated() }
        case .not(let operand):
            flags(of: try evaluate(operand, lines)) { $0 < 0 ? -1 : 1 - $0 }
        case .binary: try chain(Checked<LineReference>.Chain(formula), lines)
        case .emptiness(let operand, let negated):
            .flags(Self.emptiness(try evaluate(operand, lines)).map { ($0 != negated) ? 1 : 0 })
        case .conditional(let condition, let first, let second):
            choose(try evaluate(condition, lines), try evaluate(first, lines), try evaluate(second, lines))
        case .function(let function, let arguments):
            try apply(function, arguments, lines)
        }
    }

    private func chain(
        _ chain: Checked<LineReference>.Chain, _ lines: LineSelection
    ) throws(QuantityError) -> Block {
        var block = try evaluate(chain.first, lines)
        for link in chain.links { block = try combine(link.operation, block, evaluate(link.right, lines)) }
        return block
    }

    private func flags(of block: Block, _ transform: (Int8) -> Int8) -> Block {
        guard case .flags(let flags) = block else { return block }
        return .flags(flags.map(transform))
    }

    private func mapNumbers(
        _ block: Block, _ transform: (FixedDecimal) throws(QuantityError) -> FixedDecimal
    ) throws(QuantityError) -> Block {
        guard case .numbers(let numbers) = block else { return block }
        var result: [Int128] = []
        result.reserveCapacity(numbers.count)
        for number in numbers {
            result.append(number == Block.emptyNumber ? number : try transform(FixedDecimal(raw: number)).raw)
        }
        return .numbers(result)
    }

    private static func emptiness(_ block: Block) -> [Bool] {
        switch block {
        case .numbers(let numbers): numbers.map { $0 == Block.emptyNumber }
        case .days(let days): days.map { $0 == EventColumn.emptyDay }
        case .flags(let flags): flags.map { $0 < 0 }
        case .codes(let codes, _): codes.map { $0 < 0 }
        }
    }

    private func choose(_ condition: Block, _ first: Block, _ second: Block) -> Block {
        let none = Block.numbers([Int128](repeating: Block.emptyNumber, count: condition.count))
        guard case .flags(let flags) = condition else { return none }
        switch (first, second) {
        case (.numbers(let yes), .numbers(let no)):
            return .numbers(
                flags.indices.map { flags[$0] == 1 ? yes[$0] : flags[$0] == 0 ? no[$0] : Block.emptyNumber })
        case (.days(let yes), .days(let no)):
            return .days(
                flags.indices.map { flags[$0] == 1 ? yes[$0] : flags[$0] == 0 ? no[$0] : EventColumn.emptyDay })
        case (.flags(let yes), .flags(let no)):
            return .flags(flags.indices.map { flags[$0] == 1 ? yes[$0] : flags[$0] == 0 ? no[$0] : -1 })
        case (.codes(let yes, let names), .codes(let no, let others)):
            // A text that both sides know keeps its number, so that equal texts stay equal.
            let (dictionary, moved) = Self.joined(names, others)
            return .codes(
                flags.indices.map { row in
                    if flags[row] == 1 { return yes[row] }
                    return flags[row] == 0 && no[row] >= 0 ? moved[Int(no[row])] : EventColumn.emptyCode
                },
                dictionary: dictionary)
        case (.numbers, _), (.days, _), (.flags, _), (.codes, _):
            // The checker lets no such pair through.
            return none
        }
    }

    /// Both dictionaries as one, and the numbers in it of the second's texts.
    private static func joined(_ names: [String], _ others: [String]) -> (dictionary: [String], numbers: [Int32]) {
        var dictionary = names
        var numbers = Dictionary(names.enumerated().map { ($1, Int32($0)) }) { first, _ in first }
        let moved = others.map { text -> Int32 in
            if let known = numbers[text] { return known }
            let number = Int32(dictionary.count)
            numbers[text] = number
            dictionary.append(text)
            return number
        }
        return (dictionary, moved)
    }

    private func apply(
        _ function: ArithmeticFunction, _ arguments: [Checked<LineReference>], _ lines: LineSelection
    ) throws(QuantityError) -> Block {
        var columns: [[Int128]] = []
        for argument in arguments {
            if case .numbers(let numbers) = try evaluate(argument, lines) { columns.append(numbers) }
        }
        guard columns.count == arguments.count, let first = columns.first else { return .numbers([]) }
        var result: [Int128] = []
        result.reserveCapacity(first.count)
        for row in first.indices {
            if function == .otherwise {
                result.append(first[row] == Block.emptyNumber ? columns[1][row] : first[row])
                continue
            }
            let numbers = columns.map { $0[row] }
            let isEmpty = numbers.contains(Block.emptyNumber)
            result.append(isEmpty ? Block.emptyNumber : try function.apply(numbers.map { FixedDecimal(raw: $0) }).raw)
        }
        return .numbers(result)
    }
}
