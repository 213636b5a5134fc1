internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

extension PlanReader {
    /// The line of a guarantee has its own name, which no component may have.
    func guarantee(_ fields: Fields, of plan: Plan) -> Guarantee? {
        guard let entry = fields.take("guarantee"), let guarantee = guarantee(entry, plan.period) else { return nil }
        guard plan.line(named: Guarantee.name) != nil else { return guarantee }
        findings.report(
            "guarantee-name", at: entry.place,
            LocalizedText(
                en: "the plan has a component '\(Guarantee.name)' already",
                ru: "у плана уже есть составляющая «\(Guarantee.name)»"),
            remedy: LocalizedText(en: "give the component another name", ru: "назовите составляющую иначе"))
        return nil
    }

    /// A money formula, or `{amount: …, first: 3, per: quarter}`.
    private func guarantee(_ entry: YAMLEntry, _ period: PeriodKind) -> Guarantee? {
        let scope = MeasureScope(names)
        if entry.pairs == nil {
            return formula(entry, scope, expecting: money).map {
                Guarantee(amount: $0, first: nil, per: nil, place: entry.place)
            }
        }
        guard let fields = Fields(entry, findings) else { return nil }
        let amount = fields.require("amount").flatMap { formula($0, scope, expecting: money) }
        let first = fields.take("first").map { wholeNumber($0) }
        let per = fields.take("per").map { longerPeriod($0, than: period, of: .partsOfYear) }
        fields.finish()
        guard let amount, first != .some(nil), per != .some(nil) else { return nil }
        return Guarantee(amount: amount, first: first ?? nil, per: per ?? nil, place: entry.place)
    }

    private func wholeNumber(_ entry: YAMLEntry) -> Int? {
        guard let value = constant(entry, in: .plain) else { return nil }
        if let number = try? value.integer(.towardsZero), FixedDecimal(number) == value, (1...120).contains(number) {
            return number
        }
        findings.expected(
            LocalizedText(en: "a whole number of periods from 1 to 120", ru: "целое число периодов от 1 до 120"),
            at: entry)
        return nil
    }
}
