internal import Formulas
internal import Periods

extension KPILibrary {
    static let loyalty = [satisfaction, satisfiedShare, promoterScore, grossRetention, netRetention]

    private static let satisfaction = KPICard(
        "K38", .loyalty,
        title: .init(en: "Client satisfaction", ru: "Удовлетворённость клиентов"),
        meaning: .init(
            en: "What clients say of us when asked. Two ways of counting answers are cards CSAT and NPS.",
            ru: "Что клиенты говорят о нас, когда их спрашивают. Два способа подсчёта ответов — карты CSAT и NPS."),
        .entered(
            .init(
                en: "each survey has a scale of its own; enter its result, or use CSAT or NPS",
                ru: "у каждого опроса своя шкала; введите его итог или возьмите CSAT либо NPS")),
        in: .percent,
        assessed: .init(en: "key account manager", ru: "менеджер по ключевым клиентам"),
        periods: [.quarter, .half, .year],
        usedFor: .init(en: "service, account plan", ru: "обслуживание, план развития клиента"))

    private static let satisfiedShare = KPICard(
        "CSAT", .loyalty,
        title: .init(en: "Share of satisfied clients (CSAT)", ru: "Доля довольных клиентов (CSAT)"),
        meaning: .init(
            en: "Answers 4 and 5 out of all answers on a scale of 5.",
            ru: "Ответы 4 и 5 среди всех ответов по шкале из 5."),
        .formula("(Nдов / Nотв) × 100%"), in: .percent,
        inputs: [
            .init("Nдов", .pieces, en: "answers 4 and 5", ru: "ответов 4 и 5"),
            .init("Nотв", .pieces, en: "all answers", ru: "всех ответов"),
        ],
        assessed: .init(en: "key account manager, service", ru: "менеджер по ключевым клиентам, служба сервиса"),
        usedFor: .init(en: "service, bonus of a unit", ru: "обслуживание, премия подразделения"))

    private static let promoterScore = KPICard(
        "NPS", .loyalty,
        title: .init(en: "Net promoter score (NPS)", ru: "Индекс готовности рекомендовать (NPS)"),
        meaning: .init(
            en: "Share of answers 9–10 less share of answers 0–6; a few dozen answers leave a margin of ±20 points.",
            ru: "Доля ответов 9–10 минус доля ответов 0–6; при десятках ответов погрешность около ±20 пунктов."),
        .formula("(Nпром − Nкрит) / Nотв × 100%"), in: .percent,
        inputs: [
            .init("Nпром", .pieces, en: "answers 9 and 10", ru: "ответов 9 и 10"),
            .init("Nкрит", .pieces, en: "answers 0 to 6", ru: "ответов от 0 до 6"),
            .init("Nотв", .pieces, en: "all answers", ru: "всех ответов"),
        ],
        assessed: .init(en: "the company, a unit", ru: "компания, подразделение"),
        periods: [.quarter, .half, .year],
        usedFor: .init(en: "trend of loyalty", ru: "динамика лояльности"))

    private static let grossRetention = KPICard(
        "GRR", .loyalty,
        title: .init(en: "Gross revenue retention (GRR)", ru: "Валовое удержание выручки (GRR)"),
        meaning: .init(
            en: "What is left of the revenue of the opening's clients, growth not counted. Never above 100%.",
            ru: "Что осталось от выручки клиентов, бывших на начало, без учёта роста. Не бывает выше 100%."),
        .formula("(Внач − Вумен − Вотс) / Внач × 100%"), in: .percent,
        inputs: [opening, contraction, lost],
        assessed: .init(en: "key account manager", ru: "менеджер по ключевым клиентам"),
        periods: [.quarter, .half, .year],
        usedFor: .init(en: "bonus where relations are the goal", ru: "премия, если цель — отношения"))

    private static let netRetention = KPICard(
        "NRR", .loyalty,
        title: .init(en: "Net revenue retention (NRR)", ru: "Чистое удержание выручки (NRR)"),
        meaning: .init(
            en: "Revenue of the opening's clients with their growth; new clients are left out.",
            ru: "Выручка клиентов, бывших на начало, вместе с их ростом; новые клиенты не входят."),
        .formula("(Внач + Врост − Вумен − Вотс) / Внач × 100%"), in: .percent,
        inputs: [
            opening, .init("Врост", .money, en: "growth of the same clients", ru: "рост у тех же клиентов"),
            contraction,
            lost,
        ],
        assessed: .init(en: "key account manager", ru: "менеджер по ключевым клиентам"),
        periods: [.quarter, .half, .year],
        usedFor: .init(en: "annual bonus, deferred pay", ru: "годовая премия, отложенные выплаты"))

    private static let opening = KPICard.Input(
        "Внач", .money, en: "revenue of the clients of the opening", ru: "выручка клиентов, бывших на начало")
    private static let contraction = KPICard.Input(
        "Вумен", .money, en: "revenue lost with clients who stayed", ru: "снижение выручки у оставшихся клиентов")
    private static let lost = KPICard.Input(
        "Вотс", .money, en: "revenue of clients who left", ru: "выручка ушедших клиентов")
}
