import Periods
import Testing

@Suite("From one period to another")
struct StepTests {
    @Test func `three months trailing from April count 31 March and every other day once`() throws {
        let april = try YearCalendar.civil.named("2026-04")
        let february = try #require(YearCalendar.civil.period(after: april, by: -2))
        let trailing = DayRange(from: february.range.from, clampingUntil: april.range.until)
        #expect(trailing.description == "2026-02-01..<2026-05-01")
        #expect(trailing.contains(try day("2026-03-31")))
        #expect(trailing.count == 28 + 31 + 30)
        let months = YearCalendar.civil.periods(.month, in: trailing)
        #expect(months.map(\.description) == ["2026-02", "2026-03", "2026-04"])
    }

    @Test(arguments: [
        ("2026-01", -1, "2025-12"), ("2026-12", 1, "2027-01"), ("2026-03", -15, "2024-12"), ("2026-Q4", 1, "2027-Q1"),
        ("2026-H1", -1, "2025-H2"), ("2026", -26, "2000"), ("2026-W53", 1, "2027-W01"), ("2026-W01", -1, "2025-W52"),
        ("2026-02-28", 1, "2026-03-01"), ("2026-07", 0, "2026-07"),
    ])
    func `a step goes over the end of the year`(label: String, count: Int, result: String) throws {
        let period = try YearCalendar.civil.named(label)
        #expect(YearCalendar.civil.period(after: period, by: count)?.description == result)
    }

    @Test(arguments: ["2026", "2026-07", "2026-W05", "2026-07-15"], [Int.max, Int.min, -4_000_000])
    func `a step beyond the years has no result`(label: String, count: Int) throws {
        #expect(YearCalendar.civil.period(after: try YearCalendar.civil.named(label), by: count) == nil)
    }

    @Test func `all time has no neighbours and no last year`() {
        #expect(YearCalendar.civil.period(after: .all, by: 1) == nil)
        #expect(YearCalendar.civil.sameLastYear(.all) == nil)
        #expect(YearCalendar.civil.yearToDate(.all) == .always)
    }

    @Test(arguments: [
        ("2026-07", "2025-07"), ("2026-Q1", "2025-Q1"), ("2026-H2", "2025-H2"), ("2026", "2025"),
        ("2026-W05", "2025-W05"), ("2026-W53", "2025-W52"), ("2027-W52", "2026-W52"), ("2024-02-29", "2023-02-28"),
        ("2025-02-28", "2024-02-28"), ("2025-12-31", "2024-12-31"),
    ])
    func `last year's period is the one of the same number`(label: String, before: String) throws {
        #expect(YearCalendar.civil.sameLastYear(try YearCalendar.civil.named(label))?.description == before)
    }

    @Test(arguments: [
        ("2026-07", "2026-01-01..<2026-08-01"), ("2026-01", "2026-01-01..<2026-02-01"),
        ("2026-Q2", "2026-01-01..<2026-07-01"), ("2026", "2026-01-01..<2027-01-01"),
        ("2026-03-10", "2026-01-01..<2026-03-11"), ("2026-W02", "2025-12-29..<2026-01-12"),
        // A week belongs to the year in which it ends: 28 December 2026 to 3 January is the first of 2027.
        ("2026-W52", "2025-12-29..<2026-12-28"), ("2026-W53", "2026-12-28..<2027-01-04"),
        ("2027-W01", "2026-12-28..<2027-01-11"), ("2025-W01", "2024-12-30..<2025-01-06"),
    ])
    func `the year to date runs from the year's start to the period's end`(label: String, range: String) throws {
        #expect(YearCalendar.civil.yearToDate(try YearCalendar.civil.named(label)).description == range)
    }

    @Test func `a month of another calendar is no month of this one`() throws {
        let retail = try Calendars.retail.calendar()
        let july = try YearCalendar.civil.named("2026-07")
        #expect(retail.period(after: july, by: 1) == nil)
        #expect(retail.sameLastYear(july) == nil)
    }

    @Test func `the year 1 has none before it`() throws {
        #expect(YearCalendar.civil.sameLastYear(try YearCalendar.civil.named("0001-W52")) == nil)
        #expect(YearCalendar.civil.sameLastYear(try YearCalendar.civil.named("0001-01-01")) == nil)
        #expect(YearCalendar.civil.period(after: try YearCalendar.civil.named("0001"), by: -1) == nil)
    }
}
