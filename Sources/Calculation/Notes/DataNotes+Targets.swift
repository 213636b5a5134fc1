internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

extension DataNotes {
    /// Targets that plans ask for and nobody entered: a KPI without a target counts as nothing reached.
    static func missingTargets(_ model: CompanyModel, _ reach: PayReach) -> [Diagnostic] {
        let evaluator = MeasureEvaluator(model, EventEngine(lazily: model))
        let run = Run(model, evaluator.source)
        guard let span = run.recordedDays.flatMap({ usualDays($0, model) }) else { return [] }
        var asked: [(plan: Int, target: PayReach.Target, over: PeriodKind?, place: Place)] = []
        for part in reach.lines {
            for target in part.asked.targets {
                let over = part.targetsOver
                if asked.contains(where: { $0.plan == part.plan && $0.target == target && $0.over == over }) {
                    continue
                }
                asked.append((part.plan, target, over, part.line?.place ?? model.plans[part.plan].place))
            }
        }
        // Sets have no order of their own: this one is whole, so that the same files say the same.
        asked.sort { left, right in
            let (first, second) = (left.target, right.target)
            if (left.plan, first.metric, left.place) != (right.plan, second.metric, right.place) {
                return (left.plan, first.metric, left.place) < (right.plan, second.metric, right.place)
            }
            let scopes = (first.scope?.rawValue ?? "", second.scope?.rawValue ?? "")
            return (scopes.0, left.over?.rawValue ?? "") < (scopes.1, right.over?.rawValue ?? "")
        }
        return asked.compactMap { plan, target, over, place in
            let periods = periods(over ?? model.plans[plan].period, model.plans[plan], span, model)
            let participations = periods.flatMap {
                ParticipationFinder(model: model).participations(of: model.plans[plan], in: $0)
            }
            guard !participations.isEmpty else { return nil }
            if !model.targets.kinds.holds(target.metric) {
                return noTargets(plan, target, participations[0], place, model)
            }
            let missing = participations.filter { participation in
                // Most have one of their own for just this period: nobody else's is looked for then.
                if target.scope == nil,
                    model.targets.holds(target.metric, .person(participation.person), participation.period)
                {
                    return false
                }
                var context = EvaluationContext(
                    .person(participation.person), days: participation.days, period: participation.period,
                    audience: model.plans[plan].audience)
                context.dayCount = model.plans[plan].proration
                return evaluator.value(of: target.measure(model), in: context, [:]).reason?.code == "no-target"
            }
            return missing.isEmpty ? nil : missingTargets(missing, of: participations, plan, target, place, model)
        }
    }

    /// The plan's periods in the days of the data; of very many the last ones.
    private static func periods(
        _ kind: PeriodKind, _ plan: Plan, _ span: DayRange, _ model: CompanyModel
    ) -> [Period] {
        if kind == .all { return [.all] }
        guard let days = plan.validity.intersection(span) else { return [] }
        return Array(model.calendar.periods(kind, in: days).suffix(400))
    }

    /// The days of the data without the years that lie far from most events: a mistyped date asks for no targets.
    private static func usualDays(_ span: DayRange, _ model: CompanyModel) -> DayRange? {
        guard let years = usualYears(model) else { return span }
        let from = CivilDay(year: years.lowerBound, month: 1, day: 1) ?? .earliest
        let until = CivilDay(year: years.upperBound + 1, month: 1, day: 1) ?? .latest
        return DayRange(from: from, clampingUntil: until).intersection(span)
    }

    // MARK: Words

    private static func noTargets(
        _ plan: Int, _ target: PayReach.Target, _ participation: Participation, _ place: Place, _ model: CompanyModel
    ) -> Diagnostic {
        let (name, text) = (model.metrics[target.metric].name, model.text(of: target.measure(model)))
        let row = "\(name),\(model.people.id(participation.person)),\(participation.period),…"
        return Diagnostic(
            .warning, code: "no-targets", at: place,
            LocalizedText(
                en: "'\(model.plans[plan].name)' asks for \(text), and no target of '\(name)' is entered for anybody",
                ru: "«\(model.plans[plan].name)» спрашивает \(text), а плана по «\(name)» нет ни у кого"),
            remedy: LocalizedText(
                en: "write it in targets.csv: a first line 'metric,subject,period,value', then for instance '\(row)'",
                ru:
                    "запишите его в targets.csv: первая строка «metric,subject,period,value», дальше, например, «\(row)»"
            ))
    }

    private static func missingTargets(
        _ missing: [Participation], of participations: [Participation], _ plan: Int, _ target: PayReach.Target,
        _ place: Place,
        _ model: CompanyModel
    ) -> Diagnostic {
        let text = model.text(of: target.measure(model))
        let lacking = Set(missing)
        let periods = Set(missing.map(\.period))
        let others = participations.contains { periods.contains($0.period) && !lacking.contains($0) }
        // The periods of one person stand together; those of a period follow each other.
        var people: [(person: Int32, periods: [Period])] = []
        var places: [Int32: Int] = [:]
        for participation in missing {
            if let known = places[participation.person] {
                if people[known].periods.last != participation.period {
                    people[known].periods.append(participation.period)
                }
            } else {
                places[participation.person] = people.count
                people.append((participation.person, [participation.period]))
            }
        }
        let shown = people.prefix(3).map { whose in
            let names = whose.periods.prefix(3).map(\.description).joined(separator: ", ")
            return (model.people.id(whose.person), names + (whose.periods.count > 3 ? ", …" : ""))
        }
        let more = people.count - shown.count
        let en =
            shown.map { "\($0.0) has none for \($0.1)" }.joined(separator: "; ")
            + (more > 0 ? "; and \(more) more people" : "")
        let ru =
            shown.map { "у \($0.0) его нет за \($0.1)" }.joined(separator: "; ")
            + (more > 0 ? "; и ещё сотрудников: \(more)" : "")
        let row = "\(model.metrics[target.metric].name),\(shown.first?.0 ?? ""),\(missing[0].period),…"
        return Diagnostic(
            .warning, code: "missing-targets", at: place,
            LocalizedText(
                en: "'\(model.plans[plan].name)' asks for \(text); \(en)\(others ? " (others have)" : " (nobody has)")",
                ru:
                    "«\(model.plans[plan].name)» спрашивает \(text); \(ru)\(others ? " (у других есть)" : " (ни у кого нет)")"
            ),
            remedy: LocalizedText(
                en: "add to targets.csv: '\(row)'", ru: "добавьте в targets.csv: «\(row)»"))
    }

    // MARK: Targets of single days

    /// Targets and entered values of single days that no plan looks at: as most exports write a month by its first day, a month may
    /// be meant.
    static func loneDays(_ model: CompanyModel) -> [Diagnostic] {
        if model.plans.contains(where: { $0.period == .day }) { return [] }
        return [(model.targets, true), (model.entered, false)].compactMap { values, areTargets in
            loneDays(values, areTargets: areTargets, model)
        }
    }

    private struct DayKey: Hashable {
        let metric: Int
        let subject: RecordedSubject
    }

    private static func loneDays(_ values: RecordedValues, areTargets: Bool, _ model: CompanyModel) -> Diagnostic? {
        var found: [(key: DayKey, period: Int)] = []
        let periods = values.forEach { metric, subject, period, _ in
            found.append((DayKey(metric: metric, subject: subject), period))
        }
        guard periods.contains(where: { $0.kind == .day }) else { return nil }
        var days: [DayKey: Set<Int32>] = [:]
        for row in found where periods[row.period].kind == .day {
            days[row.key, default: []].insert(periods[row.period].range.from.number)
        }
        let lone = found.filter { row in
            let period = periods[row.period]
            return period.kind == .day && !fills(days[row.key] ?? [], around: period.range.from, model)
        }
        let places = lone.compactMap { row -> (Place, Period)? in
            values.own(row.key.metric, row.key.subject, periods[row.period]).map { ($0.place, periods[row.period]) }
        }
        guard let (place, period) = places.min(by: { $0.0 < $1.0 }) else { return nil }
        let month = model.calendar.period(.month, containing: period.range.from)?.description ?? ""
        let what =
            areTargets
            ? LocalizedText(en: "targets", ru: "планов") : LocalizedText(en: "entered values", ru: "введённых значений")
        return Diagnostic(
            .warning, code: "lone-days", at: place,
            LocalizedText(
                en: "\(lone.count) \(what.en) are for single days, the first for \(period), and no plan has days",
                ru: "\(what.ru) на отдельные дни: \(lone.count), первый — \(period), а планов по дням нет"),
            remedy: LocalizedText(
                en: "if the month is meant, write \(month); if the day is, every day of a week or month needs its own",
                ru: "если это месяц, пишите \(month); если день, то свой нужен каждому дню недели или месяца"))
    }

    /// Whether days fill the week or the month around one of them.
    private static func fills(_ days: Set<Int32>, around day: CivilDay, _ model: CompanyModel) -> Bool {
        [PeriodKind.week, .month].contains { kind in
            guard let range = model.calendar.period(kind, containing: day)?.range else { return false }
            return (range.from.number..<range.until.number).allSatisfy { days.contains($0) }
        }
    }
}

extension PayReach.Target {
    /// The target as a formula asks for it.
    func measure(_ model: CompanyModel) -> Measure {
        let type = FormulaType.number(model.metrics[metric].unit.unit)
        guard let scope else { return .target(metric) }
        return .subject(scope, Checked(.reference(.target(metric)), type, TextSpan(0, 0)))
    }
}
