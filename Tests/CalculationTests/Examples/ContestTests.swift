import Calculation
import Formulas
import Messages
import Testing

/// Worked example 11: prizes of 60, 30 and 10 thousand.
@Suite("Prizes of a contest")
struct ContestTests {
    private func contest(_ scores: [String: Int], _ extra: String = "") throws -> TestCompany {
        let rows = scores.sorted { $0.key < $1.key }.map { "\($0.key),2026-01-10,\($0.key),\($0.value)\n" }.joined()
        return try TestCompany(
            staff: scores.keys.sorted().joined(separator: " "),
            Sales.paying("{contest: [60 000 RUB, 30 000 RUB, 10 000 RUB], by: sales\(extra)}"),
            ["sale.csv": "id,date,seller,amount\n" + rows])
    }

    @Test(
        "those who share a place share the sum of their prizes",
        arguments: [
            // Ranks 1, 2, 2, 4: the two second share 30 + 10.
            (
                ["a": 120, "b": 115, "c": 115, "d": 90],
                ["a": "60 000.00", "b": "20 000.00", "c": "20 000.00", "d": "0.00"]
            ),
            // Three second share 30 + 10 + 0; the kopeck goes to the first number.
            (
                ["a": 120, "b": 115, "c": 115, "d": 115],
                ["a": "60 000.00", "b": "13 333.34", "c": "13 333.33", "d": "13 333.33"]
            ),
            // 5, 5, 4, 4: the first two share 60 + 30, the next two share 10.
            (
                ["a": 5, "b": 5, "c": 4, "d": 4],
                ["a": "45 000.00", "b": "45 000.00", "c": "5 000.00", "d": "5 000.00"]
            ),
            // Fewer people than prizes: a prize without a place is not given.
            (["a": 7, "b": 3], ["a": "60 000.00", "b": "30 000.00"]),
        ])
    func ties(scores: [String: Int], expected: [String: String]) throws {
        let pay = try contest(scores).pay("2026-01")
        #expect(pay == Dictionary(uniqueKeysWithValues: expected.map { ("\($0.key) pay", $0.value) }))
    }

    @Test("ranks are 1, 2, 2, 4")
    func ranks() throws {
        let company = try contest(["a": 120, "b": 115, "c": 115, "d": 90])
        let places = try ["a", "b", "c", "d"].map { try company.remarks($0, "pay", "2026-01").map(\.text.en) }
        #expect(places == [["place 1 of 4"], ["place 2 of 4"], ["place 2 of 4"], ["place 4 of 4"]])
        #expect(try company.remarks("b", "pay", "2026-01").map(\.text.ru) == ["место 2 из 4"])
    }

    @Test("a tie at the last prize shares that prize alone")
    func tieAtTheLastPrize() throws {
        let pay = try contest(["a": 9, "b": 8, "c": 7, "d": 7, "e": 7]).pay("2026-01")
        #expect(pay["b pay"] == "30 000.00")
        #expect([pay["c pay"], pay["d pay"], pay["e pay"]] == ["3 333.34", "3 333.33", "3 333.33"])
    }

    @Test("who misses the minimum takes no place, and the one behind him moves up")
    func minimum() throws {
        let company = try contest(["a": 120, "b": 115, "c": 90], ", minimum: sales < 116 RUB")
        #expect(try company.pay("2026-01") == ["a pay": "0.00", "b pay": "60 000.00", "c pay": "30 000.00"])
        #expect(try company.remarks("a", "pay", "2026-01").map(\.code) == ["not-admitted"])
    }

    @Test("who went and came back in the month is one entrant with all he sold, and wins one prize")
    func twoStretches() throws {
        var tables = Sales.table("2026-01-05 anna 80", "2026-01-25 anna 70", "2026-01-12 boris 100")
        tables["assignments.csv"] = """
            person,position,unit,from,until
            anna,seller,sales,2025-01-01,2026-01-11
            anna,seller,sales,2026-01-21,
            boris,seller,sales,2025-01-01,

            """
        let company = try TestCompany(
            staff: "anna boris", Sales.paying("{contest: [60 RUB, 30 RUB, 10 RUB], by: sales}"), tables)
        #expect(try company.pay("2026-01") == ["anna pay": "60.00", "boris pay": "30.00"])
        #expect(
            try company.remarks("anna", "pay", "2026-01").map(\.text.en) == [
                "ranked together with his later days of the period", "place 1 of 2",
            ])
    }

    @Test("who moved to another unit competes once, in the unit he is in at the end of his days, with all he sold")
    func moved() async throws {
        var tables = Sales.table("2026-01-05 anna 100", "2026-01-20 anna 50", "2026-01-25 vera 120")
        tables["units.csv"] = "id,title\nnorth,North\nsouth,South\n"
        tables["assignments.csv"] = """
            person,position,unit,from,until
            anna,seller,north,2025-01-01,2026-01-11
            anna,seller,south,2026-01-16,
            boris,seller,north,2025-01-01,
            vera,seller,south,2025-01-01,

            """
        tables["staff.yaml"] = "positions: {seller: {title: Seller}}"
        let company = try TestCompany(
            staff: "anna boris vera", Sales.paying("{contest: [100 RUB], by: sales, group: unit}"), tables)
        // In the south her 150 are before the 120 of Vera; in the north Boris is alone.
        #expect(
            try await company.payInAllWays("2026-01") == [
                "anna pay": "100.00", "boris pay": "100.00", "vera pay": "0.00",
            ])
        #expect(try company.remarks("anna", "pay", "2026-01").map(\.code) == ["ranked-later", "place"])
    }
}
