internal import HTTPTypes
internal import Pages
internal import Payroll

/// The routes for programs.
extension RouteTable {
    static let programs: [Route] =
        describing + programsOfPay + programsOfEvents + programsOfRows + programsOfPeriods + programsByHand
        + programsOfLedger + programsOfAccess

    private static let describing: [Route] = [
        .open(
            .get, "/api/v1/openapi.json", Words(ru: "Описание для программ", en: "Description for programs"),
            OpenAPI.show),
        .signedIn(.get, "/api", Words(ru: "Для программ", en: "For programs"), APIHandler.show),
    ]

    private static let programsOfPay: [Route] = [
        .programOfOneself(.get, "/me", Words(ru: "Кто я", en: "Who I am"), .reading(.named(.me)), PayAPI.me),
        .programOfPay(
            .get, "/me/pay", Words(ru: "Мои выплаты", en: "My pay"),
            .reading(.named(.pay), query: [.period], refusals: [404]), PayAPI.pay),
        .programOfPay(
            .get, "/people/{person}/pay/{period}", Words(ru: "Выплаты сотрудника", en: "Pay of a person"),
            .reading(.named(.pay), refusals: [404]), PayAPI.pay),
        .programOfPay(
            .get, "/people/{person}/pay/{period}/explanation",
            Words(ru: "Почему столько", en: "Why it is so much"),
            .reading(
                .object([
                    .member("person", .text()), .member("period", .text()),
                    .member("lines", .list(.named(.explanation))),
                ]),
                query: [
                    APIParameter(
                        name: "component", schema: .text(),
                        about: Words(ru: "только этот компонент", en: "this one only")),
                    APIParameter(
                        name: "depth", schema: .whole(1...20),
                        about: Words(ru: "сколько уровней", en: "how many levels")),
                ], refusals: [404]), ExplanationAPI.show),
        .programOfPay(
            .get, "/people/{person}/pay/{period}/moves",
            Words(ru: "Что изменило выплаты", en: "What has moved pay"),
            .reading(.named(.moves), query: [.since], refusals: [404]), MovesAPI.show),
        .program(
            .team, .get, "/units/{unit}/pay/{period}",
            Words(ru: "Выплаты подразделения", en: "Pay of a unit"),
            .reading(.named(.unitPay), query: [.limit, .cursor], refusals: [404]), { try $0.team() },
            UnitPayAPI.show),
        .programOfOneself(
            .get, "/kpis", PlanWords.kpis, .reading(.object([.member("kpis", .list(.named(.kpi)))])), KPIAPI.list),
        .programOfOneself(
            .get, "/kpis/{kpi}", Words(ru: "Карточка показателя", en: "The card of a KPI"),
            .reading(.named(.kpiCard), refusals: [404]), KPIAPI.show),
        .programOfOneself(.post, "/what-if", WhatIfWords.ask, WhatIfAPI.operation, WhatIfAPI.ask),
        .programOfOneself(
            .get, "/jobs/{number}", Words(ru: "Как идёт работа", en: "How far work has come"),
            .reading(.named(.job), refusals: [404]), JobAPI.show),
        .programOfOneself(
            .delete, "/jobs/{number}", Words(ru: "Остановить работу", en: "Stop work"),
            APIOperation(answers: [APIAnswer(200, .named(.job))], refusals: [404], rate: .writing), JobAPI.stop),
    ]

    private static let eventBody = JSONSchema.object([.member("fields", .named(.eventFields))])

    private static let programsOfEvents: [Route] = [
        .program(
            [.importRows], .post, "/events", Words(ru: "Принять события", en: "Take events in"),
            APIOperation(
                request: .object([
                    .optional(
                        "source", .text(0...100), Words(ru: "из какой системы", en: "the system they come from")),
                    .member(
                        "events",
                        .list(
                            .object([
                                .member("kind", .text()), .member("id", .text()),
                                .member("fields", .named(.eventFields)),
                            ]), 1...EventAPI.most)),
                ]), answers: [APIAnswer(200, .named(.eventResults))], refusals: [409], takesKey: true, rate: .writing),
            EventAPI.post),
        .program(
            [.importRows, .seePay], .get, "/events/{kind}/{id}", Words(ru: "Событие", en: "An event"),
            .reading(.named(.event), query: [.source], refusals: [404]), EventAPI.show),
        .program(
            [.importRows], .put, "/events/{kind}/{id}", Words(ru: "Записать событие", en: "Write an event"),
            APIOperation(
                request: eventBody, query: [.source],
                answers: [
                    APIAnswer(200, .named(.event)), APIAnswer(201, .named(.event), hasLocation: true),
                ], refusals: [404, 409, 412], takesVersion: true, rate: .writing), EventAPI.put),
        .program(
            [.importRows], .delete, "/events/{kind}/{id}", Words(ru: "Отменить событие", en: "Cancel an event"),
            APIOperation(
                query: [.source], answers: [APIAnswer(204, nil)], refusals: [404, 409, 412], takesVersion: true,
                rate: .writing), EventAPI.cancel),
        .program(
            .pay, .get, "/events/{kind}/{id}/credit", Words(ru: "Чьё событие", en: "Whose an event is"),
            .reading(
                .object([
                    .member("kind", .text()), .member("id", .text()), .member("person", .text()),
                    .member(
                        "figures",
                        .list(
                            .object([
                                .member("figure", .text(0...1_000)), .member("counts", .flag),
                                .member("rule", .text(0...10_000)),
                            ]))),
                ]), query: [.person], refusals: [404]),
            { try $0.pay(of: $0.asked.query["person"]) }, EventAPI.credit),
    ]

    private static let programsOfPeriods: [Route] = [
        .program(
            [.seePay], .get, "/periods", Words(ru: "Периоды", en: "Periods"), .reading(.named(.periods)),
            PeriodAPI.list),
        .program(
            [.seePay], .get, "/periods/{period}", Words(ru: "Период", en: "A period"),
            .reading(.named(.period), refusals: [404]), PeriodAPI.show),
        .program(
            [.pay], .get, "/periods/{period}/payroll", Words(ru: "Ведомость", en: "Payroll"),
            APIOperation(
                answers: [
                    APIAnswer(
                        200, .text(0...Int.max),
                        types: ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"])
                ], refusals: [404, 406]), RunAPI.payroll),
        .program(
            [.seePay], .get, "/runs/{run}", Words(ru: "Расчёт", en: "A run"),
            .reading(.named(.run), query: [.limit, .cursor], refusals: [404]), RunAPI.show),
        .program(
            [.seePay], .get, "/runs/{run}/difference",
            Words(ru: "Чем расчёты отличаются", en: "What two runs differ by"),
            .reading(
                .named(.difference),
                query: [
                    APIParameter(
                        name: "with", schema: .text(1...64, .digest),
                        about: Words(ru: "второй расчёт", en: "the second run"))
                ], refusals: [404, 409]), RunAPI.difference),
        step(.calculate, "runs", request: .object([]), APIAnswer(202, .named(.job), hasLocation: true)),
        step(.review, "review", request: .object([])),
        step(
            .approve, "approvals",
            request: .object([
                .member(
                    "run", .text(64...64, .digest),
                    Words(ru: "расчёт, который проверен", en: "the run that was looked at"))
            ])),
        step(.pay, "payments", request: .object([])),
        step(.close, "closing", request: .object([])),
        step(.reopen, "reopening", request: .object([.member("reason", .text(1...2_000))])),
    ]

    private static func step(
        _ step: StepWords, _ name: String, request: JSONSchema, _ answer: APIAnswer = APIAnswer(200, .named(.period))
    ) -> Route {
        let movesMoney = step == .approve || step == .pay || step == .reopen
        return .program(
            [PeriodStepHandler.right(of: step)], .post, "/periods/{period}/\(name)", step.title,
            APIOperation(
                request: request, answers: [answer], refusals: [404, 409], takesKey: true,
                rate: movesMoney ? .money : .writing)
        ) { asked, permit in try await PeriodAPI.take(step, asked, permit) }
    }

    private static let programsOfLedger: [Route] = [
        .program(
            [.readLedger], .get, "/ledger/balances", Words(ru: "Остатки по счетам", en: "Balances"),
            .reading(.named(.balances)), LedgerAPI.balances),
        .program(
            .rightOrOwn(.readLedger), .get, "/ledger/entries", Words(ru: "Проводки", en: "Entries"),
            list("entries", .named(.entry), [.person, .period]), { try $0.ownOrAll(.readLedger) }, LedgerAPI.entries),
        .program(
            [.readLedger, .checkRecords], .get, "/audit/head",
            Words(ru: "Конец цепочки записей", en: "End of the chain"), .reading(.named(.head)), LedgerAPI.head),
        .program(
            [.readLedger], .get, "/audit/records", Words(ru: "Записи цепочки", en: "Records of the chain"),
            list("records", .named(.record)), LedgerAPI.records),
        .program(
            [.checkRecords], .post, "/audit/checks", Words(ru: "Проверить цепочку", en: "Check the chain"),
            APIOperation(request: .object([]), answers: [APIAnswer(200, .named(.check))], rate: .money),
            LedgerAPI.check),
    ]

    /// A list that goes on by cursors.
    static func list(_ name: String, _ schema: JSONSchema, _ query: [APIParameter] = []) -> APIOperation {
        .reading(
            .object([.member(name, .list(schema)), .optional("next", .text(1...1_000))]),
            query: query + [.limit, .cursor], refusals: [404])
    }
}

extension APIParameter {
    static let period = APIParameter(
        name: "period", schema: .text(1...20), about: Words(ru: "период выплат", en: "the pay period"))
    static let person = APIParameter(
        name: "person", schema: .text(), about: Words(ru: "сотрудник", en: "the person"))
    static let since = APIParameter(
        name: "since", schema: .text(20...20, .instant),
        about: Words(ru: "с какого момента; без него — с утра", en: "from which moment; this morning when left out"))
    static let source = APIParameter(
        name: "source", schema: .text(0...100),
        about: Words(ru: "система, из которой строка", en: "the system that the row comes from"))
}
