public import Company
internal import Formulas
public import Messages
public import Periods
public import Quantities

/// Answers figures out of events from columns in memory.
public struct EventEngine: AggregateSource {
    private let layout: Once<Layout>
    private let indices: [Once<CreditIndex>]
    private let columns: [Once<Column>]
    /// The days from which figures have data.
    private let recorded: Once<RecordedDays>

    /// Lays the events of a company out for every figure its formulas ask for.
    ///
    /// - Parameter progress: Called before each figure with its number and how many there are.
    public init(_ model: CompanyModel, progress: (Int, Int) -> Void = { _, _ in }) {
        self.init(lazily: model)
        for (number, column) in columns.enumerated() {
            progress(number, columns.count)
            _ = column.value
        }
    }

    /// As ``init(_:progress:)``, on as many threads as are asked for; every figure is laid out by itself, so the result
    /// does not depend on their number.
    public static func laidOut(
        _ model: CompanyModel, threads: Int, progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) async -> EventEngine {
        let engine = EventEngine(lazily: model)
        _ = await Parallel.map(engine.indices.count, threads: threads) { _ = engine.indices[$0].value }
        _ = await Parallel.map(
            engine.columns.count, threads: threads, progress: { progress($0 - 1, engine.columns.count) },
            { _ = engine.columns[$0].value })
        return engine
    }

    /// Lays a figure out when it is first asked for.
    init(lazily model: CompanyModel) {
        self.init(shapedLike: model) { model }
    }

    /// Walks every formula event by event, as the language defines it, and shares nothing with the programs of the passes.
    public static func reference(_ model: CompanyModel) -> EventEngine {
        EventEngine(shapedLike: model, isReference: true) { model }
    }

    /// Lays a figure out when it is first asked for, from a company that is not even put together before.
    ///
    /// - Parameters:
    ///   - shape: A company with the same kinds, formulas and plans.
    ///   - whole: The company that says from when there are data; the one whose events are laid out when `nil`.
    init(
        shapedLike shape: CompanyModel, recordedLike whole: CompanyModel? = nil, isReference: Bool = false,
        _ model: @escaping @Sendable () -> CompanyModel
    ) {
        let company = Once(model)
        let layout = Once { Layout(company.value, isReference: isReference) }
        let indices = Layout(shape, isReference: isReference).keys.indices.map { key in Once { layout.value.index(key) }
        }
        columns = shape.aggregates.indices.map { number in
            Once { layout.value.column(number) { indices[$0].value } }
        }
        self.layout = layout
        self.indices = indices
        recorded = Once { RecordedDays(whole ?? company.value) }
    }

    // MARK: Figures

    /// Two look-ups in running totals for each part, whatever the number of events.
    public func figure(_ aggregate: Int, of parts: [GroupPart], in days: DayRange) -> Outcome<FixedDecimal> {
        let column = columns[aggregate].value
        guard let byPerson = column.byPerson else { return .notComputable(column.failure ?? .overflow) }
        if let reason = noData(aggregate, until: days.until) { return .notComputable(reason) }
        let index = indices[column.index].value
        var answer = Answer(byPerson, index)
        for part in parts {
            if part.countsUndated { answer.add(index.undated(of: part.person, besides: part.days)) }
            answer.add(index.positions(of: part.person, in: part.days))
        }
        return answer.result()
    }

    /// As ``figure(_:of:in:)``, over all events.
    public func figureOfCompany(
        _ aggregate: Int, in days: DayRange, countsUndated: Bool
    ) -> Outcome<FixedDecimal> {
        let column = columns[aggregate].value
        if let reason = column.failure ?? noData(aggregate, until: days.until) { return .notComputable(reason) }
        let laidOut: (column: AggregateColumn, index: CreditIndex)
        if let byCompany = column.byCompany, let number = column.companyIndex {
            laidOut = (byCompany, indices[number].value)
        } else {
            // No formula asks it of the company, but a person does.
            do throws(QuantityError) { laidOut = try layout.value.company(aggregate) } catch {
                return .notComputable(Reason(error))
            }
        }
        var answer = Answer(laidOut.column, laidOut.index)
        if countsUndated { answer.add(laidOut.index.undated(of: 0, besides: days)) }
        answer.add(laidOut.index.positions(of: 0, in: days))
        return answer.result()
    }

    private func noData(_ aggregate: Int, until day: CivilDay) -> Reason? {
        guard let first = recorded.value.first(aggregate) else { return .noEvents }
        return day <= first ? .noDataYet(first) : nil
    }

    /// The events under a figure; computed only when someone asks.
    public func events(_ aggregate: Int, of parts: [GroupPart]) -> [CreditedEvent] {
        let column = columns[aggregate].value
        guard let byPerson = column.byPerson else { return [] }
        let index = indices[column.index].value
        return parts.flatMap { part -> [CreditedEvent] in
            let undated = part.countsUndated ? index.undated(of: part.person, besides: part.days) : 0..<0
            return [undated, index.positions(of: part.person, in: part.days)].joined().compactMap {
                position -> CreditedEvent? in
                guard byPerson.rows.takesPart(at: position, index) else { return nil }
                return CreditedEvent(
                    row: Int(index.rows[position]), person: part.person, value: byPerson.value(at: position, index),
                    share: .scaled(Int128(index.share(at: position)), places: 9))
            }
        }
    }
}
