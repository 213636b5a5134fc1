import Ledger
import Testing

/// Advances over several months.
struct DrawTests {
    private static func text(_ draw: String) -> String {
        PayCompany.sellers.replacing("    components:", with: "    draw: \(draw)\n    components:")
    }

    /// Sells 10 % commissions of 500, 700, 400 and 1 900; gives what is paid and what is owed after each month.
    private func months(_ draw: String) async throws -> [String] {
        let company = try PayCompany.sellers(
            "1,2026-01-12,anna,5000,,", "2,2026-02-12,anna,7000,,", "3,2026-03-12,anna,4000,,",
            "4,2026-04-12,anna,19000,,", text: Self.text(draw))
        var found: [String] = []
        for month in ["2026-01", "2026-02", "2026-03", "2026-04"] {
            try await company.finish(month)
            found.append("\(try company.total(.paid)) owing \(try company.total(.drawn))")
        }
        return found
    }

    @Test("at least 1 000 a month: 500, 300 and 600 are advanced, and 900 of them earned back")
    func earnedBack() async throws {
        #expect(
            try await months("{amount: 1 000 RUB}") == [
                "1 000.00 owing -500.00", "2 000.00 owing -800.00", "3 000.00 owing -1 400.00",
                "4 000.00 owing -500.00",
            ])
    }

    @Test("no more is owed than the limit, and only half is taken back")
    func limit() async throws {
        #expect(
            try await months("{amount: 1 000 RUB, limit: 600 RUB, recover: 50%}") == [
                "1 000.00 owing -500.00", "1 800.00 owing -600.00", "2 200.00 owing -600.00",
                "3 650.00 owing -150.00",
            ])
    }

    @Test("an advance in the first month only; the second earns what it earns, and pays nothing back below zero")
    func first() async throws {
        // The periods on the plan are counted from the assignment: January 2026 is his first.
        let company = try PayCompany(
            Self.text("{amount: 1 000 RUB, first: 1, recover: 100 RUB}"),
            [
                "people.csv": "id,name\nanna,Anna\n",
                "assignments.csv": PayCompany.table("assignments.csv", ["anna,seller,sales,2026-01-01,,,90000"]),
                "sale.csv": PayCompany.table("sale.csv", ["1,2026-01-12,anna,5000,,", "2,2026-02-12,anna,7000,,"]),
            ])
        try await company.finish("2026-01")
        #expect(try company.total(.drawn) == "-500.00")
        try await company.finish("2026-02")
        #expect(
            try company.entries("2026-02") == [
                "award anna: earned → accrued 700.00", "draw_recovery anna: accrued → drawn 100.00",
                "settlement anna: accrued → payable 600.00", "payment anna: payable → paid 600.00",
            ])
    }

    @Test("a late sale of January makes its advance smaller: nobody is paid it twice")
    func lateSale() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,5000,,", text: Self.text("{amount: 1 000 RUB}"))
        try await company.finish("2026-01")
        try company.accept("sale.csv", "2,2026-01-31,anna,2000,,", "3,2026-02-12,anna,10000,,")
        try await company.finish("2026-02")
        // January earned 700, so only 300 of the 1 000 were an advance; February earned 1 000 and draws nothing.
        #expect(try company.total(.drawn) == "-300.00")
        #expect(try company.total(.paid) == "2 000.00")
    }
}
