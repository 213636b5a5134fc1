import Periods
import Testing

@Suite("A day of the calendar")
struct CivilDayTests {
    @Test func `is the day that counting from 1 January 1900 gives, for two hundred years`() throws {
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        // 1 January 1900 was a Monday, 25,567 days before 1970.
        var number: Int32 = -25_567
        var weekday = 1
        var wrong: [String] = []
        for year in 1900...2100 {
            let isLeap = year % 4 == 0 && year != 1900 && year != 2100
            for month in 1...12 {
                for day in 1...(lengths[month - 1] + (month == 2 && isLeap ? 1 : 0)) {
                    let counted = CivilDay(number: number)
                    let parts = (counted.year, counted.month, counted.day, counted.weekday.rawValue)
                    if parts != (year, month, day, weekday) { wrong.append("\(number) reads \(counted)") }
                    if CivilDay(year: year, month: month, day: day) != counted { wrong.append("\(counted) by date") }
                    if CivilDay(parsing: counted.description) != counted { wrong.append("\(counted) by text") }
                    number += 1
                    weekday = weekday % 7 + 1
                }
            }
        }
        #expect(wrong == [])
        #expect(CivilDay(number: number).description == "2101-01-01")
    }

    @Test(arguments: [(1900, false), (2000, true), (2024, true), (2026, false), (2100, false), (2400, true)])
    func `29 February exists in leap years only`(year: Int, isLeap: Bool) {
        #expect((CivilDay(year: year, month: 2, day: 29) != nil) == isLeap)
        #expect(CivilDay.isLeap(year) == isLeap)
    }

    @Test(arguments: [
        (2026, 2, 31), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 32), (2026, 1, -1),
        (0, 1, 1), (-1, 1, 1), (10_000, 1, 1), (Int.max, 1, 1), (Int.min, 1, 1), (2026, Int.max, 1), (2026, 2, Int.max),
    ])
    func `a date that the calendar lacks is refused`(year: Int, month: Int, day: Int) {
        #expect(CivilDay(year: year, month: month, day: day) == nil)
    }

    @Test func `1 January 1970 is day 0, a Thursday`() {
        #expect(CivilDay(number: 0).description == "1970-01-01")
        #expect(CivilDay(number: 0).weekday == .thursday)
    }

    @Test func `the first day is in the year 1, the last in 9999, and numbers beyond are brought to them`() {
        #expect(CivilDay.earliest.description == "0001-01-01")
        #expect(CivilDay.latest.description == "9999-12-31")
        #expect(CivilDay(number: .min) == .earliest)
        #expect(CivilDay(number: .max) == .latest)
        #expect(CivilDay.earliest < CivilDay.latest)
    }
}
