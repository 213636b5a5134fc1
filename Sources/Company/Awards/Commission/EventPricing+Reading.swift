internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// Commissions whose lines are priced and rounded one by one: `each: event`.
extension AwardReader {
    func eventPricing(
        _ price: CommissionPrice, _ base: Checked<Measure>, _ entry: YAMLEntry, _ period: PeriodKind
    ) -> EventPricing? {
        guard let sum = summed(base) else {
            reportNoLines(entry)
            return nil
        }
        var pricing = EventPricing(aggregate: names.register(sum))
        switch (price.rate, price.rates, price.tiers) {
        case (let rate?, nil, nil):
            guard let rate = self.rate(rate, base.unit) else { return nil }
            pricing.rate = rate
        case (nil, let rates?, let tiers):
            guard let rated = self.rates(rates, base, entry) else { return nil }
            pricing.rates = LineRates(table: rated.table, aggregate: names.register(lineRate(rated)))
            // The rates are those of the table; what the tiers hold are factors of them.
            if let tiers, !addTiers(tiers, base.unit, rates: .money(names.currency), period, to: &pricing) {
                return nil
            }
        case (nil, nil, let tiers?):
            guard addTiers(tiers, base.unit, rates: nil, period, to: &pricing) else { return nil }
        default:
            reportPrice(
                entry,
                LocalizedText(
                    en: "with 'each: event' a commission has rate, rates, tiers, or rates and tiers",
                    ru: "с «each: event» у комиссии бывает rate, rates, tiers или rates и tiers"),
                remedy: price.isMissing
                    ? LocalizedText(en: "for instance 'rate: 5%'", ru: "например, «rate: 5%»")
                    : LocalizedText(en: "remove 'rate'", ru: "уберите «rate»"))
            return nil
        }
        return pricing
    }

    /// The rate of each line of a sum, as a figure of its own over the same lines.
    private func lineRate(_ rated: RatedSum) -> Aggregate {
        var rate = rated.sum
        rate.function = .last
        rate.value = Checked(.reference(.rate(rated.table)), .number(.plain), TextSpan(0, 0))
        rate.text = "rate(\(rated.table.name ?? rated.table.dimensions.map(\.name).joined(separator: ", ")))"
        return rate
    }

    private func addTiers(
        _ entry: YAMLEntry, _ unit: Unit, rates: Unit?, _ period: PeriodKind, to pricing: inout EventPricing
    ) -> Bool {
        guard let tiers = self.tiers(entry, unit, rates: rates, period) else { return false }
        let hasFixed = tiers.table.tiers.contains { !$0.fixed.isZero }
        guard tiers.table.mode == .marginal, tiers.over == nil, tiers.linked == nil, !hasFixed else {
            reportNotByEvent(entry)
            return false
        }
        pricing.tiers = tiers.table
        pricing.target = tiers.target
        return true
    }

    private func reportNoLines(_ entry: YAMLEntry) {
        findings.report(
            "each-base", at: entry.place,
            LocalizedText(
                en: "'each: event' prices the events of one sum, and this is none",
                ru: "«each: event» оценивает события одной суммы, а здесь её нет"),
            remedy: LocalizedText(
                en: "name a metric whose value is sum(event.field)",
                ru: "назовите показатель со значением sum(событие.поле)"))
    }

    private func reportNotByEvent(_ entry: YAMLEntry) {
        findings.report(
            "each-tiers", at: entry.place,
            LocalizedText(
                en: "with 'each: event' tiers are marginal, of one period, without fixed parts and without 'linked'",
                ru: "с «each: event» ступени — marginal, за один период, без фиксированных частей и без «linked»"),
            remedy: LocalizedText(
                en: "write tiers: {marginal: {…}}, or remove 'each: event'",
                ru: "пишите tiers: {marginal: {…}} или уберите «each: event»"))
    }
}
