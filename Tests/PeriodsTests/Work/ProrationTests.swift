import Periods
import Testing

@Suite("A share of a period")
struct ProrationTests {
    @Test(arguments: [
        // Joined on 20 May: 12 days of May and 30 of June, of the 91 days of the quarter.
        ("2026-Q2", "2026-05-20..<9999-12-31", 42, 91),
        ("2026-01", "2026-01-15..<9999-12-31", 17, 31),
        // Moved to another post after 18 of the 30 days of June: both shares add up to the month.
        ("2026-06", "2026-01-01..<2026-06-19", 18, 30),
        ("2026-06", "2026-06-19..<9999-12-31", 12, 30),
        ("2026-06", "2026-01-01..<2027-01-01", 30, 30),
        ("2026-06", "2026-07-01..<2027-01-01", 0, 30),
        ("2024-02", "2024-02-29..<2024-03-01", 1, 29),
    ])
    func `is counted in calendar days`(label: String, part: String, worked: Int, of: Int) throws {
        let whole = try YearCalendar.civil.named(label).range
        let share = try #require(Proration.share(of: try days(part), in: whole, by: .calendar, .fiveDays))
        #expect(share == (worked, of))
    }

    @Test(arguments: [
        // January 2026 has 15 working days, from the 12th on; from the 15th there are 12.
        ("2026-01", "2026-01-15..<9999-12-31", 12, 15),
        ("2026-01", "2025-06-01..<2026-01-12", 0, 15),
        ("2025-11", "2025-11-01..<2025-11-05", 1, 19),
    ])
    func `is counted in working days`(label: String, part: String, worked: Int, of: Int) throws {
        let whole = try YearCalendar.civil.named(label).range
        let share = Proration.share(of: try days(part), in: whole, by: .working, try Russia.workingDays())
        #expect(try #require(share) == (worked, of))
    }

    @Test func `of a period without such days does not exist`() throws {
        let newYear = try days("2026-01-01..<2026-01-12")
        #expect(Proration.share(of: newYear, in: newYear, by: .working, try Russia.workingDays()) == nil)
        let empty = try days("2026-01-01..<2026-01-01")
        #expect(Proration.share(of: empty, in: empty, by: .calendar, .fiveDays) == nil)
    }
}
