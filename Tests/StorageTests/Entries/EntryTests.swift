import Ledger
import Testing

@testable import Storage

/// The ledger: entries in their order, and what stands where.
struct EntryTests {
    private static let award = Obligation(
        person: "petrov", .award(plan: "sellers", component: "commission", period: "2026-01"))
    private static let matters: [PayItem] = [
        .award(plan: "sellers", component: "commission", period: "2025-12"), .adjustment(7), .draw(plan: "sellers"),
        .pay,
    ]

    @Test("600.00 awarded, 150.00 of it held: 450.00 is accrued, 150.00 held, and the sum is zero")
    func balances() throws {
        let made = try TestWorkspace.filled()
        try made.workspace.read { reading throws in
            let balances = try reading.balances(upTo: 2)
            #expect(balances[Self.award, .earned] == -60_000)
            #expect(balances[Self.award, .accrued] == 45_000)
            #expect(balances[Self.award, .held] == 15_000)
            #expect(balances.sum == 0)
            #expect(try reading.balances() == Balances(try reading.entries().map(\.entry)))
            #expect(try reading.balances(upTo: 0) == Balances())
        }
    }

    @Test("every kind of matter and every cause comes back as it was")
    func kinds() throws {
        let made = try TestWorkspace.filled()
        let entries = LedgerEntry.Cause.allCases.enumerated().map { index, cause in
            LedgerEntry(
                period: "2026-03", Obligation(person: "belov", Self.matters[index % 4]), cause,
                from: Account.allCases[index % 9], to: Account.allCases[(index + 1) % 9], amount: Int64(index + 1))
        }
        let head = try made.workspace.write(by: "orlova") { try $0.post(entries, run: "second") }
        #expect(head == 4 + Int64(entries.count))
        try made.workspace.read { reading throws in
            let kept = try reading.entries(person: "belov")
            #expect(kept.map(\.entry) == entries)
            #expect(kept.map(\.number) == Array(5...head))
            #expect(try reading.ledgerHead == head)
            #expect(try reading.balances() == Balances(try reading.entries().map(\.entry)))
        }
        #expect(try made.workspace.audit().isSound)
    }

    @Test("entries of a person, of a period, of both")
    func filters() throws {
        let made = try TestWorkspace.filled()
        try made.workspace.read { reading throws in
            #expect(try reading.entries(person: "petrov").map(\.number) == [1, 2, 3, 4])
            #expect(try reading.entries(period: "2026-02").map(\.number) == [3, 4])
            #expect(try reading.entries(person: "petrov", period: "2026-01").map(\.run) == ["first", "first"])
            #expect(try reading.entries(person: "orlova", period: "2026-01") == [])
        }
    }

    @Test("an entry that moves nothing is refused, and so is one of an unknown run")
    func refused() throws {
        let made = try TestWorkspace.filled()
        for (amount, to) in [(0, Account.held), (-5, .held), (5, .earned)] {
            let entry = LedgerEntry(period: "2026-01", Self.award, .hold, from: .earned, to: to, amount: Int64(amount))
            #expect(throws: StorageFailure.broken(.emptyEntry)) {
                try made.workspace.write(by: "belov") { try $0.post([entry], run: "first") }
            }
        }
        #expect(throws: StorageFailure.noSuchRun("third")) {
            try made.workspace.write(by: "belov") { try $0.post([], run: "third") }
        }
        #expect(try made.workspace.read { try $0.ledgerHead } == 4)
    }
}
