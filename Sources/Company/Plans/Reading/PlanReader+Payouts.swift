internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// When an award is paid: holds, deferrals, draws, and the company's own rules of settling.
extension PlanReader {
    func payout(_ fields: Fields) -> Payout? {
        let hold = fields.take("hold")
        let deferral = fields.take("defer")
        let leaver = fields.take("leaver")
        switch (hold, deferral) {
        case (nil, nil):
            if let leaver { reportLeaverAlone(leaver) }
            return nil
        case (let hold?, nil):
            if let leaver { reportLeaverAlone(leaver) }
            return self.hold(hold).map { .hold($0) }
        case (nil, let deferral?):
            return self.deferral(deferral, leaver).map { .deferral($0) }
        case (.some, let deferral?):
            findings.report(
                "hold-and-defer", at: deferral.place,
                LocalizedText(
                    en: "a component is either held or deferred", ru: "составляющую либо удерживают, либо откладывают"),
                remedy: LocalizedText(
                    en: "keep one of them, or make two components", ru: "оставьте одно или сделайте две составляющие"))
            return nil
        }
    }

    private func reportLeaverAlone(_ entry: YAMLEntry) {
        findings.report(
            "leaver-without-defer", at: entry.place,
            LocalizedText(
                en: "'leaver' says what becomes of deferred tranches, and there are none",
                ru: "«leaver» говорит, что будет с отложенными частями, а их нет"),
            remedy: LocalizedText(en: "add 'defer', or remove it", ru: "добавьте «defer» или уберите"))
    }

    // MARK: Holds

    private func hold(_ entry: YAMLEntry) -> Hold? {
        guard let fields = Fields(entry, findings) else { return nil }
        defer { fields.finish() }
        let ways = HoldKey.allCases.compactMap { key in fields.take(key.rawValue).map { (key, $0) } }
        if ways.isEmpty, fields.reportMisspelt(HoldKey.allCases.map(\.rawValue)) { return nil }
        guard ways.count == 1, let (key, value) = ways.first else {
            findings.report(
                "hold-release", at: entry.place,
                LocalizedText(
                    en: "a hold has exactly one of release, for, until",
                    ru: "у удержания должно быть ровно одно из release, for, until"),
                remedy: LocalizedText(
                    en: "for instance 'hold: {release: collected / sales}' or 'hold: {for: 90 days}'",
                    ru: "например, «hold: {release: collected / sales}» или «hold: {for: 90 days}»"))
            return nil
        }
        switch key {
        case .release:
            let release = shareOrCondition(value)
            lookAtPercentages(of: release, in: value, as: .part)
            return release.map { $0.type == .flag ? .condition($0) : .share($0) }
        case .for: return timeStep(value).map { .time($0) }
        case .until: return day(value).map { .day($0) }
        }
    }

    /// The keys that say when what is held becomes free.
    private enum HoldKey: String, CaseIterable {
        case release, `for`, until
    }

    /// A plain number or a condition.
    private func shareOrCondition(_ entry: YAMLEntry) -> Checked<Measure>? {
        guard let checked = formula(entry, MeasureScope(names)) else { return nil }
        if checked.type == .flag || checked.type == .number(.plain) { return checked }
        findings.add(
            [
                .wrongType(
                    expected: LocalizedText(en: "a share or a condition", ru: "доля или условие"),
                    found: checked.type.described, checked.span)
            ], in: entry)
        return nil
    }

    private func timeStep(_ entry: YAMLEntry) -> TimeStep? {
        guard let text = findings.text(entry) else { return nil }
        if let step = TimeStep(parsing: text) { return step }
        findings.expected(
            LocalizedText(en: "a length of time such as '90 days'", ru: "срок вида «90 дней»"), at: entry,
            remedy: LocalizedText(
                en: "a number and days, weeks, months, quarters or years",
                ru: "число и дней, недель, месяцев, кварталов или лет"))
        return nil
    }

    // MARK: Deferrals

    private func deferral(_ entry: YAMLEntry, _ leaver: YAMLEntry?) -> Deferral? {
        let tranches = entry.elements.compactMap { tranche($0) }
        guard tranches.count == entry.elements.count else { return nil }
        let total = tranches.reduce(FixedDecimal.zero) { sum, tranche in (try? sum.adding(tranche.share)) ?? sum }
        guard total == .one else {
            let percent = (try? total.multiplied(by: 100)) ?? total
            findings.report(
                "tranche-shares", at: entry.place,
                LocalizedText(
                    en: "the shares of the tranches total \(percent) %, not 100 %",
                    ru: "доли частей дают в сумме \(percent) %, а не 100 %"),
                remedy: LocalizedText(en: "they must total 100 %", ru: "в сумме должно быть 100 %"))
            return nil
        }
        guard let leaver else {
            findings.report(
                "missing-key", at: entry.place,
                LocalizedText(
                    en: "'leaver' is missing: what becomes of the tranches when their owner leaves",
                    ru: "нет «leaver»: что будет с частями, когда сотрудник уйдёт"),
                remedy: LocalizedText(
                    en: "add 'leaver: forfeit', 'keep' or 'pay' beside 'defer'",
                    ru: "добавьте рядом с «defer» «leaver: forfeit», «keep» или «pay»"))
            return nil
        }
        return findings.choice(leaver, LeaverRule.self).map { Deferral(tranches: tranches, leaver: $0) }
    }

    private func tranche(_ entry: YAMLEntry) -> Deferral.Tranche? {
        guard let fields = Fields(entry, findings) else { return nil }
        let share = fields.require("share").flatMap { self.share($0) }
        let after = fields.take("after")
        let condition = fields.take("when").flatMap { formula($0, MeasureScope(names), expecting: .flag) }
        let paid = fields.take("pays")
        let pays = paid.flatMap { formula($0, MeasureScope(names), expecting: .number(.plain)) }
        lookAtPercentages(of: pays, in: paid, as: .part)
        fields.finish()
        if after == nil, condition != nil || pays != nil {
            findings.report(
                "tranche-without-day", at: entry.place,
                LocalizedText(
                    en: "a tranche with a condition needs a day on which it is looked at",
                    ru: "части с условием нужен день, когда оно проверяется"),
                remedy: LocalizedText(en: "add 'after: 1 year'", ru: "добавьте «after: 1 year»"))
            return nil
        }
        guard let share else { return nil }
        guard let after else { return Deferral.Tranche(share: share) }
        return timeStep(after).map { Deferral.Tranche(share: share, after: $0, condition: condition, pays: pays) }
    }

    private func share(_ entry: YAMLEntry) -> FixedDecimal? {
        guard let share = constant(entry, in: .plain) else { return nil }
        if share > .zero { return share }
        findings.expected(LocalizedText(en: "a share above zero", ru: "доля больше нуля"), at: entry)
        return nil
    }

    // MARK: Draws

    /// `draw: {amount: 40 000 RUB, limit: 120 000 RUB, recover: 50%, every: quarter, first: 6}`
    func draw(_ entry: YAMLEntry) -> Draw? {
        guard let fields = Fields(entry, findings) else { return nil }
        let scope = MeasureScope(names)
        let amount = fields.require("amount").flatMap { formula($0, scope, expecting: money) }
        let limit = fields.take("limit").flatMap { formula($0, scope, expecting: money) }
        let recovery = fields.take("recover").flatMap { drawRecovery($0) }
        let interval = fields.take("every").flatMap { findings.endingPeriod($0) }
        let first = fields.take("first").flatMap { count($0) }
        fields.finish()
        return amount.map { Draw(amount: $0, limit: limit, recovery: recovery, interval: interval, first: first) }
    }

    private func drawRecovery(_ entry: YAMLEntry) -> Checked<Measure>? {
        guard let checked = formula(entry, MeasureScope(names)) else { return nil }
        // A formula may leave the range and is then limited; a number that does is a slip.
        if checked.type == .number(.plain), let share = checked.constant, share < .zero || .one < share {
            findings.expected(LocalizedText(en: "a share from 0 % to 100 %", ru: "доля от 0 % до 100 %"), at: entry)
            return nil
        }
        if checked.type == money || checked.type == .number(.plain) { return checked }
        findings.add([.wrongType(expected: money.described, found: checked.type.described, checked.span)], in: entry)
        return nil
    }

    private func count(_ entry: YAMLEntry) -> Int? {
        if let text = entry.text, let number = Int(text), number > 0 { return number }
        findings.expected(LocalizedText(en: "a whole number above zero", ru: "целое число больше нуля"), at: entry)
        return nil
    }
}
