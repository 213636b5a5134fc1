import Periods
import Testing

@Suite("Working days")
struct WorkingCalendarTests {
    @Test(arguments: [("2026-01", 15), ("2025-11", 19), ("2026-02", 20), ("2025-10", 23)])
    func `a Russian month has the working days of the production calendar`(label: String, count: Int) throws {
        let month = try YearCalendar.civil.named(label)
        #expect(try Russia.workingDays().workingDays(in: month.range) == count)
    }

    @Test func `an extra working day wins over the weekend and over a holiday`() throws {
        let saturday = try day("2025-11-01")
        let calendar = WorkingCalendar(
            weekend: [.saturday, .sunday], holidays: [saturday], extraWorkingDays: [saturday])
        #expect(calendar.isWorking(saturday))
        #expect(calendar.workingDays(in: try days("2025-11-01..<2025-11-02")) == 1)
    }

    @Test(arguments: 1...6)
    func `counting by weeks equals counting by days`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        func someDays(_ count: Int) -> Set<CivilDay> {
            Set((0..<count).map { _ in CivilDay(number: .random(in: 20_000...20_400, using: &random)) })
        }
        let weekend = Set(Weekday.allCases.shuffled(using: &random).prefix(Int.random(in: 0...7, using: &random)))
        let calendar = WorkingCalendar(weekend: weekend, holidays: someDays(40), extraWorkingDays: someDays(30))
        var wrong: [DayRange] = []
        for _ in 0..<1_000 {
            let from = CivilDay(number: .random(in: 19_900...20_500, using: &random))
            let length = Int32.random(in: 0...120, using: &random)
            let range = DayRange(from: from, clampingUntil: CivilDay(number: from.number + length))
            let counted = (range.from.number..<range.until.number)
                .count { calendar.isWorking(CivilDay(number: $0)) }
            if calendar.workingDays(in: range) != counted { wrong.append(range) }
        }
        #expect(wrong == [])
    }

    @Test(arguments: [
        ("2025-12-31", 1, "2026-01-12"), ("2026-01-12", -1, "2025-12-31"), ("2026-01-16", 1, "2026-01-19"),
        ("2026-01-17", 1, "2026-01-19"), ("2026-01-17", -1, "2026-01-16"), ("2025-10-31", 1, "2025-11-01"),
        ("2025-11-01", 1, "2025-11-05"), ("2026-01-12", 14, "2026-01-30"), ("2026-01-17", 0, "2026-01-17"),
    ])
    func `a step of working days passes over days off`(from: String, count: Int, to: String) throws {
        #expect(try Russia.workingDays().adding(workingDays: count, to: day(from)) == day(to))
    }

    @Test func `a step is the same as walking day by day`() throws {
        let calendar = try Russia.workingDays()
        let start = try day("2025-10-20")
        var (passed, day) = (0, start)
        while passed < 200 {
            day = try #require(day.adding(days: 1))
            guard calendar.isWorking(day) else { continue }
            passed += 1
            #expect(calendar.adding(workingDays: passed, to: start) == day)
            let back = try #require(calendar.adding(workingDays: -passed, to: day))
            #expect(calendar.workingDays(in: DayRange(from: back, clampingUntil: day)) == passed)
            #expect(calendar.isWorking(back))
        }
    }

    @Test(arguments: [Int.max, Int.min, 4_000_000, -4_000_000])
    func `a step that never ends has no result`(count: Int) throws {
        #expect(WorkingCalendar.fiveDays.adding(workingDays: count, to: try day("2026-01-01")) == nil)
    }

    @Test func `nobody works where every day is a weekend`() throws {
        let idle = WorkingCalendar(weekend: Set(Weekday.allCases))
        #expect(idle.workingDays(in: .always) == 0)
        #expect(idle.adding(workingDays: 1, to: try day("2026-01-01")) == nil)
        #expect(idle.adding(workingDays: -1, to: .earliest) == nil)
        #expect(idle.adding(workingDays: 1, to: .latest) == nil)
    }
}
