internal import Company
internal import Periods
internal import Quantities

/// What is recorded of a metric for a subject and days.
enum RecordedFigure {
    /// The values that stand for the days, one after the other.
    case values([RecordedPiece])
    /// There are values for some of the days only.
    case some
    case none
}

extension MeasureEvaluator {
    /// The values that stand for a subject's days in a context.
    ///
    /// They are chosen for the whole period, or the whole stretch of a window, so that which values count does not depend on
    /// the day on which somebody came; only where they do not fill it are they chosen for his days alone. A person's own
    /// values come before those of everybody, which hold only where none of his own lies inside.
    ///
    /// - Parameter days: The subject's days; those of the context when they are not said.
    func recorded(
        _ table: RecordedTable, _ metric: Int, _ subject: RecordedSubject, _ context: EvaluationContext,
        _ days: DayRange? = nil
    ) -> RecordedFigure {
        let days = days ?? context.days
        if !isAdditive[metric] || context.period == .all {
            guard context.period.covers(days), let value = exact(table, metric, subject, context.period) else {
                return isAdditive[metric] && days.isBounded ? filled(table, metric, subject, context, days) : .none
            }
            return .values([RecordedPiece(period: context.period, value: value.value, days: days)])
        }
        return days.isBounded ? filled(table, metric, subject, context, days) : .none
    }

    /// The values that stand for the days of a context whose subject has values of its own; for explanations.
    func pieces(_ table: RecordedTable, _ metric: Int, in context: EvaluationContext) -> [RecordedPiece] {
        guard given == nil, let subject = recordedSubject(context.subject, metric),
            case .values(let pieces) = recorded(table, metric, subject, context)
        else { return [] }
        return pieces.filter { $0.period == .all || context.days == .always || $0.days.overlaps(context.days) }
    }

    private func filled(
        _ table: RecordedTable, _ metric: Int, _ subject: RecordedSubject, _ context: EvaluationContext,
        _ days: DayRange
    ) -> RecordedFigure {
        let whole = context.wholeDays
        let own = stretch(table, metric, subject, context) { self.own(table, metric, subject, $0)?.value }
        if let pieces = own.pieces(filling: whole) ?? own.pieces(filling: days) { return .values(pieces) }
        if holdsForEach(table, metric, subject) {
            let shared = stretch(table, metric, .everybody, context) { period in
                self.own(table, metric, subject, period)?.value
                    ?? (own.touches(period.range) ? nil : self.own(table, metric, .everybody, period)?.value)
            }.looking(atAlso: own.kinds)
            if let pieces = shared.pieces(filling: whole) ?? shared.pieces(filling: days) { return .values(pieces) }
        }
        return own.touches(days) ? .some : .none
    }

    private func stretch(
        _ table: RecordedTable, _ metric: Int, _ subject: RecordedSubject, _ context: EvaluationContext,
        _ value: @escaping (Period) -> FixedDecimal?
    ) -> RecordedStretch {
        // What was measured in a week is not divided; what was planned for it is, but not for single days.
        RecordedStretch(
            calendar: model.calendar, kinds: kinds(table, metric, subject), bounds: context.wholeDays,
            dividesWeeks: table == .targets && context.period.kind > .day, value: value)
    }

    private func kinds(_ table: RecordedTable, _ metric: Int, _ subject: RecordedSubject) -> PeriodKinds {
        let read = (table == .targets ? recordedKinds.targets : recordedKinds.entered).kinds(of: metric, subject)
        guard let changes = recordedChanges else { return read }
        return read.union(changes.kinds(table, metric, subject))
    }

    // MARK: Single values

    /// The value for exactly a period. A row without a subject is the company's; it also holds for everybody when the metric
    /// does not add up over people, as each person's target when it does. What adds up is never taken for a unit's, nor
    /// entered for a person.
    private func exact(
        _ table: RecordedTable, _ metric: Int, _ subject: RecordedSubject, _ period: Period
    ) -> RecordedValue? {
        own(table, metric, subject, period)
            ?? (holdsForEach(table, metric, subject) ? own(table, metric, .everybody, period) : nil)
    }

    /// Whether a row without a subject holds for a subject that has none of its own.
    private func holdsForEach(_ table: RecordedTable, _ metric: Int, _ subject: RecordedSubject) -> Bool {
        guard addsUpOverPeople[metric] else { return subject != .everybody }
        guard table == .targets, case .person = subject else { return false }
        return true
    }

    /// The value for exactly this subject and period, as it is now.
    private func own(
        _ table: RecordedTable, _ metric: Int, _ subject: RecordedSubject, _ period: Period
    ) -> RecordedValue? {
        let key = RecordedValues.Key(metric: metric, subject: subject, period: period)
        if let changed = recordedChanges?.value(table, key) { return changed }
        return (table == .targets ? model.targets : model.entered).own(metric, subject, period)
    }

    /// Under whose name a subject's values stand. Those who report to somebody, or are on a plan, have none together; what does
    /// not add up over them has the company's.
    func recordedSubject(_ subject: Subject, _ metric: Int) -> RecordedSubject? {
        switch subject {
        case .person(let person): .person(person)
        case .unit(let unit): .unit(unit)
        case .rollup, .plan: addsUpOverPeople[metric] ? nil : .everybody
        case .company: .everybody
        }
    }
}
