internal import Formulas
internal import Periods

extension KPILibrary {
    static let clients = [regularShare, churn, newClients, outflow, usage, referrals, walletShare]

    private static let regularShare = KPICard(
        "K11", .clients,
        title: .init(en: "Share of regular clients", ru: "Доля постоянных клиентов"),
        meaning: .init(
            en:
                "Regular clients out of all clients. Base: clients at the period's opening; say once what regular means.",
            ru:
                "Постоянные клиенты среди всех. База — клиенты на начало периода; что такое «постоянный», решают один раз."
        ),
        .formula("(Kпост / Kобщ) × 100%"), in: .percent,
        inputs: [
            .init("Kпост", .pieces, en: "regular clients", ru: "постоянных клиентов"),
            .init("Kобщ", .pieces, en: "all clients at the opening", ru: "всех клиентов на начало периода"),
        ],
        assessed: .init(en: "client manager", ru: "менеджер по работе с клиентами"),
        usedFor: .init(en: "bonus, loyalty programmes", ru: "премия, программы лояльности"))

    private static let churn = KPICard(
        "K12", .clients,
        title: .init(en: "Client churn", ru: "Коэффициент отсева клиентов"),
        meaning: .init(
            en: "Clients lost in the period. Base: clients at its opening, so that new ones cannot hide the loss.",
            ru: "Клиенты, потерянные за период. База — клиенты на его начало, чтобы новые не скрывали потерь."),
        .formula("(Kотс / Kобщ) × 100%"), in: .percent, better: .lower,
        inputs: [
            .init(
                "Kотс", .pieces, en: "clients lost out of those of the opening",
                ru: "потеряно клиентов из бывших на начало"),
            .init("Kобщ", .pieces, en: "all clients at the opening", ru: "всех клиентов на начало периода"),
        ],
        assessed: .init(en: "client manager", ru: "менеджер по работе с клиентами"),
        usedFor: .init(en: "bonus, diagnosis of service", ru: "премия, диагностика обслуживания"))

    private static let newClients = KPICard(
        "K27", .clients,
        title: .init(en: "New clients", ru: "Количество новых клиентов"),
        meaning: .init(
            en: "Clients that bought for the first time in the period.", ru: "Клиенты, купившие в этом периоде впервые."
        ),
        .formula("Nнов"), in: .pieces,
        inputs: [.init("Nнов", .pieces, en: "new clients", ru: "новых клиентов")],
        assessed: .init(en: "sales unit, sales manager", ru: "отдел продаж, менеджер по продажам"),
        usedFor: .init(en: "bonus where deals are the goal", ru: "премия, если цель — сделки"))

    private static let outflow = KPICard(
        "K35", .clients,
        title: .init(en: "Client outflow of the unit", ru: "Отток клиентов отдела"),
        meaning: .init(
            en: "K12 over all clients of a unit. Base: its clients at the opening.",
            ru: "K12 по всем клиентам отдела. База — его клиенты на начало периода."),
        .formula("(Kотс / Kобщ) × 100%"), in: .percent, better: .lower,
        inputs: [
            .init("Kотс", .pieces, en: "clients the unit lost", ru: "клиентов, потерянных отделом"),
            .init("Kобщ", .pieces, en: "clients of the unit at the opening", ru: "клиентов отдела на начало периода"),
        ],
        assessed: .init(en: "sales unit, its head", ru: "отдел продаж, его руководитель"),
        usedFor: .init(en: "diagnosis of crises", ru: "диагностика кризиса"))

    private static let usage = KPICard(
        "K37", .clients,
        title: .init(en: "Product usage by the client", ru: "Использование продукта клиентом"),
        meaning: .init(
            en: "How much of what he bought the client uses; falling use comes before leaving.",
            ru: "Насколько клиент пользуется купленным; спад использования предшествует уходу."),
        .entered(
            .init(
                en: "usage is measured inside the product; import the figure its vendor gives",
                ru: "использование измеряется внутри продукта; загрузите цифру, которую даёт его поставщик")),
        in: .percent,
        assessed: .init(en: "key account manager", ru: "менеджер по ключевым клиентам"),
        usedFor: .init(en: "talks with the client, risk of leaving", ru: "разговор с клиентом, риск ухода"))

    private static let referrals = KPICard(
        "K40", .clients,
        title: .init(en: "Referrals", ru: "Рекомендации"),
        meaning: .init(
            en: "New contacts that existing clients sent in the period.",
            ru: "Новые обращения, которые прислали действующие клиенты за период."),
        .formula("Nрек"), in: .pieces,
        inputs: [.init("Nрек", .pieces, en: "contacts sent by clients", ru: "обращений по рекомендации клиентов")],
        assessed: .init(en: "key account manager", ru: "менеджер по ключевым клиентам"),
        usedFor: .init(en: "recognition, register of references", ru: "признание, реестр отзывов"))

    private static let walletShare = KPICard(
        "WALLET", .clients,
        title: .init(en: "Share of wallet", ru: "Доля в закупках клиента"),
        meaning: .init(
            en: "Our sales out of all the client spends on the category. A falling share shows a new supplier.",
            ru: "Наши продажи в тратах клиента на категорию. Падение доли выдаёт нового поставщика."),
        .formula("(SV / SVкат) × 100%"), in: .percent,
        inputs: [
            .init("SV", .money, en: "our sales to the client", ru: "наши продажи клиенту"),
            .init("SVкат", .money, en: "the client's spending on the category", ru: "траты клиента на категорию"),
        ],
        assessed: .init(en: "key account manager", ru: "менеджер по ключевым клиентам"),
        periods: [.quarter, .half, .year],
        usedFor: .init(en: "account plan, diagnosis", ru: "план развития клиента, диагностика"))
}
