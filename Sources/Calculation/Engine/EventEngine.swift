public import Company
public import Formulas
public import Periods
public import Quantities

/// Answers figures out of events from columns in memory.
public struct EventEngine: AggregateSource {
    private let layout: Layout
    private let indices: [CreditIndex]
    private let columns: [Column]
    /// The first day on which anything is recorded; before it there are no data, not zeros.
    private let firstDay: Int32?

    /// Lays the events of a company out for every figure its formulas ask for.
    ///
    /// - Parameter progress: Called before each figure with its number and how many there are.
    public init(_ model: CompanyModel, progress: (Int, Int) -> Void = { _, _ in }) {
        layout = Layout(model)
        let layout = layout
        let indices = layout.keys.indices.map { layout.index($0) }
        columns = model.aggregates.indices.map { number in
            progress(number, model.aggregates.count)
            return layout.column(number, indices)
        }
        self.indices = indices
        firstDay = Self.firstDay(model)
    }

    /// As ``init(_:progress:)``, on as many threads as are asked for; every figure is laid out by itself, so the result
    /// does not depend on their number.
    public static func laidOut(
        _ model: CompanyModel, threads: Int, progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) async -> EventEngine {
        let layout = Layout(model)
        let indices = await Parallel.map(layout.keys.count, threads: threads) { layout.index($0) }
        let columns = await Parallel.map(
            model.aggregates.count, threads: threads, progress: { progress($0 - 1, model.aggregates.count) },
            { layout.column($0, indices) })
        return EventEngine(layout, indices, columns, firstDay(model))
    }

    private init(_ layout: Layout, _ indices: [CreditIndex], _ columns: [Column], _ firstDay: Int32?) {
        self.layout = layout
        self.indices = indices
        self.columns = columns
        self.firstDay = firstDay
    }

    private static func firstDay(_ model: CompanyModel) -> Int32? {
        zip(model.eventKinds, model.events).compactMap { kind, table -> Int32? in
            var first: Int32?
            for day in CreditIndex.days(table.columns[kind.dateField], count: table.rowCount)
            where day != EventColumn.emptyDay { first = min(first ?? day, day) }
            return first
        }.min()
    }

    // MARK: Figures

    /// Two look-ups in running totals for each part, whatever the number of events.
    public func figure(_ aggregate: Int, of parts: [GroupPart]) -> Outcome<FixedDecimal> {
        let column = columns[aggregate]
        guard let byPerson = column.byPerson else { return .notComputable(column.failure ?? .overflow) }
        var last: CivilDay?
        for part in parts { last = max(last ?? part.days.until, part.days.until) }
        if let last, let reason = noData(until: last) { return .notComputable(reason) }
        let index = indices[column.index]
        var answer = Answer(byPerson, index)
        for part in parts { answer.add(index.positions(of: part.person, in: part.days)) }
        return answer.result
    }

    /// As ``figure(_:of:)``, over all events.
    public func figureOfCompany(_ aggregate: Int, in days: DayRange) -> Outcome<FixedDecimal> {
        let column = columns[aggregate]
        if let reason = column.failure ?? noData(until: days.until) { return .notComputable(reason) }
        let laidOut: (column: AggregateColumn, index: CreditIndex)
        if let byCompany = column.byCompany, let number = column.companyIndex {
            laidOut = (byCompany, indices[number])
        } else {
            // No formula asks it of the company, but a person does.
            do throws(QuantityError) { laidOut = try layout.company(aggregate) } catch {
                return .notComputable(Reason(error))
            }
        }
        var answer = Answer(laidOut.column, laidOut.index)
        answer.add(laidOut.index.positions(of: 0, in: days))
        return answer.result
    }

    private func noData(until day: CivilDay) -> Reason? {
        guard let firstDay else { return .noEvents }
        return day.number <= firstDay ? .noDataYet(CivilDay(number: firstDay)) : nil
    }

    /// The events under a figure; computed only when someone asks.
    public func events(_ aggregate: Int, of parts: [GroupPart]) -> [CreditedEvent] {
        let column = columns[aggregate]
        guard let byPerson = column.byPerson else { return [] }
        let index = indices[column.index]
        return parts.flatMap { part in
            index.positions(of: part.person, in: part.days).compactMap { position -> CreditedEvent? in
                guard byPerson.rows.takesPart(at: position, index) else { return nil }
                return CreditedEvent(
                    row: Int(index.rows[position]), person: part.person, value: byPerson.value(at: position, index),
                    share: .scaled(Int128(index.share(at: position)), places: 9))
            }
        }
    }
}
