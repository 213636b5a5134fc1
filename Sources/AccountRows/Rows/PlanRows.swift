import Accounts
import Periods
import Quantities

/// A row of `account_plan` with its goals and actions, from which it is known how it stood on any day.
struct PlanRow: Sendable {
    let id: Key<AccountPlan>
    let client: Key<Client>
    let days: DayRange
    let clientGoals: String
    let state: AccountPlanState
    let reviewedBy: Key<Person>?
    let approvedOn: CivilDay?
    var goals: [AccountPlan.Goal] = []
    var actions: [ActionRow] = []
    var looks: [CivilDay] = []

    /// An action with what became of it.
    struct ActionRow: Sendable {
        let action: PlanAction
        let state: PlanActionState
        let doneOn: CivilDay?
        let judgedOn: CivilDay?
        let judgedBy: Key<Person>?
        let words: String

        /// The action as it stood on a day; `nil` before it was written down.
        func action(on day: CivilDay) throws(Refusal) -> PlanAction? {
            guard action.madeOn <= day else { return nil }
            var action = self.action
            if let doneOn, doneOn <= day { try action.markDone(by: action.owner, on: doneOn) }
            guard let judgedOn, judgedOn <= day else { return action }
            let judge = judgedBy ?? ""
            switch state {
            case .accepted: try action.accept(by: judge, evidence: words, on: judgedOn)
            case .rejected: try action.reject(by: judge, reason: words, on: judgedOn)
            case .cancelled: try action.cancel(by: judge, reason: words, on: judgedOn)
            case .open, .done: break
            }
            return action
        }
    }

    /// The plan as it stood on a day; `nil` before its first day. What somebody approved was gone through.
    func plan(on day: CivilDay, manager: Key<Person>) -> AccountPlan? {
        guard days.from <= day else { return nil }
        let actions = self.actions.compactMap { try? $0.action(on: day) }
        var plan = AccountPlan(
            id, client: client, days: days, clientGoals: clientGoals, goals: goals, actions: actions)
        let reviewer = reviewedBy ?? ""
        do throws(Refusal) {
            guard state != .draft else { return plan }
            try plan.move(to: .reviewed, by: reviewer, manager: manager, on: days.from)
            guard state != .reviewed else { return plan }
            try plan.move(to: .approved, by: reviewer, manager: manager, on: approvedOn ?? days.from)
            guard state != .approved else { return plan }
            try plan.move(to: .active, by: reviewer, manager: manager, on: approvedOn ?? days.from)
            for look in looks where look <= day { plan.look(on: look) }
            if state == .closed, day >= days.until {
                try plan.move(to: .closed, by: reviewer, manager: manager, on: days.until)
            }
        } catch {
            return nil
        }
        return plan
    }
}

extension RowReader {
    /// The account plans; actions that break a rule are at fault.
    mutating func plans() -> [PlanRow] {
        var plans = read("account_plan") { row throws(RowProblem) in
            PlanRow(
                id: Key(row.id), client: try row.neededKey("client"),
                days: DayRange(from: try row.neededDay("from"), clampingUntil: try row.neededDay("until")),
                clientGoals: row.text("client_goals") ?? "", state: try row.neededWord("state"),
                reviewedBy: row.key("reviewed_by"), approvedOn: row.day("approved_on"))
        }
        let numbers = Dictionary(plans.indices.map { (plans[$0].id.text, $0) }, uniquingKeysWith: { first, _ in first })
        var planOfGoal: [String: Int] = [:]
        _ = read("plan_goal") { row throws(RowProblem) -> Bool? in
            guard let number = numbers[try row.needed("plan")] else { return nil }
            planOfGoal[row.id] = number
            plans[number].goals.append(
                AccountPlan.Goal(row.id, weight: try row.neededDecimal("weight"), metric: row.text("metric")))
            return true
        }
        _ = read("plan_action") { row throws(RowProblem) -> Bool? in
            let goal = try row.needed("goal")
            guard let number = planOfGoal[goal] else { return nil }
            let action = try Self.action(row, goal)
            // The rules are asked once for the last that is known.
            do throws(Refusal) { _ = try action.action(on: .latest) } catch { throw .refused(error) }
            plans[number].actions.append(action)
            return true
        }
        _ = read("plan_look") { row throws(RowProblem) -> Bool? in
            guard let number = numbers[try row.needed("plan")] else { return nil }
            plans[number].looks.append(try row.neededDay("day"))
            return true
        }
        return plans
    }

    private static func action(_ row: AccountRow, _ goal: String) throws(RowProblem) -> PlanRow.ActionRow {
        let state: PlanActionState = try row.neededWord("state")
        if state == .done || state == .accepted { _ = try row.neededDay("done_on") }
        if state == .accepted { _ = try row.neededDay("accepted_on") }
        let (owner, made, due): (Key<Person>, CivilDay, CivilDay) = (
            try row.neededKey("owner"), try row.neededDay("made_on"), try row.neededDay("due_on")
        )
        let (weight, kind): (FixedDecimal, PlanAction.Kind) = (
            try row.neededDecimal("weight"), try row.neededWord("kind")
        )
        do throws(Refusal) {
            let action = try PlanAction(
                Key(row.id), goal: goal, owner: owner, made: made, due: due, weight: weight, kind: kind)
            return PlanRow.ActionRow(
                action: action, state: state, doneOn: row.day("done_on"), judgedOn: row.day("accepted_on"),
                judgedBy: row.key("accepted_by"),
                words: (state == .accepted ? row.text("evidence") : row.text("reason")) ?? "")
        } catch {
            throw .refused(error)
        }
    }

    /// The consents of contacts.
    mutating func consents() -> [Consent] {
        read("consent") { row throws(RowProblem) in
            let (contact, author): (Key<Contact>, Key<Person>) = (
                try row.neededKey("contact"), try row.neededKey("author")
            )
            let (purpose, given): (Consent.Purpose, CivilDay) = (
                try row.neededWord("purpose"), try row.neededDay("given_on")
            )
            do throws(Refusal) {
                var consent = try Consent(
                    Key(row.id), of: contact, for: purpose, given: given, until: row.day("until"),
                    proof: row.text("proof") ?? "", author: author)
                if let day = row.day("withdrawn_on") { try consent.withdraw(on: day) }
                return consent
            } catch {
                throw .refused(error)
            }
        }
    }
}
