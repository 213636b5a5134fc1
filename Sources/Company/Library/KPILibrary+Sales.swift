internal import Formulas
internal import Periods

extension KPILibrary {
    static let sales = [planFulfilment, averagePerSeller, averageReceipt, accountGrowth, evenness, forecastAccuracy]

    private static let planFulfilment = KPICard(
        "K1", .sales,
        title: .init(en: "Sales plan fulfilment", ru: "Выполнение плана продаж"),
        meaning: .init(
            en: "How much of the planned sales volume was sold, for all goods or for a product group.",
            ru: "Какая часть планового объёма продаж выполнена: по всем товарам или по группе продуктов."),
        .formula("(SVфакт / SVплан) × 100%"), in: .percent,
        inputs: [
            .init("SVфакт", .money, en: "actual sales volume", ru: "фактический объём продаж"),
            .init("SVплан", .money, en: "planned sales volume", ru: "плановый объём продаж"),
        ],
        assessed: .init(en: "sales manager, sales unit", ru: "менеджер по продажам, отдел продаж"),
        usedFor: .init(en: "bonus, planning, forecast", ru: "премия, планирование, прогноз"))

    private static let averagePerSeller = KPICard(
        "K22", .sales,
        title: .init(en: "Average sales per seller", ru: "Средний объём продаж на продавца"),
        meaning: .init(
            en: "Sales volume of the unit for each seller on its average list; a long series shows the season.",
            ru: "Объём продаж отдела на одного продавца по среднему списку; длинный ряд показывает сезонность."),
        .formula("SV / N"), in: .money,
        inputs: [
            .init("SV", .money, en: "sales volume of the unit", ru: "объём продаж отдела"),
            .init("N", .pieces, en: "sellers, average over the period", ru: "число продавцов в среднем за период"),
        ],
        assessed: .init(en: "sales unit, its head", ru: "отдел продаж, его руководитель"),
        periods: [.day, .week, .month, .quarter, .year],
        usedFor: .init(en: "comparing units, seasonality, staffing", ru: "сравнение отделов, сезонность, численность"))

    private static let averageReceipt = KPICard(
        "K28", .sales,
        title: .init(en: "Average receipt", ru: "Средний чек"),
        meaning: .init(
            en: "Revenue per receipt. Comparable between outlets of the same format only.",
            ru: "Выручка на один чек. Сравнима только у торговых точек одного формата."),
        .formula("В / Nчек"), in: .money,
        inputs: [
            .init("В", .money, en: "revenue", ru: "выручка"),
            .init("Nчек", .pieces, en: "number of receipts", ru: "число чеков"),
        ],
        assessed: .init(en: "retail outlet, shop assistant", ru: "торговая точка, продавец"),
        periods: [.day, .week, .month, .quarter, .year],
        usedFor: .init(en: "bonus of the outlet, layout, add-on sales", ru: "премия точки, выкладка, допродажи"))

    private static let accountGrowth = KPICard(
        "K36", .sales,
        title: .init(en: "Account growth", ru: "Рост ключевого клиента"),
        meaning: .init(
            en: "Sales to the client as a multiple of the earlier period; 1 is no growth. Stays with the same clients.",
            ru: "Продажи клиенту в разах к прежнему периоду; 1 — роста нет. Клиенты те же самые."),
        .formula("SVтек / SVпред"), in: .number,
        inputs: [
            .init("SVтек", .money, en: "sales to the client now", ru: "продажи клиенту сейчас"),
            .init(
                "SVпред", .money, en: "sales to the client in the earlier period",
                ru: "продажи клиенту в прежнем периоде"),
        ],
        assessed: .init(en: "key account manager", ru: "менеджер по ключевым клиентам"),
        periods: [.quarter, .half, .year],
        usedFor: .init(en: "annual bonus, account plan", ru: "годовая премия, план развития клиента"))

    private static let evenness = KPICard(
        "K33", .sales,
        title: .init(en: "Unevenness of fulfilment", ru: "Неравномерность выполнения плана"),
        meaning: .init(
            en: "Spread of the last six fulfilments around their mean; above 20% the plan is met by fits and starts.",
            ru: "Разброс шести последних выполнений вокруг среднего; выше 20% план выполняется рывками."),
        .formula("variation(Kвып, 6) × 100%"), in: .percent, better: .lower,
        inputs: [.init("Kвып", .percent, en: "plan fulfilment of a period", ru: "выполнение плана за период")],
        assessed: .init(en: "manager, sales unit", ru: "менеджер, отдел продаж"),
        periods: [.month],
        usedFor: .init(en: "diagnosis of planning and of pushed deals", ru: "диагностика планирования и сдвига сделок"))

    private static let forecastAccuracy = KPICard(
        "FORECAST", .sales,
        title: .init(en: "Forecast accuracy", ru: "Точность прогноза"),
        meaning: .init(
            en: "How near the forecast came to the fact; 100% is a hit, the base is the fact.",
            ru: "Насколько прогноз совпал с фактом; 100% — точно, база — факт."),
        .formula("100% − abs(SVпрог − SVфакт) / SVфакт × 100%"), in: .percent,
        inputs: [
            .init("SVпрог", .money, en: "forecast sales volume", ru: "прогноз объёма продаж"),
            .init("SVфакт", .money, en: "actual sales volume", ru: "фактический объём продаж"),
        ],
        assessed: .init(
            en: "head of sales, key account manager", ru: "руководитель продаж, менеджер по ключевым клиентам"),
        usedFor: .init(en: "planning, purchasing", ru: "планирование, закупки"))
}
