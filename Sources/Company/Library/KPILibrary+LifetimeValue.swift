internal import Formulas
internal import Periods

extension KPILibrary {
    /// Lifetime value has no single figure: each variant is a card of its own and says in its title which it is.
    static let lifetimeValue = [endless, endlessFromSecondYear, fiveYears]

    private static let endless = lifetimeValueCard(
        "K32",
        title: .init(en: "LTV without horizon, first margin in a year", ru: "LTV без срока, первая маржа через год"),
        meaning: .init(
            en:
                "What a client brings while he stays, in today's money: the first margin is certain and comes in a year.",
            ru: "Сколько клиент принесёт, пока остаётся, в сегодняшних деньгах: первая маржа верная и придёт через год."
        ),
        formula: "МД / (1 + d − r)")

    private static let endlessFromSecondYear = lifetimeValueCard(
        "K32r",
        title: .init(
            en: "LTV without horizon, first margin retained", ru: "LTV без срока, первая маржа с учётом удержания"),
        meaning: .init(
            en: "As K32, but already the first margin comes only from those who stay: the cautious figure.",
            ru: "Как K32, но уже первая маржа приходит только от оставшихся: осторожная оценка."),
        formula: "МД × r / (1 + d − r)")

    private static let fiveYears = lifetimeValueCard(
        "K32h",
        title: .init(en: "LTV over five years", ru: "LTV за пять лет"),
        meaning: .init(
            en: "As K32, but only the margins of five year ends count.",
            ru: "Как K32, но считаются только маржи на конец пяти лет."),
        formula: "МД / (1 + d) × (1 + r / (1 + d) × (1 + r / (1 + d) × (1 + r / (1 + d) × (1 + r / (1 + d)))))")

    private static func lifetimeValueCard(
        _ code: String, title: LocalizedText, meaning: LocalizedText, formula: String
    ) -> KPICard {
        KPICard(
            code, .clients, title: title, meaning: meaning, .formula(formula), in: .money,
            inputs: inputs,
            assessed: .init(
                en: "key account manager, client group", ru: "менеджер по ключевым клиентам, группа клиентов"),
            periods: [.year],
            usedFor: .init(
                en: "what a client may cost, choice of key accounts", ru: "цена привлечения, отбор ключевых клиентов"))
    }

    private static let inputs: [KPICard.Input] = [
        .init("МД", .money, en: "margin of one year", ru: "маржинальный доход за год"),
        .init("r", .percent, en: "share of clients who stay a year", ru: "доля остающихся за год"),
        .init("d", .percent, en: "discount rate of a year", ru: "ставка дисконтирования за год"),
    ]
}
