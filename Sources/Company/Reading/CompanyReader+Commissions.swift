internal import Formulas
internal import Periods
internal import Quantities

extension CompanyReader {
    func commission(_ entry: Entry, _ fields: Fields, _ period: PeriodKind) -> Commission? {
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
            guard let pricing = self.tiers(tiers, base.unit, period), pricing.over == nil || hasTotal(base, entry)
            else { return nil }
            return Commission(base: base, pricing: .tiers(pricing))
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
}
