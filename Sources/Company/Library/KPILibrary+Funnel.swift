internal import Formulas
internal import Periods

extension KPILibrary {
    static let funnel = [stageConversion, lostLeads, winRate, dealCycle]

    private static let stageConversion = KPICard(
        "K31", .activity,
        title: .init(en: "Conversion of a funnel stage", ru: "Конверсия этапа воронки"),
        meaning: .init(
            en: "How many went from one stage of the funnel to the next; the narrowest stage is worked on first.",
            ru: "Сколько перешло с этапа воронки на следующий; первым чинят самый узкий этап."),
        .formula("(Nслед / Nэтап) × 100%"), in: .percent,
        inputs: [
            .init("Nслед", .pieces, en: "reached the next stage", ru: "перешло на следующий этап"),
            .init("Nэтап", .pieces, en: "entered the stage", ru: "вошло в этап"),
        ],
        assessed: .init(en: "sales manager, sales unit", ru: "менеджер по продажам, отдел продаж"),
        periods: [.week, .month, .quarter],
        usedFor: .init(en: "training, finding weak spots", ru: "обучение, поиск слабых мест"))

    private static let lostLeads = KPICard(
        "K34", .activity,
        title: .init(en: "Lost leads", ru: "Потерянные лиды"),
        meaning: .init(
            en: "Leads nobody took up within 24 hours out of all leads; above 10% the base is wasted.",
            ru: "Лиды, за которые никто не взялся за 24 часа, среди всех; выше 10% база тратится впустую."),
        .formula("(Nпот / Nлид) × 100%"), in: .percent, better: .lower,
        inputs: [
            .init("Nпот", .pieces, en: "leads left untouched", ru: "лидов без движения"),
            .init("Nлид", .pieces, en: "all leads", ru: "всех лидов"),
        ],
        assessed: .init(en: "manager, sales unit", ru: "менеджер, отдел продаж"),
        periods: [.week, .month],
        usedFor: .init(en: "distribution of leads, diagnosis", ru: "распределение лидов, диагностика"))

    private static let winRate = KPICard(
        "WIN", .activity,
        title: .init(en: "Win rate", ru: "Доля выигранных сделок"),
        meaning: .init(
            en: "Deals won out of those decided, won and lost; open ones do not count.",
            ru: "Выигранные сделки среди решённых — выигранных и проигранных; открытые не считаются."),
        .formula("Nвыиг / (Nвыиг + Nпроиг) × 100%"), in: .percent,
        inputs: [
            .init("Nвыиг", .pieces, en: "deals won", ru: "выигранных сделок"),
            .init("Nпроиг", .pieces, en: "deals lost", ru: "проигранных сделок"),
        ],
        assessed: .init(en: "sales manager", ru: "менеджер по продажам"),
        usedFor: .init(en: "training, forecast", ru: "обучение, прогноз"))

    private static let dealCycle = KPICard(
        "CYCLE", .activity,
        title: .init(en: "Mean sales cycle", ru: "Средний цикл сделки"),
        meaning: .init(
            en: "Days from opening a deal to winning it, mean over the deals won in the period.",
            ru: "Дней от открытия сделки до выигрыша, в среднем по выигранным за период."),
        .formula("Tсд / Nсд"), in: .days, better: .lower,
        inputs: [
            .init("Tсд", .days, en: "days of all deals won, added up", ru: "сумма дней по выигранным сделкам"),
            .init("Nсд", .pieces, en: "deals won", ru: "выигранных сделок"),
        ],
        assessed: .init(en: "sales manager, sales unit", ru: "менеджер по продажам, отдел продаж"),
        usedFor: .init(en: "forecast, planning", ru: "прогноз, планирование"))
}
