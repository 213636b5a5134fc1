public import Ledger
public import Quantities

/// What entries add up to, part by part, in minor units of the company's currency.
///
/// Every part has the sign with which it changes the pay, so the parts from ``awards`` to ``debts`` add up to ``payable``.
///
///     awarded 48 000, held 36 000, recovered 2 000 → 48 000 − 36 000 − 2 000 = 10 000 payable
public struct PayBreakdown: Sendable, Hashable {
    /// What the plans of the period itself awarded.
    public private(set) var awards: Int64 = 0
    /// What earlier periods came out differently by.
    public private(set) var corrections: Int64 = 0
    /// What was granted or taken by hand.
    public private(set) var adjustments: Int64 = 0
    /// What became free of holds and tranches.
    public private(set) var released: Int64 = 0
    /// What is held; never above zero.
    public private(set) var held: Int64 = 0
    /// What was put off to a tranche, or lost before it could be paid; never above zero.
    public private(set) var deferred: Int64 = 0
    /// Advances, less what was earned back of them.
    public private(set) var draw: Int64 = 0
    /// What was left for later pay, less what was taken for it from this one.
    public private(set) var debts: Int64 = 0
    /// What became payable.
    public private(set) var payable: Int64 = 0
    /// What was handed to payroll.
    public private(set) var paid: Int64 = 0

    /// Nothing.
    public init() {}

    /// The sum of entries.
    ///
    /// - Throws: ``QuantityError/overflow(_:)`` when a part does not fit.
    public init(_ entries: some Sequence<LedgerEntry>) throws(QuantityError) {
        for entry in entries { try add(entry) }
    }

    /// What corrections and adjustments come to together.
    public var changes: Int64 {
        get throws(QuantityError) { try corrections.sum(with: adjustments) }
    }

    /// What draws and debts come to together.
    public var advances: Int64 {
        get throws(QuantityError) { try draw.sum(with: debts) }
    }

    /// All that is withheld from what was granted: held, put off or lost, less what became free.
    public var withheld: Int64 {
        get throws(QuantityError) { try held.sum(with: deferred).sum(with: released) }
    }

    /// Adds an entry.
    private mutating func add(_ entry: LedgerEntry) throws(QuantityError) {
        switch (entry.from, entry.to) {
        case (.earned, .accrued): try add(entry.amount, to: Self.part(of: entry.cause))
        case (.accrued, .earned): try add(-entry.amount, to: Self.part(of: entry.cause))
        case (.held, .accrued), (.deferred, .accrued), (.forfeited, .accrued): try add(entry.amount, to: \.released)
        case (.accrued, .held): try add(-entry.amount, to: \.held)
        case (.accrued, .deferred), (.accrued, .forfeited): try add(-entry.amount, to: \.deferred)
        case (.drawn, .accrued): try add(entry.amount, to: \.draw)
        case (.accrued, .drawn): try add(-entry.amount, to: \.draw)
        case (.carried, .accrued): try add(entry.amount, to: \.debts)
        case (.accrued, .carried): try add(-entry.amount, to: \.debts)
        case (.accrued, .payable): try add(entry.amount, to: \.payable)
        case (.payable, .accrued): try add(-entry.amount, to: \.payable)
        case (.payable, .paid): try add(entry.amount, to: \.paid)
        case (.paid, .payable): try add(-entry.amount, to: \.paid)
        default: break
        }
    }

    private mutating func add(
        _ amount: Int64, to part: WritableKeyPath<PayBreakdown, Int64>
    ) throws(QuantityError) {
        self[keyPath: part] = try self[keyPath: part].sum(with: amount)
    }

    private static func part(of cause: LedgerEntry.Cause) -> WritableKeyPath<PayBreakdown, Int64> {
        switch cause {
        case .award: \.awards
        case .adjustment: \.adjustments
        default: \.corrections
        }
    }
}

extension Int64 {
    /// Minor units never wrap and never trap: what does not fit is an error.
    func sum(with other: Int64) throws(QuantityError) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        if overflow { throw .overflow(.addition) }
        return sum
    }

    /// As ``sum(with:)``.
    func less(_ other: Int64) throws(QuantityError) -> Int64 {
        let (difference, overflow) = subtractingReportingOverflow(other)
        if overflow { throw .overflow(.subtraction) }
        return difference
    }
}
