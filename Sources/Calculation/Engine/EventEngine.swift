public import Company
public import Formulas
public import Periods
public import Quantities

/// Answers figures out of events from columns in memory.
public struct EventEngine: AggregateSource {
    private let model: CompanyModel
    private let indices: [CreditIndex]
    private let companyIndices: [CreditIndex]
    private let columns: [Column]
    /// The first day on which anything is recorded; before it there are no data, not zeros.
    private let firstDay: Int32?

    private struct Column: Sendable {
        let index: Int
        let companyIndex: Int
        let byPerson: AggregateColumn?
        let byCompany: AggregateColumn?
        /// Why the figure cannot be computed at all.
        let failure: Reason?
    }

    private struct IndexKey: Hashable {
        let event: Int
        let credit: CreditRule
        let date: Int
    }

    /// Lays the events of a company out for every figure its formulas ask for.
    ///
    /// - Parameter progress: Called before each figure with its number and how many there are.
    public init(_ model: CompanyModel, progress: (Int, Int) -> Void = { _, _ in }) {
        self.model = model
        var numbers: [IndexKey: Int] = [:]
        var companyNumbers: [IndexKey: Int] = [:]
        var indices: [CreditIndex] = []
        var companyIndices: [CreditIndex] = []
        var columns: [Column] = []
        let needsCompany = Self.aggregatesOfCompany(model)
        for (number, aggregate) in model.aggregates.enumerated() {
            progress(number, model.aggregates.count)
            let key = IndexKey(event: aggregate.event, credit: aggregate.credit, date: aggregate.date)
            let index = numbers[key] ?? indices.count
            if index == indices.count {
                numbers[key] = index
                indices.append(
                    CreditIndex(model, event: aggregate.event, credit: aggregate.credit, date: aggregate.date))
            }
            let companyKey = IndexKey(event: aggregate.event, credit: .nobody, date: aggregate.date)
            let companyIndex = companyNumbers[companyKey] ?? companyIndices.count
            if companyIndex == companyIndices.count {
                companyNumbers[companyKey] = companyIndex
                companyIndices.append(CreditIndex(wholeCompany: model, event: aggregate.event, date: aggregate.date))
            }
            do throws(QuantityError) {
                let byPerson = try AggregateColumn(aggregate, model, indices[index])
                let byCompany =
                    needsCompany.contains(number)
                    ? try AggregateColumn(aggregate, model, companyIndices[companyIndex]) : nil
                columns.append(
                    Column(
                        index: index, companyIndex: companyIndex, byPerson: byPerson, byCompany: byCompany, failure: nil
                    ))
            } catch {
                columns.append(
                    Column(
                        index: index, companyIndex: companyIndex, byPerson: nil, byCompany: nil, failure: Reason(error))
                )
            }
        }
        self.indices = indices
        self.companyIndices = companyIndices
        self.columns = columns
        firstDay = Self.firstDay(model)
    }

    /// The figures that some formula asks for the whole company.
    private static func aggregatesOfCompany(_ model: CompanyModel) -> Set<Int> {
        var asked: Set<Int> = []
        let poolsOfPlan = model.plans.contains { plan in plan.components.contains { $0.sharesWholePlan } }
        for formula in model.allFormulas { formula.collectAggregates(model, inCompany: poolsOfPlan, into: &asked) }
        return asked
    }

    private static func firstDay(_ model: CompanyModel) -> Int32? {
        zip(model.eventKinds, model.events).compactMap { kind, table -> Int32? in
            CreditIndex.days(table.columns[kind.dateField], count: table.rowCount)
                .lazy.filter { $0 != EventColumn.emptyDay }.min()
        }.min()
    }

    // MARK: Figures

    /// Two look-ups in running totals for each part, whatever the number of events.
    public func figure(_ aggregate: Int, of parts: [GroupPart]) -> Outcome<FixedDecimal> {
        let column = columns[aggregate]
        guard let byPerson = column.byPerson else { return .notComputable(column.failure ?? .overflow) }
        if let last = parts.map(\.days.until).max(), let reason = noData(until: last) { return .notComputable(reason) }
        let index = indices[column.index]
        var answer = Answer(byPerson)
        for part in parts { answer.add(index, index.positions(of: part.person, in: part.days)) }
        return answer.result
    }

    /// As ``figure(_:of:)``, over all events.
    public func figureOfCompany(_ aggregate: Int, in days: DayRange) -> Outcome<FixedDecimal> {
        let column = columns[aggregate]
        if let reason = column.failure ?? noData(until: days.until) { return .notComputable(reason) }
        let byCompany: AggregateColumn
        do throws(QuantityError) { byCompany = try companyColumn(aggregate) } catch {
            return .notComputable(Reason(error))
        }
        let index = companyIndices[column.companyIndex]
        var answer = Answer(byCompany)
        answer.add(index, index.positions(of: 0, in: days))
        return answer.result
    }

    /// Laid out on the spot when no formula asks it of the company, but a person does.
    private func companyColumn(_ aggregate: Int) throws(QuantityError) -> AggregateColumn {
        let column = columns[aggregate]
        if let known = column.byCompany { return known }
        return try AggregateColumn(model.aggregates[aggregate], model, companyIndices[column.companyIndex])
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
                guard byPerson.takesPart(at: position) else { return nil }
                let share = FixedDecimal.scaled(Int128(index.share(at: position)), places: 9)
                let counts = byPerson.function == .count
                return CreditedEvent(
                    row: Int(index.rows[position]), person: part.person,
                    value: counts ? share : byPerson.value(at: position), share: share)
            }
        }
    }
}

/// Gathers a figure over the slices of a group's parts.
private struct Answer {
    let column: AggregateColumn
    var total: Int128 = 0
    var count: Int64 = 0
    var values: [Int128] = []
    var latest: (day: Int32, value: Int128)?

    init(_ column: AggregateColumn) {
        self.column = column
    }

    mutating func add(_ index: CreditIndex, _ positions: Range<Int>) {
        switch column.function {
        case .sum, .count, .average:
            if !column.totals.isEmpty {
                total += column.totals[positions.upperBound] - column.totals[positions.lowerBound]
            }
            if !column.counts.isEmpty {
                count += column.counts[positions.upperBound] - column.counts[positions.lowerBound]
            }
        case .last:
            if let position = positions.last(where: { column.takesPart(at: $0) }),
                latest.map({ index.days[position] >= $0.day }) ?? true
            {
                latest = (index.days[position], column.values[position])
            }
        default:
            for position in positions where column.takesPart(at: position) { values.append(column.values[position]) }
        }
    }

    var result: Outcome<FixedDecimal> {
        switch column.function {
        case .sum: return .value(.scaled(total, places: column.scale))
        case .count: return .value(.scaled(Int128(count), places: 9))
        case .average:
            return .computing { () throws(QuantityError) in
                try FixedDecimal.scaled(total, places: column.scale).divided(by: .scaled(Int128(count), places: 9))
            }.replacingDivision(by: .noEventsHere)
        case .distinct: return .value(FixedDecimal(Set(values).count))
        case .min: return extreme(values.min())
        case .max: return extreme(values.max())
        case .last: return extreme(latest?.value)
        default: return median
        }
    }

    private func extreme(_ value: Int128?) -> Outcome<FixedDecimal> {
        value.map { .value(.scaled($0, places: column.scale)) } ?? .notComputable(.noEventsHere)
    }

    /// The middle value; of an even number of values the mean of the two in the middle.
    private var median: Outcome<FixedDecimal> {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return .notComputable(.noEventsHere) }
        let upper = FixedDecimal.scaled(sorted[sorted.count / 2], places: column.scale)
        if sorted.count % 2 == 1 { return .value(upper) }
        let lower = FixedDecimal.scaled(sorted[sorted.count / 2 - 1], places: column.scale)
        return .computing { () throws(QuantityError) in try lower.adding(upper).divided(by: 2) }
    }
}

extension Outcome {
    fileprivate func replacingDivision(by reason: Reason) -> Outcome {
        self.reason == .divisionByZero ? .notComputable(reason) : self
    }
}
