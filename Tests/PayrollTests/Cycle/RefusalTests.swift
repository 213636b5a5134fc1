import Ledger
import Messages
import Payroll
import Storage
import Testing

/// What a period's life does not allow: nothing is written then.
struct RefusalTests {
    private func reviewed(_ sales: String = "1,2026-01-12,anna,10000,,") async throws -> PayCompany {
        let company = try PayCompany.sellers(sales)
        try await company.calculate("2026-01")
        try company.cycle.review("2026-01", by: "olga")
        return company
    }

    @Test("nobody approves what pays himself, whichever approval it is")
    func ownPay() async throws {
        let company = try await reviewed()
        for approver in ["anna", "boris", "anna"] {
            let refusal = await PayCompany.refusal {
                try company.cycle.approve("2026-01", by: .localOperator(approver))
            }
            if approver == "boris" {
                #expect(refusal == nil)
            } else {
                #expect(refusal?.hasPrefix("anna is paid by the run of 2026-01") == true)
            }
        }
        // Bella sold nothing: the run has a line of hers, but pays her nothing.
        #expect(try company.cycle.approve("2026-01", by: "bella") == .approved)
    }

    @Test("who is paid only by a correction of an earlier month may not approve it either")
    func ownCorrection() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        try await company.finish("2026-01")
        try company.accept("sale.csv", "2,2026-01-15,bella,500,,")
        try await company.calculate("2026-02")
        try company.cycle.review("2026-02", by: "olga")
        let refusal = await PayCompany.refusal { try company.cycle.approve("2026-02", by: "bella") }
        #expect(refusal?.hasPrefix("bella is paid by the run of 2026-02") == true)
    }

    @Test("one person does not approve twice")
    func sameApprover() async throws {
        let company = try await reviewed()
        try company.cycle.approve("2026-01", by: "boris")
        let refusal = await PayCompany.refusal { try company.cycle.approve("2026-01", by: "boris") }
        #expect(refusal == "boris has approved 2026-01 already; the second approval must come from somebody else")
        #expect(try company.entries().isEmpty)
    }

    @Test("with a dispute open nothing is approved, also when it was opened after the first approval")
    func openDispute() async throws {
        let company = try await reviewed()
        try company.cycle.approve("2026-01", by: "boris")
        let number = try company.workspace.write(by: "anna") {
            try $0.dispute(period: "2026-01", person: "anna", text: "a sale is missing")
        }
        let refusal = await PayCompany.refusal { try company.cycle.approve("2026-01", by: "vera") }
        #expect(refusal == "a dispute of 2026-01 is open")
        try company.workspace.write(by: "olga") { try $0.resolveDispute(number, answer: "it is of February") }
        #expect(try company.cycle.approve("2026-01", by: "vera") == .approved)
    }

    @Test("the months are approved in their order")
    func order() async throws {
        let company = try await reviewed()
        try await company.calculate("2026-02")
        try company.cycle.review("2026-02", by: "olga")
        let refusal = await PayCompany.refusal { try company.cycle.approve("2026-02", by: "boris") }
        #expect(refusal == "2026-01 is not approved yet; calculate and approve it before 2026-02")
    }

    @Test("a month before the first, calculated by a slip of the year, holds nobody up when it comes to nothing")
    func emptyStart() async throws {
        let company = try await reviewed()
        #expect(try await company.calculate("2025-01").run.entries.isEmpty)
        try company.cycle.approve("2026-01", by: "boris")
        #expect(try company.cycle.approve("2026-01", by: "vera") == .approved)
    }

    @Test("a month before the first that pays somebody is approved first")
    func payingStart() async throws {
        let company = try PayCompany.sellers("1,2025-12-12,anna,10000,,", "2,2026-01-12,anna,10000,,")
        try await company.calculate("2025-12")
        try await company.calculate("2026-01")
        try company.cycle.review("2026-01", by: "olga")
        let refusal = await PayCompany.refusal { try company.cycle.approve("2026-01", by: "boris") }
        #expect(refusal == "2025-12 is not approved yet; calculate and approve it before 2026-01")
    }

    @Test("an empty month between two that pay is approved in its turn: a late sale of it must still be paid")
    func emptyBetween() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,", "2,2026-03-12,anna,10000,,")
        try await company.finish("2026-01")
        #expect(try await company.calculate("2026-02").run.entries.isEmpty)
        try await company.calculate("2026-03")
        try company.cycle.review("2026-03", by: "olga")
        let refusal = await PayCompany.refusal { try company.cycle.approve("2026-03", by: "boris") }
        #expect(refusal == "2026-02 is not approved yet; calculate and approve it before 2026-03")
    }

    @Test("a month is not passed over, or it would never be paid")
    func passedOver() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,", "2,2026-02-12,anna,10000,,")
        try await company.finish("2026-01")
        let refusal = await PayCompany.refusal { try await company.calculate("2026-04") }
        #expect(refusal == "2026-02 is not approved yet; calculate and approve it before 2026-04")
        // February lies there to be approved; March is still nobody's.
        try await company.calculate("2026-02")
        let next = await PayCompany.refusal { try await company.calculate("2026-04") }
        #expect(next == "2026-03 is not approved yet; calculate and approve it before 2026-04")
        #expect(await PayCompany.refusal { try await company.calculate("2026-03") } == nil)
    }

    @Test("a month behind one that was posted is not calculated")
    func behind() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        try await company.finish("2026-02")
        let refusal = await PayCompany.refusal { try await company.calculate("2026-01") }
        #expect(refusal?.hasPrefix("2026-02 is approved already") == true)
    }

    @Test("a run calculated before entries were posted is calculated again before it is approved")
    func stale() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,", "2,2026-02-10,anna,2000,,")
        try await company.calculate("2026-01")
        try await company.calculate("2026-02")
        try company.cycle.review("2026-02", by: "olga")
        try await company.finish("2026-01")
        let refusal = await PayCompany.refusal { try company.cycle.approve("2026-02", by: "boris") }
        #expect(refusal == "the ledger has changed since 2026-02 was calculated; calculate it again")
        try await company.finish("2026-02")
        #expect(try company.total(.paid) == "1 200.00")
    }

    @Test("approving another run than the period's is refused: somebody has calculated meanwhile")
    func otherRun() async throws {
        let company = try await reviewed()
        let seen = try company.workspace.read { try $0.life(of: "2026-01").run }
        try company.accept("sale.csv", "2,2026-01-15,bella,500,,")
        let current = try await company.calculate("2026-01").run.id
        try company.cycle.review("2026-01", by: "olga")
        let refusal = await PayCompany.refusal { try company.cycle.approve("2026-01", run: seen, by: "boris") }
        #expect(refusal?.contains("look at run '\(current)'") == true)
    }

    @Test("nothing is paid twice, and nothing unapproved is paid or closed")
    func outOfOrder() async throws {
        let company = try await reviewed()
        let cycle = company.cycle
        #expect(await PayCompany.refusal { try cycle.pay("2026-01", by: "olga") } != nil)
        #expect(await PayCompany.refusal { try cycle.close("2026-01", by: "olga") } != nil)
        try await company.approve("2026-01")
        #expect(await PayCompany.refusal { try cycle.close("2026-01", by: "olga") } != nil)
        try cycle.pay("2026-01", by: "olga")
        let twice = await PayCompany.refusal { try cycle.pay("2026-01", by: "olga") }
        #expect(twice == "2026-01 is paid, so it cannot be paid now")
        #expect(try company.total(.paid) == "1 000.00")
        try cycle.close("2026-01", by: "olga")
        let closed = await PayCompany.refusal { try await company.calculate("2026-01") }
        #expect(closed == "2026-01 is closed, so it cannot be calculated now")
    }

    @Test("periods are closed in their order")
    func closingOrder() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,", "2,2026-02-12,anna,10000,,")
        for month in ["2026-01", "2026-02"] {
            try await company.approve(month)
            try company.cycle.pay(month, by: "olga")
        }
        let refusal = await PayCompany.refusal { try company.cycle.close("2026-02", by: "olga") }
        #expect(
            refusal
                == "2026-01 is paid and not closed yet; periods are closed in their order, so close it before 2026-02")
        try company.cycle.close("2026-01", by: "olga")
        #expect(await PayCompany.refusal { try company.cycle.close("2026-02", by: "olga") } == nil)
    }

    @Test("a month before the first that was only calculated by a slip does not hold the closing up")
    func closingAfterSlip() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        try await company.calculate("2025-01")
        #expect(await PayCompany.refusal { try await company.finish("2026-01") } == nil)
    }

    @Test(
        "a period has one name and is of the kind the company pays by",
        arguments: [
            ("2026-1", "there is no period '2026-1'; write, for instance, 2026-03"),
            ("2026-13", "there is no period '2026-13'; write, for instance, 2026-03"),
            (
                "2026-Q1", "'2026-Q1' is not a month, and the company pays by the month (ledger: {period: month})"
            ),
            ("31.01.2026", "there is no period '31.01.2026'; write, for instance, 2026-03"),
        ])
    func names(name: String, text: String) async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        #expect(await PayCompany.refusal { try await company.calculate(name) } == text)
    }

    @Test("a company that has posted months does not go over to quarters: the months would be taken back")
    func otherKind() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        try await company.finish("2026-03")
        try company.rewrite("currency: RUB}", "currency: RUB, ledger: {period: quarter}}")
        let refusal = await PayCompany.refusal { try await company.calculate("2026-Q2") }
        #expect(refusal?.hasPrefix("2026-03 is posted, and by the company's text of now it is no pay period") == true)
    }

    @Test("before anything is imported there is nothing to calculate")
    func nothing() async throws {
        let company = try PayCompany(PayCompany.sellers)
        let refusal = await PayCompany.refusal { try await company.calculate("2026-01") }
        #expect(refusal == "nothing is imported yet")
    }
}
