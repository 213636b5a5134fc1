import Company
import Periods
import Testing

@testable import Calculation

@Suite("Reporting lines: added up from below where nothing changes")
struct ReportingLinesTests {
    private static let tables = [
        "people.csv": "id,name\nanna,A\nboris,B\nvera,V\negor,E\ndina,D\n",
        // Egor reports to Boris until 15 February, then to Vera.
        "assignments.csv": """
        person,position,unit,manager,from,until
        anna,seller,sales,,2025-01-01,
        boris,seller,sales,anna,2025-01-01,
        vera,seller,sales,anna,2025-01-01,
        egor,seller,sales,boris,2025-01-01,2026-02-15
        egor,seller,sales,vera,2026-02-15,
        dina,seller,sales,egor,2025-01-01,
        """,
    ]

    private func lines(_ period: String) throws -> ReportingLines {
        let company = try TestCompany(
            "positions: {seller: {title: Seller}}\nunits: {sales: {title: Sales}}", Self.tables)
        return ReportingLines(company.model.organisation, people: 5, try company.range(period))
    }

    @Test("January: Dina under Egor under Boris under Anna")
    func steady() throws {
        let lines = try lines("2026-01")
        #expect(lines.isUnsteady == [false, false, false, false, false])
        #expect(lines.addUp([1, 10, 100, 1_000, 10_000]) == [11_111, 11_010, 100, 11_000, 10_000])
    }

    @Test("February: whoever Egor left or joined, and who stands above, is looked at by days")
    func changing() throws {
        #expect(try lines("2026-02").isUnsteady == [true, true, true, false, false])
    }

    @Test("March: Egor under Vera")
    func after() throws {
        #expect(try lines("2026-03").addUp([1, 10, 100, 1_000, 10_000]) == [11_111, 10, 11_100, 11_000, 10_000])
    }

    @Test("a sum that does not fit is none")
    func overflow() throws {
        #expect(try lines("2026-01").addUp([1, .max, 0, 1, 0]) == nil)
    }
}
