public import Messages

extension RecordedPay {
    /// One thing that moved the pay of a period, or what it came to.
    public struct Movement: Sendable {
        /// What it is, as it stands inside a sentence.
        public let title: LocalizedText
        /// How much, in minor units.
        public let amount: Int128
    }

    /// Everything that moved the pay of the period, and what became of it, as a statement lists it; what is 0 is left out, except
    /// what is payable.
    public var movements: [Movement] {
        let parts: [(LocalizedText, Int64)] = [
            (LocalizedText(en: "awards of the period", ru: "начислено за период"), pay.awards),
            (LocalizedText(en: "corrections of earlier periods", ru: "исправления прежних периодов"), pay.corrections),
            (LocalizedText(en: "adjustments", ru: "корректировки"), pay.adjustments),
            (LocalizedText(en: "held until a condition", ru: "удержано до условия"), pay.held),
            (LocalizedText(en: "released", ru: "освобождено"), pay.released),
            (LocalizedText(en: "deferred or lost", ru: "отложено или утрачено"), pay.deferred),
            (LocalizedText(en: "draw", ru: "аванс"), pay.draw),
            (LocalizedText(en: "carried or recovered", ru: "долг и его погашение"), pay.debts),
        ]
        let results: [(LocalizedText, Int128)] = [
            (LocalizedText(en: "paid", ru: "выплачено"), Int128(pay.paid)),
            (
                LocalizedText(en: "still held or deferred in all", ru: "всего ещё удержано и отложено"),
                withheld.values.reduce(Int128(0), +)
            ),
        ]
        let payable = Movement(title: LocalizedText(en: "payable", ru: "к выплате"), amount: Int128(pay.payable))
        return parts.filter { $0.1 != 0 }.map { Movement(title: $0.0, amount: Int128($0.1)) } + [payable]
            + results.filter { $0.1 != 0 }.map { Movement(title: $0.0, amount: $0.1) }
    }
}
