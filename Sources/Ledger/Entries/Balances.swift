public import Quantities

/// What stands where, for every obligation: the sum of entries.
public struct Balances: Sendable, Hashable {
    /// Where the amounts of one obligation stand, in minor units.
    public private(set) var accounts: [Obligation: [Account: Int64]] = [:]

    /// Nothing anywhere.
    public init() {}

    /// The sum of entries.
    ///
    /// - Throws: ``QuantityError/overflow(_:)`` when a sum does not fit.
    public init(_ entries: some Sequence<LedgerEntry>) throws(QuantityError) {
        for entry in entries { try add(entry) }
    }

    /// Adds an entry: its amount leaves one account and reaches the other.
    ///
    /// - Throws: ``QuantityError/overflow(_:)`` when a sum does not fit; then nothing is added.
    public mutating func add(_ entry: LedgerEntry) throws(QuantityError) {
        var changed = accounts[entry.obligation] ?? [:]
        changed.set(entry.from, try (changed[entry.from] ?? 0).minus(entry.amount))
        changed.set(entry.to, try (changed[entry.to] ?? 0).plus(entry.amount))
        accounts[entry.obligation] = changed
    }

    /// Adds an amount that stands in an account, as it is read from a stored sum.
    public mutating func add(_ amount: Int64, to account: Account, of obligation: Obligation) throws(QuantityError) {
        accounts[obligation, default: [:]].set(account, try self[obligation, account].plus(amount))
    }

    /// What stands in an account for an obligation.
    public subscript(_ obligation: Obligation, _ account: Account) -> Int64 { accounts[obligation]?[account] ?? 0 }

    /// What stands in an account for a person, over all obligations.
    public func total(_ account: Account, of person: String) -> Int128 {
        accounts.reduce(0) { $0 + ($1.key.person == person ? Int128($1.value[account] ?? 0) : 0) }
    }

    /// What stands in each account, over everybody.
    public var totals: [Account: Int128] {
        var totals: [Account: Int128] = [:]
        for balances in accounts.values {
            for (account, amount) in balances { totals[account, default: 0] += Int128(amount) }
        }
        return totals
    }

    /// The sum over all accounts: zero, or the ledger is broken.
    public var sum: Int128 { totals.values.reduce(0, +) }
}

extension [Account: Int64] {
    /// An account in which nothing stands is not kept.
    fileprivate mutating func set(_ account: Account, _ amount: Int64) { self[account] = amount == 0 ? nil : amount }
}
