import Testing

@testable import Storage

/// An approved adjustment is withdrawn by two, and amounts that no sum can hold are not entered.
struct WithdrawalTests {
    private func approved(_ amount: Int64 = 5_000) throws -> TestWorkspace {
        let made = try TestWorkspace()
        try made.workspace.write(by: "belov") {
            _ = try $0.adjust("petrov", period: "2026-01", amount: amount, reason: "fair")
        }
        try made.workspace.write(by: "orlova") { try $0.decide(1, .approved) }
        return made
    }

    private func kept(_ made: TestWorkspace) throws -> Adjustment {
        try #require(try made.workspace.read { try $0.adjustment(1) })
    }

    @Test("proposed by one, approved by another: then it counts no longer")
    func withdrawn() throws {
        let made = try approved()
        #expect(try kept(made).isInForce)
        try made.workspace.write(by: "orlova") { try $0.withdraw(1, reason: "entered twice") }
        // As long as nobody has decided, it counts.
        #expect(try kept(made).isInForce)
        #expect(try kept(made).withdrawal?.author == "orlova")
        try made.workspace.write(by: "belov") { try $0.decide(1, .approved, reason: "seen") }
        #expect(try !kept(made).isInForce)
        #expect(
            try kept(made).withdrawal?.decision
                == Adjustment.Decision(verdict: .approved, actor: "belov", reason: "seen"))
        // What was decided about it before stands as it was.
        #expect(try kept(made).decision?.actor == "orlova")
        #expect(try made.workspace.audit().isSound)
    }

    @Test("a rejected withdrawal leaves it as it is, and another may be proposed")
    func rejected() throws {
        let made = try approved()
        try made.workspace.write(by: "orlova") { try $0.withdraw(1, reason: "entered twice") }
        try made.workspace.write(by: "belov") { try $0.decide(1, .rejected, reason: "it was not") }
        #expect(try kept(made).isInForce)
        try made.workspace.write(by: "belov") { try $0.withdraw(1, reason: "it was after all") }
        try made.workspace.write(by: "orlova") { try $0.decide(1, .approved) }
        #expect(try !kept(made).isInForce)
    }

    @Test("nobody withdraws alone, for himself, twice, or what does not count")
    func refused() throws {
        let made = try approved()
        #expect(throws: StorageFailure.broken(.ownPay)) {
            try made.workspace.write(by: "petrov") { try $0.withdraw(1, reason: "no") }
        }
        try made.workspace.write(by: "orlova") { try $0.withdraw(1, reason: "entered twice") }
        #expect(throws: StorageFailure.broken(.nothingToWithdraw)) {
            try made.workspace.write(by: "belov") { try $0.withdraw(1, reason: "entered twice") }
        }
        #expect(throws: StorageFailure.broken(.ownProposal)) {
            try made.workspace.write(by: "orlova") { try $0.decide(1, .approved) }
        }
        #expect(throws: StorageFailure.broken(.ownPay)) {
            try made.workspace.write(by: "petrov") { try $0.decide(1, .approved) }
        }
        try made.workspace.write(by: "belov") { try $0.decide(1, .approved) }
        #expect(throws: StorageFailure.broken(.nothingToWithdraw)) {
            try made.workspace.write(by: "belov") { try $0.withdraw(1, reason: "again") }
        }
        #expect(throws: StorageFailure.broken(.decidedTwice)) {
            try made.workspace.write(by: "orlova") { try $0.decide(1, .approved) }
        }
        #expect(throws: StorageFailure.noSuchAdjustment(9)) {
            try made.workspace.write(by: "belov") { try $0.withdraw(9, reason: "no") }
        }
    }

    @Test("an amount that is no pay is not entered", arguments: [Int64.min, .max, -1_000_000_000_000_001])
    func tooLarge(amount: Int64) throws {
        let made = try TestWorkspace()
        #expect(throws: StorageFailure.broken(.amountTooLarge)) {
            try made.workspace.write(by: "belov") {
                _ = try $0.adjust("petrov", period: "2026-01", amount: amount, reason: "fair")
            }
        }
    }

    /// 4 611 amounts of 10^15 sum to 4.611 × 10^18; with one more half of what a sum holds, 4.6117 × 10^18, is passed.
    @Test("amounts that have no sum together are not entered; one of them can be withdrawn")
    func noSum() throws {
        let made = try TestWorkspace()
        let most = Adjustment.largestAmount
        try made.workspace.write(by: "belov") { writing in
            let values: [SQLValue] = [
                .text("2026-01"), .text("petrov"), .integer(most), .text("adjustment"), .text(""), .text("fair"),
                .text("belov"),
            ]
            try writing.recorded("adjustment") { () throws(StorageFailure) in
                for _ in 0..<4_611 { try writing.append(to: "adjustments", values) }
                return ((), detail: [:])
            }
        }
        let further = { (amount: Int64) in
            try made.workspace.write(by: "belov") {
                try $0.adjust("petrov", period: "2026-01", amount: amount, reason: "fair")
            }
        }
        #expect(throws: StorageFailure.broken(.amountTooLarge)) { try further(-most) }
        #expect(throws: Never.self) { try further(1_000) }
        try made.workspace.write(by: "orlova") { try $0.decide(1, .rejected, reason: "a slip") }
        #expect(throws: Never.self) { try further(-most) }
    }
}
