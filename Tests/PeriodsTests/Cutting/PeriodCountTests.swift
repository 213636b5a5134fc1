import Periods
import Testing

@Suite("How many periods there are from one to another")
struct PeriodCountTests {
    @Test(
        "both are counted, over the year's end too",
        arguments: [
            ("2026-03", "2026-03", 1), ("2026-03", "2026-05", 3), ("2025-11", "2026-02", 4), ("2025-Q4", "2026-Q2", 3),
            ("2025-H2", "2027-H1", 4), ("2024", "2026", 3), ("2026-W52", "2027-W01", 3),
            ("2024-02-28", "2024-03-01", 3),
        ])
    func count(first: String, last: String, expected: Int) throws {
        let calendar = YearCalendar.civil
        let from = try #require(calendar.parse(first))
        #expect(calendar.count(from: from, through: try #require(calendar.parse(last))) == expected)
        // Step by step it is the same.
        #expect(calendar.period(after: from, by: expected - 1) == calendar.parse(last))
    }

    @Test("there is no number backwards, between two kinds, and in all time")
    func none() throws {
        let calendar = YearCalendar.civil
        let (march, april) = (try #require(calendar.parse("2026-03")), try #require(calendar.parse("2026-04")))
        #expect(calendar.count(from: april, through: march) == nil)
        #expect(calendar.count(from: march, through: try #require(calendar.parse("2026-Q2"))) == nil)
        #expect(calendar.count(from: .all, through: .all) == nil)
    }
}
