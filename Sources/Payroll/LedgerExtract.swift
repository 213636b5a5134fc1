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
            let own = try snapshot.entries(person: person)
            let posted = try snapshot.periods().filter(\.isPosted).map(\.period)
            let runs = try snapshot.runs()
            let last = runs.last { posted.contains($0.period) } ?? runs.last
            let people = try snapshot.tables { kind, _ in kind == "people" }
            return LedgerExtract(
                entries: own.filter { period == nil || $0.entry.period == period },
                balances: try Balances(own.map(\.entry).filter { entry in period.map { entry.period <= $0 } ?? true }),
                currency: try last.map { try Self.currency(try snapshot.model($0.model)) },
                periods: Set(own.map(\.entry.period) + posted).sorted(), people: people.flatMap(\.rows).map(\.key))
        }
    }
}

extension PeriodLife {
    /// Whether it was approved, so that whatever was to be entered stands in the ledger.
    fileprivate var isPosted: Bool { !postedRun.isEmpty }
}
