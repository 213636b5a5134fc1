internal import Formulas
internal import Periods

extension KPILibrary {
    static let finance = [
        marginalIncome, marginalIncomeDeviation, budget, operatingProfit, grossMargin, grossProfit, adminToProfit,
    ]

    private static let marginalIncome = KPICard(
        "K2", .finance,
        title: .init(en: "Marginal income against plan", ru: "Выполнение плана по маржинальному доходу"),
        meaning: .init(
            en: "How much of the planned marginal income was earned. Fulfilment; the deviation is K2d.",
            ru: "Какая часть планового маржинального дохода получена. Это выполнение; отклонение — K2d."),
        .formula("(MRфакт / MRплан) × 100%"), in: .percent,
        inputs: [actualMarginalIncome, plannedMarginalIncome],
        assessed: .init(en: "purchasing manager, head of unit", ru: "менеджер по закупкам, руководитель подразделения"),
        usedFor: .init(en: "bonus, terms of purchase", ru: "премия, условия закупок"))

    private static let marginalIncomeDeviation = KPICard(
        "K2d", .finance,
        title: .init(en: "Deviation of marginal income", ru: "Отклонение маржинального дохода от плана"),
        meaning: .init(
            en: "By how much marginal income exceeded the plan: fulfilment less 100%.",
            ru: "На сколько маржинальный доход превысил план: выполнение минус 100%."),
        .formula("(MRфакт / MRплан) × 100% − 100%"), in: .percent,
        inputs: [actualMarginalIncome, plannedMarginalIncome],
        assessed: .init(en: "purchasing manager, head of unit", ru: "менеджер по закупкам, руководитель подразделения"),
        usedFor: .init(en: "analysis of the plan", ru: "анализ плана"))

    private static let budget = KPICard(
        "K16", .finance,
        title: .init(en: "Budget conformity", ru: "Соответствие запланированному бюджету"),
        meaning: .init(
            en: "Spending against the budget; 100% is on target, and both sides need a reason.",
            ru: "Расход относительно бюджета; цель — 100%, объяснения требуют обе стороны."),
        .formula("(Bфакт / Bплан) × 100%"), in: .percent, better: .target,
        inputs: [
            .init("Bфакт", .money, en: "actual spending", ru: "фактический расход"),
            .init("Bплан", .money, en: "budget", ru: "бюджет"),
        ],
        assessed: .init(en: "project manager", ru: "руководитель проекта"),
        usedFor: .init(en: "bonus, budgeting", ru: "премия, бюджетирование"))

    private static let operatingProfit = KPICard(
        "K18", .finance,
        title: .init(en: "EBIT", ru: "Прибыль до процентов и налога (EBIT)"),
        meaning: .init(
            en: "Profit before interest and income tax, so both are added back. For heads, never for one manager.",
            ru:
                "Прибыль до уплаты процентов и налога на прибыль: оба прибавляются обратно. Для руководителей, не для менеджера."
        ),
        .formula("ЧП + Нприб + Пкред"), in: .money,
        inputs: [
            .init("ЧП", .money, en: "net profit", ru: "чистая прибыль"),
            .init("Нприб", .money, en: "income tax", ru: "налог на прибыль"),
            .init("Пкред", .money, en: "interest paid", ru: "проценты к уплате"),
        ],
        assessed: .init(en: "chief executive, heads of branches", ru: "генеральный директор, руководители филиалов"),
        usedFor: .init(en: "bonus fund of the company", ru: "премиальный фонд компании"))

    private static let grossMargin = KPICard(
        "K19", .finance,
        title: .init(en: "Gross margin", ru: "Рентабельность по валовой прибыли"),
        meaning: .init(
            en: "Gross profit out of revenue, for an order, a product line or a unit.",
            ru: "Доля валовой прибыли в выручке: по заказу, линейке продуктов или подразделению."),
        .formula("(ВП / В) × 100%"), in: .percent,
        inputs: [
            .init("ВП", .money, en: "gross profit", ru: "валовая прибыль"),
            .init("В", .money, en: "revenue", ru: "выручка"),
        ],
        assessed: .init(en: "heads of units and product lines", ru: "руководители подразделений и линеек продуктов"),
        periods: [.day, .week, .month, .quarter, .year],
        usedFor: .init(en: "bonus, prices and discounts", ru: "премия, цены и скидки"))

    private static let grossProfit = KPICard(
        "K20", .finance,
        title: .init(en: "Gross profit", ru: "Валовая прибыль"),
        meaning: .init(
            en: "Revenue less the cost of what was sold. For a business past its beginnings.",
            ru: "Выручка минус себестоимость проданного. Для бизнеса, прошедшего становление."),
        .formula("В − СС"), in: .money,
        inputs: [
            .init("В", .money, en: "revenue", ru: "выручка"),
            .init("СС", .money, en: "cost of goods sold", ru: "себестоимость продаж"),
        ],
        assessed: .init(en: "heads of units, sales manager", ru: "руководители подразделений, менеджер по продажам"),
        usedFor: .init(en: "bonus, bonus fund", ru: "премия, премиальный фонд"))

    private static let adminToProfit = KPICard(
        "K29", .finance,
        title: .init(en: "Administrative cost to profit", ru: "Административные расходы к прибыли"),
        meaning: .init(
            en: "An example of a figure that can be counted and says nothing.",
            ru: "Пример показателя, который можно посчитать, но который ничего не говорит."),
        .rejected(
            .init(
                en: "nobody can say what to do when it rises or falls: both parts move for unrelated reasons",
                ru: "никто не скажет, что делать при его росте или падении: обе части меняются по несвязанным причинам")
        ),
        in: .number, better: .lower,
        assessed: .init(en: "nobody", ru: "никто"),
        usedFor: .init(en: "nothing: a test for other KPIs", ru: "ни для чего: проверка для других показателей"))

    private static let actualMarginalIncome = KPICard.Input(
        "MRфакт", .money, en: "actual marginal income", ru: "фактический маржинальный доход")
    private static let plannedMarginalIncome = KPICard.Input(
        "MRплан", .money, en: "planned marginal income", ru: "плановый маржинальный доход")
}
