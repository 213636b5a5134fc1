import Company
import Ledger
import Messages
import Payroll
import Testing

/// A year's bonus that is paid over three years.
struct DeferralTests {
    private static let text = """
        company: {name: Test, currency: RUB, ledger: {period: year}}
        positions: {seller: Seller}
        units: {sales: Sales}
        events:
          sale: {fields: {date: day, seller: person, amount: money, paid: money?, paid_on: day?}, credit: sale.seller}
        metrics:
          sold: {unit: RUB, value: sum(sale.amount)}
          nrr: {unit: percent, value: entered}
        plans:
          retention:
            for: {position: seller}
            period: year
            components:
              bonus:
                bonus: 600 000 RUB
                when: sold > 0 RUB
                defer:
                  - {share: 50%}
                  - {share: 25%, after: 1 year, when: nrr >= 100%}
                  - {share: 25%, after: 2 years, pays: (nrr - 90%) / 10%}
                leaver: forfeit
        """

    @Test("half now; a quarter as the next year's NRR reached 100 %; of the last quarter 40 % at an NRR of 94 %")
    func threeYears() async throws {
        let company = try PayCompany.sellers("1,2026-03-01,anna,1000,,", text: Self.text)
        try await company.finish("2026")
        #expect(try company.total(.paid) == "300 000.00")
        try company.accept("entered.csv", "nrr,anna,2027,101%,belov")
        try await company.finish("2027")
        #expect(
            try company.entries("2027") == [
                "vesting anna: deferred → accrued 150 000.00", "settlement anna: accrued → payable 150 000.00",
                "payment anna: payable → paid 150 000.00",
            ])
        try company.accept("entered.csv", "nrr,anna,2028,94%,belov")
        try await company.finish("2028")
        #expect(try company.total(.paid) == "510 000.00")
        #expect(try company.total(.forfeited) == "90 000.00")
        #expect(try company.total(.deferred) == "0.00")
    }

    @Test(
        "who leaves in July 2027 loses what is not due, keeps it, or is paid it",
        arguments: [
            (LeaverRule.forfeit, "300 000.00", "300 000.00"), (.keep, "510 000.00", "90 000.00"),
            (.pay, "600 000.00", "0.00"),
        ])
    func leaver(rule: LeaverRule, paid: String, forfeited: String) async throws {
        let text = Self.text.replacing("leaver: forfeit", with: "leaver: \(rule.rawValue)")
        let company = try PayCompany.sellers("1,2026-03-01,anna,1000,,", text: text)
        try await company.finish("2026")
        // The same assignment, with its end.
        try company.accept("assignments.csv", "anna,seller,sales,2025-01-01,2027-07-01,,90000")
        try company.accept("entered.csv", "nrr,anna,2027,101%,belov", "nrr,anna,2028,94%,belov")
        try await company.finish("2027")
        try await company.finish("2028")
        #expect(try company.total(.paid) == paid)
        #expect(try company.total(.forfeited) == forfeited)
        #expect(try company.total(.deferred) == "0.00")
    }

    @Test("what decides a tranche is not entered yet: it waits, and is paid in the year in which it is known")
    func late() async throws {
        let company = try PayCompany.sellers("1,2026-03-01,anna,1000,,", text: Self.text)
        try await company.finish("2026")
        let missing = try await company.calculate("2027").run.incomplete
        #expect(missing.map(\.award.matter) == [.award(plan: "retention", component: "bonus", period: "2026")])
        #expect(
            missing.first?.missing.map(\.text.en) == [
                "a tranche is due and stays deferred, since what decides it has no value: "
                    + "nobody entered nrr for anna, 2027"
            ])
        try await company.finish("2027")
        #expect(try company.total(.deferred) == "300 000.00")
        try company.accept("entered.csv", "nrr,anna,2027,100%,belov", "nrr,anna,2028,100%,belov")
        try await company.finish("2028")
        #expect(try company.total(.paid) == "600 000.00")
    }
}
