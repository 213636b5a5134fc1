import AccountRows
import Accounts
import Messages
import Periods
import Quantities

/// Steps with account plans and their goals: each goes through the rules of ``AccountPlan``.
enum PlanSteps {
    static let all = [
        AccountStep(
            beginning: .plan, "draft", LocalizedText(en: "Draft an account plan", ru: "Составить план по клиенту"),
            [
                .client, StepField("from", LocalizedText(en: "First day", ru: "Первый день"), .day),
                StepField(
                    "until", LocalizedText(en: "Ends on", ru: "Заканчивается"), .day,
                    hint: LocalizedText(
                        en: "The first day on which it no longer holds.",
                        ru: "Первый день, когда план уже не действует.")),
                StepField("client_goals", LocalizedText(en: "What the client wants", ru: "Чего хочет клиент"), .text),
                StepField(
                    "value", LocalizedText(en: "What we bring him", ru: "Что мы ему даём"), .text, isNeeded: false),
            ], make: draft),
        move(.reviewed, "review", LocalizedText(en: "It is gone through", ru: "План разобран")),
        move(.draft, "return", LocalizedText(en: "Send it back", ru: "Вернуть на доработку")),
        move(.approved, "approve", LocalizedText(en: "Approve it", ru: "Утвердить")),
        move(.active, "start", LocalizedText(en: "Carry it out", ru: "Начать выполнение")),
        AccountStep(
            .plan, "look", LocalizedText(en: "Go through it", ru: "Разобрать ход плана"), allow: mayLook, make: look),
        move(.closed, "close", LocalizedText(en: "Close it", ru: "Закрыть")),
        AccountStep(
            beginning: .goal, "add", LocalizedText(en: "Add a goal", ru: "Добавить цель"),
            [StepField("plan", LocalizedText(en: "Plan", ru: "План"), .one(.plan)), title, weight, metric, target],
            make: addGoal),
        AccountStep(
            .goal, "change", LocalizedText(en: "Change the goal", ru: "Изменить цель"),
            [title.optional, weight.optional, metric, target],
            allow: { request throws(Refusal) in _ = try draftOfGoal(request) }, make: changeGoal),
    ]

    private static let title = StepField("title", LocalizedText(en: "Goal", ru: "Цель"), .line)
    private static let weight = StepField("weight", LocalizedText(en: "Weight", ru: "Вес"), .share)
    private static let metric = StepField(
        "metric", LocalizedText(en: "Metric that measures it", ru: "Показатель, которым она меряется"), .line,
        isNeeded: false)
    private static let target = StepField(
        "target", LocalizedText(en: "Target", ru: "План по нему"), .number, isNeeded: false)

    private static func move(_ state: AccountPlanState, _ verb: String, _ title: LocalizedText) -> AccountStep {
        AccountStep(
            .plan, verb, title, allow: { request throws(Refusal) in _ = try moved(request, to: state) },
            make: { request throws(Refusal) in try move(request, to: state) })
    }

    /// The plan as it stands today.
    static func plan(_ request: StepRequest, _ id: String) throws(Refusal) -> AccountPlan {
        guard let plan = request.book.plan(Key(id), on: request.today) else { throw .noSuch(.plan, id) }
        return plan
    }

    static func draft(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let client: Key<Client> = try request.neededKey("client")
        let (from, until) = (try request.neededDay("from"), try request.neededDay("until"))
        let id = newPlan(client, from, request)
        let place = "plan \(id)"
        try request.requireOwnClient(client, place)
        guard until > from else {
            throw .order(
                place, CivilDayText(name: LocalizedText(en: "ends", ru: "заканчивается"), day: until),
                before: CivilDayText(name: LocalizedText(en: "begins", ru: "начинается"), day: from))
        }
        let row = StepRow(
            new: "account_plan", id,
            [
                "client": client.text, "from": "\(from)", "until": "\(until)",
                "client_goals": request.text("client_goals"),
                "value": request.text("value"), "state": AccountPlanState.draft.rawValue,
            ])
        return StepOutcome(
            id, [row],
            next: StepNext(
                LocalizedText(
                    en: "goals and actions are added, then the head goes through it",
                    ru: "добавить цели и действия, затем план разбирает руководитель"),
                who: request.me))
    }

    /// `c034-2026`, and `c034-2026-2` for a second one.
    private static func newPlan(_ client: Key<Client>, _ from: CivilDay, _ request: StepRequest) -> String {
        let taken = Set(request.book.rows("account_plan").map(\.id))
        let first = "\(client)-\(from.year)"
        var (id, number) = (first, 1)
        while taken.contains(id) {
            number += 1
            id = "\(first)-\(number)"
        }
        return id
    }

    // MARK: Going on

    static func moved(_ request: StepRequest, to state: AccountPlanState) throws(Refusal) -> AccountPlan {
        var plan = try plan(request, request.subject)
        let place = "plan \(plan.id)"
        let manager = request.manager(of: plan.client) ?? ""
        try plan.move(to: state, by: request.me, manager: manager, on: request.today)
        switch state {
        case .approved: try request.requireDirector(of: plan.client, place)
        case .active: try request.requireOwnClient(plan.client, place)
        case .reviewed, .draft, .closed: try request.requireHead(of: manager, place)
        }
        return plan
    }

    static func move(_ request: StepRequest, to state: AccountPlanState) throws(Refusal) -> StepOutcome {
        let plan = try moved(request, to: state)
        var cells = ["state": state.rawValue]
        switch state {
        case .reviewed: cells["reviewed_by"] = request.me.text
        case .approved:
            cells["approved_by"] = request.me.text
            cells["approved_on"] = "\(request.today)"
        case .draft: cells["reviewed_by"] = ""
        case .active, .closed: break
        }
        return StepOutcome(
            request.subject, [StepRow("account_plan", request.subject, cells)], next: next(plan, request))
    }

    private static func next(_ plan: AccountPlan, _ request: StepRequest) -> StepNext {
        let manager = request.manager(of: plan.client)
        return switch plan.state {
        case .draft: StepNext(LocalizedText(en: "it is reworked", ru: "план дорабатывают"), who: manager)
        case .reviewed:
            StepNext(
                LocalizedText(en: "the director approves it", ru: "план утверждает директор"),
                who: request.director(of: plan.client))
        case .approved: StepNext(LocalizedText(en: "it is carried out", ru: "начать выполнение"), who: manager)
        case .active:
            StepNext(
                LocalizedText(en: "it is gone through each quarter", ru: "план разбирают каждый квартал"),
                who: manager.flatMap { request.head(of: $0) })
        case .closed:
            StepNext(LocalizedText(en: "the next plan is drafted", ru: "составить следующий план"), who: manager)
        }
    }

    static func mayLook(_ request: StepRequest) throws(Refusal) {
        let plan = try plan(request, request.subject)
        guard plan.state == .active else {
            throw .step("plan \(plan.id)", from: plan.state, to: .active, next: plan.state.next)
        }
        try request.requireHead(of: request.manager(of: plan.client) ?? "", "plan \(plan.id)")
    }

    static func look(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let row = StepRow(
            new: "plan_look", request.book.newIdentifier("plan_look", "i"),
            ["plan": request.subject, "day": "\(request.today)", "by": request.me.text])
        return StepOutcome(
            request.subject, [row],
            next: StepNext(
                LocalizedText(en: "it is gone through again", ru: "разобрать снова"), who: request.me,
                by: request.today.adding(months: 3)))
    }

    // MARK: Goals

    /// The plan while it may still be changed.
    private static func draft(_ request: StepRequest, _ id: String) throws(Refusal) -> AccountPlan {
        let plan = try plan(request, id)
        let place = "plan \(plan.id)"
        try request.requireOwnClient(plan.client, place)
        guard plan.state == .draft else { throw .notADraft(place, plan.state) }
        return plan
    }

    static func addGoal(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let plan = try draft(request, try request.needed("plan"))
        guard plan.goals.count < AccountPlan.mostGoals else {
            throw .choose("plan \(plan.id)", LocalizedText(en: "goals", ru: "целей"), most: AccountPlan.mostGoals)
        }
        var number = 1
        while plan.goals.contains(where: { $0.id == "\(plan.id)/g\(number)" }) { number += 1 }
        let id = "\(plan.id)/g\(number)"
        let row = StepRow(
            new: "plan_goal", id,
            ["plan": plan.id.text, "from": "\(plan.days.from)"].merging(try goalCells(request)) { $1 })
        return StepOutcome(
            id, [row],
            next: StepNext(
                LocalizedText(
                    en: "the weights of the goals are to total 100 %", ru: "сумма весов целей должна быть 100 %"),
                who: request.me))
    }

    private static func draftOfGoal(_ request: StepRequest) throws(Refusal) -> AccountPlan {
        guard let id = request.book.plan(ofGoal: request.subject) else { throw .noSuch(.goal, request.subject) }
        return try draft(request, id.text)
    }

    static func changeGoal(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        _ = try draftOfGoal(request)
        let cells = try goalCells(request)
        guard !cells.isEmpty else { throw .emptyField(request.field("title")) }
        return StepOutcome(
            request.subject, [StepRow("plan_goal", request.subject, cells)],
            next: StepNext(
                LocalizedText(
                    en: "the weights of the goals are to total 100 %", ru: "сумма весов целей должна быть 100 %"),
                who: request.me))
    }

    private static func goalCells(_ request: StepRequest) throws(Refusal) -> [String: String] {
        var cells: [String: String] = [:]
        cells["title"] = request.text("title")
        cells["metric"] = request.text("metric")
        if let weight = try request.share("weight") { cells["weight"] = try request.percent(weight, "weight") }
        if let target = try request.number("target") { cells["target"] = "\(target)" }
        return cells
    }
}

extension Refusal {
    static func notADraft(_ place: String, _ state: AccountPlanState) -> Refusal {
        Refusal(
            "not-a-draft",
            LocalizedText(
                en: "\(place) is \(state.words.en): it stays as it is", ru: "\(place): \(state.words.ru), не меняется"),
            remedy: LocalizedText(
                en: "let the head send it back, or add an action",
                ru: "пусть руководитель вернёт план, или добавьте действие"),
            next: state.next.map(\.rawValue))
    }

    static func choose(_ place: String, _ what: LocalizedText, most: Int) -> Refusal {
        Refusal(
            "choose", LocalizedText(en: "\(place): \(most) \(what.en) already", ru: "\(place): \(what.ru) уже \(most)"),
            remedy: LocalizedText(en: "choose: no more than that", ru: "выберите: больше не надо"))
    }
}

extension StepRequest {
    /// A share as a table writes it: `60%`, above 0 and at most 100 %.
    func percent(_ share: FixedDecimal, _ name: String) throws(Refusal) -> String {
        guard share > .zero, share <= .one, let percent = try? share.multiplied(by: 100) else {
            throw .unreadField(field(name), text(name) ?? "")
        }
        return "\(percent)%"
    }
}
