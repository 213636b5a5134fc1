internal import Formulas
internal import Periods

extension KPILibrary {
    static let receivables = [collectionPeriod, turnoverRatio, receivablePeriod, payablePeriod, overdueShare]

    private static let collectionPeriod = KPICard(
        "K6", .receivables,
        title: .init(en: "Average collection period (ACP)", ru: "Средний срок сбора дебиторской задолженности"),
        meaning: .init(
            en: "How many days of sales clients owe. The days are those of the period: 365 fits yearly sales only.",
            ru: "Сколько дней продаж должны клиенты. Дни — это дни периода: 365 подходит только к годовым продажам."),
        .formula("ДЗ / ОП × дней"), in: .days, better: .lower,
        inputs: [
            receivable, .init("ОП", .money, en: "sales volume of the period", ru: "объём продаж за период"),
            daysOfPeriod,
        ],
        assessed: .init(en: "sales manager", ru: "менеджер по продажам"),
        usedFor: .init(en: "bonus, terms of payment, discounts", ru: "премия, отсрочки платежей, скидки"))

    private static let turnoverRatio = KPICard(
        "K23", .receivables,
        title: .init(en: "Receivable period to payable period", ru: "Соотношение периодов оборота ДЗ и КЗ"),
        meaning: .init(
            en: "Above 1 the company pays its suppliers sooner than its clients pay it.",
            ru: "Выше 1 — компания платит поставщикам раньше, чем ей платят клиенты."),
        .formula("DSO / DPO"), in: .number, better: .lower,
        inputs: [
            .init("DSO", .days, en: "receivable period, K24", ru: "период оборота дебиторской задолженности, K24"),
            .init("DPO", .days, en: "payable period, K24p", ru: "период оборота кредиторской задолженности, K24p"),
        ],
        assessed: .init(en: "client, finance and sales units", ru: "клиентский, финансовый отделы и отдел продаж"),
        usedFor: .init(en: "terms of payment, cash planning", ru: "отсрочки платежей, план денежных средств"))

    private static let receivablePeriod = KPICard(
        "K24", .receivables,
        title: .init(en: "Receivable period (DSO)", ru: "Период оборота дебиторской задолженности (DSO)"),
        meaning: .init(
            en: "Days of revenue tied up with clients, over the days of the period.",
            ru: "Дней выручки, замороженной у клиентов, по дням периода."),
        .formula("ДЗ / В × дней"), in: .days, better: .lower,
        inputs: [receivable, .init("В", .money, en: "revenue of the period", ru: "выручка за период"), daysOfPeriod],
        assessed: .init(en: "client and sales units", ru: "клиентский отдел, отдел продаж"),
        usedFor: .init(en: "terms of payment", ru: "отсрочки платежей"))

    private static let payablePeriod = KPICard(
        "K24p", .receivables,
        title: .init(en: "Payable period (DPO)", ru: "Период оборота кредиторской задолженности (DPO)"),
        meaning: .init(
            en: "Days of cost that suppliers lend, over the days of the period.",
            ru: "Дней себестоимости, которые кредитуют поставщики, по дням периода."),
        .formula("КЗ / СС × дней"), in: .days, better: .target,
        inputs: [
            .init("КЗ", .money, en: "payables", ru: "кредиторская задолженность"),
            .init("СС", .money, en: "cost of goods sold in the period", ru: "себестоимость продаж за период"),
            daysOfPeriod,
        ],
        assessed: .init(en: "finance and purchasing units", ru: "финансовый отдел, отдел закупок"),
        usedFor: .init(en: "terms of purchase", ru: "условия закупок"))

    private static let overdueShare = KPICard(
        "OVERDUE", .receivables,
        title: .init(en: "Share of overdue receivables", ru: "Доля просроченной задолженности"),
        meaning: .init(
            en: "Receivables past their date out of all receivables, at the period's end. Often a gate for a bonus.",
            ru: "Задолженность с истёкшим сроком во всей дебиторской на конец периода. Часто служит отсечкой премии."),
        .formula("(ПДЗ / ДЗ) × 100%"), in: .percent, better: .lower,
        inputs: [
            .init("ПДЗ", .money, en: "overdue receivables", ru: "просроченная дебиторская задолженность"), receivable,
        ],
        assessed: .init(
            en: "sales manager, key account manager", ru: "менеджер по продажам, менеджер по ключевым клиентам"),
        usedFor: .init(en: "gate of a bonus, credit limits", ru: "отсечка премии, лимиты кредита"))

    private static let receivable = KPICard.Input("ДЗ", .money, en: "receivables", ru: "дебиторская задолженность")
    private static let daysOfPeriod = KPICard.Input(
        "дней", .days, en: "length of the period", ru: "длина периода", standsFor: "days(period)")
}
