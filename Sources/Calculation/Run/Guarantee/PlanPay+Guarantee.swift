internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// The time for which a person is guaranteed an amount, and what the plan's components pay him for it.
private struct GuaranteedTime {
    /// His participations that the guarantee holds for, in order.
    var participations: [Participation]
    /// The days of the whole period that the amount is stated for.
    var periodDays: Int
    /// The context in which the amount is evaluated.
    var context: EvaluationContext
    /// The lines of the components for these participations.
    var lines: [AwardLine]
}

extension PlanPay {
    /// Pays what a person's lines are short of the guarantee, on the last of his participations that it holds for.
    func raiseToGuarantee(_ lines: inout [[AwardLine]], _ own: [Int]) {
        guard let guarantee = plan.guarantee else { return }
        let number = plan.components.count
        let participations = own.compactMap { lines[$0].first?.participation }
        let ownLines = own.flatMap { lines[$0] }
        for (index, participation) in zip(own, participations) {
            switch topUp(guarantee, for: participation, among: participations, ownLines, nil) {
            case .elsewhere(let remark): lines[index][number].remarks.append(remark)
            case .here(let amount): lines[index][number].amount = amount
            }
        }
    }

    /// Writes down how the top-up of a participation comes about.
    func explainGuarantee(of participation: Participation, _ trace: Trace) {
        guard let guarantee = plan.guarantee else { return }
        let lines = componentLines(of: participation.person, in: participation.period)
        let participations = lines.filter { $0.component == 0 }.map(\.participation)
        _ = topUp(guarantee, for: participation, among: participations, lines, trace)
    }

    private enum TopUp {
        case here(Outcome<Money>)
        /// Why nothing is topped up with this participation.
        case elsewhere(Remark)
    }

    private func topUp(
        _ guarantee: Guarantee, for participation: Participation, among own: [Participation], _ ownLines: [AwardLine],
        _ trace: Trace?
    ) -> TopUp {
        guard holds(guarantee, for: participation) else { return .elsewhere(.guaranteeOver(guarantee.first ?? 0)) }
        guard let time = guaranteedTime(guarantee, participation, own, ownLines) else {
            return .elsewhere(.guaranteeLater(guarantee.per))
        }
        return .here(shortfall(guarantee, time, trace))
    }

    private func holds(_ guarantee: Guarantee, for participation: Participation) -> Bool {
        guard let first = guarantee.first, let number = calculator.tenure(of: participation, plan) else { return true }
        return number <= first
    }

    /// `nil` before the last participation that the guarantee holds for, and in a plan's own test when it is stated for longer: a test
    /// is one period, and others follow it.
    private func guaranteedTime(
        _ guarantee: Guarantee, _ participation: Participation, _ own: [Participation], _ ownLines: [AwardLine]
    ) -> GuaranteedTime? {
        guard let kind = guarantee.per else {
            let participations = own.filter { holds(guarantee, for: $0) }
            guard participations.last == participation, let context = calculator.context(participations, plan) else {
                return nil
            }
            return GuaranteedTime(
                participations: participations, periodDays: participation.periodDays, context: context,
                lines: ownLines.filter { participations.contains($0.participation) })
        }
        guard calculator.evaluator.given == nil, let longer = calculator.longerPeriod(kind, participation.period) else {
            return nil
        }
        let participations = calculator.participations(of: participation.person, plan, in: longer).filter {
            holds(guarantee, for: $0)
        }
        guard participations.last == participation else { return nil }
        let parts = calculator.parts(of: longer, plan)
        let lines = parts.filter { $0.range.until <= participation.period.range.from }.flatMap {
            componentLines(of: participation.person, in: $0)
        }
        return GuaranteedTime(
            participations: participations, periodDays: parts.reduce(0) { $0 + days(of: $1) },
            context: calculator.context(participation, plan, over: kind),
            lines: (lines + ownLines).filter { participations.contains($0.participation) })
    }

    private func days(of period: Period) -> Int {
        Proration.share(of: period.range, in: period.range, by: plan.proration, model.workingCalendar)?.of ?? 0
    }

    /// What the components' lines are short of the guaranteed amount; a line without a value leaves it open.
    private func shortfall(
        _ guarantee: Guarantee, _ time: GuaranteedTime, _ trace: Trace?
    ) -> Outcome<Money> {
        let whole = calculator.evaluator.number(guarantee.amount, in: time.context)
        let due = whole.then { whole throws(QuantityError) in
            guard time.periodDays > 0 else { return Money(minorUnits: 0, currency: model.currency) }
            let worked = try time.participations.map(\.workedDays).total()
            let due = try whole.multiplied(by: worked, dividedBy: FixedDecimal(time.periodDays))
            return try Money(payLine: due, in: model.currency, plan.rounding)
        }
        let paid = paid(by: time.lines)
        explain(guarantee, time, due, paid, trace)
        switch (due, paid) {
        case (.notComputable(let reason), _), (_, .notComputable(let reason)): return .notComputable(reason)
        case (.value(let due), .value(let paid)):
            return .computing { () throws(QuantityError) in
                let missing = try due.subtracting(paid)
                return missing.minorUnits > 0 ? missing : Money(minorUnits: 0, currency: model.currency)
            }
        }
    }

    private func paid(by lines: [AwardLine]) -> Outcome<Money> {
        if let reason = lines.lazy.compactMap(\.amount.reason).first { return .notComputable(reason) }
        return .computing { () throws(QuantityError) in
            var sum = Money(minorUnits: 0, currency: model.currency)
            for line in lines { if case .value(let amount) = line.amount { sum = try sum.adding(amount) } }
            return sum
        }
    }

    private func explain(
        _ guarantee: Guarantee, _ time: GuaranteedTime, _ due: Outcome<Money>, _ paid: Outcome<Money>,
        _ trace: Trace?
    ) {
        guard let trace else { return }
        let explainer = calculator.explainer
        trace.add(explainer.formula(guarantee.amount, .amount, calculator.money, in: time.context))
        if let worked = try? time.participations.map(\.workedDays).total(),
            let share = try? worked.divided(by: FixedDecimal(time.periodDays)), share != .one
        {
            trace.add(Explanation(.timeShare, .figure(share, MetricUnit(.plain, isPercent: true))))
        }
        trace.add(Explanation(.guaranteed, due.map(\.amount), calculator.money))
        trace.add(Explanation(.earned, paid.map(\.amount), calculator.money))
    }
}

extension Remark {
    fileprivate static func guaranteeOver(_ first: Int) -> Remark {
        Remark(
            "guarantee-over", ["first": .count(first)],
            en: "guaranteed only for the first periods on the plan: \(first)",
            ru: "гарантия только на первые периоды в плане: \(first)")
    }

    fileprivate static func guaranteeLater(_ kind: PeriodKind?) -> Remark {
        guard let kind else {
            return Remark(
                "guarantee-later", en: "topped up together with his later days of the period",
                ru: "доплата вместе с более поздними днями периода")
        }
        return Remark(
            "guarantee-later", ["end": .name(kind.rawValue)], en: "topped up at the end of the \(kind.rawValue)",
            ru: "доплата в конце \(kind.russianGenitive)")
    }
}

extension LocalizedText {
    fileprivate static let guaranteed = LocalizedText(en: "guaranteed", ru: "гарантировано")
    fileprivate static let earned = LocalizedText(en: "paid by the components", ru: "начислено по составляющим")
}
