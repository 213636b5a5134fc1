import Ledger
import Payroll
import Quantities
import Storage
import Testing

/// Where a company names approvers, nobody else approves.
struct ApproverTests {
    private static let text = PayCompany.sellers.replacing(
        "currency: RUB}", with: "currency: RUB, approvers: [boris, vera]}")

    @Test("a period is approved by those whom the text of its run names")
    func period() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,", text: Self.text)
        try await company.calculate("2026-01")
        try company.cycle.review("2026-01", by: "olga")
        let refusal = await PayCompany.refusal { try company.cycle.approve("2026-01", by: "olga") }
        #expect(
            refusal
                == "olga is not among those who may approve (boris, vera); ask one of them; the list is 'approvers' in the company's text"
        )
        // A list that is changed after the calculation does not count for it.
        try company.rewrite("[boris, vera]", "[boris, vera, olga]")
        #expect(await PayCompany.refusal { try company.cycle.approve("2026-01", by: "olga") } == refusal)
        try company.cycle.approve("2026-01", by: "boris")
        #expect(try company.cycle.approve("2026-01", by: "vera") == .approved)
    }

    @Test("an approver who is paid by the run may not approve it all the same")
    func ownPay() async throws {
        let company = try PayCompany.sellers(
            "1,2026-01-12,anna,10000,,", text: Self.text.replacing("[boris, vera]", with: "[boris, anna]"))
        try await company.calculate("2026-01")
        try company.cycle.review("2026-01", by: "olga")
        let refusal = await PayCompany.refusal { try company.cycle.approve("2026-01", by: "anna") }
        #expect(refusal?.hasPrefix("anna is paid by the run of 2026-01") == true)
    }

    @Test("adjustments and their withdrawals are decided by those whom the text of now names")
    func adjustments() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,", text: Self.text)
        let new = NewAdjustment(person: "anna", period: "2026-01", amount: 50, reason: "fair")
        let number = try company.cycle.adjust(new, by: "boris").number
        let refusal = await PayCompany.refusal {
            try company.cycle.decide(number, .approved, reason: "", by: "olga")
        }
        #expect(refusal?.hasPrefix("olga is not among those who may approve") == true)
        try company.cycle.decide(number, .approved, reason: "", by: "vera")
        try company.cycle.withdraw(number, reason: "entered twice", by: "olga")
        let second = await PayCompany.refusal {
            try company.cycle.decide(number, .approved, reason: "", by: "igor")
        }
        #expect(second?.hasPrefix("igor is not among those who may approve") == true)
        try company.cycle.decide(number, .approved, reason: "", by: "boris")
    }

    @Test("without a list everybody approves whom the run does not pay")
    func nobodyNamed() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        try await company.approve("2026-01")
    }
}
