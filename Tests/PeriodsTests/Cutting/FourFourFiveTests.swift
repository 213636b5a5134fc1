import Periods
import Testing

@Suite("Years of whole weeks")
struct FourFourFiveTests {
    @Test(arguments: [
        // The published retail calendar: 2023 has 53 weeks, its neighbours 52.
        (Calendars.retail, "2022", "2022-01-30..<2023-01-29", 52), (.retail, "2023", "2023-01-29..<2024-02-04", 53),
        (.retail, "2024", "2024-02-04..<2025-02-02", 52), (.retail, "2025", "2025-02-02..<2026-02-01", 52),
        (.lastSaturdayOfSeptember, "2023", "2022-09-25..<2023-10-01", 53),
        (.lastSaturdayOfSeptember, "2024", "2023-10-01..<2024-09-29", 52),
        (.lastSaturdayOfSeptember, "2025", "2024-09-29..<2025-09-28", 52),
        // The Sunday nearest 31 December 2026 is 3 January 2027: the ISO year, which has 53 weeks.
        (.nearestSundayToDecember, "2026", "2025-12-29..<2027-01-04", 53),
    ])
    func `a year ends on the chosen day of a week`(of: Calendars, label: String, range: String, weeks: Int) throws {
        let year = try of.calendar().named(label)
        #expect(year.range.description == range)
        #expect(try of.calendar().periods(.week, in: year.range).count == weeks)
    }

    @Test func `the 53rd week lengthens the last period, quarter and half`() throws {
        let retail = try Calendars.retail.calendar()
        let year = try retail.named("2023")
        func weeks(_ kind: PeriodKind) -> [Int] { retail.periods(kind, in: year.range).map { $0.range.count / 7 } }
        #expect(weeks(.month) == [4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 5])
        #expect(weeks(.quarter) == [13, 13, 13, 14])
        #expect(weeks(.half) == [26, 27])
        #expect(try retail.period(.month, containing: day("2024-02-03"))?.description == "2023-P12")
        #expect(try retail.period(.week, containing: day("2024-02-03"))?.description == "2023-W53")
    }

    @Test(arguments: [
        (Calendars.retail, "2025-P01", "2025-02-02..<2025-03-02"), (.retail, "2025-P02", "2025-03-02..<2025-04-06"),
        (.retail, "2025-P03", "2025-04-06..<2025-05-04"), (.retail, "2025-Q2", "2025-05-04..<2025-08-03"),
        (.retail, "2025-H2", "2025-08-03..<2026-02-01"), (.retail, "2025-W52", "2026-01-25..<2026-02-01"),
        (.retail, "2026-01-15", "2026-01-15..<2026-01-16"),
        (.lastSaturdayOfSeptember, "2025-P03", "2024-11-24..<2024-12-29"),
        (.nearestSundayToDecember, "2026-P01", "2025-12-29..<2026-02-02"),
    ])
    func `a label means these days`(of: Calendars, label: String, range: String) throws {
        let period = try of.calendar().named(label)
        #expect(period.range.description == range)
        #expect(period.description == label)
    }

    @Test(arguments: [
        "2025-07", "2025-P7", "2025-P13", "2025-P00", "2025-W53", "2025-Q5", "2025-H3", "0000", "9999-W52",
    ])
    func `a label without a period is refused`(label: String) throws {
        #expect(try Calendars.retail.calendar().parse(label) == nil)
    }

    @Test func `last year is compared by number, hence on the same weekday`() throws {
        let retail = try Calendars.retail.calendar()
        func before(_ label: String) throws -> String? { retail.sameLastYear(try retail.named(label))?.description }
        #expect(try before("2025-P07") == "2024-P07")
        #expect(try before("2024-W52") == "2023-W52")
        #expect(try before("2023-W53") == "2022-W52")
        #expect(try before("2025-02-02") == "2024-02-04")
        #expect(try before("2024-02-03") == "2023-01-28")
    }

    @Test func `the year to date starts with the fiscal year`() throws {
        let retail = try Calendars.retail.calendar()
        #expect(retail.yearToDate(try retail.named("2025-P12")).description == "2025-02-02..<2026-02-01")
        #expect(retail.yearToDate(try retail.named("2026-01-15")).description == "2025-02-02..<2026-01-16")
    }

    @Test func `no period leaves the years 1 to 9999`() throws {
        for name in Calendars.allCases where name != .civil {
            let calendar = try name.calendar()
            #expect(calendar.period(.week, containing: .earliest) == nil)
            #expect(calendar.periods(.year, in: .always).count > 9_990)
        }
    }

    @Test(arguments: [0, 13, -1, Int.max])
    func `a month outside 1 to 12 is refused`(month: Int) {
        #expect(FourFourFive(weeksStartOn: .monday, pattern: .fourFourFive, yearEnds: .last, toEndOf: month) == nil)
    }
}
