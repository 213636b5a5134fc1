import Ledger
import Testing
import Vesting

/// Adjustments by hand: what was asked for, and what the law leaves of a disciplinary cut.
struct AdjustmentTests {
    private static let plan = "    components: {fee: {commission: sales, rate: 10%}}\n"
    private static let sales = "1,2026-01-10,anna,,500000.00,,\n"

    private func cut(_ number: Int64, _ amount: Int64) -> ApprovedAdjustment {
        ApprovedAdjustment(number: number, person: "anna", period: "2026-01", amount: amount, isDisciplinary: true)
    }

    @Test("an adjustment is paid as it was approved")
    func plain() async throws {
        var company = try LedgerCompany(LedgerCompany.seller(Self.plan, Self.sales))
        company.adjustments = [
            ApprovedAdjustment(
                number: 1, person: "anna", period: "2026-01", amount: -3_000_00, isDisciplinary: false)
        ]
        try await company.post("2026-01")
        // 500 000 × 10 % − 3 000
        #expect(try company.total(.payable) == "47 000.00")
    }

    @Test(
        "two cuts of one month together are no larger than 20 % of its base pay of 90 000: 12 000, then 6 000 of 10 000"
    )
    func together() async throws {
        var company = try LedgerCompany(LedgerCompany.seller(Self.plan, Self.sales))
        company.adjustments = [cut(1, -12_000_00), cut(2, -10_000_00)]
        let entries = try await company.post("2026-01")
        #expect(entries.filter { $0.cause == .adjustment }.map(\.amount) == [12_000_00, 6_000_00])
        #expect(try company.total(.payable) == "32 000.00")
    }

    @Test("a month without a bonus has nothing that could be cut")
    func noBonus() async throws {
        var company = try LedgerCompany(LedgerCompany.seller(Self.plan))
        company.adjustments = [cut(1, -12_000_00)]
        #expect(try await company.post("2026-01").isEmpty)
    }
}

/// A draw as a plan writes it, month by month.
struct DrawPlanTests {
    /// Earned 5 000, 15 000, 40 000 with a draw of 20 000 in the first two months, half of what is above 0 taken back later.
    @Test("advances in the first months, then half of what is earned goes back")
    func months() async throws {
        let plan = """
                draw: {amount: 20 000 RUB, recover: 50%, first: 2}
                components: {fee: {commission: sales, rate: 10%}}

            """
        let sales = """
            1,2026-01-10,anna,,50000.00,,
            2,2026-02-10,anna,,150000.00,,
            3,2026-03-10,anna,,400000.00,,

            """
        var files = LedgerCompany.seller(plan, sales)
        files["assignments.csv"] = "person,position,unit,from\nanna,seller,sales,2026-01-01\n"
        var company = try LedgerCompany(files)
        var paid: [String] = []
        for month in ["2026-01", "2026-02", "2026-03"] {
            try await company.post(month)
            paid.append(try company.total(.payable))
            try company.pay(month)
        }
        // 5 000 + 15 000; 15 000 + 5 000; owed 20 000, of 40 000 half goes back.
        #expect(paid == ["20 000.00", "20 000.00", "20 000.00"])
        #expect(try company.total(.drawn) == "0.00")
    }
}
