internal import HTTPTypes
internal import Pages
internal import Payroll

/// All routes.
enum RouteTable {
    static let all: [Route] =
        basics + live + signIn + account + pay + documents + disputes + team + teamUnits + kpis + plans + periods
        + accounts + outliers + ledger + data + administration + programs + webhooks

    private static let basics: [Route] = [
        .open(.get, "/", Words(ru: "Первая страница", en: "First page"), StartHandler.root),
        .open(.get, "/help", Words(ru: "Помощь", en: "Help"), StartHandler.help),
        .open(
            .get, "/language/{language}", Words(ru: "Сменить язык", en: "Change the language"), StartHandler.language),
        .open(.get, "/assets/{name}", Words(ru: "Оформление", en: "Styles"), StartHandler.asset),
        .open(.get, "/healthz", Words(ru: "Жив ли сервер", en: "Whether the server lives"), StartHandler.health),
        .open(.get, "/readyz", Words(ru: "Готов ли сервер", en: "Whether the server is ready"), StartHandler.ready),
        .open(
            .get, "/metrics", Words(ru: "Показатели сервера", en: "What the server counts"), access: .loopback,
            StartHandler.metrics),
        .signedIn(.get, "/find", Words(ru: "Поиск", en: "Find"), FindHandler.find),
    ]

    private static let signIn: [Route] = [
        .open(.get, "/sign-in", Words(ru: "Вход", en: "Sign in"), SignInHandler.show),
        .open(
            .post, "/sign-in", Words(ru: "Вход: пароль", en: "Sign in: password"), body: .short, SignInHandler.signIn),
        .open(
            .get, "/sign-in/code", Words(ru: "Вход: код", en: "Sign in: code"), access: .halfSignedIn,
            SignInHandler.showCode),
        .open(
            .post, "/sign-in/code", Words(ru: "Вход: код", en: "Sign in: code"), body: .short, access: .halfSignedIn,
            SignInHandler.prove),
        .open(
            .get, "/sign-in/enrol", Words(ru: "Второй шаг входа", en: "Second step"), access: .halfSignedIn,
            EnrolmentHandler.show),
        .open(
            .post, "/sign-in/enrol", Words(ru: "Второй шаг входа", en: "Second step"), body: .short,
            access: .halfSignedIn, EnrolmentHandler.finish),
        .open(.post, "/sign-out", Words(ru: "Выход", en: "Sign out"), body: .short, SignInHandler.signOut),
        .open(
            .get, "/activate/{token}", Words(ru: "Задать пароль по ссылке", en: "Set a password by an address"),
            ActivationHandler.show),
        .open(
            .post, "/activate/{token}", Words(ru: "Задать пароль по ссылке", en: "Set a password by an address"),
            body: .short, ActivationHandler.activate),
    ]

    private static let account: [Route] = [
        .signedIn(.get, "/account", Words(ru: "Мой вход", en: "Account"), AccountHandler.show),
        .signedIn(
            .post, "/account/looks", Words(ru: "Язык и цвета", en: "Language and colours"), body: .short,
            AccountHandler.looks),
        .signedIn(
            .post, "/account/password", Words(ru: "Сменить пароль", en: "Change the password"), body: .short,
            isFresh: true, AccountHandler.password),
        .signedIn(
            .post, "/account/codes", Words(ru: "Новые коды на бумаге", en: "New codes on paper"), body: .short,
            isFresh: true, AccountHandler.codes),
        .signedIn(
            .post, "/account/tokens", AccountWords.newToken, body: .short, isFresh: true, TokenHandler.issue),
        .signedIn(
            .post, "/account/tokens/{token}/end", AccountWords.endToken, body: .short, TokenHandler.end),
        .signedIn(
            .post, "/account/sessions/end", Words(ru: "Выйти везде", en: "Sign out everywhere"), body: .short,
            AccountHandler.signOutEverywhere),
    ]

    private static let pay: [Route] = [
        .pay(.get, "/pay", Words(ru: "Мои выплаты", en: "My pay"), PayHandler.show),
        .pay(.get, "/pay/{period}", Words(ru: "Мои выплаты за период", en: "My pay of a period"), PayHandler.show),
        .pay(.get, "/pay/{period}/statement", Words(ru: "Мой листок", en: "My statement"), StatementHandler.show),
        .pay(
            .get, "/pay/{period}/statement/signed", Words(ru: "Мой подписанный листок", en: "My signed statement"),
            SignedStatementHandler.show),
        .pay(
            .get, "/people/{person}/pay/{period}/statement/signed",
            Words(ru: "Подписанный листок сотрудника", en: "Signed statement of a person"), SignedStatementHandler.show),
        .pay(.get, "/pay/{period}/event", Words(ru: "Чья сделка", en: "Whose an event is"), EventHandler.show),
        .pay(.get, "/people/{person}/pay", Words(ru: "Выплаты сотрудника", en: "Pay of a person"), PayHandler.show),
        .pay(
            .get, "/people/{person}/pay/{period}",
            Words(ru: "Выплаты сотрудника за период", en: "Pay of a person for a period"), PayHandler.show),
        .pay(
            .get, "/people/{person}/pay/{period}/statement",
            Words(ru: "Листок сотрудника", en: "Statement of a person"), StatementHandler.show),
        .pay(
            .get, "/people/{person}/pay/{period}/event", Words(ru: "Чья сделка", en: "Whose an event is"),
            EventHandler.show),
    ]

    private static let disputes: [Route] = [
        .signedIn(.get, "/disputes", Words(ru: "Возражения", en: "Disputes"), DisputeHandler.list),
        .pay(
            .get, "/pay/{period}/disputes/new", Words(ru: "Оспорить листок", en: "Dispute a statement"),
            DisputeHandler.form),
        .pay(
            .post, "/pay/{period}/disputes", Words(ru: "Оспорить листок", en: "Dispute a statement"), body: .long,
            DisputeHandler.open),
        .signedIn(.get, "/disputes/{number}", Words(ru: "Возражение", en: "A dispute"), DisputeHandler.show),
        .signedIn(
            .post, "/disputes/{number}/answer", Words(ru: "Ответить на возражение", en: "Answer a dispute"),
            body: .long, DisputeHandler.answer),
    ]

    private static let team: [Route] = [
        .team(.get, "/team", Words(ru: "Команда", en: "My team"), TeamHandler.show)
    ]

    private static let periods: [Route] =
        [
            .right([.seePay], .get, "/periods", Words(ru: "Периоды", en: "Periods"), PeriodHandler.list),
            .right([.seePay], .get, "/periods/{period}", Words(ru: "Период", en: "A period"), PeriodHandler.show),
            .right(
                [.calculate], .get, "/periods/new/calculate",
                Words(ru: "Рассчитать другой период", en: "Calculate another period"), PeriodHandler.choose),
            .right(
                [.calculate], .post, "/periods/{period}/stop",
                Words(ru: "Остановить расчёт", en: "Stop the calculation"), body: .short, PeriodHandler.stop),
            .right(
                [.pay], .get, "/periods/{period}/payroll", Words(ru: "Ведомость", en: "Payroll"), PeriodHandler.payroll),
        ] + StepWords.allCases.flatMap(steps)

    /// The page where a step is looked at before it is taken, and the taking.
    private static func steps(_ step: StepWords) -> [Route] {
        let right = PeriodStepHandler.right(of: step)
        let movesMoney = step == .approve || step == .pay || step == .reopen
        return [
            .right([right], .get, "/periods/{period}/\(step.rawValue)", step.title, isFresh: movesMoney) {
                asked, permit in
                try await PeriodStepHandler.check(step, asked, permit)
            },
            .right(
                [right], .post, "/periods/{period}/\(step.rawValue)", step.title, body: .short, isFresh: movesMoney
            ) { asked, permit in
                try await PeriodStepHandler.take(step, asked, permit)
            },
        ]
    }

    private static let ledger: [Route] = [
        .ownOrAll(.readLedger, .get, "/ledger", Words(ru: "Книга", en: "Ledger"), LedgerHandler.show),
        .right(
            [.readLedger, .checkRecords], .get, "/audit", Words(ru: "Цепочка записей", en: "Chain of records"),
            AuditHandler.show),
        .right(
            [.checkRecords], .post, "/audit/checks", Words(ru: "Проверить цепочку", en: "Check the chain"),
            body: .short, AuditHandler.check),
    ]

    private static let administration: [Route] = [
        .right([.grantRights], .get, "/admin", Words(ru: "Доступ", en: "Administration"), AdminHandler.show),
        .right([.grantRights], .get, "/admin/matrix", AdministrationWords.matrix, AdminHandler.matrix),
        .right(
            [.grantRights], .post, "/admin/users", AdministrationWords.invite, body: .short, isFresh: true,
            AdminHandler.invite),
        .right([.grantRights], .get, "/admin/users/{user}", Words(ru: "Кто входит", en: "A user"), AdminHandler.user),
        .right(
            [.grantRights], .post, "/admin/users/{user}/{action}",
            Words(ru: "Изменить доступ", en: "Change access"), body: .short, isFresh: true, AdminHandler.change),
        .right(
            [.grantRights], .post, "/admin/grants", AdministrationWords.grant, body: .short, isFresh: true,
            AdminHandler.grant),
        .right(
            [.grantRights], .post, "/admin/grants/{grant}/{action}",
            Words(ru: "Решить о роли", en: "Decide about a role"), body: .short, isFresh: true, AdminHandler.decide),
    ]
}
