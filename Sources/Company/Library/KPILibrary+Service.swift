internal import Formulas
internal import Periods

extension KPILibrary {
    static let service = [
        wrongInformation, unfulfilledRequests, serviceTime, claimsSettled, claimsSettledShare, timelyDelivery,
        promisesKept,
    ]

    private static let wrongInformation = KPICard(
        "K3", .service,
        title: .init(en: "Inaccurate information to clients", ru: "Неточная информация, предоставленная клиентам"),
        meaning: .init(
            en: "How often clients were told something wrong, by their own feedback.",
            ru: "Сколько раз клиентам сообщили неверное, по их собственным отзывам."),
        .formula("Nнеточ"), in: .pieces, better: .lower,
        inputs: [.init("Nнеточ", .pieces, en: "cases of inaccurate information", ru: "случаев неточной информации")],
        assessed: .init(en: "head of the client department", ru: "руководитель клиентского отдела"),
        usedFor: .init(en: "training, service standards", ru: "обучение, стандарты обслуживания"))

    private static let unfulfilledRequests = KPICard(
        "K4", .service,
        title: .init(en: "Unfulfilled requests", ru: "Неисполненные требования и транзакции"),
        meaning: .init(
            en: "Requests and transactions of clients that were not carried out, by their feedback.",
            ru: "Требования и транзакции клиентов, которые не исполнены, по их отзывам."),
        .formula("Nнеисп"), in: .pieces, better: .lower,
        inputs: [.init("Nнеисп", .pieces, en: "requests not carried out", ru: "неисполненных требований")],
        assessed: .init(en: "head of the client department", ru: "руководитель клиентского отдела"),
        usedFor: .init(en: "work with causes of claims", ru: "работа с причинами претензий"))

    private static let serviceTime = KPICard(
        "K5", .service,
        title: .init(en: "Time to receive a service", ru: "Время получения услуги"),
        meaning: .init(
            en: "How long a client waits until he receives a service, or learns that he will not.",
            ru: "Сколько клиент ждёт, пока получит услугу или узнает, что не получит."),
        .draft(
            .init(
                en: "the source breaks off: say from which event to which the time runs, then average it over events",
                ru: "источник обрывается: решите, от какого события до какого идёт время, и усредните по событиям")),
        in: .minutes, better: .lower,
        assessed: .init(en: "head of the client department", ru: "руководитель клиентского отдела"),
        usedFor: .init(en: "service standards", ru: "стандарты обслуживания"))

    private static let claimsSettled = KPICard(
        "K25", .service,
        title: .init(en: "Claims settled", ru: "Количество урегулированных претензий"),
        meaning: .init(
            en: "Claims closed to the client's satisfaction in the period.",
            ru: "Претензии, закрытые за период к согласию клиента."),
        .formula("Nур"), in: .pieces,
        inputs: [.init("Nур", .pieces, en: "claims settled", ru: "урегулированных претензий")],
        assessed: .init(en: "client manager", ru: "менеджер по работе с клиентами"),
        usedFor: .init(en: "workload; for pay take K26", ru: "нагрузка; для премии берут K26"))

    private static let claimsSettledShare = KPICard(
        "K26", .service,
        title: .init(en: "Share of claims settled", ru: "Доля урегулированных претензий"),
        meaning: .init(
            en: "Claims settled out of all claims of the period.", ru: "Урегулированные претензии среди всех за период."
        ),
        .formula("(Nур / Nпрет) × 100%"), in: .percent,
        inputs: [
            .init("Nур", .pieces, en: "claims settled", ru: "урегулированных претензий"),
            .init("Nпрет", .pieces, en: "all claims", ru: "всех претензий"),
        ],
        assessed: .init(en: "client manager", ru: "менеджер по работе с клиентами"),
        usedFor: .init(en: "bonus, service", ru: "премия, обслуживание"))

    private static let timelyDelivery = KPICard(
        "K39", .service,
        title: .init(en: "Timely delivery", ru: "Своевременная доставка"),
        meaning: .init(
            en: "Deliveries on time and complete out of all that were due.",
            ru: "Доставки в срок и полностью среди всех, срок которых настал."),
        .formula("(Nвсрок / Nдост) × 100%"), in: .percent,
        inputs: [
            .init("Nвсрок", .pieces, en: "deliveries on time", ru: "доставок в срок"),
            .init("Nдост", .pieces, en: "all deliveries due", ru: "всех доставок"),
        ],
        assessed: .init(en: "key account manager, logistics", ru: "менеджер по ключевым клиентам, логистика"),
        usedFor: .init(en: "bonus, talks with the client", ru: "премия, разговор с клиентом"))

    private static let promisesKept = KPICard(
        "PROMISES", .service,
        title: .init(en: "Promises kept", ru: "Выполненные обещания"),
        meaning: .init(
            en: "Commitments kept on time out of those that fell due; a warned delay is still a delay.",
            ru: "Обязательства, выполненные в срок, среди наступивших; задержка с предупреждением — тоже задержка."),
        .formula("(Nвып / Nобещ) × 100%"), in: .percent,
        inputs: [
            .init("Nвып", .pieces, en: "commitments kept on time", ru: "обещаний, выполненных в срок"),
            .init("Nобещ", .pieces, en: "commitments that fell due", ru: "обещаний с наступившим сроком"),
        ],
        assessed: .init(en: "key account manager", ru: "менеджер по ключевым клиентам"),
        usedFor: .init(en: "trust of the client, radar of promises", ru: "доверие клиента, контроль обещаний"))
}
