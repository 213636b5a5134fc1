import Periods
import Testing

@Suite("Counting days and months")
struct CivilDayArithmeticTests {
    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-01-31", 2, "2026-03-31"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-12-31", 1, "2027-01-31"),
        ("2026-01-15", -13, "2024-12-15"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-05-05", 0, "2026-05-05"),
    ])
    func `months keep the day of the month, or take the last one`(from: String, months: Int, to: String) throws {
        #expect(try day(from).adding(months: months) == day(to))
    }

    @Test(arguments: [
        ("2026-12-31", 1, "2027-01-01"), ("2024-02-28", 1, "2024-02-29"), ("2026-02-28", 1, "2026-03-01"),
        ("2026-03-01", -1, "2026-02-28"), ("2026-01-01", 365, "2027-01-01"),
    ])
    func `days run over the ends of months`(from: String, count: Int, to: String) throws {
        #expect(try day(from).adding(days: count) == day(to))
        #expect(try day(from).days(until: day(to)) == count)
    }

    @Test(arguments: [Int.max, Int.min, 4_000_000, -4_000_000])
    func `a step beyond the years 1 to 9999 has no result`(count: Int) throws {
        #expect(try day("2026-01-01").adding(days: count) == nil)
        #expect(try day("2026-01-01").adding(months: count) == nil)
    }

    @Test func `the bounds themselves can be reached, one step more cannot`() throws {
        #expect(try day("9999-12-30").adding(days: 1) == .latest)
        #expect(CivilDay.latest.adding(days: 1) == nil)
        #expect(CivilDay.latest.adding(months: 1) == nil)
        #expect(CivilDay.earliest.adding(days: -1) == nil)
        #expect(CivilDay.earliest.adding(months: -1) == nil)
        #expect(CivilDay.earliest.days(until: .latest) == 3_652_058)
    }
}
