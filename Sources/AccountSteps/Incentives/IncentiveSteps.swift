import AccountRows
import Accounts
import Messages
import Periods
import Quantities

/// Incentives of client firms: each goes through the rules of ``IncentiveLife``, which nobody of the client's own approves.
enum IncentiveSteps {
    static let all = [
        AccountStep(
            beginning: .incentive, "propose", LocalizedText(en: "Propose an incentive", ru: "Предложить стимул"),
            [
                .client, StepField("kind", LocalizedText(en: "Kind", ru: "Вид"), .choice(kinds)),
                StepField("from", LocalizedText(en: "From", ru: "С"), .day),
                StepField("until", LocalizedText(en: "Until", ru: "По (не включая)"), .day),
                StepField("premium", LocalizedText(en: "Premium", ru: "Премия"), .number),
                StepField("services", LocalizedText(en: "Paid services", ru: "Оплата услуг"), .number, isNeeded: false),
                expected,
                StepField(
                    "trader", LocalizedText(en: "The client trades in food", ru: "Клиент торгует продовольствием"),
                    .flag),
            ], make: propose),
        AccountStep(
            .incentive, "check", LocalizedText(en: "Law and margin are checked", ru: "Закон и маржа проверены"),
            [expected.optional], allow: mayCheck, make: check),
        AccountStep(
            .incentive, "approve", LocalizedText(en: "Approve it", ru: "Одобрить"), allow: mayApprove, make: approve),
        AccountStep(
            .incentive, "agree", LocalizedText(en: "It stands in the contract", ru: "Внесён в договор"),
            [StepField("contract", LocalizedText(en: "Contract", ru: "Договор"), .line)],
            allow: { request throws(Refusal) in _ = try moved(request, to: .agreed) },
            make: { request throws(Refusal) in try move(request, to: .agreed) }),
        go(.running, "start", LocalizedText(en: "It runs", ru: "Начал действовать")),
        go(.settled, "settle", LocalizedText(en: "It is paid", ru: "Выплачен")),
        go(.evaluated, "evaluate", LocalizedText(en: "Its effect is known", ru: "Эффект известен")),
    ]

    private static let expected = StepField(
        "expected", LocalizedText(en: "Food the client is expected to buy", ru: "Ожидаемая закупка продовольствия"),
        .number)
    private static let kinds = [
        StepField.Choice("premium", en: "premium", ru: "премия"),
        StepField.Choice("promotion", en: "promotion", ru: "продвижение"),
        StepField.Choice("logistics", en: "logistics", ru: "логистика"),
        StepField.Choice("other", en: "other", ru: "другое"),
    ]

    private static func go(_ state: IncentiveState, _ verb: String, _ title: LocalizedText) -> AccountStep {
        AccountStep(
            .incentive, verb, title, allow: { request throws(Refusal) in _ = try moved(request, to: state) },
            make: { request throws(Refusal) in try move(request, to: state) })
    }

    private static func row(_ request: StepRequest, _ cells: [String: String]) -> StepRow {
        StepRow("incentive", request.subject, cells)
    }

    static func propose(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let id = request.book.newIdentifier("incentive", "u")
        let client: Key<Client> = try request.neededKey("client")
        try request.requireOwnClient(client, "incentive \(id)")
        let (from, until) = (try request.neededDay("from"), try request.neededDay("until"))
        guard until > from else {
            throw .order(
                "incentive \(id)", CivilDayText(name: LocalizedText(en: "ends", ru: "заканчивается"), day: until),
                before: CivilDayText(name: LocalizedText(en: "begins", ru: "начинается"), day: from))
        }
        let row = StepRow(
            new: "incentive", id,
            [
                "client": client.text, "kind": request.text("kind"), "from": "\(from)", "until": "\(until)",
                "premium": "\(try request.neededNumber("premium"))",
                "services": try request.number("services")?.description,
                "trader": request.flag("trader") == true ? "yes" : "no",
                "expected": "\(try request.neededNumber("expected"))", "proposed_by": request.me.text,
                "state": IncentiveState.proposed.rawValue,
            ])
        return StepOutcome(
            id, [row],
            next: StepNext(LocalizedText(en: "finance checks law and margin", ru: "финансы проверяют закон и маржу")))
    }

    /// The incentive as its row says, brought there by its own steps.
    ///
    /// - Parameter expected: what the client is expected to buy, for the ceiling.
    private static func life(_ request: StepRequest, expected: FixedDecimal?) throws(Refusal) -> IncentiveLife {
        let row = try request.row(.incentive)
        let state: IncentiveState = try request.state(row, .incentive)
        guard let client: Key<Client> = row.key("client") else { throw .noSuch(.incentive, row.id) }
        // The ceiling is a question to what is proposed; what was checked was checked.
        let incentive = Incentive(
            foodBought: expected ?? .zero, premium: row.decimal("premium") ?? .zero,
            services: row.decimal("services") ?? .zero,
            isTrader: state == .proposed && row.flag("trader") ?? false)
        var life = IncentiveLife(row.id, incentive, manager: request.manager(of: client) ?? "")
        let way: [IncentiveState] = [.checked, .approved, .agreed, .running, .settled, .evaluated]
        for next in way where life.state != state {
            if next == .approved {
                try life.approve(
                    finance: row.key("finance_by") ?? "–finance", director: row.key("director_by") ?? "–director")
            } else {
                try life.move(to: next)
            }
        }
        return life
    }

    // MARK: Checking and approving

    private static func mayCheck(_ request: StepRequest) throws(Refusal) {
        // Whether it is lawful is a question to what the form says; here only whether it may be asked.
        let life = try life(request, expected: nil)
        _ = try life.state.stepping(to: .checked, "incentive \(life.id)")
        try requireFinance(life, request)
    }

    private static func requireFinance(_ life: IncentiveLife, _ request: StepRequest) throws(Refusal) {
        let place = "incentive \(life.id)"
        if request.me == life.manager { throw .ownWork(place, request.me, others) }
        try request.requireDepartment(AccountSource.finance, place)
    }

    private static let others = LocalizedText(en: "finance and the director", ru: "финансы и директор")

    static func check(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let kept = try request.row(.incentive).decimal("expected")
        guard let expected = try request.number("expected") ?? kept else {
            throw .emptyField(request.field("expected"))
        }
        var life = try life(request, expected: expected)
        try life.move(to: .checked)
        return StepOutcome(
            request.subject, [row(request, ["state": life.state.rawValue, "expected": "\(expected)"])],
            next: StepNext(
                LocalizedText(en: "finance and the director approve it", ru: "одобряют финансы и директор"),
                who: request.director(of: try request.row(.incentive).key("client"))))
    }

    private static func mayApprove(_ request: StepRequest) throws(Refusal) { _ = try approvers(request) }

    /// Who has approved it with the actor: he for finance or for the line, whichever is his and is still open.
    private static func approvers(
        _ request: StepRequest
    ) throws(Refusal) -> (life: IncentiveLife, finance: Key<Person>?, director: Key<Person>?) {
        let row = try request.row(.incentive)
        let life = try life(request, expected: nil)
        let place = "incentive \(life.id)"
        _ = try life.state.stepping(to: .approved, place)
        if request.me == life.manager { throw .ownWork(place, request.me, others) }
        var (finance, director): (Key<Person>?, Key<Person>?) = (row.key("finance_by"), row.key("director_by"))
        if finance == nil, request.speaks(for: AccountSource.finance) {
            finance = request.me
        } else if director == nil, request.director(of: row.key("client")) == request.me {
            director = request.me
        } else {
            throw .notHis(place, request.me, others)
        }
        if let finance, finance == director { throw .usedTwice(finance.text, place) }
        return (life, finance, director)
    }

    static func approve(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        var (life, finance, director) = try approvers(request)
        var cells: [String: String] = [:]
        cells["finance_by"] = finance?.text
        cells["director_by"] = director?.text
        guard let finance, let director else {
            return StepOutcome(
                request.subject, [row(request, cells)],
                next: StepNext(
                    finance == nil
                        ? LocalizedText(en: "finance approves it", ru: "одобряют финансы")
                        : LocalizedText(en: "the director approves it", ru: "одобряет директор")))
        }
        try life.approve(finance: finance, director: director)
        cells["state"] = life.state.rawValue
        return StepOutcome(
            request.subject, [row(request, cells)],
            next: StepNext(LocalizedText(en: "it is put into the contract", ru: "внести в договор"), who: life.manager))
    }

    // MARK: Going on

    /// What the client agrees to and what begins is the account manager's word; what was paid and what it brought, that of finance.
    private static func moved(_ request: StepRequest, to state: IncentiveState) throws(Refusal) -> IncentiveLife {
        var life = try life(request, expected: nil)
        try life.move(to: state)
        switch state {
        case .settled, .evaluated: try requireFinance(life, request)
        case .proposed, .checked, .approved, .agreed, .running:
            try request.requireOwnClient(try request.row(.incentive).key("client") ?? "", "incentive \(life.id)")
        }
        return life
    }

    private static func move(_ request: StepRequest, to state: IncentiveState) throws(Refusal) -> StepOutcome {
        let life = try moved(request, to: state)
        var cells = ["state": state.rawValue]
        cells["contract"] = request.text("contract")
        let next = life.state.next.first.map { LocalizedText(en: "next: \($0.words)", ru: "дальше: \($0.words)") }
        return StepOutcome(
            request.subject, [row(request, cells)],
            next: StepNext(next ?? LocalizedText(en: "nothing more is to be done", ru: "больше ничего не требуется")))
    }
}
