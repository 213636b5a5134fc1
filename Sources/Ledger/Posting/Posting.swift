public import Company
public import Quantities

/// Moves a ledger to where the calculation says it should stand, and settles everybody's pay.
public struct Posting: Sendable {
    /// The pay period that is posted in.
    public var period: String
    /// How the company settles.
    public var rules: LedgerRules

    /// Makes a posting.
    public init(period: String, _ rules: LedgerRules) {
        self.period = period
        self.rules = rules
    }

    /// Where everything should stand.
    public struct Target: Sendable {
        /// Awards and adjustments of this and of earlier pay periods. What was posted and is not here any more goes back to nothing.
        public var standings: [Obligation: TargetBalance] = [:]
        /// The awards that this pay period itself pays; what changes in the others is a correction.
        public var own: Set<Obligation> = []
        /// What is owed of each plan's draw.
        public var owedDraws: [Obligation: Int64] = [:]

        /// Nothing anywhere.
        public init() {}
    }

    /// The entries that lead from the balances to the target: first what each award is, then draws, then what each person is paid.
    ///
    /// They do not depend on the order in which anything was calculated.
    ///
    /// - Throws: ``QuantityError/overflow(_:)`` when an amount or a sum does not fit.
    public func entries(from balances: Balances, to target: Target) throws(QuantityError) -> [LedgerEntry] {
        var balances = balances
        var entries: [LedgerEntry] = []
        let known = Set(target.standings.keys).union(balances.accounts.keys.filter(\.matter.isEarned))
        for obligation in known.sorted() {
            let standing = target.standings[obligation] ?? .nothing
            entries += try moves(obligation, balances, standing, isOwn: target.own.contains(obligation))
        }
        let draws = Set(target.owedDraws.keys).union(balances.accounts.keys.filter(\.matter.isDraw))
        for obligation in draws.sorted() {
            if let entry = try draw(obligation, balances, owed: target.owedDraws[obligation] ?? 0) {
                entries.append(entry)
            }
        }
        for entry in entries { try balances.add(entry) }
        return try entries + settlements(balances)
    }

    // MARK: Awards

    /// One award: what it earned, then what of it is not free.
    private func moves(
        _ obligation: Obligation, _ balances: Balances, _ standing: TargetBalance, isOwn: Bool
    ) throws(QuantityError) -> [LedgerEntry] {
        let earned = try standing.earned.minus(balances[obligation, .earned].negated())
        let held = try standing.held.minus(balances[obligation, .held])
        let deferred = try standing.deferred.minus(balances[obligation, .deferred])
        let forfeited = try standing.forfeited.minus(balances[obligation, .forfeited])
        let isNew = isOwn && balances.accounts[obligation] == nil
        let cause: LedgerEntry.Cause = obligation.matter.isAdjustment ? .adjustment : isNew ? .award : .correction
        // A tranche's share goes from deferred straight to forfeited; only what is not lost passes through accrued.
        let lost = min(max(0, forfeited), max(0, try deferred.negated()))
        return [
            try move(obligation, cause, .earned, .accrued, earned),
            try move(obligation, .forfeiture, .deferred, .forfeited, lost),
            try hold(obligation, .held, held, .hold, .release),
            try hold(obligation, .deferred, deferred + lost, .deferral, .vesting),
            try hold(obligation, .forfeited, forfeited - lost, .forfeiture, .correction),
        ].compactMap { $0 }
    }

    /// Into an account for one cause, out of it for another.
    private func hold(
        _ obligation: Obligation, _ account: Account, _ change: Int64, _ into: LedgerEntry.Cause,
        _ outOf: LedgerEntry.Cause
    ) throws(QuantityError) -> LedgerEntry? {
        try move(obligation, change > 0 ? into : outOf, .accrued, account, change)
    }

    /// A negative amount moves the other way.
    private func move(
        _ obligation: Obligation, _ cause: LedgerEntry.Cause, _ from: Account, _ to: Account, _ amount: Int64
    ) throws(QuantityError) -> LedgerEntry? {
        if amount == 0 { return nil }
        return LedgerEntry(
            period: period, obligation, cause, from: amount > 0 ? from : to, to: amount > 0 ? to : from,
            amount: amount > 0 ? amount : try amount.negated())
    }

    // MARK: Draws

    private func draw(
        _ obligation: Obligation, _ balances: Balances, owed: Int64
    ) throws(QuantityError) -> LedgerEntry? {
        let change = try owed.plus(balances[obligation, .drawn])
        return try move(obligation, change > 0 ? .draw : .drawRecovery, .drawn, .accrued, change)
    }

    // MARK: Settlement

    private func settlements(_ balances: Balances) throws(QuantityError) -> [LedgerEntry] {
        // Wide sums: whether the parts fit must not depend on the order in which they are met.
        var accrued: [String: Int128] = [:]
        for (obligation, accounts) in balances.accounts {
            guard let amount = accounts[.accrued] else { continue }
            accrued[obligation.person, default: 0] += Int128(amount)
        }
        var entries: [LedgerEntry] = []
        for (person, sum) in accrued.sorted(by: { $0.key < $1.key }) where sum != 0 {
            guard let amount = Int64(exactly: sum) else { throw .overflow(.addition) }
            entries += try settlement(of: person, accrued: amount, balances)
        }
        return entries
    }

    /// What a person is paid: never below zero. What is missing is carried, and taken from later pay up to the company's share of it.
    private func settlement(
        of person: String, accrued: Int64, _ balances: Balances
    ) throws(QuantityError) -> [LedgerEntry] {
        let pay = Obligation(person: person, .pay)
        let payable = balances[pay, .payable]
        guard accrued > 0 else {
            // What is settled but not paid yet is reduced before anything is carried.
            let missing = try accrued.negated()
            let reduced = min(payable, missing)
            return [
                try move(pay, .settlement, .payable, .accrued, reduced),
                try move(pay, .carryForward, .carried, .accrued, missing - reduced),
            ].compactMap { $0 }
        }
        let owed = try balances[pay, .carried].negated()
        let recovered = min(owed, try rules.recovery.portion(of: accrued))
        return [
            try move(pay, .recovery, .accrued, .carried, recovered),
            try move(pay, .settlement, .accrued, .payable, accrued - recovered),
        ].compactMap { $0 }
    }

    /// The entries that hand everything payable to payroll.
    public func payment(_ balances: Balances) throws(QuantityError) -> [LedgerEntry] {
        var entries: [LedgerEntry] = []
        for obligation in balances.accounts.keys.filter({ $0.matter == .pay }).sorted() {
            if let entry = try move(obligation, .payment, .payable, .paid, balances[obligation, .payable]) {
                entries.append(entry)
            }
        }
        return entries
    }
}

extension PayItem {
    /// Whether it is something that was earned, not a draw or the pay as a whole.
    fileprivate var isEarned: Bool {
        switch self {
        case .award, .adjustment: true
        case .draw, .pay: false
        }
    }

    fileprivate var isDraw: Bool { if case .draw = self { true } else { false } }

    fileprivate var isAdjustment: Bool { if case .adjustment = self { true } else { false } }
}
