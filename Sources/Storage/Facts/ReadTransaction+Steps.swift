/// A state of all rows, and the record by which they came to it.
public struct FactStep: Sendable, Hashable {
    /// The state, as ``ReadTransaction/factHead`` named it then.
    public let head: Int64
    /// When the record was written.
    public let at: String
}

extension ReadTransaction {
    /// The states that the rows have come through since one of them, the oldest first.
    ///
    /// - Parameter limit: The most versions of rows that are looked at.
    /// - Returns: `nil` when there are more.
    public func factSteps(since head: Int64, limit: Int) throws(StorageFailure) -> [FactStep]? {
        guard try factHead - head <= Int64(limit) else { return nil }
        return try connection.rows(
            """
            SELECT max(facts.number), audit.at FROM facts JOIN audit ON audit.number = facts.record
            WHERE facts.number > ? GROUP BY facts.record ORDER BY facts.record
            """, [.integer(head)]
        ) { FactStep(head: $0.integer(0), at: $0.text(1)) }
    }

    /// The state of the rows before the first record of a time or of any later one; 0 while there was none.
    ///
    /// - Parameter instant: As the records have their times, `2026-11-28T00:00:00Z`.
    public func factHead(before instant: String) throws(StorageFailure) -> Int64 {
        let first = try connection.first(
            "SELECT number FROM audit WHERE at >= ? ORDER BY number LIMIT 1", [.text(instant)]
        ) { $0.integer(0) }
        guard let first else { return try factHead }
        // Rows stand in the order of their records, so only those since then are passed.
        return try connection.first(
            "SELECT number FROM facts WHERE record < ? ORDER BY number DESC LIMIT 1", [.integer(first)]
        ) { $0.integer(0) } ?? 0
    }

    /// The number of the last record that moved a period on or keeps a calculation; it rises when pages show another run.
    public var payHead: Int64 {
        get throws(StorageFailure) {
            try connection.integer(
                """
                SELECT max(coalesce((SELECT record FROM period_steps ORDER BY number DESC LIMIT 1), 0),
                    coalesce((SELECT record FROM runs ORDER BY number DESC LIMIT 1), 0))
                """)
        }
    }
}
