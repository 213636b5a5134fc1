internal import Company
internal import Formulas
internal import Periods
internal import Quantities

/// The time for which a person is guaranteed an amount, and what the plan's components pay him for it.
private struct GuaranteedTime {
    /// His stints that the guarantee holds for, in order.
    var stints: [Stint]
    /// The days of the whole period that the amount is stated for.
    var periodDays: Int
    /// The frame in which the amount is evaluated.
    var frame: Frame
    /// The lines of the components for these stints.
    var lines: [AwardLine]
}

extension PlanPay {
    /// Pays what a person's lines are short of the guarantee, on the last of his stints that it holds for.
    func raiseToGuarantee(_ lines: inout [[AwardLine]], _ own: [Int]) {
        guard let guarantee = plan.guarantee else { return }
        let number = plan.components.count
        let stints = own.compactMap { lines[$0].first?.stint }
        let ownLines = own.flatMap { lines[$0] }
        for (index, stint) in zip(own, stints) {
            switch topUp(guarantee, for: stint, among: stints, ownLines, nil) {
            case .elsewhere(let remark): lines[index][number].remarks.append(remark)
            case .here(let amount): lines[index][number].amount = amount
            }
        }
    }

    /// Writes down how the top-up of a stint comes about.
    func explainGuarantee(of stint: Stint, _ notebook: Notebook) {
        guard let guarantee = plan.guarantee else { return }
        let lines = componentLines(of: stint.person, in: stint.period)
        let stints = lines.filter { $0.component == 0 }.map(\.stint)
        _ = topUp(guarantee, for: stint, among: stints, lines, notebook)
    }

    private enum TopUp {
        case here(Outcome<Money>)
        /// Why nothing is topped up with this stint.
        case elsewhere(Remark)
    }

    private func topUp(
        _ guarantee: Guarantee, for stint: Stint, among own: [Stint], _ ownLines: [AwardLine], _ notebook: Notebook?
    ) -> TopUp {
        guard holds(guarantee, for: stint) else { return .elsewhere(.guaranteeOver(guarantee.first ?? 0)) }
        guard let time = guaranteedTime(guarantee, stint, own, ownLines) else {
            return .elsewhere(.guaranteeLater(guarantee.per))
        }
        return .here(shortfall(guarantee, time, notebook))
    }

    private func holds(_ guarantee: Guarantee, for stint: Stint) -> Bool {
        guard let first = guarantee.first, let number = calculator.tenure(of: stint, plan) else { return true }
        return number <= first
    }

    /// `nil` before the last stint that the guarantee holds for, and in a plan's own test when it is stated for longer: a test
    /// is one period, and others follow it.
    private func guaranteedTime(
        _ guarantee: Guarantee, _ stint: Stint, _ own: [Stint], _ ownLines: [AwardLine]
    ) -> GuaranteedTime? {
        guard let kind = guarantee.per else {
            let stints = own.filter { holds(guarantee, for: $0) }
            guard stints.last == stint, let frame = calculator.frame(stints, plan) else { return nil }
            return GuaranteedTime(
                stints: stints, periodDays: stint.periodDays, frame: frame,
                lines: ownLines.filter { stints.contains($0.stint) })
        }
        guard calculator.evaluator.given == nil, let longer = calculator.longerPeriod(kind, stint.period) else {
            return nil
        }
        let stints = calculator.stints(of: stint.person, plan, in: longer).filter { holds(guarantee, for: $0) }
        guard stints.last == stint else { return nil }
        let parts = calculator.parts(of: longer, plan)
        let lines = parts.filter { $0.range.until <= stint.period.range.from }.flatMap {
            componentLines(of: stint.person, in: $0)
        }
        return GuaranteedTime(
            stints: stints, periodDays: parts.reduce(0) { $0 + days(of: $1) },
            frame: calculator.frame(stint, plan, over: kind),
            lines: (lines + ownLines).filter { stints.contains($0.stint) })
    }

    private func days(of period: Period) -> Int {
        Proration.share(of: period.range, in: period.range, by: plan.proration, model.workingCalendar)?.of ?? 0
    }

    /// What the components' lines are short of the guaranteed amount; a line without a value leaves it open.
    private func shortfall(
        _ guarantee: Guarantee, _ time: GuaranteedTime, _ notebook: Notebook?
    ) -> Outcome<Money> {
        let whole = calculator.evaluator.number(guarantee.amount, in: time.frame)
        let due = whole.then { whole throws(QuantityError) in
            guard time.periodDays > 0 else { return Money(minorUnits: 0, currency: model.currency) }
            let worked = try time.stints.map(\.workedDays).total()
            let due = try whole.multiplied(by: worked, dividedBy: FixedDecimal(time.periodDays))
            return try Money(payLine: due, in: model.currency, plan.rounding)
        }
        let paid = paid(by: time.lines)
        explain(guarantee, time, due, paid, notebook)
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
        _ notebook: Notebook?
    ) {
        guard let notebook else { return }
        let explainer = calculator.explainer
        notebook.add(explainer.formula(guarantee.amount, .amount, calculator.money, in: time.frame))
        if let worked = try? time.stints.map(\.workedDays).total(),
            let share = try? worked.divided(by: FixedDecimal(time.periodDays)), share != .one
        {
            notebook.add(Explanation(.timeShare, .figure(share, MetricUnit(.plain, isPercent: true))))
        }
        notebook.add(Explanation(.guaranteed, due.map(\.amount), calculator.money))
        notebook.add(Explanation(.earned, paid.map(\.amount), calculator.money))
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
