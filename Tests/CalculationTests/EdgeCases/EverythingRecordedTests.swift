import Calculation
import Formulas
import Messages
import Quantities
import Testing

@Suite("Pay on everything recorded")
struct EverythingRecordedTests {
    /// Anna sells for 1 000 in March, 5 000 in May, and 200 on no day that is known.
    private func company(
        _ components: String, _ assignments: String, valid: String = "", undated: Bool = true
    ) throws -> TestCompany {
        try TestCompany(
            staff: "anna",
            """
            events:
              sale: {fields: {date: day?, seller: person, amount: money}, credit: sale.seller}
            metrics:
              sales: {unit: RUB, value: sum(sale.amount)}
              dates: {unit: pieces, value: distinct(sale.date)}
              mean: {unit: RUB, value: average(sale.amount)}
            plans:
              seller: {for: {position: seller}, \(valid) period: all, components: \(components)}
            """,
            [
                "assignments.csv": "person,position,unit,from,until,share\n" + assignments,
                "sale.csv": "id,date,seller,amount\n1,2026-03-10,anna,1000\n2,2026-05-10,anna,5000\n"
                    + (undated ? "3,,anna,200\n" : ""),
            ])
    }

    private static let march = "anna,seller,sales,2026-03-01,2026-04-01,\n"

    @Test("only the days on which an assignment matches count; events without a day count too")
    func days() async throws {
        let fee = "{fee: {commission: sales, rate: 10%}}"
        #expect(try await company(fee, Self.march, undated: false).payInAllWays("all") == ["anna fee": "100.00"])
        #expect(try await company(fee, Self.march).payInAllWays("all") == ["anna fee": "120.00"])
        // Who is there all along has all three.
        let always = "anna,seller,sales,2025-01-01,,\n"
        #expect(try await company(fee, always).payInAllWays("all") == ["anna fee": "620.00"])
    }

    @Test("of a plan that is valid for a time events without a day do not count: nobody knows whether they lie in it")
    func valid() async throws {
        let company = try company(
            "{fee: {commission: sales, rate: 10%}}", "anna,seller,sales,2025-01-01,,\n",
            valid: "valid: {from: 2026-05-01},")
        #expect(try await company.payInAllWays("all") == ["anna fee": "500.00"])
    }

    @Test("a figure is that of the days and of what has no day, whatever it is")
    func figures() async throws {
        // March: 1 000 and 200; one day; (1 000 + 200) ÷ 2.
        let pay = try await company(
            "{per: {bonus: 1 RUB, per: dates}, mean: {bonus: mean}, whole: {bonus: company(sales)}, each: {commission: sales, rate: 1%, each: event}}",
            Self.march
        ).payInAllWays("all")
        #expect(
            pay == [
                "anna per": "1.00", "anna mean": "600.00", "anna whole": "1 200.00", "anna each": "12.00",
            ])
    }

    @Test("who left and came back is paid for each stay; what has no day counts with the last")
    func twoStays() async throws {
        let company = try company(
            "{fee: {commission: sales, rate: 10%}}",
            Self.march + "anna,seller,sales,2026-05-01,,\n")
        _ = try await company.payInAllWays("all")
        #expect(try company.lines("all").map { $0.amount.value?.minorUnits } == [100_00, 520_00])
    }

    @Test("the share of time is the average share over his days, as far as anything is recorded")
    func share() async throws {
        let bonus = "{bonus: {bonus: 100 RUB}, fee: {commission: sales, rate: 10%}}"
        #expect(
            try await company(bonus, "anna,seller,sales,2025-01-01,,50%\n").payInAllWays("all") == [
                "anna bonus": "50.00", "anna fee": "620.00",
            ])
        // 10 March to 10 May are 62 days: 22 at 50 % and, from 1 April, 40 in full: 51 of 62, of 62 roubles 51.
        let rows = "anna,seller,sales,2025-01-01,2026-04-01,50%\nanna,seller,sales,2026-04-01,,\n"
        #expect(
            try await company(bonus.replacing("100 RUB", with: "62 RUB"), rows).payInAllWays("all") == [
                "anna bonus": "51.00", "anna fee": "620.00",
            ])
    }
}
