public import Accounts
public import Periods

/// Single objects as they stand, for whoever takes a step with one.
extension AccountBook {
    /// A promise as it stood on a day, to whichever client; `nil` before it was written down.
    public func promise(_ id: Key<Promise>, on day: CivilDay) -> Promise? {
        index.promises[id].map { promiseRows[$0] }.flatMap { promise($0, among: promiseRows, on: day) }
    }

    /// The client of a contact.
    public func client(of contact: Key<Contact>) -> Key<Client>? { clientOfContact[contact] }

    /// A meeting in the state that its row says; `nil` where there is none, or where its rows break a rule.
    public func meeting(_ id: Key<Meeting>) -> Meeting? {
        meetingRows.first { $0.id == id }.flatMap { try? $0.asItStands() }
    }

    /// An account plan as it stood on a day, one that begins later as it will begin; `nil` where there is none.
    public func plan(_ id: Key<AccountPlan>, on day: CivilDay) -> AccountPlan? {
        guard let row = planRows.first(where: { $0.id == id }) else { return nil }
        let manager = source.manager(of: row.client, on: day)
        return row.plan(on: max(day, row.days.from), manager: manager ?? "")
    }

    /// An action of a plan as it stood on a day, with the client of its plan.
    public func action(_ id: Key<PlanAction>, on day: CivilDay) -> (action: PlanAction, client: Key<Client>)? {
        for plan in planRows {
            guard let row = plan.actions.first(where: { $0.action.id == id }),
                let action = try? row.action(on: day)
            else { continue }
            return (action, plan.client)
        }
        return nil
    }

    /// The plan that a goal belongs to.
    public func plan(ofGoal goal: String) -> Key<AccountPlan>? {
        planRows.first { plan in plan.goals.contains { $0.id == goal } }?.id
    }

    /// A selection round as it stood on a day; `nil` where there is none, or before it was opened.
    public func round(_ id: Key<Round>, on day: CivilDay) -> Round? {
        rounds.first { $0.id == id }.flatMap { try? $0.round(on: day) }
    }

    /// What the sources of a fact make of it on a day.
    public func check(ofFact id: String, on day: CivilDay) -> FactCheck? {
        factRows.first { $0.id == id }.map { FactCheck($0.sources, on: day) }
    }
}
