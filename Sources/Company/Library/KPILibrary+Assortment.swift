internal import Formulas
internal import Periods

extension KPILibrary {
    static let assortment = [
        assortmentNorm, shippedShare, channelShare, channelShareGrowth, promotion, focusAssortment,
    ]

    private static let assortmentNorm = KPICard(
        "K7", .assortment,
        title: .init(en: "Assortment norm at clients", ru: "Норматив ассортимента у клиентов"),
        meaning: .init(
            en: "How many of the items that the norm demands the clients really have.",
            ru: "Какая часть позиций, положенных по нормативу, действительно есть у клиентов."),
        .formula("(Aфакт / Aплан) × 100%"), in: .percent,
        inputs: [
            .init("Aфакт", .pieces, en: "items present at clients", ru: "позиций в наличии у клиентов"),
            .init("Aплан", .pieces, en: "items the norm demands", ru: "позиций по нормативу"),
        ],
        assessed: .init(en: "sales administrator", ru: "администратор продаж"),
        periods: [.week, .month, .quarter],
        usedFor: .init(en: "bonus, deliveries", ru: "премия, план поставок"))

    private static let shippedShare = KPICard(
        "K8", .assortment,
        title: .init(en: "Share shipped", ru: "Процент отгруженных"),
        meaning: .init(
            en: "The share of something ordered that was shipped.", ru: "Доля отгруженного в заказанном."),
        .draft(
            .init(
                en:
                    "the source breaks off before it says what is shipped out of what: orders, lines or amounts; define it",
                ru: "источник обрывается раньше, чем сказано, что и от чего отгружено: заказы, строки или суммы; "
                    + "определите сами")),
        in: .percent,
        assessed: .init(en: "sales administrator", ru: "администратор продаж"),
        usedFor: .init(en: "control of deliveries", ru: "контроль поставок"))

    private static let channelShare = KPICard(
        "K9", .assortment,
        title: .init(en: "Company's share of the channel's assortment", ru: "Доля компании в ассортименте канала"),
        meaning: .init(
            en: "Items of the company out of all items the retail channel sells. A level; its growth is K9d.",
            ru: "Позиции компании среди всех позиций розничного канала. Это уровень; прирост — K9d."),
        .formula("(Dпр / Nас) × 100%"), in: .percent,
        inputs: [
            .init("Dпр", .pieces, en: "items of the company in the channel", ru: "позиций компании в канале"),
            .init("Nас", .pieces, en: "all items in the channel", ru: "всех позиций в канале"),
        ],
        assessed: .init(en: "territory manager", ru: "территориальный менеджер"),
        usedFor: .init(en: "bonus, negotiations with chains", ru: "премия, переговоры с сетями"))

    private static let channelShareGrowth = KPICard(
        "K9d", .assortment,
        title: .init(en: "Growth of the company's share", ru: "Прирост доли компании"),
        meaning: .init(
            en: "By how many percentage points the share K9 grew since the previous period.",
            ru: "На сколько процентных пунктов доля K9 выросла против прошлого периода."),
        .formula("Dтек − Dпред"), in: .percent,
        inputs: [
            .init("Dтек", .percent, en: "share of the company now", ru: "доля компании сейчас"),
            .init(
                "Dпред", .percent, en: "share of the company in the previous period",
                ru: "доля компании в прошлом периоде"),
        ],
        assessed: .init(en: "territory manager", ru: "территориальный менеджер"),
        usedFor: .init(en: "bonus", ru: "премия"))

    private static let promotion = KPICard(
        "K10", .assortment,
        title: .init(en: "Promotion effectiveness", ru: "Эффективность акции"),
        meaning: .init(
            en: "Sales after a promotion as a multiple of those before, over stretches of equal length.",
            ru: "Во сколько раз продажи после акции больше, чем до неё, за равные отрезки времени."),
        .formula("SVпосле / SVдо"), in: .number,
        inputs: [
            .init("SVпосле", .money, en: "sales after the promotion", ru: "продажи после акции"),
            .init("SVдо", .money, en: "sales before the promotion", ru: "продажи до акции"),
        ],
        assessed: .init(en: "trade marketing manager", ru: "менеджер по торговому маркетингу"),
        periods: [.week, .month, .quarter],
        usedFor: .init(en: "bonus, choice of promotions", ru: "премия, выбор акций"))

    private static let focusAssortment = KPICard(
        "K17", .assortment,
        title: .init(en: "Focus assortment at key outlets", ru: "Фокусный ассортимент в ключевых точках"),
        meaning: .init(
            en: "How many of the focus items planned for key outlets are on the shelf.",
            ru: "Какая часть фокусных позиций, запланированных для ключевых точек, стоит на полке."),
        .formula("(Nналич / Nплан) × 100%"), in: .percent,
        inputs: [
            .init("Nналич", .pieces, en: "focus items on the shelf", ru: "фокусных позиций в наличии"),
            .init("Nплан", .pieces, en: "focus items planned", ru: "фокусных позиций по плану"),
        ],
        assessed: .init(en: "sales manager of the outlets", ru: "менеджер торговых точек"),
        periods: [.week, .month, .quarter],
        usedFor: .init(en: "bonus, merchandising", ru: "премия, мерчандайзинг"))
}
