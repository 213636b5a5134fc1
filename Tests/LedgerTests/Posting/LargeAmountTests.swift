import Company
import Ledger
import Quantities
import Testing

/// Amounts that no payroll has are refused as errors; nothing traps and nothing wraps.
@Suite("Amounts at the end of their range")
struct LargeAmountTests {
    private static let extremes: [Int64] = [.min, .min + 1, -1, 0, 1, .max - 1, .max]

    @Test(
        "a posting from any extreme to any other gives entries that sum to zero, or says that they do not fit",
        arguments: extremes, extremes)
    func posting(first: Int64, second: Int64) {
        for rest in Self.extremes {
            var book = Book()
            var standings: [Obligation: TargetBalance] = [:]
            for standing in [
                TargetBalance(earned: first),
                TargetBalance(earned: second, held: first, deferred: rest, forfeited: second),
                TargetBalance(earned: rest, held: second, deferred: first),
            ] {
                standings[.commission("2026-01")] = standing
                let target = Posting.Target(standings, owed: [.draw(): rest])
                guard (try? book.post("2026-01", target)) != nil, (try? book.pay("2026-01")) != nil else { continue }
                #expect(book.entries.allSatisfy { $0.amount > 0 })
            }
            #expect(book.balances.sum == 0)
        }
    }

    @Test("the lowest amount has no opposite, so it cannot be posted: an entry must not go missing")
    func lowest() {
        var book = Book()
        let target = Posting.Target([.commission("2026-01"): TargetBalance(earned: .min)])
        #expect(throws: QuantityError.overflow(.negation)) { try book.post("2026-01", target) }
        #expect(book.entries.isEmpty)
    }

    @Test("two awards that do not fit together in a person's pay")
    func sum() {
        var book = Book()
        let target = Posting.Target([
            .commission("2026-01"): TargetBalance(earned: .max), .commission("2026-02"): TargetBalance(earned: 1),
        ])
        #expect(throws: QuantityError.overflow(.addition)) { try book.post("2026-02", target) }
    }

    @Test("awards that fit only together are paid, in whatever order they are added")
    func sumThatFits() throws {
        var book = Book()
        let amounts: [Int64] = [.max, .max, -.max, 7, -.max]
        let standings = amounts.enumerated().map { (Obligation.commission("2026-0\($0)"), TargetBalance(earned: $1)) }
        try book.post("2026-05", Posting.Target(Dictionary(uniqueKeysWithValues: standings)))
        #expect(book.total(.payable) == 7)
    }

    @Test("an entry that does not fit changes nothing")
    func balances() throws {
        var balances = Balances()
        let entry = LedgerEntry(
            period: "2026-01", .commission("2026-01"), .award, from: .earned, to: .accrued, amount: .max)
        try balances.add(entry)
        let before = balances
        #expect(throws: QuantityError.overflow(.subtraction)) {
            try balances.add(
                LedgerEntry(period: "2026-01", .commission("2026-01"), .award, from: .earned, to: .held, amount: 2))
        }
        #expect(throws: QuantityError.self) {
            try balances.add(
                LedgerEntry(period: "2026-01", .commission("2026-01"), .award, from: .accrued, to: .held, amount: .min))
        }
        #expect(balances == before)
    }

    @Test("what is free", arguments: extremes, extremes)
    func free(earned: Int64, other: Int64) {
        let exact = Int128(earned) - Int128(other)
        let free = try? TargetBalance(earned: earned, held: other).free
        #expect(free == Int64(exactly: exact))
    }

    @Test("holds, tranches and cuts", arguments: extremes, extremes)
    func shares(amount: Int64, other: Int64) throws {
        let held = try TargetBalance(holding: amount, free: exactly("0.5"))
        let free = try held.free
        #expect(free + held.held == amount)
        let tranches = [
            TrancheState(share: .one, .due(try exactly("0.3"))), TrancheState(share: .one, .waiting),
            TrancheState(share: .one, .lost),
        ]
        let deferred = try TargetBalance(deferring: amount, tranches)
        let due = try deferred.free
        #expect(due + deferred.deferred + deferred.forfeited == amount)
        for base in LedgerRules.DisciplineBase.allCases {
            let cut = try? DisciplineCut.allowed(amount, basePay: other, bonus: amount, base)
            #expect((0...max(0, amount)).contains(cut ?? 0))
        }
    }

    @Test("draws", arguments: extremes, extremes)
    func draws(earned: Int64, amount: Int64) {
        for limit in Self.extremes.map(Optional.some) + [nil] {
            for recovery in [DrawTerms.Recovery.none, .share(.one), .amount(earned), .share(FixedDecimal(Int.max))] {
                var draw = DrawAccount()
                for _ in 1...3 {
                    let before = draw
                    do {
                        let change = try draw.take(
                            earned: earned, DrawTerms(amount: amount, limit: limit, recovery: recovery))
                        #expect(draw.owed == before.owed + change)
                    } catch {
                        #expect(draw == before)
                    }
                    #expect(draw.owed >= 0)
                }
            }
        }
    }
}
