internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// The keys that price a commission.
struct CommissionPrice {
    var rate: YAMLEntry?
    var rates: YAMLEntry?
    var tiers: YAMLEntry?
    var each: YAMLEntry?

    /// What is priced by itself.
    enum Each: String, CaseIterable {
        case event
    }

    var isMissing: Bool { rate == nil && rates == nil && tiers == nil }
}

extension Commission: AwardDefinition {
    static func read(_ entry: YAMLEntry, _ fields: Fields, _ reader: AwardReader) -> Commission? {
        reader.commission(entry, fields)
    }

    var conditionOfGroup: PersonInGroup? { nil }
}

extension AwardReader {
    fileprivate func commission(_ entry: YAMLEntry, _ fields: Fields) -> Commission? {
        let price = CommissionPrice(
            rate: fields.take("rate"), rates: fields.take("rates"), tiers: fields.take("tiers"),
            each: fields.take("each"))
        if price.tiers != nil, let target = fields.take("target") {
            findings.report(
                "unknown-key", at: target.place,
                LocalizedText(
                    en: "the target of tiers stands inside 'tiers', not beside it",
                    ru: "«target» ступеней стоит внутри «tiers», а не рядом"),
                remedy: .sharesOfTarget)
            return nil
        }
        if price.isMissing, fields.reportMisspelt(["rate", "rates", "tiers"]) { return nil }
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
        if let each = price.each {
            guard findings.choice(each, CommissionPrice.Each.self) != nil else { return nil }
            return eventPricing(price, base, entry, period).map { Commission(base: base, pricing: .events($0)) }
        }
        return pricing(price, base, entry, period).map { Commission(base: base, pricing: $0) }
    }

    private func pricing(
        _ price: CommissionPrice, _ base: Checked<Measure>, _ entry: YAMLEntry, _ period: PeriodKind
    ) -> Commission.Pricing? {
        switch (price.rate, price.rates, price.tiers) {
        case (let rate?, nil, nil):
            return self.rate(rate, base.unit).map { .rate($0) }
        case (nil, let rates?, nil):
            return self.rates(rates, base, entry).map { .rates($0.table, aggregate: names.register($0.priced)) }
        case (nil, nil, let tiers?):
            guard let pricing = self.tiers(tiers, base.unit, period), pricing.over == nil || hasTotal(base, entry)
            else { return nil }
            return .tiers(pricing)
        case (nil, .some, .some):
            reportPrice(
                entry,
                LocalizedText(
                    en: "with rates and tiers every event is priced by itself",
                    ru: "ставки и ступени вместе оценивают каждое событие отдельно"),
                remedy: LocalizedText(
                    en: "add 'each: event', or keep one of them", ru: "добавьте «each: event» или оставьте одно"))
            return nil
        default:
            reportPrice(
                entry,
                LocalizedText(
                    en: "a commission has exactly one of rate, rates, tiers",
                    ru: "у комиссии должно быть ровно одно из rate, rates, tiers"),
                remedy: price.isMissing
                    ? LocalizedText(en: "for instance 'rate: 5%'", ru: "например, «rate: 5%»")
                    : LocalizedText(en: "keep one of them", ru: "оставьте одно"))
            return nil
        }
    }

    func reportPrice(_ entry: YAMLEntry, _ message: LocalizedText, remedy: LocalizedText) {
        findings.report("commission-price", at: entry.place, message, remedy: remedy)
    }
}
