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
            return table(rates, base, entry).map { Commission(base: base, pricing: $0) }
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

    private func rateType(on unit: Unit) -> LocalizedText {
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

    // MARK: Rates by a field

    private func table(_ entry: Entry, _ base: Checked<Measure>, _ baseEntry: Entry) -> Commission.Pricing? {
        guard let fields = Fields(entry, findings) else { return nil }
        let by = fields.require("by")
        let rows = fields.require("table")
        let otherwise = fields.take("otherwise").flatMap { rateConstant($0, on: base.unit) }
        fields.finish()
        guard let by, let rows, let field = rateField(by) else { return nil }
        guard var aggregate = summed(base), aggregate.event == field.event else {
            findings.report(
                "rates-base", at: baseEntry.place,
                LocalizedText(
                    en: "rates by a field need a commission on one sum of the events that have the field",
                    ru: "ставкам по полю нужна комиссия с одной суммы по событиям, у которых есть это поле"),
                remedy: LocalizedText(
                    en: "name a metric whose value is sum(event.field)",
                    ru: "назовите показатель со значением sum(событие.поле)"))
            return nil
        }
        var rates: [String: FixedRate] = [:]
        guard let pairs = rows.pairs else {
            findings.expected(
                LocalizedText(en: "rates such as {bikes: 3%}", ru: "ставки вида {bikes: 3%}"), at: rows)
            return nil
        }
        for (key, value) in pairs {
            guard let name = findings.text(key), let rate = rateConstant(value, on: base.unit) else { continue }
            rates[name] = rate
        }
        let table = RateTable(field: field, rates: rates, otherwise: otherwise)
        aggregate.rates = table
        return .rates(table, aggregate: names.register(aggregate))
    }

    private func rateField(_ entry: Entry) -> FieldReference? {
        guard let text = findings.text(entry) else { return nil }
        let path = text.split(separator: ".").map(String.init)
        guard let event = names.eventKind(named: path.first ?? "") else {
            findings.add([.unknownName(text, known: names.eventKinds.map(\.name), TextSpan(0, text.count))], in: entry)
            return nil
        }
        let (formula, faults) = Checker.check(text, in: FieldScope(names, event: event))
        findings.add(faults, in: entry)
        guard let formula, case .reference(let reference) = formula.node else { return nil }
        switch formula.type {
        case .text, .record: return reference
        default:
            findings.add(
                [
                    .wrongType(
                        expected: LocalizedText(en: "a text or a record", ru: "текст или запись"),
                        found: formula.type.described, formula.span)
                ],
                in: entry)
            return nil
        }
    }

    /// The one sum over events that a figure is, through metrics that only name it.
    private func summed(_ formula: Checked<Measure>) -> Aggregate? {
        switch formula.node {
        case .reference(.aggregate(let number)):
            let aggregate = names.aggregates[number]
            return aggregate.function == .sum ? aggregate : nil
        case .reference(.metric(let metric)):
            guard metrics.indices.contains(metric), case .formula(let inner) = metrics[metric].source else {
                return nil
            }
            return summed(inner)
        default:
            return nil
        }
    }
}
