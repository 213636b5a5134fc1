import AccountRows
import Accounts
import Messages
import Periods

/// Steps with actions of plans: each goes through the rules of ``PlanAction``.
enum ActionSteps {
    static let all = [
        AccountStep(
            beginning: .action, "add", LocalizedText(en: "Add an action", ru: "Добавить действие"),
            [
                StepField("goal", LocalizedText(en: "Goal", ru: "Цель"), .one(.goal)),
                StepField("text", LocalizedText(en: "What is to be done", ru: "Что сделать"), .text),
                StepField("due_on", LocalizedText(en: "Last day", ru: "Срок"), .day),
                StepField("weight", LocalizedText(en: "Weight in the goal", ru: "Вес в цели"), .share),
                StepField("kind", LocalizedText(en: "Kind", ru: "Вид"), .choice(kinds)),
                StepField(
                    "owner", LocalizedText(en: "Who does it", ru: "Кто выполняет"), .one(.person),
                    hint: LocalizedText(en: "Empty: you.", ru: "Пусто: вы."), isNeeded: false),
            ], make: add),
        AccountStep(
            .action, "done", LocalizedText(en: "Say that it is done", ru: "Сообщить о выполнении"),
            allow: { request throws(Refusal) in _ = try done(request) }, make: markDone),
        AccountStep(
            .action, "accept", LocalizedText(en: "Accept it", ru: "Принять"), [.evidence],
            allow: { request throws(Refusal) in _ = try accepted(request, placeholder) }, make: accept),
        AccountStep(
            .action, "reject", LocalizedText(en: "Reject it", ru: "Не принять"), [.reason],
            allow: { request throws(Refusal) in _ = try rejected(request, placeholder) }, make: reject),
        AccountStep(
            .action, "cancel", LocalizedText(en: "Cancel it", ru: "Отменить"), [.reason],
            allow: { request throws(Refusal) in _ = try cancelled(request, placeholder) }, make: cancel),
    ]

    private static let kinds = [
        StepField.Choice("action", en: "an action", ru: "действие"),
        StepField.Choice("proposal", en: "a proposal to the client", ru: "предложение клиенту"),
        StepField.Choice("communication", en: "something told to many", ru: "сообщение для многих"),
    ]

    private static func action(_ request: StepRequest) throws(Refusal) -> PlanAction {
        guard let found = request.book.action(Key(request.subject), on: request.today) else {
            throw .noSuch(.action, request.subject)
        }
        return found.action
    }

    /// In a draft the account manager plans; a plan that was approved gets an action from the head of whoever does it.
    static func add(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let goal = try request.needed("goal")
        guard let id = request.book.plan(ofGoal: goal) else { throw .noSuch(.goal, goal) }
        let plan = try PlanSteps.plan(request, id.text)
        let place = "plan \(plan.id)"
        let owner = request.key("owner") ?? request.me
        switch plan.state {
        case .draft: try request.requireOwnClient(plan.client, place)
        case .approved, .active: try request.requireHead(of: owner, place)
        case .reviewed, .closed: throw .notADraft(place, plan.state)
        }
        guard plan.actions.count < AccountPlan.mostActions else {
            throw .choose(place, LocalizedText(en: "actions", ru: "действий"), most: AccountPlan.mostActions)
        }
        let number = request.book.newIdentifier("plan_action", "a")
        let weight = try request.neededShare("weight")
        let action = try PlanAction(
            Key(number), goal: goal, owner: owner, made: request.today, due: try request.neededDay("due_on"),
            weight: weight, kind: try request.neededWord("kind"))
        let row = StepRow(
            new: "plan_action", number,
            [
                "goal": goal, "client": plan.client.text, "owner": owner.text, "made_on": "\(request.today)",
                "due_on": "\(action.dueOn)", "weight": try request.percent(weight, "weight"),
                "kind": action.kind.rawValue,
                "text": try request.needed("text"), "state": action.state.rawValue,
            ])
        return StepOutcome(
            number, [row],
            next: StepNext(
                LocalizedText(en: "it is done by its day", ru: "выполнить в срок"), who: owner, by: action.dueOn))
    }

    private static func done(_ request: StepRequest) throws(Refusal) -> PlanAction {
        var action = try action(request)
        try action.markDone(by: request.me, on: request.today)
        return action
    }

    static func markDone(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let action = try done(request)
        let cells = [
            "state": action.state.rawValue, "done_on": "\(request.today)", "accepted_on": "", "accepted_by": "",
            "reason": "",
        ]
        let isTold = action.kind == .communication
        return StepOutcome(
            request.subject, [StepRow("plan_action", request.subject, cells)],
            next: StepNext(
                isTold
                    ? LocalizedText(en: "marketing accepts it", ru: "принимает маркетинг")
                    : LocalizedText(en: "the head accepts it", ru: "принимает руководитель"),
                who: isTold ? nil : request.head(of: action.owner)))
    }

    /// The head judges, and marketing what is told to many.
    private static func requireJudge(_ action: PlanAction, _ request: StepRequest) throws(Refusal) {
        switch action.kind {
        case .communication: try request.requireDepartment(AccountSource.marketing, "action \(action.id)")
        case .action, .proposal: try request.requireHead(of: action.owner, "action \(action.id)")
        }
    }

    private static func accepted(_ request: StepRequest, _ evidence: String) throws(Refusal) -> PlanAction {
        var action = try action(request)
        try action.accept(by: request.me, evidence: evidence, on: request.today)
        try requireJudge(action, request)
        return action
    }

    static func accept(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let evidence = try request.needed("evidence")
        return judged(
            try accepted(request, evidence), request, ["evidence": evidence],
            StepNext(LocalizedText(en: "it counts for its goal", ru: "засчитывается цели")))
    }

    private static func rejected(_ request: StepRequest, _ reason: String) throws(Refusal) -> PlanAction {
        var action = try action(request)
        try action.reject(by: request.me, reason: reason, on: request.today)
        try requireJudge(action, request)
        return action
    }

    static func reject(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let reason = try request.needed("reason")
        let action = try rejected(request, reason)
        return judged(
            action, request, ["reason": reason],
            StepNext(LocalizedText(en: "it is done again", ru: "доделать"), who: action.owner, by: action.dueOn))
    }

    private static func cancelled(_ request: StepRequest, _ reason: String) throws(Refusal) -> PlanAction {
        var action = try action(request)
        try action.cancel(by: request.me, reason: reason, on: request.today)
        try request.requireHead(of: action.owner, "action \(action.id)")
        return action
    }

    static func cancel(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let reason = try request.needed("reason")
        return judged(
            try cancelled(request, reason), request, ["reason": reason],
            StepNext(LocalizedText(en: "nothing more is to be done", ru: "больше ничего не требуется")))
    }

    private static func judged(
        _ action: PlanAction, _ request: StepRequest, _ words: [String: String], _ next: StepNext
    ) -> StepOutcome {
        let cells = [
            "state": action.state.rawValue, "accepted_on": "\(request.today)", "accepted_by": request.me.text,
        ].merging(words) { $1 }
        return StepOutcome(request.subject, [StepRow("plan_action", request.subject, cells)], next: next)
    }
}
