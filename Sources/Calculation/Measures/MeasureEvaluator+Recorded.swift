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
    ///
    /// On a ramp it counts with the ramp's share where it would count in proportion to the days.
    func target(_ metric: Int, in frame: Frame) -> Outcome<FixedDecimal> {
        let full = fullTarget(metric, in: frame)
        guard let ramp = frame.ramp, isAdditive[metric] else { return full }
        return full.then { target throws(QuantityError) in try target.multiplied(by: ramp.share) }
    }

    private func fullTarget(_ metric: Int, in frame: Frame) -> Outcome<FixedDecimal> {
        if let own = recordedSubject(frame.subject), let value = target(metric, own, frame) { return value }
        if case .person = frame.subject { return .notComputable(noTarget(metric, frame)) }
        guard isAdditive[metric] else { return .notComputable(noTarget(metric, frame)) }
        return sumOverPeople(frame, missing: noTarget(metric, frame)) { part, frame in
            self.target(metric, .person(part.person), frame)
        }
    }

    private func target(_ metric: Int, _ subject: RecordedSubject, _ frame: Frame) -> Outcome<FixedDecimal>? {
        if let recorded = recorded(.targets, metric, subject, frame.period), frame.period.covers(frame.days) {
            guard isAdditive[metric], !frame.isWhole, frame.period != .all else { return .value(recorded.value) }
            return prorated(recorded.value, frame)
        }
        return tiled(metric, subject, frame.days, .targets) ?? clipped(metric, subject, frame)
    }

    /// The sum of the targets of shorter periods when the days begin or end inside one, which then counts by its days.
    private func clipped(_ metric: Int, _ subject: RecordedSubject, _ frame: Frame) -> Outcome<FixedDecimal>? {
        guard isAdditive[metric], frame.days != .always else { return nil }
        for kind in [PeriodKind.week, .month, .quarter, .half] where kind <= frame.period.kind {
            let periods = model.calendar.periods(kind, in: frame.days)
            let parts = periods.compactMap { period -> Outcome<FixedDecimal>? in
                guard let target = recorded(.targets, metric, subject, period),
                    let days = period.range.intersection(frame.days)
                else { return nil }
                return prorated(target.value, frame.with(days: days, period: period))
            }
            guard !parts.isEmpty, parts.count == periods.count else { continue }
            if let reason = parts.lazy.compactMap(\.reason).first { return .notComputable(reason) }
            return .computing { () throws(QuantityError) in try parts.compactMap(\.value).total() }
        }
        return nil
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
        _ metric: Int, _ subject: RecordedSubject, _ days: DayRange, _ values: RecordedTable
    ) -> Outcome<FixedDecimal>? {
        guard isAdditive[metric], days != .always else { return nil }
        for kind in [PeriodKind.half, .quarter, .month, .week] {
            let periods = model.calendar.periods(kind, in: days)
            guard let first = periods.first, let last = periods.last, first.range.from == days.from,
                last.range.until == days.until
            else { continue }
            let found = periods.compactMap { recorded(values, metric, subject, $0)?.value }
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
            if let recorded = recorded(.entered, metric, own, frame.period), frame.period.covers(frame.days) {
                return .value(recorded.value)
            }
            if let sum = tiled(metric, own, frame.days, .entered) { return sum }
        }
        if case .person = frame.subject { return .notComputable(missing) }
        guard isAdditive[metric] else { return .notComputable(missing) }
        return sumOverPeople(frame, missing: missing) { part, frame in
            self.recorded(.entered, metric, .person(part.person), frame.period).map { .value($0.value) }
        }
    }

    /// The value for a subject. A row without a subject is the company's; it also holds for everybody when the metric is a
    /// ratio, and as each person's target when it adds up. What adds up is never taken for a unit's, nor entered for a person.
    private func recorded(
        _ table: RecordedTable, _ metric: Int, _ subject: RecordedSubject, _ period: Period
    ) -> RecordedValue? {
        if let own = own(table, metric, subject, period) { return own }
        if isAdditive[metric] {
            guard table == .targets, case .person = subject else { return nil }
        }
        return own(table, metric, .everybody, period)
    }

    /// The value for exactly this subject and period, as it is now.
    private func own(
        _ table: RecordedTable, _ metric: Int, _ subject: RecordedSubject, _ period: Period
    ) -> RecordedValue? {
        let key = RecordedValues.Key(metric: metric, subject: subject, period: period)
        if let changed = recordedChanges?.value(table, key) { return changed }
        return (table == .targets ? model.targets : model.entered).own(metric, subject, period)
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

    /// A field of the person. When it changed inside the period, it is averaged by the time worked with each value:
    /// the plan's days × the share of full time, so that the average × the time worked is the sum of the parts.
    func person(_ field: PersonField, in frame: Frame) -> Outcome<FormulaValue> {
        guard case .person(let person) = frame.subject else { return .notComputable(.noPersonHere) }
        if field == .tenure {
            return frame.tenure.map { .value(.number(FixedDecimal($0))) } ?? .notComputable(.noTenure)
        }
        if case .record(let index) = field {
            return recordField(index, person) ?? .notComputable(emptyField(field, person))
        }
        let held = assignments(of: person, in: frame)
        var weighted: [(value: FixedDecimal, part: (assignment: Assignment, days: DayRange))] = []
        for part in held {
            switch cell(field, part.assignment) {
            case .number(let number): weighted.append((number, part))
            case .empty: return .notComputable(emptyField(field, person))
            case let other where part.days == held.last?.days: return .value(other)
            default: continue
            }
        }
        guard let first = weighted.first else { return .notComputable(emptyField(field, person)) }
        if weighted.allSatisfy({ $0.value == first.value }) { return .value(.number(first.value)) }
        return Outcome<FixedDecimal>.computing { () throws(QuantityError) in
            let weights = try weights(weighted.map(\.part), field, frame)
            let sum = try zip(weighted, weights).map { part, weight throws(QuantityError) in
                try part.value.multiplied(by: weight)
            }.total()
            return try sum.divided(by: weights.total())
        }.map { .number($0) }
    }

    /// How much each assignment counts in an average; by calendar days where there is no working day at all.
    private func weights(
        _ parts: [(assignment: Assignment, days: DayRange)], _ field: PersonField, _ frame: Frame
    ) throws(QuantityError) -> [FixedDecimal] {
        let calendar = model.workingCalendar
        let byWorkingDays =
            frame.dayCount == .working && frame.period != .all
            && parts.contains { calendar.workingDays(in: $0.days) > 0 }
        return try parts.map { part throws(QuantityError) in
            let days = FixedDecimal(byWorkingDays ? calendar.workingDays(in: part.days) : part.days.count)
            return field == .share ? days : try days.multiplied(by: part.assignment.share)
        }
    }

    private func cell(_ field: PersonField, _ assignment: Assignment) -> FormulaValue {
        switch field {
        case .share: .number(assignment.share)
        case .assignment(let index):
            model.assignmentColumns.indices.contains(index)
                ? model.assignmentColumns[index].value(at: assignment.row) : .empty
        case .record, .tenure: .empty
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
