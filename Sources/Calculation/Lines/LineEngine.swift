public import Company
internal import Formulas
public import Messages
public import Periods
public import Quantities
internal import Synchronization

/// Answers figures out of events from lines in flat memory and what is kept of them for each person and month.
///
/// A whole month, or any run of them, is a subtraction; a part of a month is a pass over its lines. What no pass computes
/// (medians, texts of two fields compared) is answered by an ``EventEngine`` that lays out nothing before it is asked.
public final class LineEngine: AggregateSource {
    /// The company.
    let model: CompanyModel
    let layout: LineLayout
    /// What is recorded of people.
    let records: RecordGrids
    let cells: [LinePass.Cells]
    /// The lines of people whose events have changed since the tables were laid out.
    let changes: ChangedLines
    private let others: Mutex<Others>

    /// What answers the questions that no pass does; put together when somebody asks one.
    private struct Others {
        var engine: EventEngine?
        var model: @Sendable () -> CompanyModel
    }

    /// Computes every figure of a company for every person and month, on as many threads as are asked for.
    public static func computed(_ model: CompanyModel, threads: Int = 2) async -> LineEngine {
        await computed(
            model,
            LineLayout(model, threads: threads) { key, sources in
                LineTable(model, key, sources: sources, threads: threads)
            },
            threads: threads)
    }

    static func computed(_ model: CompanyModel, _ layout: LineLayout, threads: Int) async -> LineEngine {
        let engine = LineEngine(model, layout)
        let (passes, cells) = (engine.layout.passes, engine.cells)
        let parts = passes.enumerated().flatMap { number, pass in
            pass.table.parts(threads > 1 ? 8 * threads : 1).map { (pass: number, people: $0) }
        }
        _ = await Parallel.map(parts.count, threads: threads) { number in
            let part = parts[number]
            passes[part.pass].run(part.people, into: cells[part.pass])
        }
        return engine
    }

    /// As ``computed(_:threads:)``, on the thread that asks for it and on no other.
    public static func computedHere(_ model: CompanyModel) -> LineEngine {
        let layout = LineLayout(model, threads: 1) { key, sources in
            LineTable(model, key, sources: sources, threads: 1)
        }
        let engine = LineEngine(model, layout)
        for (pass, cells) in zip(engine.layout.passes, engine.cells) {
            pass.run(0..<pass.table.people, into: cells)
        }
        return engine
    }

    /// An engine whose cells are still empty.
    private convenience init(_ model: CompanyModel, _ layout: LineLayout) {
        var layout = layout
        let records = RecordGrids(model)
        let beforehand = LineEngine(model, layout, records, [])
        layout.compileAwards(
            LineAwardCompiler(model: model, evaluator: BlockEvaluator(beforehand), slots: layout.slots))
        self.init(model, layout, records, layout.passes.map { $0.emptyCells() })
    }

    private init(
        _ model: CompanyModel, _ layout: LineLayout, _ records: RecordGrids, _ cells: [LinePass.Cells]
    ) {
        self.model = model
        self.layout = layout
        self.records = records
        self.cells = cells
        changes = ChangedLines(passes: layout.passes.count)
        others = Mutex(Others(model: { model }))
    }

    /// The same figures, kept for one who changes them: what was handed out before stays as it was computed.
    ///
    /// Copied are the numbers by person and month, which are small beside the lines they come from; lines are shared, since a
    /// changed person gets a table of his own.
    var owned: LineEngine { LineEngine(model, layout.owned, records, cells.map(\.owned)) }

    private var other: EventEngine {
        others.withLock { others in
            if let engine = others.engine { return engine }
            let engine = EventEngine(shapedLike: model, others.model)
            others.engine = engine
            return engine
        }
    }

    /// Lets the questions that no pass answers be answered for a company with other events.
    func askOthers(about changed: @escaping @Sendable () -> CompanyModel) {
        others.withLock { $0 = Others(model: changed) }
    }

    // MARK: Blocks of people

    /// A figure of many people; `nil` when it has to be asked for one by one.
    func figures(_ aggregate: Int, _ people: PeopleContext) -> NumberBlock? {
        guard people.scope == .own, layout.places[aggregate] != nil else { return nil }
        if noData(aggregate, until: people.context.days.until) { return .none(people.count) }
        guard let kept = kept(aggregate, people.context.days) else { return nil }
        return NumberBlock(.narrow(kept.units(of: people.people), scale: kept.scale))
    }

    /// A figure of one person in the units of its cells; `nil` when the cells do not answer.
    func units(_ aggregate: Int, of person: Int32, in days: DayRange) -> Int64? {
        kept(aggregate, days)?.units(of: person)
    }

    func noData(_ aggregate: Int, until day: CivilDay) -> Bool {
        layout.recorded.first(aggregate).map { day <= $0 } ?? true
    }

    // MARK: One subject

    /// A figure of parts of a group.
    public func figure(_ aggregate: Int, of parts: [GroupPart], in days: DayRange) -> Outcome<FixedDecimal> {
        guard let place = layout.places[aggregate], !noData(aggregate, until: days.until),
            !parts.contains(where: \.countsUndated)
        else { return other.figure(aggregate, of: parts, in: days) }
        let figure = layout.passes[place.pass].figures[place.figure]
        if case .distinct = figure.kind, parts.count != 1 {
            return other.figure(aggregate, of: parts, in: days)
        }
        var total: Int64 = 0
        for part in parts {
            guard let own = units(aggregate, of: part.person, in: part.days) ?? partial(place, part) else {
                return other.figure(aggregate, of: parts, in: days)
            }
            let (sum, overflow) = total.addingReportingOverflow(own)
            if overflow { return other.figure(aggregate, of: parts, in: days) }
            total = sum
        }
        return .value(.scaled(Int128(total), places: figure.scale))
    }

    /// A figure over days that cut a month: its lines are passed over again.
    private func partial(_ place: LineLayout.Place, _ part: GroupPart) -> Int64? {
        var pass = layout.passes[place.pass]
        var person = Int(part.person)
        if let own = changes.table(of: part.person, pass: place.pass) {
            pass.table = own
            person = 0
        }
        return pass.sum(of: place.figure, person, part.days)
    }

    /// A figure out of all events.
    public func figureOfCompany(
        _ aggregate: Int, in days: DayRange, countsUndated: Bool
    ) -> Outcome<FixedDecimal> {
        other.figureOfCompany(aggregate, in: days, countsUndated: countsUndated)
    }

    /// The events under a figure.
    public func events(_ aggregate: Int, of parts: [GroupPart]) -> [CreditedEvent] {
        other.events(aggregate, of: parts)
    }
}

extension LineTable {
    /// The people in so many ranges with about as many lines each.
    func parts(_ count: Int) -> [Range<Int>] {
        guard count > 1, people > 0 else { return [0..<people] }
        var parts: [Range<Int>] = []
        var start = 0
        for number in 1...count {
            let wanted = Int64(self.count) * Int64(number) / Int64(count)
            var end = start
            while end < people, number == count || offsets[end] < wanted { end += 1 }
            if end > start { parts.append(start..<end) }
            start = end
        }
        return parts
    }
}

/// Tables of single people that stand in place of their part of the tables that were laid out.
final class ChangedLines: Sendable {
    private let tables: Mutex<[[Int32: LineTable]]>

    init(passes: Int) {
        tables = Mutex([[Int32: LineTable]](repeating: [:], count: passes))
    }

    func table(of person: Int32, pass: Int) -> LineTable? { tables.withLock { $0[pass][person] } }

    func put(_ table: LineTable, of person: Int32, pass: Int) { tables.withLock { $0[pass][person] = table } }
}
