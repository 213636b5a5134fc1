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
    /// The currency of all amounts; `nil` before anything was calculated.
    public var currency: Currency?
    /// Every period that was approved, in their order, whether entries came of it or not.
    public var periods: [String]
    /// Every person that the workspace knows.
    public var people: [String]
}

extension PayCycle {
    /// The entries of a person, a period, both or all, with the balances after them; nothing while nothing is posted.
    public func ledger(person: String? = nil, period: String? = nil) throws(PayrollFailure) -> LedgerExtract {
        try read { snapshot in
            let all = try snapshot.entries()
            let own = all.filter { person == nil || $0.entry.obligation.person == person }
            let periods = Set(all.map(\.entry.period) + (try snapshot.periods().filter(\.isPosted).map(\.period)))
            let last = try all.last?.run ?? snapshot.runs().last?.id
            var run: StoredRun?
            if let last { run = try snapshot.run(last) }
            let tables = try snapshot.tables(upTo: run?.dataHead)
            var currency: Currency?
            if let run { currency = try Self.currency(try snapshot.model(run.model), tables) }
            return LedgerExtract(
                entries: own.filter { period == nil || $0.entry.period == period },
                balances: try Balances(own.map(\.entry).filter { entry in period.map { entry.period <= $0 } ?? true }),
                currency: currency,
                periods: periods.sorted(), people: tables.first { $0.kind == "people" }?.rows.map(\.key) ?? [])
        }
    }
}

extension PeriodLife {
    /// Whether it was approved, so that whatever was to be entered stands in the ledger.
    fileprivate var isPosted: Bool { !postedRun.isEmpty }
}
