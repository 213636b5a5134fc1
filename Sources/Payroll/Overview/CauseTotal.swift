public import Ledger
public import Quantities

/// What the entries of one cause add up to.
public struct CauseTotal: Sendable, Hashable {
    /// The cause.
    public var cause: LedgerEntry.Cause
    /// The sum in minor units: for awards, corrections, adjustments and settlements below zero when they take away; for every
    /// other cause the amount that was moved.
    public var amount: Int64

    /// Makes a total.
    public init(cause: LedgerEntry.Cause, amount: Int64) {
        self.cause = cause
        self.amount = amount
    }

    /// The sums of entries, cause by cause in the order in which money goes its way; causes without an entry are not among them.
    ///
    /// - Throws: ``QuantityError/overflow(_:)`` when a sum does not fit.
    public static func totals(of entries: some Sequence<LedgerEntry>) throws(QuantityError) -> [CauseTotal] {
        var sums: [LedgerEntry.Cause: Int64] = [:]
        for entry in entries {
            let takesAway = entry.to == .earned || (entry.from == .payable && entry.to == .accrued)
            sums[entry.cause] = try (sums[entry.cause] ?? 0).sum(with: takesAway ? -entry.amount : entry.amount)
        }
        return order.compactMap { cause in sums[cause].map { CauseTotal(cause: cause, amount: $0) } }
    }

    private static let order: [LedgerEntry.Cause] = [
        .award, .correction, .adjustment, .hold, .release, .deferral, .vesting, .forfeiture, .draw, .drawRecovery,
        .carryForward, .recovery, .settlement, .payment,
    ]
}
