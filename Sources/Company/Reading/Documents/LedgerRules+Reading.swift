internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// The company's own rules of settling.
extension Findings {
    /// `ledger: {period: month, recovery: 50%, discipline: base_pay}`
    func ledgerRules(_ entry: YAMLEntry) -> LedgerRules {
        var rules = LedgerRules()
        guard let fields = Fields(entry, self) else { return rules }
        if let kind = fields.take("period").flatMap({ endingPeriod($0) }) {
            rules.period = kind
        }
        if let entry = fields.take("recovery"), let share = constant(entry, in: .plain) {
            if FixedDecimal.zero <= share, share <= .one {
                rules.recovery = share
            } else {
                expected(LocalizedText(en: "a share from 0 % to 100 %", ru: "доля от 0 % до 100 %"), at: entry)
            }
        }
        if let base = fields.take("discipline").flatMap({ choice($0, LedgerRules.DisciplineBase.self) }) {
            rules.disciplineBase = base
        }
        fields.finish()
        return rules
    }

    /// A period that ends: what is paid or settled by it must come to an end.
    func endingPeriod(_ entry: YAMLEntry) -> PeriodKind? {
        guard let kind = choice(entry, PeriodKind.self) else { return nil }
        if kind != .all { return kind }
        expected(
            LocalizedText(en: "a period that ends, such as month", ru: "период, который кончается, например month"),
            at: entry)
        return nil
    }
}
