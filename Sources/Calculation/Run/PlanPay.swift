internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// What a plan pays people for a period: the lines of its components, then what acts on a person's lines together.
///
/// What a longer period needs of earlier periods is worked out once and kept, so one is made for each task and thread.
final class PlanPay {
    let number: Int
    let plan: Plan
    let calculator: AwardCalculator
    let model: CompanyModel
    private let people: Range<Int>?
    private var earlierLines: [Period: [Int32: [AwardLine]]] = [:]
    /// For each cap for a longer period what the plan has paid everybody so far in that, under the caps before it.
    private var soFar: [PaidSoFar]
    /// The last period that is part of it.
    private var lastPaid: Period?

    private struct PaidSoFar {
        var longer: Period?
        var totals: [Int32: Int128] = [:]
    }

    /// Makes it for some people, or for all; those of a shared component cannot be computed apart.
    init(_ number: Int, _ evaluator: MeasureEvaluator, people: Range<Int>? = nil) {
        self.number = number
        self.people = people
        model = evaluator.model
        plan = model.plans[number]
        soFar = plan.modifiers.longerCaps.map { _ in PaidSoFar() }
        calculator = AwardCalculator(evaluator)
    }

    func participations(in period: Period) -> [Participation] {
        ParticipationFinder(model: model).participations(of: plan, in: period, people: people)
    }

    /// The lines of all participations of one period, by participation and component.
    func lines(of participations: [Participation]) -> [[AwardLine]] {
        guard let period = participations.first?.period else { return [] }
        payEarlierPeriods(than: period)
        return pay(participations, period)
    }

    /// The lines under all that acts on a person's lines together; goes on with what has been paid so far.
    private func pay(_ participations: [Participation], _ period: Period) -> [[AwardLine]] {
        var lines = componentLines(of: participations)
        let caps = plan.modifiers.longerCaps
        guard plan.cap != nil || plan.guarantee != nil || !caps.isEmpty else { return lines }
        if plan.guarantee?.per != nil {
            earlierLines[period] = Dictionary(grouping: lines.joined(), by: { $0.participation.person })
        }
        let owners = Dictionary(grouping: participations.indices, by: { participations[$0].person })
        for own in owners.values {
            raiseToGuarantee(&lines, own)
            if let cap = plan.cap { limit(&lines, own, cap) }
        }
        for (index, cap) in caps.enumerated() {
            let longer = calculator.longerPeriod(cap.per, period)
            if soFar[index].longer != longer { soFar[index] = PaidSoFar(longer: longer) }
            for (person, own) in owners {
                let paid = own.flatMap { lines[$0] }.reduce(Int128(0)) { $0 + Int128($1.amount.value?.minorUnits ?? 0) }
                limit(&lines, own, longerCap: index, after: soFar[index].totals[person] ?? 0)
                soFar[index].totals[person, default: 0] += paid
            }
        }
        lastPaid = period
        return lines
    }

    // MARK: Components

    /// The lines of the components; that of the guarantee is nothing yet.
    private func componentLines(of participations: [Participation]) -> [[AwardLine]] {
        var lines = participations.map { _ in [AwardLine]() }
        for (index, component) in plan.components.enumerated() {
            for (participation, award) in awards(component, participations).enumerated() {
                lines[participation].append(line(index, participations[participation], award))
            }
        }
        guard plan.guarantee != nil else { return lines }
        for (number, participation) in participations.enumerated() {
            lines[number].append(line(plan.components.count, participation, RawAward(.value(.zero))))
        }
        return lines
    }

    private func awards(_ component: Component, _ participations: [Participation]) -> [RawAward] {
        guard component.isShared else { return participations.map { calculator.award(component, plan, $0) } }
        var awards = participations.map { _ in RawAward(.notComputable(.noUnit)) }
        let numbers = Dictionary(participations.enumerated().map { ($1, $0) }) { first, _ in first }
        for members in groups(component, participations) {
            for (participation, award) in zip(members.participations, calculator.awards(component, plan, members)) {
                if let number = numbers[participation] { awards[number] = award }
            }
        }
        return awards
    }

    /// A plan's own test knows one person, who is his whole group.
    private func groups(_ component: Component, _ participations: [Participation]) -> [AwardMembers] {
        if calculator.evaluator.given != nil {
            return [AwardMembers(subject: .company, participations: participations)]
        }
        return calculator.groups(component, plan, participations)
    }

    private func line(_ component: Int, _ participation: Participation, _ award: RawAward) -> AwardLine {
        let amount = award.amount.then { value throws(QuantityError) in
            try Money(payLine: value, in: model.currency, plan.rounding)
        }
        return AwardLine(
            plan: number, component: component, participation: participation, amount: amount, remarks: award.remarks)
    }

    // MARK: Caps

    /// Cuts what is above the plan's cap for a person, from the last component backwards, over all his participations.
    private func limit(_ lines: inout [[AwardLine]], _ own: [Int], _ cap: Checked<Measure>) {
        guard let context = calculator.context(own.compactMap { lines[$0].first?.participation }, plan) else { return }
        let limit = calculator.evaluator.number(cap, in: context).then { limit throws(QuantityError) in
            try Money(payLine: limit, in: model.currency, plan.rounding)
        }
        let places = places(own)
        guard let most = bounded(by: limit, &lines, places) else { return }
        let cuts = PlanCap.cuts(places.map { lines[$0.participation][$0.component].amount }, most: most)
        take(cuts, from: &lines, places) { .cappedByPlan($0, $1) }
    }

    /// Cuts what is above a cap for a longer period, or gives back what a return has freed of it.
    private func limit(_ lines: inout [[AwardLine]], _ own: [Int], longerCap index: Int, after before: Int128) {
        let cap = plan.modifiers.longerCaps[index]
        guard let participation = own.first.flatMap({ lines[$0].first?.participation }) else { return }
        let places = places(own)
        guard let most = bounded(by: calculator.limit(cap, plan, participation), &lines, places) else { return }
        let amounts = places.map { lines[$0.participation][$0.component].amount }
        let total = PlanCap.total(amounts)
        let left = PlanCap.left(of: total, after: before, most: most)
        let period = calculator.longerPeriod(cap.per, participation.period)?.description ?? cap.per.rawValue
        take(PlanCap.cuts(amounts, taking: total - left), from: &lines, places) {
            .capped(by: $0, for: period, ofPlan: true, $1)
        }
    }

    /// By rising component, and of one component the earlier participation first.
    private func places(_ own: [Int]) -> [(participation: Int, component: Int)] {
        (0..<plan.lineCount).flatMap { component in own.map { (participation: $0, component: component) } }
    }

    /// The limit; `nil` when it has no value, which leaves no award rather than an award without a limit.
    private func bounded(
        by limit: Outcome<Money>, _ lines: inout [[AwardLine]], _ places: [(participation: Int, component: Int)]
    ) -> Money? {
        if case .value(let most) = limit { return most }
        for (participation, component) in places where lines[participation][component].amount.value != nil {
            lines[participation][component].amount = limit
        }
        return nil
    }

    private func take(
        _ cuts: [Int64], from lines: inout [[AwardLine]], _ places: [(participation: Int, component: Int)],
        _ remark: (Int64, Currency) -> Remark
    ) {
        for ((participation, component), cut) in zip(places, cuts) where cut != 0 {
            guard case .value(let amount) = lines[participation][component].amount else { continue }
            lines[participation][component].amount = .value(
                Money(minorUnits: amount.minorUnits - cut, currency: model.currency))
            lines[participation][component].remarks.append(remark(cut, model.currency))
        }
    }

    // MARK: Earlier periods

    /// Pays the earlier periods of the longest period of a cap, in their order, so that what they came to is known; those that
    /// were paid just before are not paid again. A plan's own test has no earlier periods.
    private func payEarlierPeriods(than period: Period) {
        guard calculator.evaluator.given == nil, let longest = plan.modifiers.longerCaps.last,
            let longer = calculator.longerPeriod(longest.per, period)
        else { return }
        var missing: [Period] = []
        var next = model.calendar.period(after: period, by: -1)
        while let before = next, before != lastPaid, calculator.longerPeriod(longest.per, before) == longer {
            missing.append(before)
            next = model.calendar.period(after: before, by: -1)
        }
        if next == nil || next != lastPaid { soFar = soFar.map { _ in PaidSoFar() } }
        for before in missing.reversed() { _ = pay(participations(in: before), before) }
    }

    /// The components' lines of a person for an earlier period.
    func componentLines(of person: Int32, in period: Period) -> [AwardLine] {
        if let known = earlierLines[period] { return known[person] ?? [] }
        let lines = Dictionary(
            grouping: componentLines(of: participations(in: period)).joined(), by: { $0.participation.person })
        earlierLines[period] = lines
        return lines[person] ?? []
    }
}
