public import Ledger
internal import Messages

/// An entry that stands in the ledger.
public struct PostedEntry: Sendable, Hashable {
    /// Its number, from 1 without a gap.
    public var number: Int64
    /// The run that proposed it.
    public var run: String
    /// The entry.
    public var entry: LedgerEntry
}

extension WriteTransaction {
    /// Posts entries of a run; they get the next numbers in their order.
    ///
    /// - Returns: the number of the last entry of the ledger.
    /// - Throws: ``StorageFailure/noSuchRun(_:)``; ``Invariant/emptyEntry``.
    @discardableResult
    public func post(_ entries: [LedgerEntry], run: String) throws(StorageFailure) -> Int64 {
        guard let runNumber = try runNumber(run) else { throw .noSuchRun(run) }
        for entry in entries { try check(entry) }
        return try recorded("post") { () throws(StorageFailure) in
            for entry in entries { try append(to: "entries", entry.values(run: runNumber)) }
            let detail: [String: DetailValue] = ["run": .text(run), "entries": .number(Int64(entries.count))]
            return (try head(of: "entries"), detail: detail)
        }
    }

    func check(_ entry: LedgerEntry) throws(StorageFailure) {
        guard entry.amount > 0, entry.from != entry.to else {
            throw .broken(.emptyEntry)
        }
    }
}

extension ReadTransaction {
    /// The number of the last entry, 0 while there is none.
    public var ledgerHead: Int64 {
        get throws(StorageFailure) { try connection.integer("SELECT coalesce(max(number), 0) FROM entries") }
    }

    /// The entries of a person, a period, both or all, in the order of their numbers.
    ///
    /// - Parameters:
    ///   - number: Only those after this one.
    ///   - limit: The most that are read.
    public func entries(
        person: String? = nil, period: String? = nil, after number: Int64 = 0, limit: Int? = nil
    ) throws(StorageFailure) -> [PostedEntry] {
        var wanted: [(condition: String, values: [SQLValue])] = []
        if number > 0 { wanted.append(("entries.number > ?", [.integer(number)])) }
        if let person {
            // Whoever was entered before identifiers were composed may stand in the other form.
            wanted.append(
                ("person IN (?, ?, ?)", [person, person.composed, Composition.apart(person)].map { .text($0) }))
        }
        if let period { wanted.append(("entries.period = ?", [.text(period)])) }
        let conditions = wanted.isEmpty ? "" : "WHERE " + wanted.map(\.condition).joined(separator: " AND ")
        let columns = LedgerEntry.columns.replacing("period, cause", with: "entries.period, cause")
        return try connection.rows(
            """
            SELECT \(columns), entries.number, runs.id FROM entries JOIN runs ON runs.number = run
            \(conditions) ORDER BY entries.number LIMIT ?
            """, wanted.flatMap(\.values) + [.integer(limit.map { Int64($0) } ?? -1)]
        ) { row throws(StorageFailure) in
            PostedEntry(number: row.integer(11), run: row.text(12), entry: try entry(row))
        }
    }

    /// What stands where for every obligation, as the ledger was at one of its entries.
    public func balances(upTo head: Int64? = nil) throws(StorageFailure) -> Balances {
        let sums = try connection.rows(
            """
            WITH sides AS (
                SELECT \(LedgerEntry.obligationColumns), to_account AS account, amount FROM entries WHERE number <= ?1
                UNION ALL
                SELECT \(LedgerEntry.obligationColumns), from_account, -amount FROM entries WHERE number <= ?1)
            SELECT \(LedgerEntry.obligationColumns), account, sum(amount) FROM sides
            GROUP BY \(LedgerEntry.obligationColumns), account
            """, [.integer(head ?? .max)]
        ) { row throws(StorageFailure) in
            (
                obligation: try obligation(row), account: try connection.decoded(row.text(6), as: Account.self),
                amount: row.integer(7)
            )
        }
        var balances = Balances()
        for sum in sums {
            do { try balances.add(sum.amount, to: sum.account, of: sum.obligation) } catch {
                throw .corrupted(path: connection.path, detail: "balance of \(sum.obligation.person)")
            }
        }
        return balances
    }
}
