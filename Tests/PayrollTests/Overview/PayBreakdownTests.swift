import Ledger
import Payroll
import Quantities
import Testing

/// Amounts in minor units, as entries carry them.
@Suite("Entries of a person add up to his pay, part by part")
struct PayBreakdownTests {
    private static let commission = PayItem.award(plan: "seller", component: "commission", period: "2026-01")
    private static let february = PayItem.award(plan: "seller", component: "commission", period: "2026-02")

    private static func entry(
        _ cause: LedgerEntry.Cause, _ from: Account, _ to: Account, _ amount: Int64, _ matter: PayItem = commission
    ) -> LedgerEntry {
        LedgerEntry(period: "2026-02", Obligation(person: "anna", matter), cause, from: from, to: to, amount: amount)
    }

    /// 48 000 awarded, of it 36 000 held; 12 000 of January free, 3 000 of January taken back; an adjustment of 500; an advance of
    /// 1 000, 2 000 taken for an old debt: 48 000 − 36 000 + 12 000 − 3 000 + 500 + 1 000 − 2 000 = 20 500.
    @Test("every part has the sign with which it changes the pay")
    func parts() throws {
        let pay = try PayBreakdown([
            Self.entry(.award, .earned, .accrued, 48_000, Self.february),
            Self.entry(.hold, .accrued, .held, 36_000, Self.february),
            Self.entry(.release, .held, .accrued, 12_000),
            Self.entry(.correction, .accrued, .earned, 3_000),
            Self.entry(.adjustment, .earned, .accrued, 500, .adjustment(1)),
            Self.entry(.draw, .drawn, .accrued, 1_000, .draw(plan: "seller")),
            Self.entry(.recovery, .accrued, .carried, 2_000, .pay),
            Self.entry(.settlement, .accrued, .payable, 20_500, .pay),
            Self.entry(.payment, .payable, .paid, 20_500, .pay),
        ])
        #expect(pay.awards == 48_000)
        #expect(pay.held == -36_000)
        #expect(pay.released == 12_000)
        #expect(pay.corrections == -3_000)
        #expect(pay.adjustments == 500)
        #expect(pay.draw == 1_000)
        #expect(pay.debts == -2_000)
        #expect(pay.payable == 20_500)
        #expect(pay.paid == 20_500)
        #expect(try pay.withheld == -24_000)
        #expect(try pay.changes == -2_500)
        #expect(try pay.advances == -1_000)
    }

    @Test(
        "what is put off or lost is deferred; what comes free again is released, and a tranche that is lost moves no pay"
    )
    func deferral() throws {
        let pay = try PayBreakdown([
            Self.entry(.deferral, .accrued, .deferred, 600), Self.entry(.forfeiture, .accrued, .forfeited, 40),
            Self.entry(.vesting, .deferred, .accrued, 300), Self.entry(.correction, .forfeited, .accrued, 10),
            Self.entry(.forfeiture, .deferred, .forfeited, 90),
        ])
        #expect(pay.deferred == -640)
        #expect(pay.released == 310)
        #expect(pay.corrections == 0)
    }

    @Test("a negative month is carried, and reduces what is payable already")
    func negative() throws {
        let pay = try PayBreakdown([
            Self.entry(.correction, .accrued, .earned, 700), Self.entry(.settlement, .payable, .accrued, 500, .pay),
            Self.entry(.carryForward, .carried, .accrued, 200, .pay),
        ])
        #expect(pay.corrections == -700)
        #expect(pay.debts == 200)
        #expect(pay.payable == -500)
    }

    @Test("whatever the entries, the parts add up to what became payable and what is left to settle", arguments: 1...40)
    func sums(seed: UInt64) throws {
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        let outside: [Account] = [.earned, .held, .deferred, .forfeited, .drawn, .carried, .payable]
        let entries = (0..<60).map { _ in
            let account = outside[next(outside.count)]
            let isIn = next(2) == 0
            return Self.entry(
                LedgerEntry.Cause.allCases[next(LedgerEntry.Cause.allCases.count)], isIn ? account : .accrued,
                isIn ? .accrued : account, Int64(next(1_000_000) + 1))
        }
        let pay = try PayBreakdown(entries)
        let parts =
            pay.awards + pay.corrections + pay.adjustments + pay.released + pay.held + pay.deferred + pay.draw
            + pay.debts
        let left = try Balances(entries)[Obligation(person: "anna", Self.commission), .accrued]
        #expect(parts - pay.payable == left)
    }

    @Test("a sum that does not fit is an error, not a crash")
    func overflow() {
        let most = Self.entry(.award, .earned, .accrued, .max)
        #expect(throws: QuantityError.overflow(.addition)) { try PayBreakdown([most, most]) }
        #expect(throws: QuantityError.overflow(.addition)) { try CauseTotal.totals(of: [most, most]) }
    }

    @Test("by cause: what takes away is below zero, what is moved aside is told as it is")
    func causes() throws {
        let totals = try CauseTotal.totals(of: [
            Self.entry(.settlement, .accrued, .payable, 20, .pay),
            Self.entry(.settlement, .payable, .accrued, 50, .pay),
            Self.entry(.hold, .accrued, .held, 36), Self.entry(.correction, .accrued, .earned, 3),
            Self.entry(.award, .earned, .accrued, 48), Self.entry(.award, .earned, .accrued, 2),
        ])
        #expect(
            totals == [
                CauseTotal(cause: .award, amount: 50), CauseTotal(cause: .correction, amount: -3),
                CauseTotal(cause: .hold, amount: 36), CauseTotal(cause: .settlement, amount: -30),
            ])
    }
}
