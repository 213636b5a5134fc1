import Calculation
import Formulas
import Messages
import Testing

/// 10 000 for the first million of the year, 25 000 for the third.
@Suite("Milestones")
struct MilestoneTests {
    private func company(_ rows: [String], keys: String = "", plan: String = "period: month") throws -> TestCompany {
        let table = rows.enumerated().map { "\($0),\($1.split(separator: " ").joined(separator: ","))\n" }.joined()
        return try TestCompany(
            staff: "anna",
            Sales.paying(
                "{milestones: {1 000 000 RUB: 10 000 RUB, 3 000 000 RUB: 25 000 RUB}, of: sales\(keys)}", plan: plan),
            ["sale.csv": "id,date,seller,amount\n" + table])
    }

    private static let year = [
        "2026-01-10 anna 999999.99", "2026-02-10 anna 0.01", "2026-03-10 anna 2500000", "2026-04-10 anna -600000",
        "2026-05-10 anna 100000", "2027-01-10 anna 1000000",
    ]

    @Test(
        "each is paid in the month that passes it, exactly at the bound; a fall back takes it away again",
        arguments: [
            ("2026-01", "0.00"), ("2026-02", "10 000.00"), ("2026-03", "25 000.00"), ("2026-04", "-25 000.00"),
            ("2026-05", "25 000.00"), ("2026-06", "0.00"), ("2027-01", "10 000.00"),
        ])
    func months(month: String, expected: String) throws {
        #expect(try company(Self.year).pay("anna", "pay", month) == expected)
    }

    @Test("both at once are both paid")
    func both() throws {
        #expect(try company(["2026-01-10 anna 3000000"]).pay("anna", "pay", "2026-01") == "35 000.00")
    }

    @Test(
        "over the quarter, over the year by default, over all time",
        arguments: [
            ("", "2026-04", "0.00"), (", over: quarter", "2026-04", "10 000.00"),
            (", over: half", "2026-04", "0.00"), (", over: all", "2027-01", "25 000.00"), ("", "2027-01", "10 000.00"),
        ])
    func over(keys: String, month: String, expected: String) throws {
        let company = try company(
            ["2026-01-10 anna 1000000", "2026-04-10 anna 1000000", "2027-01-10 anna 1000000"], keys: keys)
        #expect(try company.pay("anna", "pay", month) == expected)
    }

    @Test("a plan that pays by the year passes the year's milestones in one step")
    func yearly() throws {
        // 1 000 000 + 2 500 000 − 600 000 + 100 000 = 3 000 000: the third million is passed exactly.
        let company = try company(Self.year, plan: "period: year")
        #expect(try company.pay("anna", "pay", "2026") == "35 000.00")
        #expect(try company.remarks("anna", "pay", "2026").count == 2)
    }

    @Test("returns below zero pass nothing, and take nothing")
    func belowZero() throws {
        #expect(try company(["2026-01-10 anna -1500000"]).pay("anna", "pay", "2026-01") == "0.00")
    }

    @Test("half time gets the whole amount")
    func halfTime() throws {
        let company = try TestCompany(
            staff: "anna", Sales.paying("{milestones: {1 000 RUB: 100 RUB}, of: sales}"),
            Sales.table("2026-01-20 anna 1000").merging([
                "assignments.csv": "person,position,unit,from,share\nanna,seller,sales,2026-01-15,50%\n"
            ]) { $1 })
        #expect(try company.pay("anna", "pay", "2026-01") == "100.00")
    }

    @Test("the remarks name what was passed and what was lost; the explanation all that are passed")
    func named() throws {
        let company = try company(Self.year)
        #expect(
            try company.remarks("anna", "pay", "2026-03").map(\.text.en) == ["milestone of 3 000 000.00 RUB passed"])
        #expect(
            try company.remarks("anna", "pay", "2026-04").map(\.text.ru) == [
                "веха 3\u{A0}000\u{A0}000,00\u{A0}RUB снова не пройдена"
            ])
        let tree = try #require(company.explanations("anna", "2026-03").first)
        #expect(
            tree.lines(in: .en).suffix(2) == [
                "├─ milestone of 1 000 000.00 RUB: 10 000.00 RUB  [passed before]",
                "└─ milestone of 3 000 000.00 RUB: 25 000.00 RUB  [passed now]",
            ])
    }
}
