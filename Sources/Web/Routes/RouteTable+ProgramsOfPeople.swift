internal import HTTPTypes
internal import Pages
internal import Payroll
internal import Storage

/// The routes for programs about rows, what is changed by hand, and who may what.
extension RouteTable {
    static let programsOfRows: [Route] = RowAPI.Table.allCases.flatMap(rows)

    private static func rows(_ table: RowAPI.Table) -> [Route] {
        let path = "/\(table.rawValue)/" + table.keys.map { "{\($0)}" }.joined(separator: "/")
        let names: (show: Words, write: Words, cancel: Words) =
            switch table {
            case .targets:
                (
                    Words(ru: "План", en: "A target"), Words(ru: "Записать план", en: "Write a target"),
                    Words(ru: "Отменить план", en: "Cancel a target")
                )
            case .entered:
                (
                    Words(ru: "Оценка", en: "An entered value"), Words(ru: "Записать оценку", en: "Enter a value"),
                    Words(ru: "Отменить оценку", en: "Cancel an entered value")
                )
            case .assignments:
                (
                    Words(ru: "Назначение", en: "An assignment"),
                    Words(ru: "Записать назначение", en: "Write an assignment"),
                    Words(ru: "Отменить назначение", en: "Cancel an assignment")
                )
            }
        let row = JSONSchema.object(
            table.keys.map { JSONSchema.Member.member($0, .text(0...200)) }
                + [.member("source", .text(0...100)), .member("fields", .named(.eventFields))])
        let rights: [Right] = table == .assignments ? [.importRows] : [.setTargets, .importRows]
        return [
            .program(
                [.seePay, .importRows, .setTargets], .get, path, names.show,
                .reading(row, query: [.source], refusals: [404])
            ) { asked, _ in try RowAPI.show(table, asked) },
            .program(
                rights, .put, path, names.write,
                APIOperation(
                    request: .object([.member("fields", .named(.eventFields))]), query: [.source],
                    answers: [APIAnswer(200, row), APIAnswer(201, row, hasLocation: true)],
                    refusals: [404, 409, 412], takesVersion: true, rate: .writing)
            ) { asked, permit in try RowAPI.put(table, asked, permit) },
            .program(
                rights, .delete, path, names.cancel,
                APIOperation(
                    query: [.source], answers: [APIAnswer(204, nil)], refusals: [404, 409, 412], takesVersion: true,
                    rate: .writing)
            ) { asked, permit in try RowAPI.cancel(table, asked, permit) },
        ]
    }

    // MARK: By hand

    private static let reason = JSONSchema.Member.member("reason", .text(1...4_000))
    private static let period = JSONSchema.Member.member("period", .text(1...20))

    static let programsByHand: [Route] = programsOfDisputes + programsOfAdjustments

    private static let programsOfDisputes: [Route] = [
        .programOfOneself(
            .get, "/disputes", Words(ru: "Возражения", en: "Disputes"), list("disputes", .named(.dispute)),
            DisputeAPI.list),
        .programOfOneself(
            .post, "/disputes", Words(ru: "Возразить", en: "Open a dispute"),
            writing([period, .member("text", .text(1...4_000))], APIAnswer(201, .named(.dispute), hasLocation: true)),
            DisputeAPI.open),
        .programOfOneself(
            .get, "/disputes/{number}", Words(ru: "Возражение", en: "A dispute"),
            .reading(.named(.dispute), refusals: [404]), DisputeAPI.show),
        .programOfOneself(
            .post, "/disputes/{number}/answer", Words(ru: "Ответить на возражение", en: "Answer a dispute"),
            writing([.member("text", .text(1...4_000))], APIAnswer(200, .named(.dispute))), DisputeAPI.answer),
    ]

    private static let programsOfAdjustments: [Route] = [
        .programOfOneself(
            .get, "/adjustments", Words(ru: "Корректировки", en: "Adjustments"),
            list("adjustments", .named(.adjustment), [.period]), AdjustmentAPI.list),
        .programOfOneself(
            .post, "/adjustments", Words(ru: "Предложить корректировку", en: "Propose an adjustment"),
            writing(
                [
                    .member("person", .text()), period, .member("amount", .text(1...60, .decimal)),
                    .optional("kind", .choice(Adjustment.Kind.allCases.map(\.rawValue))),
                    .optional("order", .text(0...4_000)), reason,
                ], APIAnswer(201, .named(.adjustment), hasLocation: true)), AdjustmentAPI.propose),
        .programOfOneself(
            .get, "/adjustments/{number}", Words(ru: "Корректировка", en: "An adjustment"),
            .reading(.named(.adjustment), refusals: [404]), AdjustmentAPI.show),
        .programOfOneself(
            .post, "/adjustments/{number}/decision",
            Words(ru: "Решить о корректировке", en: "Decide about an adjustment"),
            writing(
                [
                    .member("verdict", .choice(Adjustment.Decision.Verdict.allCases.map(\.rawValue))),
                    .optional("reason", .text(0...4_000)),
                ], APIAnswer(200, .named(.adjustment)), rate: .money), AdjustmentAPI.decide),
        .programOfOneself(
            .post, "/adjustments/{number}/withdrawal",
            Words(ru: "Предложить отозвать корректировку", en: "Propose to withdraw an adjustment"),
            writing([reason], APIAnswer(200, .named(.adjustment))), AdjustmentAPI.withdraw),
    ]

    private static func writing(
        _ members: [JSONSchema.Member], _ answer: APIAnswer, rate: RatePolicy = .writing
    ) -> APIOperation {
        APIOperation(
            request: .object(members), answers: [answer], refusals: [404, 409], takesKey: true, rate: rate)
    }

    // MARK: Access

    static let programsOfAccess: [Route] = programsOfUsers + changesOfUsers + changesOfGrants + programsOfOneself

    private static let programsOfUsers: [Route] = [
        .program(
            [.grantRights], .get, "/users", Words(ru: "Кто входит", en: "Users"),
            .reading(.object([.member("users", .list(.named(.user)))])), AccessAPI.users),
        .program(
            [.grantRights], .post, "/users", AdministrationWords.invite,
            writing([.member("person", .text()), .optional("name", .text())], APIAnswer(201, .named(.user))),
            AccessAPI.invite),
        .program(
            [.grantRights], .get, "/grants", Words(ru: "Роли", en: "Roles"),
            .reading(.object([.member("grants", .list(.named(.grant)))])), AccessAPI.grants),
        .program(
            [.grantRights], .post, "/grants", AdministrationWords.grant,
            writing(
                [
                    .member("user", .text()),
                    .member("role", .choice(Duty.allCases.filter { $0 != .employee }.map(\.rawValue))),
                    .member("from", .text(10...10, .day)), .member("until", .text(10...10, .day)), reason,
                ], APIAnswer(201, .named(.grant))), AccessAPI.grant),
    ]

    private static let changesOfUsers: [Route] = ["lock", "unlock", "leave"].map { action in
        .program(
            [.grantRights], .post, "/users/{user}/\(action)", Words(ru: "Изменить доступ", en: "Change access"),
            writing([], APIAnswer(200, .named(.user)))
        ) { asked, permit in try AccessAPI.change(action, asked, permit) }
    }

    private static let changesOfGrants: [Route] = ["agreement", "refusal", "end"].map { action in
        .program(
            [.grantRights], .post, "/grants/{grant}/\(action)", Words(ru: "Решить о роли", en: "Decide about a role"),
            writing(action == "agreement" ? [] : [reason], APIAnswer(200, .named(.grant)))
        ) { asked, permit in try AccessAPI.decide(action, asked, permit) }
    }

    private static let programsOfOneself: [Route] = [
        .programOfOneself(
            .get, "/tokens", Words(ru: "Мои токены", en: "My tokens"),
            .reading(.object([.member("tokens", .list(.named(.token)))])), AccessAPI.tokens),
        .programOfOneself(
            .delete, "/tokens/{handle}", AccountWords.endToken,
            APIOperation(answers: [APIAnswer(204, nil)], rate: .writing),
            AccessAPI.endToken),
        .programOfOneself(
            .get, "/sessions", Words(ru: "Мои сеансы", en: "My sessions"),
            .reading(.object([.member("sessions", .list(.named(.session)))])), AccessAPI.sessions),
        .programOfOneself(
            .delete, "/sessions/{handle}", Words(ru: "Закончить сеанс", en: "End a session"),
            APIOperation(answers: [APIAnswer(204, nil)], rate: .writing), AccessAPI.endSession),
    ]
}
