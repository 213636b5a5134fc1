internal import Company
internal import Formulas
public import Messages
internal import Periods
public import Quantities

extension MeasureEvaluator {
    // MARK: Targets

    /// The target of a metric for a subject and days.
    ///
    /// A target for exactly the period holds as it is, or in proportion to the days when the metric adds up over time.
    /// A longer stretch takes the sum of the periods it is made of. A group without a target of its own takes the sum of its people's.
    ///
    /// On a ramp it counts with the ramp's share where it would count in proportion to the days.
    public func target(_ metric: Int, in context: EvaluationContext) -> Outcome<FixedDecimal> {
        let full = fullTarget(metric, in: context)
        guard let ramp = context.ramp, isAdditive[metric] else { return full }
        return full.then { target throws(QuantityError) in try target.multiplied(by: ramp.share) }
    }

    private func fullTarget(_ metric: Int, in context: EvaluationContext) -> Outcome<FixedDecimal> {
        if let subject = recordedSubject(context.subject, metric) {
            switch recorded(.targets, metric, subject, context) {
            case .values(let pieces): return total(of: pieces, metric, context)
            case .some, .none: break
            }
        }
        let missing = Outcome<FixedDecimal>.notComputable(noTarget(metric, context))
        if case .person = context.subject { return missing }
        guard addsUpOverPeople[metric] else { return missing }
        return sumOverPeople(.targets, metric, context, missing: noTarget(metric, context)) { pieces, days in
            .computing { () throws(QuantityError) in
                try days.flatMap { days in
                    pieces.map { ($0, context.with(days: days, period: context.period)) }
                }.map { piece, context throws(QuantityError) in try self.share(of: piece, context) }.total()
            }
        }
    }

    /// What pieces come to on a context's days, each in proportion to its days.
    private func total(of pieces: [RecordedPiece], _ metric: Int, _ context: EvaluationContext) -> Outcome<FixedDecimal>
    {
        guard isAdditive[metric] else { return pieces.first.map { .value($0.value) } ?? .notComputable(.empty) }
        return .computing { () throws(QuantityError) in
            try pieces.map { piece throws(QuantityError) in try share(of: piece, context) }.total()
        }
    }

    /// What a piece comes to on a context's days.
    func share(of piece: RecordedPiece, _ context: EvaluationContext) throws(QuantityError) -> FixedDecimal {
        guard let (days, of) = days(of: piece, context) else { return .zero }
        return days == of
            ? piece.value : try piece.value.multiplied(by: FixedDecimal(days), dividedBy: FixedDecimal(of))
    }

    /// How many of the days of a piece's period count on a context's days, and how many there are; by calendar days where
    /// the period has no working day.
    func days(of piece: RecordedPiece, _ context: EvaluationContext) -> (days: Int, of: Int)? {
        guard piece.period != .all, context.days != .always else { return (1, 1) }
        guard let part = piece.days.intersection(context.days) else { return nil }
        if part == piece.period.range { return (1, 1) }
        return Proration.share(of: part, in: piece.period.range, by: context.dayCount, model.workingCalendar)
            ?? (part.count, piece.period.range.count)
    }

    private func noTarget(_ metric: Int, _ context: EvaluationContext) -> Reason {
        .noTarget(model.metrics[metric].name, model.id(of: context.subject), context.period.description)
    }

    // MARK: Entered values

    func entered(_ metric: Int, in context: EvaluationContext) -> Outcome<FixedDecimal> {
        if let subject = recordedSubject(context.subject, metric) {
            switch recorded(.entered, metric, subject, context) {
            case .values(let pieces): return total(of: pieces, [context.days])
            case .some, .none: break
            }
        }
        let missing = Outcome<FixedDecimal>.notComputable(notEntered(metric, context))
        if case .person = context.subject { return missing }
        guard addsUpOverPeople[metric] else { return missing }
        return sumOverPeople(.entered, metric, context, missing: notEntered(metric, context)) { self.total(of: $0, $1) }
    }

    /// What pieces come to that have any of the days: a value stays what was measured, also for a part of its period.
    private func total(of pieces: [RecordedPiece], _ days: [DayRange]) -> Outcome<FixedDecimal> {
        .computing { () throws(QuantityError) in
            try pieces.filter { piece in
                piece.period == .all || days.contains { $0 == .always || $0.overlaps(piece.days) }
            }.map(\.value).total()
        }
    }

    private func notEntered(_ metric: Int, _ context: EvaluationContext) -> Reason {
        .notEntered(model.metrics[metric].name, model.id(of: context.subject), context.period.description)
    }

    // MARK: Groups

    /// The sum over the people of a group who have values; `missing` when nobody has.
    ///
    /// Who has none adds nothing; who has some of them but not all would be counted too low, and leaves the group without.
    private func sumOverPeople(
        _ table: RecordedTable, _ metric: Int, _ context: EvaluationContext, missing: Reason,
        _ total: ([RecordedPiece], [DayRange]) -> Outcome<FixedDecimal>
    ) -> Outcome<FixedDecimal> {
        var values: [FixedDecimal] = []
        var parts = parts(of: context.subject, in: context.days)[...]
        while let first = parts.first {
            let own = parts.prefix { $0.person == first.person }
            parts = parts.dropFirst(own.count)
            let days = DayRange(
                from: first.days.from, clampingUntil: own.reduce(first.days.until) { max($0, $1.days.until) })
            switch recorded(table, metric, .person(first.person), context, days) {
            case .none: continue
            case .some:
                let person = context.with(subject: .person(first.person))
                return .notComputable(table == .targets ? noTarget(metric, person) : notEntered(metric, person))
            case .values(let pieces):
                let outcome = total(pieces, own.map(\.days))
                guard let number = outcome.value else { return outcome }
                values.append(number)
            }
        }
        if values.isEmpty { return .notComputable(missing) }
        return .computing { () throws(QuantityError) in try values.total() }
    }

    // MARK: Personal fields

    /// A field of the person. When it changed inside the period, it is averaged by the time worked with each value:
    /// the plan's days × the share of full time, so that the average × the time worked is the sum of the parts.
    func person(_ field: PersonField, in context: EvaluationContext) -> Outcome<FormulaValue> {
        guard case .person(let person) = context.subject else { return .notComputable(.noPersonHere) }
        if field == .tenure {
            return context.tenure.map { .value(.number(FixedDecimal($0))) } ?? .notComputable(.noTenure)
        }
        if case .record(let index) = field {
            return recordField(index, person) ?? .notComputable(emptyField(field, person))
        }
        let held = assignments(of: person, in: context)
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
            let weights = try weights(weighted.map(\.part), field, context)
            let sum = try zip(weighted, weights).map { part, weight throws(QuantityError) in
                try part.value.multiplied(by: weight)
            }.total()
            return try sum.divided(by: weights.total())
        }.map { .number($0) }
    }

    /// How much each assignment counts in an average; by calendar days where there is no working day at all.
    private func weights(
        _ parts: [(assignment: Assignment, days: DayRange)], _ field: PersonField, _ context: EvaluationContext
    ) throws(QuantityError) -> [FixedDecimal] {
        let calendar = model.workingCalendar
        let byWorkingDays =
            context.dayCount == .working && context.period != .all
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
            "empty-field", ["field": .name(name), "person": .name(id)],
            LocalizedText(en: "\(name) is empty for \(id)", ru: "поле \(name) у \(id) пусто"))
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
