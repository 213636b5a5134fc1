internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// Which figures of a company are computed by passes over which lines.
struct LineLayout: Sendable {
    /// Where a figure is kept.
    struct Place: Hashable, Sendable {
        /// The number of the pass.
        var pass: Int
        /// The number of the figure in it.
        var figure: Int
    }

    let slots: Slots
    /// The days from which figures have data.
    let recorded: RecordedDays
    private(set) var passes: [LinePass] = []
    /// The aggregates over the lines of each pass, whether it computes them or not.
    private(set) var aggregates: [[Int]] = []
    /// By aggregate; `nil` for a figure that no pass computes.
    private(set) var places: [Place?]
    /// By aggregate, why no pass computes it.
    private(set) var obstacles: [Int: PassObstacle] = [:]
    /// The commissions that passes compute.
    private(set) var awards: [LineAward.Key: LineAward] = [:]

    /// Compiles the figures of a company.
    ///
    /// - Parameters:
    ///   - threads: On how many threads shared events are divided among their lines; 0 for lines that nothing is computed of.
    ///   - table: The lines of a key with the columns that are asked for.
    init(_ model: CompanyModel, threads: Int, _ table: (LineTable.Key, [LineTable.Source]) -> LineTable) {
        recorded = RecordedDays(model)
        let months = recorded.own.map { Self.months(model, $0) } ?? 0...0
        slots = Slots(
            model.calendar, from: CivilDay(number: months.lowerBound), through: CivilDay(number: months.upperBound))
        places = model.aggregates.map { _ in nil }
        for (key, numbers) in Self.keys(model) {
            let aggregates = numbers.map { model.aggregates[$0] }
            var table = table(key, Self.sources(aggregates, key))
            if threads > 0 { Self.divide(&table, aggregates, model, threads: threads) }
            var program = LineProgram(model, event: key.event, table.facts)
            // Counts add up shares.
            _ = try? program.compile(Checked(.reference(.share), .number(.plain), .nowhere))
            var figures: [LineFigure] = []
            for number in numbers {
                do throws(LineProgram.NotCompilable) {
                    let figure = try program.figure(model.aggregates[number], table)
                    places[number] = Place(pass: passes.count, figure: figures.count)
                    figures.append(figure)
                } catch {
                    obstacles[number] = error.why
                }
            }
            self.aggregates.append(numbers)
            passes.append(LinePass(table: table, program: program, figures: figures, slots: slots))
        }
    }

    /// Lays out what lines get of the money fields of shared events that figures sum.
    private static func divide(
        _ table: inout LineTable, _ aggregates: [Aggregate], _ model: CompanyModel, threads: Int
    ) {
        table.dividedAmounts = [:]
        guard table.shares != nil, case .split(let number, _) = table.key.credit else { return }
        let split = model.splits[number].loaded
        for aggregate in aggregates where aggregate.function == .sum {
            guard let field = aggregate.value?.moneyField, table.dividedAmounts[field] == nil else { continue }
            table.dividedAmounts[field] = table.divided(
                field, split, minorDigits: model.currency.minorDigits, threads: threads)
        }
    }

    /// The lines that figures are computed of, with the aggregates of each.
    private static func keys(_ model: CompanyModel) -> [(LineTable.Key, [Int])] {
        var order: [LineTable.Key] = []
        var numbers: [LineTable.Key: [Int]] = [:]
        for (number, aggregate) in model.aggregates.enumerated() where aggregate.credit != .nobody {
            let key = key(aggregate, model)
            if numbers[key] == nil { order.append(key) }
            numbers[key, default: []].append(number)
        }
        return order.map { ($0, numbers[$0] ?? []) }
    }

    /// Figures that differ only by the day that places them share their lines, unless that day decides whose an event is.
    static func key(_ aggregate: Aggregate, _ model: CompanyModel) -> LineTable.Key {
        var date = aggregate.date
        if case .team = aggregate.credit {} else { date = model.eventKinds[aggregate.event].dateField }
        return LineTable.Key(event: aggregate.event, credit: aggregate.credit, date: date)
    }

    /// The columns that the formulas of aggregates name.
    private static func sources(_ aggregates: [Aggregate], _ key: LineTable.Key) -> [LineTable.Source] {
        var fields: Set<Int> = []
        for aggregate in aggregates {
            if aggregate.date != key.date { fields.insert(aggregate.date) }
            let formulas = [aggregate.value, aggregate.filter?.asLine].compactMap { $0 }
            for reference in formulas.flatMap(\.references) {
                switch reference {
                case .field(let field): fields.insert(field.field)
                case .rate(let table): fields.formUnion(table.dimensions.map(\.field.field))
                case .share: continue
                }
            }
            if let rates = aggregate.rates { fields.formUnion(rates.dimensions.map(\.field.field)) }
        }
        return fields.sorted().map { .field($0) }
    }

    /// From the first event to the last of those that are not decades away from the others: figures are kept for each month
    /// between them.
    private static func months(_ model: CompanyModel, _ recorded: ClosedRange<Int32>) -> ClosedRange<Int32> {
        if RecordedStretches.isShort(recorded.lowerBound, recorded.upperBound) { return recorded }
        let days = zip(model.eventKinds, model.events).map { kind, table in
            CreditIndex.days(table.columns[kind.dateField], count: table.rowCount)
        }
        return RecordedStretches(days).busiest.map { $0.first...$0.last } ?? recorded
    }

    // MARK: Awards

    /// The same layout with line-level awards that belong to nobody else, for one who follows changes.
    ///
    /// What lines get of shared events is not followed: figures made of it are asked for.
    var owned: LineLayout {
        var layout = self
        for (number, place) in places.enumerated() {
            guard let place, readsParts(place) else { continue }
            layout.places[number] = nil
            layout.obstacles[number] = .share
        }
        for pass in layout.passes.indices {
            layout.passes[pass].awards = layout.passes[pass].awards.map(\.owned)
            for award in layout.passes[pass].awards { layout.awards[award.key] = award }
        }
        return layout
    }

    private func readsParts(_ place: Place) -> Bool {
        let program = passes[place.pass].program
        return program.readsParts(passes[place.pass].figures[place.figure].steps(program))
    }

    /// Compiles the commissions that price every line by itself.
    ///
    /// Their tiers are prepared for everybody beforehand, so that a pass over the lines computes them together with the
    /// figures; that works where no event decides the targets.
    mutating func compileAwards(_ compiler: LineAwardCompiler) {
        let model = compiler.model
        for (number, plan) in model.plans.enumerated() {
            for (component, part) in plan.components.enumerated() {
                guard let pricing = part.linePricing, let pass = places[pricing.aggregate]?.pass
                else { continue }
                let key = LineAward.Key(plan: number, component: component)
                var program = passes[pass].program
                guard let award = compiler.award(key, pricing, &program, passes[pass].table) else { continue }
                passes[pass].program = program
                passes[pass].awards.append(award)
                awards[key] = award
            }
        }
    }
}
