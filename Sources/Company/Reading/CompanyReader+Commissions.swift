internal import Formulas
internal import Quantities

extension CompanyReader {
    func commission(_ entry: Entry, _ fields: Fields) -> Commission? {
        let rate = fields.take("rate")
        let rates = fields.take("rates")
        let tiers = fields.take("tiers")
        guard let base = formula(entry, MeasureScope(names)) else { return nil }
        guard base.unit.isMoney || base.unit == .pieces else {
            findings.add(
                [
                    .wrongType(
                        expected: LocalizedText(en: "money or pieces", ru: "деньги или штуки"),
                        found: base.type.described, base.span)
                ],
                in: entry)
            return nil
        }
        switch (rate, rates, tiers) {
        case (let rate?, nil, nil):
            return self.rate(rate, base.unit).map { Commission(base: base, pricing: .rate($0)) }
        case (nil, let rates?, nil):
            return self.rates(rates, base, entry).map { Commission(base: base, pricing: $0) }
        case (nil, nil, let tiers?):
            return self.tiers(tiers, base.unit).map { Commission(base: base, pricing: $0) }
        default:
            findings.report(
                "commission-price", at: entry.place,
                LocalizedText(
                    en: "a commission has exactly one of rate, rates, tiers",
                    ru: "у комиссии должно быть ровно одно из rate, rates, tiers"),
                remedy: rate ?? rates ?? tiers == nil
                    ? LocalizedText(en: "for instance 'rate: 5%'", ru: "например, «rate: 5%»")
                    : LocalizedText(en: "keep one of them", ru: "оставьте одно"))
            return nil
        }
    }

    /// A rate on money is a plain number; on pieces it is money per piece, and plain money means that too.
    private func rate(_ entry: Entry, _ unit: Unit) -> Checked<Measure>? {
        guard let rate = formula(entry, MeasureScope(names)) else { return nil }
        if isRate(rate.type.unit, on: unit) { return rate }
        findings.add([.wrongType(expected: rateType(on: unit), found: rate.type.described, rate.span)], in: entry)
        return nil
    }

    private func isRate(_ rate: Unit?, on unit: Unit) -> Bool {
        guard let rate else { return false }
        if unit.isMoney { return rate.isPlain }
        return rate.droppingPieceDenominator() == .money(names.currency)
    }

    func rateType(on unit: Unit) -> LocalizedText {
        unit.isMoney
            ? LocalizedText(en: "a percentage", ru: "процент")
            : LocalizedText(en: "money for each piece", ru: "деньги за штуку")
    }

    func rateConstant(_ entry: Entry, on unit: Unit) -> FixedDecimal? {
        guard let (value, found) = constant(entry) else { return nil }
        if (value.isZero && found.isPlain) || isRate(found, on: unit) { return value }
        findings.add(
            [
                .wrongType(
                    expected: rateType(on: unit), found: FormulaType.number(found).described,
                    TextSpan(0, entry.text?.count ?? 1))
            ],
            in: entry)
        return nil
    }

    // MARK: Tiers

    private func tiers(_ entry: Entry, _ unit: Unit) -> Commission.Pricing? {
        guard let fields = Fields(entry, findings) else { return nil }
        let target = fields.take("target").flatMap { formula($0, MeasureScope(names), expecting: .number(unit)) }
        let hasTarget = fields.entry.pairs?.contains { $0.key.text == "target" } ?? false
        let modes = TierTable.Mode.allCases.compactMap { mode in fields.take(mode.rawValue).map { (mode, $0) } }
        // Bounds without a word for their meaning would only be called unknown keys, one by one.
        if modes.isEmpty { fields.ignoreRest() }
        fields.finish()
        guard modes.count == 1, let (mode, table) = modes.first else {
            findings.report(
                "tier-mode", at: entry.place,
                LocalizedText(
                    en: "tiers must say what they mean: exactly one of marginal, whole, overage",
                    ru: "ступени должны сказать, что они значат: ровно одно из marginal, whole, overage"),
                remedy: LocalizedText(
                    en:
                        "marginal: each slice at its own rate; whole: the tier reached prices everything; overage: the tier reached prices all above the target",
                    ru:
                        "marginal: каждая часть по своей ставке; whole: достигнутая ступень на всё; overage: достигнутая ступень на всё сверх плана"
                ))
            return nil
        }
        if mode == .overage, !hasTarget {
            findings.report(
                "missing-key", at: entry.place,
                LocalizedText(en: "'overage' needs a 'target'", ru: "для «overage» нужен «target»"),
                remedy: LocalizedText(
                    en: "for instance 'target: target(sales)'", ru: "например, «target: target(sales)»"))
            return nil
        }
        if hasTarget, target == nil { return nil }
        return tierTable(table, mode, bounds: hasTarget ? .plain : unit, unit).map { .tiers($0, target: target) }
    }

    private func tierTable(_ entry: Entry, _ mode: TierTable.Mode, bounds: Unit, _ unit: Unit) -> TierTable? {
        guard let pairs = entry.pairs, !pairs.isEmpty else {
            findings.expected(
                LocalizedText(
                    en: "tiers such as {0 RUB: 3%, 1 000 000 RUB: 5%}",
                    ru: "ступени вида {0 RUB: 3%, 1 000 000 RUB: 5%}"), at: entry)
            return nil
        }
        let tiers = pairs.compactMap { key, value -> TierTable.Tier? in
            guard let from = constant(key, in: bounds) else { return nil }
            return tier(value, from: from, unit)
        }
        guard tiers.count == pairs.count, isRising(tiers.map(\.from), entry) else { return nil }
        if tiers.contains(where: { $0.from.isNegative }) {
            findings.report(
                "negative-bound", at: entry.place,
                LocalizedText(en: "a tier cannot begin below zero", ru: "ступень не может начинаться ниже нуля"),
                remedy: LocalizedText(
                    en: "negative volume earns minus what the positive earns",
                    ru: "отрицательный объём стоит минус столько же"))
            return nil
        }
        return TierTable(mode, tiers)
    }

    private func tier(_ entry: Entry, from: FixedDecimal, _ unit: Unit) -> TierTable.Tier? {
        guard entry.pairs != nil else {
            return rateConstant(entry, on: unit).map { TierTable.Tier(from: from, rate: $0) }
        }
        guard let fields = Fields(entry, findings) else { return nil }
        let rate = fields.take("rate").map { rateConstant($0, on: unit) } ?? .zero
        let fixed = fields.take("fixed").map { constant($0, in: .money(names.currency)) } ?? .zero
        fields.finish()
        guard let rate, let fixed else { return nil }
        return TierTable.Tier(from: from, rate: rate, fixed: fixed)
    }
}
