import Periods
import Testing

@Suite("Periods of the calendar on the wall")
struct CivilPeriodTests {
    @Test(arguments: [
        ("2026", "2026-01-01..<2027-01-01"), ("2026-H1", "2026-01-01..<2026-07-01"),
        ("2026-H2", "2026-07-01..<2027-01-01"), ("2026-Q1", "2026-01-01..<2026-04-01"),
        ("2026-Q3", "2026-07-01..<2026-10-01"), ("2026-07", "2026-07-01..<2026-08-01"),
        ("2024-02", "2024-02-01..<2024-03-01"), ("2026-12", "2026-12-01..<2027-01-01"),
        ("2026-W05", "2026-01-26..<2026-02-02"), ("2026-07-15", "2026-07-15..<2026-07-16"),
        ("all", "0001-01-01..<9999-12-31"),
    ])
    func `a label means these days`(label: String, range: String) throws {
        let period = try YearCalendar.civil.named(label)
        #expect(period.range.description == range)
        #expect(period.description == label)
    }

    @Test(arguments: [
        "2026-00", "2026-13", "2026-7", "2026-007", "2026-W54", "2025-W53", "2026-W00", "2026-W5", "2026-Q0", "2026-Q5",
        "2026-Q03", "2026-H0", "2026-H3", "2026-P07", "2026-02-31", "0000", "10000", "202", "2026-", "2026-Q", "2026Q1",
        "26-Q1", "q1", "2026-q1", "2026-w05", " 2026", "2026 ", "ALL", "", "-2026", "２０２６",
    ])
    func `a label without a period is refused`(label: String) {
        #expect(YearCalendar.civil.parse(label) == nil)
    }

    @Test(arguments: [
        ("2020-12-31", "2020-W53"), ("2027-01-01", "2026-W53"), ("2026-12-31", "2026-W53"), ("2024-12-30", "2025-W01"),
        ("2025-12-28", "2025-W52"), ("2025-12-29", "2026-W01"), ("2026-01-01", "2026-W01"), ("2023-01-01", "2022-W52"),
        ("2026-05-20", "2026-W21"),
    ])
    func `a week belongs to the year of its Thursday`(date: String, label: String) throws {
        let week = try #require(try YearCalendar.civil.period(.week, containing: day(date)))
        #expect(week.description == label)
        #expect(week.range.count == 7)
        #expect(week.range.from.weekday == .monday)
    }

    @Test func `week numbers run on without a break for two hundred years`() throws {
        // 1 January 1900 was a Monday: week 1. A week opens a new year when its Thursday does.
        var monday = try day("1900-01-01")
        var (year, number) = (1900, 0)
        var wrong: [String] = []
        while monday.year < 2100 {
            let thursday = try #require(monday.adding(days: 3))
            (year, number) = thursday.year == year ? (year, number + 1) : (thursday.year, 1)
            for step in 0..<7 {
                let day = try #require(monday.adding(days: step))
                let week = YearCalendar.civil.period(.week, containing: day)
                if week?.year != year || week?.number != number { wrong.append("\(day) \(year) \(number)") }
            }
            monday = try #require(monday.adding(days: 7))
        }
        #expect(wrong == [])
    }

    @Test(arguments: [
        (PeriodKind.day, 2024, 366, "2024-12-31"), (.day, 2026, 60, "2026-03-01"), (.week, 2026, 53, "2026-W53"),
        (.month, 2026, 12, "2026-12"), (.quarter, 2026, 4, "2026-Q4"), (.half, 2026, 2, "2026-H2"),
    ])
    func `a year and a number make a period`(kind: PeriodKind, year: Int, number: Int, label: String) {
        #expect(YearCalendar.civil.period(kind, year: year, number: number)?.description == label)
    }

    @Test(arguments: [
        (PeriodKind.day, 2026, 366), (.day, 2026, 0), (.week, 2025, 53), (.month, 2026, 13), (.quarter, 2026, 5),
        (.half, 2026, 0), (.year, 2026, 2), (.month, .max, 1), (.week, .min, 1), (.day, 2026, .min),
        (.quarter, 2026, .max),
    ])
    func `a number that the year lacks makes none`(kind: PeriodKind, year: Int, number: Int) throws {
        #expect(YearCalendar.civil.period(kind, year: year, number: number) == nil)
        // The retail year 2026 has 364 days and 52 weeks, and lacks them too.
        #expect(try Calendars.retail.calendar().period(kind, year: year, number: number) == nil)
    }

    @Test func `all time holds the first day, the last and those between`() throws {
        let all = try #require(YearCalendar.civil.period(.all, containing: .latest))
        #expect(all == .all)
        #expect(all.contains(.earliest) && all.contains(.latest))
    }

    @Test func `a period that would end after 9999 does not exist`() throws {
        for kind in PeriodKind.allCases where kind != .all {
            #expect(YearCalendar.civil.period(kind, containing: .latest) == nil)
            #expect(YearCalendar.civil.period(kind, containing: .earliest) != nil)
        }
        #expect(YearCalendar.civil.parse("9999") == nil)
        #expect(YearCalendar.civil.parse("9999-11") != nil)
    }
}
