import Periods
import Testing

@Suite("A length of time")
struct TimeStepTests {
    @Test(arguments: [
        ("90 days", 90, PeriodKind.day), ("1 day", 1, .day), ("2 weeks", 2, .week), ("6 months", 6, .month),
        ("1 quarter", 1, .quarter), ("2 halves", 2, .half), ("1 Year", 1, .year), ("90 дней", 90, .day),
        ("3 недели", 3, .week), ("6 месяцев", 6, .month), ("2 квартала", 2, .quarter), ("1 полугодие", 1, .half),
        ("5 лет", 5, .year), ("36600  days", 36_600, .day),
    ])
    func `is read as it is said`(text: String, count: Int, kind: PeriodKind) throws {
        let step = try #require(TimeStep(parsing: text))
        #expect(step.count == count)
        #expect(step.kind == kind)
        #expect(TimeStep(parsing: step.description) == step)
    }

    @Test(arguments: [
        "", "days", "90", "90days", "0 days", "-1 day", "1.5 years", "36601 days", "1 all", "1 century", "1 year ago",
        "99999999999999999999 days",
    ])
    func `is not read from anything else`(text: String) {
        #expect(TimeStep(parsing: text) == nil)
    }

    @Test func `is written with its plural`() {
        let steps = PeriodKind.allCases.flatMap { kind in [1, 2].compactMap { TimeStep($0, kind)?.description } }
        #expect(
            steps == [
                "1 day", "2 days", "1 week", "2 weeks", "1 month", "2 months", "1 quarter", "2 quarters", "1 half",
                "2 halves", "1 year", "2 years",
            ])
    }

    @Test(arguments: [
        ("2026-02-01", "90 days", "2026-05-02"), ("2026-02-01", "2 weeks", "2026-02-15"),
        ("2026-01-31", "1 month", "2026-02-28"), ("2024-01-31", "1 month", "2024-02-29"),
        ("2026-11-30", "1 quarter", "2027-02-28"), ("2026-08-31", "1 half", "2027-02-28"),
        ("2024-02-29", "1 year", "2025-02-28"), ("2024-02-29", "4 years", "2028-02-29"),
    ])
    func `leads to a day, and to the last of a shorter month`(from: String, step: String, to: String) throws {
        let step = try #require(TimeStep(parsing: step))
        #expect(try day(from).adding(step) == day(to))
    }

    @Test func `leads nowhere beyond the years`() throws {
        #expect(CivilDay.latest.adding(try #require(TimeStep(1, .day))) == nil)
        #expect(CivilDay.latest.adding(try #require(TimeStep(1, .month))) == nil)
    }
}
