public import Ledger
internal import Messages

extension WriteTransaction {
    /// Appends a step to the life of a period, when the life allows it.
    ///
    /// Whether the approver is paid by the run, whether disputes are open, and what other periods say, the caller asks in the same
    /// transaction.
    ///
    /// - Throws: ``Invariant/lifeCycle(_:)``; ``Invariant/otherActor`` when the step names another person.
    @discardableResult
    public func append(_ step: PeriodStep, period: String) throws(StorageFailure) -> PeriodLife {
        guard step.actor == actor else { throw .broken(.otherActor) }
        var life = try life(of: period)
        do { try life.take(step) } catch { throw .broken(.lifeCycle(error)) }
        return try recorded("period") { () throws(StorageFailure) in
            let values = [period, step.action.rawValue, step.actor.composed, step.run, step.reason]
            try append(to: "period_steps", values.map(SQLValue.text))
            return (life, detail: ["period": .text(period), "step": .text(step.action.rawValue)])
        }
    }
}

extension ReadTransaction {
    /// How far a period has come; one that nobody touched is open.
    public func life(of period: String) throws(StorageFailure) -> PeriodLife {
        let steps = try steps(of: period)
        do { return try PeriodLife(period, after: steps) } catch {
            throw .corrupted(path: connection.path, detail: "steps of \(error.period) out of order")
        }
    }

    /// The steps of a period, first to last.
    public func steps(of period: String) throws(StorageFailure) -> [PeriodStep] {
        try connection.rows(
            "SELECT action, actor, run, reason FROM period_steps WHERE period = ? ORDER BY number", [.text(period)]
        ) { row throws(StorageFailure) in
            let action = try connection.decoded(row.text(0), as: PeriodStep.Action.self)
            return PeriodStep(action, by: row.text(1), run: row.text(2), reason: row.text(3))
        }
    }

    /// All periods that have a step, in the order of the first.
    public func periods() throws(StorageFailure) -> [PeriodLife] {
        let names = try connection.rows("SELECT period FROM period_steps GROUP BY period ORDER BY min(number)") {
            $0.text(0)
        }
        var lives: [PeriodLife] = []
        for name in names { lives.append(try life(of: name)) }
        return lives
    }
}
