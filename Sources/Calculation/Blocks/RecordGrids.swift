internal import Company
internal import Periods
internal import Quantities

/// What is recorded of people, laid out by person, so that a block of people costs a look-up each.
///
/// Only what holds plainly is here: a target for exactly the period, a field of somebody with one assignment. For everything
/// else there is no block, and the evaluator of single people answers.
struct RecordGrids: Sendable {
    private var model: CompanyModel
    private let targets: [TargetKey: TargetColumn]
    /// The number of each person's only assignment; -1 when he has none or several.
    private(set) var onlyAssignments: [Int32]

    private struct TargetKey: Hashable {
        let metric: Int
        let period: Period
    }

    /// The targets of people for a metric and a period.
    private struct TargetColumn: Sendable {
        /// Units of 10^-scale by person; ``LineColumn/empty`` where there is none.
        var units: [Int64]
        var scale: Int
    }

    init(_ model: CompanyModel) {
        self.model = model
        onlyAssignments = model.organisation.byPerson.map { $0.count == 1 ? Int32($0[0]) : -1 }
        targets = Self.columns(model.targets, people: model.people.count)
    }

    /// Goes on with the company after other assignments.
    mutating func follow(_ changed: CompanyModel) {
        model = changed
        // Numbers behind a cancelled assignment have moved up.
        onlyAssignments = changed.organisation.byPerson.map { $0.count == 1 ? Int32($0[0]) : -1 }
    }

    private static func columns(_ recorded: RecordedValues, people: Int) -> [TargetKey: TargetColumn] {
        var scales: [Int] = []
        let periods = recorded.forEach { metric, _, _, value in
            while scales.count <= metric { scales.append(0) }
            if value.narrow(scale: scales[metric]) == nil { scales[metric] = max(scales[metric], value.shortest.scale) }
        }
        var columns = [TargetColumn?](repeating: nil, count: scales.count * periods.count)
        _ = recorded.forEach { metric, subject, period, value in
            guard case .person(let person) = subject, let units = value.narrow(scale: scales[metric]) else { return }
            let place = metric * periods.count + period
            if columns[place] == nil {
                columns[place] = TargetColumn(
                    units: [Int64](repeating: LineColumn.empty, count: people), scale: scales[metric])
            }
            columns[place]?.units[Int(person)] = units
        }
        var byKey: [TargetKey: TargetColumn] = [:]
        for (place, column) in columns.enumerated() {
            let key = TargetKey(metric: place / periods.count, period: periods[place % periods.count])
            if let column { byKey[key] = column }
        }
        return byKey
    }

    /// The targets of people who all have one for exactly this period; `nil` when another rule has to be followed.
    func targets(_ metric: Int, _ people: PeopleContext, isAdditive: Bool) -> NumberBlock? {
        let context = people.context
        guard people.scope == .own, context.isWhole, context.ramp == nil || !isAdditive,
            let column = targets[TargetKey(metric: metric, period: context.period)]
        else { return nil }
        var units: [Int64] = []
        units.reserveCapacity(people.count)
        for person in people.people {
            let target = column.units[Int(person)]
            guard target != LineColumn.empty else { return nil }
            units.append(target)
        }
        return NumberBlock(.narrow(units, scale: column.scale))
    }

    /// A field of people who each have one assignment that holds on all the days; `nil` when another rule has to be followed.
    func personField(_ field: PersonField, _ people: PeopleContext) -> NumberBlock? {
        guard people.scope == .own, case .assignment(let index) = field,
            model.assignmentColumns.indices.contains(index),
            case .decimal(let numbers, let scale) = model.assignmentColumns[index]
        else { return nil }
        var units: [Int64] = []
        units.reserveCapacity(people.count)
        for person in people.people {
            guard let assignment = assignment(of: person, on: people.context), numbers.indices.contains(assignment.row),
                numbers[assignment.row] != EventColumn.emptyNumber
            else { return nil }
            units.append(numbers[assignment.row])
        }
        return NumberBlock(.narrow(units, scale: scale))
    }

    private func assignment(of person: Int32, on context: EvaluationContext) -> Assignment? {
        let number = onlyAssignments[Int(person)]
        guard number >= 0 else { return nil }
        let assignment = model.organisation.assignments[Int(number)]
        guard assignment.validity.contains(context.days) || context.days == .always else { return nil }
        guard context.days != .always || assignment.validity == .always else { return nil }
        if let audience = context.audience, !audience.admits(assignment, model.organisation) { return nil }
        return assignment
    }
}

extension FixedDecimal {
    /// The number in units of 10^-scale; `nil` when it has more places or does not fit. Most do: one division of 64 bits.
    fileprivate func narrow(scale: Int) -> Int64? {
        let magnitude = raw.magnitude
        let unit = UInt64(truncatingIfNeeded: PowersOfTen.rawUnits(places: scale))
        guard let high = UInt64(exactly: magnitude >> 64), high < unit else { return nil }
        let (quotient, remainder) = unit.dividingFullWidth((high, UInt64(truncatingIfNeeded: magnitude)))
        guard remainder == 0, let units = Int64(exactly: quotient) else { return nil }
        return raw < 0 ? -units : units
    }
}
