import Periods
import Testing

@Suite("Periods cover the line of days once")
struct TilingTests {
    static let kinds = PeriodKind.allCases.filter { $0 != .all }

    @Test(arguments: Calendars.allCases, kinds)
    func `every day is in one period, and periods touch without gap`(name: Calendars, kind: PeriodKind) throws {
        let calendar = try name.calendar()
        var random = SeededRandom(seed: 7)
        var wrong: [String] = []
        for _ in 0..<500 {
            // Years 3 to about 9993, away from the bounds.
            let day = CivilDay(number: .random(in: -718_000...2_930_000, using: &random))
            let period = try #require(calendar.period(kind, containing: day))
            let next = try #require(calendar.period(after: period, by: 1))
            let last = try #require(period.range.until.adding(days: -1))
            let holds =
                period.contains(day) && next.range.from == period.range.until && period < next
                && calendar.period(kind, containing: period.range.from) == period
                && calendar.period(kind, containing: last) == period
                && calendar.period(after: next, by: -1) == period
                && calendar.parse(period.description) == period
                && calendar.period(kind, year: period.year, number: period.number) == period
                && calendar.yearToDate(period).contains(period.range)
            if !holds { wrong.append("\(day) in \(period)") }
        }
        #expect(wrong == [])
    }

    @Test(arguments: Calendars.allCases, [PeriodKind.day, .month, .quarter, .half])
    func `shorter periods nest in the year and add up to it`(name: Calendars, kind: PeriodKind) throws {
        let calendar = try name.calendar()
        for label in 2000...2040 {
            let year = try calendar.named(String(label))
            let parts = calendar.periods(kind, in: year.range)
            #expect(parts.first?.range.from == year.range.from)
            #expect(parts.last?.range.until == year.range.until)
            #expect(parts.map(\.range.count).reduce(0, +) == year.range.count)
            #expect(parts.map(\.number) == Array(1...parts.count))
        }
    }

    @Test func `the months of a quarter are the periods in its range`() throws {
        let quarter = try YearCalendar.civil.named("2026-Q2")
        let months = YearCalendar.civil.periods(.month, in: quarter.range)
        #expect(months.map(\.description) == ["2026-04", "2026-05", "2026-06"])
    }

    @Test func `periods that only touch a range stay out, those that reach into it are in`() throws {
        let range = try days("2026-01-31..<2026-03-01")
        #expect(YearCalendar.civil.periods(.month, in: range).map(\.description) == ["2026-01", "2026-02"])
        #expect(YearCalendar.civil.periods(.all, in: range) == [.all])
        #expect(YearCalendar.civil.periods(.month, in: try days("2026-01-31..<2026-01-31")) == [])
    }

    @Test func `sorted, a year comes before its half, its quarter, its month and its day`() throws {
        let labels = ["2026", "2026-H1", "2026-Q1", "2026-01", "2026-01-01", "2026-01-02", "2026-02"]
        let periods = try labels.map { try YearCalendar.civil.named($0) }
        #expect(periods.shuffled().sorted().map(\.description) == labels)
        #expect(PeriodKind.allCases.shuffled().sorted() == PeriodKind.allCases)
    }
}
