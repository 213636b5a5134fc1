internal import Company
internal import Formulas
internal import Periods
internal import Quantities

extension MeasureEvaluator {
    // MARK: Targets

    /// The target of a metric for a subject and days.
    ///
    /// A target for exactly the period holds as it is, or in proportion to the days when the metric adds up over time.
    /// A longer stretch takes the sum of the periods it is made of. A group without a target of its own takes the sum of its people's.
    func target(_ metric: Int, in frame: Frame) -> Outcome<FixedDecimal> {
        if let own = recordedSubject(frame.subject), let value = target(metric, own, frame) { return value }
        if case .person = frame.subject { return .notComputable(noTarget(metric, frame)) }
        guard isAdditive[metric] else { return .notComputable(noTarget(metric, frame)) }
        return sumOverPeople(frame, missing: noTarget(metric, frame)) { part, frame in
            self.target(metric, .person(part.person), frame)
        }
    }

    private func target(_ metric: Int, _ subject: RecordedSubject, _ frame: Frame) -> Outcome<FixedDecimal>? {
        if let recorded = model.targets.value(metric, subject, frame.period), frame.period.covers(frame.days) {
            guard isAdditive[metric], !frame.isWhole, frame.period != .all else { return .value(recorded.value) }
            return prorated(recorded.value, frame)
        }
        return tiled(metric, subject, frame.days, model.targets)
    }

    private func prorated(_ value: FixedDecimal, _ frame: Frame) -> Outcome<FixedDecimal> {
        guard
            let share = Proration.share(
                of: frame.days, in: frame.period.range, by: frame.dayCount, model.workingCalendar)
        else { return .notComputable(.divisionByZero) }
        return .computing { () throws(QuantityError) in
            try value.multiplied(by: FixedDecimal(share.days), dividedBy: FixedDecimal(share.of))
        }
    }

    /// The sum of the values of shorter periods that fill the days exactly.
    private func tiled(
        _ metric: Int, _ subject: RecordedSubject, _ days: DayRange, _ values: RecordedValues
    ) -> Outcome<FixedDecimal>? {
        guard isAdditive[metric], days != .always else { return nil }
        for kind in [PeriodKind.half, .quarter, .month, .week] {
            let periods = model.calendar.periods(kind, in: days)
            guard let first = periods.first, let last = periods.last, first.range.from == days.from,
                last.range.until == days.until
            else { continue }
            let found = periods.compactMap { values.value(metric, subject, $0)?.value }
            guard found.count == periods.count else { continue }
            return .computing { () throws(QuantityError) in try found.total() }
        }
        return nil
    }

    private func noTarget(_ metric: Int, _ frame: Frame) -> Reason {
        .noTarget(model.metrics[metric].name, model.id(of: frame.subject), frame.period.description)
    }

    // MARK: Entered values

    func entered(_ metric: Int, in frame: Frame) -> Outcome<FixedDecimal> {
        let missing = Reason.notEntered(
            model.metrics[metric].name, model.id(of: frame.subject), frame.period.description)
        if let own = recordedSubject(frame.subject) {
            if let recorded = model.entered.value(metric, own, frame.period), frame.period.covers(frame.days) {
                return .value(recorded.value)
            }
            if let sum = tiled(metric, own, frame.days, model.entered) { return sum }
        }
        if case .person = frame.subject { return .notComputable(missing) }
        guard isAdditive[metric] else { return .notComputable(missing) }
        return sumOverPeople(frame, missing: missing) { part, frame in
            self.model.entered.value(metric, .person(part.person), frame.period).map { .value($0.value) }
        }
    }

    private func recordedSubject(_ subject: Subject) -> RecordedSubject? {
        switch subject {
        case .person(let person): .person(person)
        case .unit(let unit): .unit(unit)
        case .rollup: nil
        case .company: .everybody
        }
    }

    /// The sum over the people of a group who have a value; `missing` when nobody has.
    private func sumOverPeople(
        _ frame: Frame, missing: Reason, _ value: (GroupPart, Frame) -> Outcome<FixedDecimal>?
    ) -> Outcome<FixedDecimal> {
        var total: FixedDecimal?
        for part in parts(of: frame.subject, in: frame.days) {
            let personal = frame.with(subject: .person(part.person)).with(days: part.days, period: frame.period)
            guard let outcome = value(part, personal) else { continue }
            guard let number = outcome.value else { return outcome }
            guard let sum = try? (total ?? .zero).adding(number) else { return .notComputable(.overflow) }
            total = sum
        }
        return total.map { .value($0) } ?? .notComputable(missing)
    }

    // MARK: Personal fields

    /// A field of the person, averaged by days when it changed inside the period.
    func person(_ field: PersonField, in frame: Frame) -> Outcome<FormulaValue> {
        guard case .person(let person) = frame.subject else { return .notComputable(.noPersonHere) }
        if case .record(let index) = field {
            return recordField(index, person) ?? .notComputable(emptyField(field, person))
        }
        let held = assignments(of: person, in: frame)
        var weighted: [(value: FixedDecimal, days: Int)] = []
        for (assignment, days) in held {
            switch cell(field, assignment) {
            case .number(let number): weighted.append((number, days.count))
            case .empty: return .notComputable(emptyField(field, person))
            case let other where days == held.last?.days: return .value(other)
            default: continue
            }
        }
        guard let first = weighted.first else { return .notComputable(emptyField(field, person)) }
        if weighted.allSatisfy({ $0.value == first.value }) { return .value(.number(first.value)) }
        return Outcome<FixedDecimal>.computing { () throws(QuantityError) in
            let total = weighted.reduce(0) { $0 + $1.days }
            let sum = try weighted.map { part throws(QuantityError) in
                try part.value.multiplied(by: FixedDecimal(part.days))
            }.total()
            return try sum.divided(by: FixedDecimal(total))
        }.map { .number($0) }
    }

    private func cell(_ field: PersonField, _ assignment: Assignment) -> FormulaValue {
        switch field {
        case .share: .number(assignment.share)
        case .assignment(let index):
            model.assignmentColumns.indices.contains(index)
                ? model.assignmentColumns[index].value(at: assignment.row) : .empty
        case .record: .empty
        }
    }

    private func emptyField(_ field: PersonField, _ person: Int32) -> Reason {
        let name = model.text(of: .person(field))
        let id = model.people.id(person)
        return Reason(
            "empty-field", LocalizedText(en: "\(name) is empty for \(id)", ru: "поле \(name) у \(id) пусто"))
    }

    private func recordField(_ index: Int, _ person: Int32) -> Outcome<FormulaValue>? {
        let columns = model.people.columns
        guard columns.indices.contains(index) else { return nil }
        let value = columns[index].value(at: Int(person))
        return value == .empty ? nil : .value(value)
    }
}

extension Period {
    /// Whether days lie inside the period; all time covers every day.
    func covers(_ days: DayRange) -> Bool { self == .all || range.contains(days) }
}

extension EventColumn {
    /// The value of a cell; empty when there is none.
    func value(at row: Int) -> FormulaValue {
        switch self {
        case .day(let days):
            guard days.indices.contains(row), days[row] != Self.emptyDay else { return .empty }
            return .day(days[row])
        case .decimal(let numbers, let scale):
            guard numbers.indices.contains(row), numbers[row] != Self.emptyNumber else { return .empty }
            return (try? FixedDecimal(minorUnits: numbers[row], places: scale)).map { .number($0) } ?? .empty
        case .text(let codes, let dictionary):
            guard codes.indices.contains(row), codes[row] >= 0 else { return .empty }
            return .text(dictionary[Int(codes[row])])
        case .record: return .empty
        case .flag(let flags):
            guard flags.indices.contains(row), flags[row] >= 0 else { return .empty }
            return .flag(flags[row] == 1)
        }
    }
}
