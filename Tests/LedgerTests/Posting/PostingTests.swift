import Company
import Ledger
import Quantities
import Testing

/// Which entries lead from where things stand to where they should stand, and what each says of its cause.
@Suite("A posting")
struct PostingTests {
    private static let january = Obligation.commission("2026-01")

    @Test("an award of the period, a correction of it when the period is posted again, and of an earlier period")
    func causes() throws {
        var book = Book()
        let posted = try [(100, "2026-01"), (90, "2026-01"), (95, "2026-02")].map { earned, period in
            try book.post(period, Posting.Target([Self.january: TargetBalance(earned: earned)], own: period))
                .filter { $0.obligation == Self.january }.map(\.text)
        }
        #expect(
            posted == [
                ["award: earned → accrued 100"], ["correction: accrued → earned 10"],
                ["correction: earned → accrued 5"],
            ])
        #expect(Set(book.entries.map(\.period)) == ["2026-01", "2026-02"])
    }

    @Test("an award that is not calculated any more goes back to nothing, wherever it stood")
    func gone() throws {
        var book = Book()
        try book.post(
            "2026-01", Posting.Target([Self.january: TargetBalance(earned: 100, held: 30, deferred: 20, forfeited: 10)])
        )
        try book.post("2026-02", Posting.Target([:]))
        for account in Account.allCases { #expect(book.total(account) == 0, "\(account)") }
    }

    @Test("an adjustment by hand is paid, and taken back when it is withdrawn")
    func adjustment() throws {
        var book = Book()
        let number = Obligation(person: "anna", .adjustment(7))
        let made = try book.post("2026-01", Posting.Target([number: TargetBalance(earned: 500)]))
        #expect(made.map(\.text) == ["adjustment: earned → accrued 500", "settlement: accrued → payable 500"])
        let back = try book.post("2026-01", Posting.Target([:]))
        #expect(back.map(\.text) == ["adjustment: accrued → earned 500", "settlement: payable → accrued 500"])
    }

    @Test("each person is settled by himself: what one owes another does not pay")
    func people() throws {
        var book = Book()
        let target = Posting.Target([
            .commission("2026-01", "boris"): TargetBalance(earned: -40),
            .commission("2026-01", "anna"): TargetBalance(earned: 100),
        ])
        #expect(
            try book.post("2026-01", target).map { "\($0.obligation.person) \($0.cause.rawValue)" } == [
                "anna correction", "boris correction", "anna settlement", "boris carry_forward",
            ])
        #expect(book.total(.payable, "anna") == 100)
        #expect(book.total(.carried, "boris") == -40)
    }

    @Test("payroll takes everything payable once")
    func payment() throws {
        var book = Book()
        try book.post("2026-01", Posting.Target([Self.january: TargetBalance(earned: 100, held: 30)]))
        #expect(try book.pay("2026-01").map(\.text) == ["payment: payable → paid 70"])
        #expect(try book.pay("2026-01").isEmpty)
    }

    @Test("nothing to move, nothing written")
    func nothing() throws {
        var book = Book()
        #expect(try book.post("2026-01", Posting.Target([Self.january: .nothing], owed: [.draw(): 0])).isEmpty)
        #expect(try book.pay("2026-01").isEmpty)
    }

    @Test("one account is seen for a person, for everybody, and over all accounts")
    func balances() throws {
        var book = Book()
        let target = Posting.Target([
            .commission("2026-01"): TargetBalance(earned: 100, held: 30),
            .commission("2026-01", "boris"): TargetBalance(earned: 5),
        ])
        try book.post("2026-01", target)
        #expect(book.balances[Self.january, .held] == 30)
        #expect(book.balances.total(.earned, of: "anna") == -100)
        #expect(book.balances.totals[.payable] == 75)
        #expect(book.balances.sum == 0)
        #expect(try Balances(book.entries) == book.balances)
    }
}
