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
        public var standings: [Obligation: Standing] = [:]
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
    public func entries(from balances: Balances, to target: Target) throws(QuantityError) -> [Entry] {
        var balances = balances
        var entries: [Entry] = []
        let known = Set(target.standings.keys).union(balances.accounts.keys.filter(\.matter.isEarned))
        for obligation in known.sorted() {
            let standing = target.standings[obligation] ?? .nothing
            entries += try moves(obligation, balances, standing, isOwn: target.own.contains(obligation))
        }
        let draws = Set(target.owedDraws.keys).union(balances.accounts.keys.filter(\.matter.isDraw))
        for obligation in draws.sorted() {
            entries += self.draw(obligation, balances, owed: target.owedDraws[obligation] ?? 0)
        }
        for entry in entries { try balances.add(entry) }
        return try entries + settlements(balances)
    }

    // MARK: Awards

    /// One award: what it earned, then what of it is not free.
    private func moves(
        _ obligation: Obligation, _ balances: Balances, _ standing: Standing, isOwn: Bool
    ) throws(QuantityError) -> [Entry] {
        let before = Standing(
            earned: -balances[obligation, .earned], held: balances[obligation, .held],
            deferred: balances[obligation, .deferred], forfeited: balances[obligation, .forfeited])
        let isNew = isOwn && balances.accounts[obligation] == nil
        let cause: Entry.Cause = obligation.matter.isAdjustment ? .adjustment : isNew ? .award : .correction
        // A tranche's share goes from deferred straight to forfeited; only what is not lost passes through accrued.
        let lost = min(max(0, standing.forfeited - before.forfeited), max(0, before.deferred - standing.deferred))
        return [
            move(obligation, cause, .earned, .accrued, try standing.earned.minus(before.earned)),
            move(obligation, .forfeiture, .deferred, .forfeited, lost),
            hold(obligation, .held, try standing.held.minus(before.held), .hold, .release),
            hold(obligation, .deferred, try standing.deferred.minus(before.deferred) + lost, .deferral, .vesting),
            hold(
                obligation, .forfeited, try standing.forfeited.minus(before.forfeited) - lost, .forfeiture,
                .correction),
        ].compactMap { $0 }
    }

    /// Into an account for one cause, out of it for another.
    private func hold(
        _ obligation: Obligation, _ account: Account, _ change: Int64, _ into: Entry.Cause, _ outOf: Entry.Cause
    ) -> Entry? {
        move(obligation, change > 0 ? into : outOf, .accrued, account, change)
    }

    /// A negative amount moves the other way.
    private func move(
        _ obligation: Obligation, _ cause: Entry.Cause, _ from: Account, _ to: Account, _ amount: Int64
    ) -> Entry? {
        guard amount != 0, amount != .min else { return nil }
        return Entry(
            period: period, obligation, cause, from: amount > 0 ? from : to, to: amount > 0 ? to : from,
            amount: abs(amount))
    }

    // MARK: Draws

    private func draw(_ obligation: Obligation, _ balances: Balances, owed: Int64) -> [Entry] {
        let change = owed + balances[obligation, .drawn]
        let entry = move(obligation, change > 0 ? .draw : .drawRecovery, .drawn, .accrued, change)
        return entry.map { [$0] } ?? []
    }

    // MARK: Settlement

    private func settlements(_ balances: Balances) throws(QuantityError) -> [Entry] {
        var accrued: [String: Int64] = [:]
        for (obligation, accounts) in balances.accounts {
            guard let amount = accounts[.accrued] else { continue }
            accrued[obligation.person] = try (accrued[obligation.person] ?? 0).plus(amount)
        }
        var entries: [Entry] = []
        for (person, amount) in accrued.sorted(by: { $0.key < $1.key }) where amount != 0 {
            entries += try settlement(of: person, accrued: amount, balances)
        }
        return entries
    }

    /// What a person is paid: never below zero. What is missing is carried, and taken from later pay up to the company's share of it.
    private func settlement(
        of person: String, accrued: Int64, _ balances: Balances
    ) throws(QuantityError) -> [Entry] {
        let pay = Obligation(person: person, .pay)
        let payable = balances[pay, .payable]
        guard accrued > 0 else {
            // What is settled but not paid yet is reduced before anything is carried.
            let reduced = min(payable, -accrued)
            return [
                move(pay, .settlement, .payable, .accrued, reduced),
                move(pay, .carryForward, .carried, .accrued, -accrued - reduced),
            ].compactMap { $0 }
        }
        let owed = -balances[pay, .carried]
        let recovered = min(owed, try rules.recovery.portion(of: accrued))
        return [
            move(pay, .recovery, .accrued, .carried, recovered),
            move(pay, .settlement, .accrued, .payable, accrued - recovered),
        ].compactMap { $0 }
    }

    /// The entries that hand everything payable to payroll.
    public func payment(_ balances: Balances) -> [Entry] {
        balances.accounts.keys.filter { $0.matter == .pay }.sorted().compactMap { obligation in
            move(obligation, .payment, .payable, .paid, balances[obligation, .payable])
        }
    }
}

extension Matter {
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

extension Int64 {
    func plus(_ other: Int64) throws(QuantityError) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        if overflow { throw .overflow(.addition) }
        return sum
    }

    func minus(_ other: Int64) throws(QuantityError) -> Int64 {
        let (difference, overflow) = subtractingReportingOverflow(other)
        if overflow { throw .overflow(.subtraction) }
        return difference
    }
}
