import Ledger
import Testing

/// The cases in which pay is most often wrong, followed to the money.
///
/// Those that end with the award are tested where it is calculated, in Tests/CalculationTests: hire, leave or dismissal inside a
/// period and two assignments at once (EdgeCases/PartOfAPeriodTests), a zero or negative plan (EdgeCases/TargetTests,
/// Examples/AttainmentTests), a fact that is missing and one that is zero (EdgeCases/NotComputableTests), a tie at the last prize
/// (Examples/ContestTests). A plan changed after the start is in Cycle/RulesOverTimeTests, a correction after the payout in
/// Cycle/WholeLifeTests.
@Suite("Edge cases, followed to the money")
struct EdgeCaseTests {
    @Test("returns above sales: the month is below zero, and the next one pays it back")
    func returnsAboveSales() async throws {
        let company = try PayCompany.sellers(
            "1,2026-01-12,anna,1000,,", "2,2026-01-20,anna,-4000,,", "3,2026-02-03,anna,5000,,")
        try await company.finish("2026-01")
        #expect(try company.total(.carried) == "-300.00")
        #expect(try company.total(.paid) == "0.00")
        try await company.finish("2026-02")
        #expect(try company.total(.paid) == "200.00")
    }

    @Test("one return touching two employees' split credit takes from each what the sale gave him, to the kopeck")
    func splitReturn() async throws {
        let text =
            PayCompany.sellers.replacing("credit: sale.seller", with: "credit: \"split(sale_share, sale.seller)\"")
            .replacing("metrics:", with: "splits:\n  sale_share: {of: sale}\nmetrics:")
            .replacing("rate: 10%", with: "rate: 100%")
        let company = try PayCompany.sellers("1,2026-01-12,anna,100.01,,", text: text)
        try company.accept("sale_share.csv", "1,anna,50%", "1,bella,50%")
        try await company.finish("2026-01")
        // The kopeck left over is Anna's: her number in people.csv is the smaller.
        #expect(try company.total(.paid, "anna") == "50.01")
        #expect(try company.total(.paid, "bella") == "50.00")
        try company.accept("sale.csv", "2,2026-02-03,anna,-100.01,,")
        try company.accept("sale_share.csv", "2,anna,50%", "2,bella,50%")
        try await company.finish("2026-02")
        #expect(try company.total(.carried, "anna") == "-50.01")
        #expect(try company.total(.carried, "bella") == "-50.00")
        #expect(try company.total(.earned, "anna") == "0.00")
    }

    @Test("payment in another currency: 50 dollars at 80.00 free 4 000 of 10 000 roubles, so 400 of the commission")
    func otherCurrency() async throws {
        let text = PayCompany.sellers
            .replacing(
                "metrics:",
                with: """
                      payment: {fields: {date: day, sale: sale, currency: text, amount: money(currency)}, credit: payment.sale.seller}
                    metrics:
                      collected: {unit: RUB, value: sum(payment.amount), date: payment.sale.date}
                    """
            )
            .replacing("rate: 10%", with: "rate: 10%, hold: {release: collected / sold}")
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,", text: text)
        try company.learn([
            "exchange_rates.csv": "currency,from,rate\nUSD,2026-01-01,80.00\nUSD,2026-02-01,100.00\n",
            "payment.csv": "id,date,sale,currency,amount\np1,2026-01-20,1,USD,50\n",
        ])
        try await company.finish("2026-01")
        #expect(try company.total(.paid) == "400.00")
        // The same 50 dollars of February are 5 000 roubles.
        try company.learn(["payment.csv": "id,date,sale,currency,amount\np2,2026-02-20,1,USD,50\n"])
        try await company.finish("2026-02")
        #expect(try company.total(.paid) == "900.00")
        #expect(try company.total(.held) == "100.00")
    }

    @Test("a gate failing after approval takes the award back in the open month")
    func gateAfterApproval() async throws {
        let text = PayCompany.sellers
            .replacing("metrics:", with: "metrics:\n  overdue: {unit: percent, value: entered}")
            .replacing("rate: 10%", with: "rate: 10%, gate: \"otherwise(overdue, 0%) <= 5%\"")
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,", text: text)
        try await company.finish("2026-01")
        #expect(try company.total(.paid) == "1 000.00")
        try company.accept("entered.csv", "overdue,anna,2026-01,5.1%,belov")
        try company.accept("sale.csv", "2,2026-02-03,anna,4000,,")
        try await company.finish("2026-02")
        #expect(
            try company.entries("2026-02") == [
                "correction anna: accrued → earned 1 000.00", "award anna: earned → accrued 400.00",
                "carry_forward anna: carried → accrued 600.00",
            ])
    }

    @Test(
        "a pool with no eligible person: its fund is carried into the next month, or cancelled",
        arguments: [("carry", "2 000.00"), ("cancel", "1 000.00")])
    func emptyPool(nobody: String, paid: String) async throws {
        let text = PayCompany.sellers.replacing(
            "{commission: sold, rate: 10%}",
            with: "{pool: 1 000 RUB, weights: sold, nobody: \(nobody)}"
        ).replacing("    period: month", with: "    valid: {from: 2026-01-01}\n    period: month")
        let company = try PayCompany.sellers("1,2025-12-01,anna,1,,", "2,2026-02-12,anna,500,,", text: text)
        try await company.finish("2026-01")
        #expect(try company.total(.paid) == "0.00")
        try await company.finish("2026-02")
        #expect(try company.total(.paid) == paid)
    }

    // Of the quarter's 90 days each version holds for 45; quality was 100 %, loyalty 50 %.
    // 80/20: 90 % of 90 000 × 45/90 = 40 500. 40/60: 70 % of 90 000 × 45/90 = 31 500.
    @Test("weights changed mid-quarter: each version of the plan pays for its days")
    func weightsMidQuarter() async throws {
        let text = """
            company: {name: Test, currency: RUB, ledger: {period: quarter}}
            positions: {seller: Seller}
            units: {sales: Sales}
            events:
              sale: {fields: {date: day, seller: person, amount: money, paid: money?, paid_on: day?}, credit: sale.seller}
            metrics:
              quality: {unit: percent, value: entered}
              loyalty: {unit: percent, value: entered}
            plans:
              before:
                for: {position: seller}
                valid: {until: 2026-02-15}
                period: quarter
                target: 90 000 RUB
                components:
                  card: {scorecard: [{kpi: quality, weight: 80%, target: 100%}, {kpi: loyalty, weight: 20%, target: 100%}]}
              after:
                for: {position: seller}
                valid: {from: 2026-02-15}
                period: quarter
                target: 90 000 RUB
                components:
                  card: {scorecard: [{kpi: quality, weight: 40%, target: 100%}, {kpi: loyalty, weight: 60%, target: 100%}]}
            """
        let company = try PayCompany.sellers("1,2026-01-12,anna,1,,", text: text)
        try company.accept("entered.csv", "quality,anna,2026-Q1,100%,belov", "loyalty,anna,2026-Q1,50%,belov")
        try await company.finish("2026-Q1")
        #expect(
            try company.entries("2026-Q1").filter { $0.hasPrefix("award anna") } == [
                "award anna: earned → accrued 31 500.00", "award anna: earned → accrued 40 500.00",
            ])
        #expect(try company.total(.paid) == "72 000.00")
    }
}
