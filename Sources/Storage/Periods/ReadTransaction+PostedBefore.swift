public import Ledger
internal import Messages

extension ReadTransaction {
    /// The periods as they stood when a run was kept: only those whose entries were posted by then.
    ///
    /// - Parameter run: The run's whole identifier.
    public func periodsPosted(before run: String) throws(StorageFailure) -> [PeriodLife] {
        let steps = try connection.rows(
            """
            SELECT period, action, actor, run, reason FROM period_steps
            WHERE record < (SELECT record FROM runs WHERE id = ?) ORDER BY number
            """, [.text(run)]
        ) { row throws(StorageFailure) in
            let action = try connection.decoded(row.text(1), as: PeriodStep.Action.self)
            return (row.text(0), PeriodStep(action, by: row.text(2), run: row.text(3), reason: row.text(4)))
        }
        var lives: [String: PeriodLife] = [:]
        for (period, step) in steps {
            do { try lives[period, default: PeriodLife(period)].take(step) } catch {
                throw .corrupted(path: connection.path, detail: "steps of \(period) out of order")
            }
        }
        return lives.values.filter { !$0.postedRun.isEmpty }.sorted { $0.period < $1.period }
    }
}
