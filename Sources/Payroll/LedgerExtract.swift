internal import Company
public import Ledger
public import Quantities
public import Storage

/// A part of the ledger with what stands where at its end.
public struct LedgerExtract: Sendable {
    /// The entries asked for, in the order of their numbers.
    public var entries: [PostedEntry]
    /// What stands where at the end of the period, or now: the person's, or everybody's.
    public var balances: Balances
    /// The currency of all amounts.
    public var currency: Currency
    /// Every period that has entries, in their order.
    public var periods: [String]
    /// Every person that the workspace knows.
    public var people: [String]
}

extension PayCycle {
    /// The entries of a person, a period, both or all, with the balances after them; `nil` while nothing is posted.
    public func ledger(person: String? = nil, period: String? = nil) throws(PayrollFailure) -> LedgerExtract? {
        try read { snapshot in
            let all = try snapshot.entries()
            guard let last = all.last else { return nil }
            let run = try snapshot.run(last.run)
            let own = all.filter { person == nil || $0.entry.obligation.person == person }
            var seen: Set<String> = []
            let tables = try snapshot.tables(upTo: run.dataHead)
            return LedgerExtract(
                entries: own.filter { period == nil || $0.entry.period == period },
                balances: try Balances(own.map(\.entry).filter { entry in period.map { entry.period <= $0 } ?? true }),
                currency: try Self.currency(try snapshot.model(run.model), tables),
                periods: all.map(\.entry.period).filter { seen.insert($0).inserted },
                people: tables.first { $0.kind == "people" }?.rows.map(\.key) ?? [])
        }
    }
}
