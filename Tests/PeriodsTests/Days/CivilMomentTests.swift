import Periods
import Testing

@Suite("A minute of a day")
struct CivilMomentTests {
    @Test(
        "is read with a space or T, either date form, and seconds that are dropped",
        arguments: [
            ("2026-03-05 14:30", "2026-03-05 14:30"), ("05.03.2026 14:30", "2026-03-05 14:30"),
            ("2026-03-05T00:00", "2026-03-05 00:00"), ("2026-03-05 23:59:59", "2026-03-05 23:59"),
            ("2024-02-29 09:05", "2024-02-29 09:05"),
        ])
    func reading(text: String, written: String) {
        #expect(CivilMoment(parsing: text)?.description == written)
    }

    @Test(
        "is nothing without a time, with a short hour, beyond the day, on a day that is not, or in a zone",
        arguments: [
            "2026-03-05", "2026-03-05 9:30", "2026-03-05 24:00", "2026-03-05 12:60", "2026-03-05 12:30:60",
            "2026-02-30 12:30", "2026-03-05 12:30Z", "2026-03-05 12:30+03", "2026-03-05  2:30", "2026-03-05 12-30", "",
            "2026-03-05 -1:30", "2026-03-05_12:30", "2026-03-05 12:3:30", "2026-03-05 ١٢:30",
        ])
    func notRead(text: String) {
        #expect(CivilMoment(parsing: text) == nil)
    }

    @Test("is so many minutes after another, over midnights and leap days")
    func span() throws {
        let moment = { (text: String) in try #require(CivilMoment(parsing: text)) }
        #expect(try moment("2026-03-05 14:30").minutes(since: moment("2026-03-05 11:10")) == 200)
        #expect(try moment("2026-03-01 00:10").minutes(since: moment("2026-02-28 23:50")) == 20)
        #expect(try moment("2024-03-01 00:00").minutes(since: moment("2024-02-28 00:00")) == 2 * 1440)
        #expect(try moment("2026-03-05 11:10").minutes(since: moment("2026-03-05 14:30")) == -200)
    }

    @Test("comes before every later one; a minute outside the day is none")
    func order() throws {
        let day = try #require(CivilDay(year: 2026, month: 3, day: 5))
        let early = try #require(CivilMoment(day: day, minute: 0))
        let late = try #require(CivilMoment(day: day, minute: 1439))
        #expect(early < late)
        #expect(late < (try #require(CivilMoment(parsing: "2026-03-06 00:00"))))
        #expect(CivilMoment(day: day, minute: 1440) == nil && CivilMoment(day: day, minute: -1) == nil)
    }
}
