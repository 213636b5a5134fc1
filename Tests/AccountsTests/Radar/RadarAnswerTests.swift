import Accounts
import Messages
import Periods
import Testing

@Suite("Radar: answers, and going up the line")
struct RadarAnswerTests {
    private let radar = Radar(russia)

    /// A promise due on 30 September.
    private func findings(on date: CivilDay) throws -> [Finding] {
        var account = RadarAccount("c063")
        var promise = try promise("p1", made: "2026-06-01", due: "2026-09-30")
        try promise.accept(by: "gusev")
        account.promises = [promise]
        return radar.findings(account, market: nil, on: date)
    }

    private func open(_ answer: RadarAnswer.Answer, given: String, seen: String) throws -> Int {
        let finding = try #require(try findings(on: day(given)).first)
        let answer = try RadarAnswer(finding, answer, by: "sokolova", on: day(given))
        return try radar.open(findings(on: day(seen)), answers: [answer], on: day(seen)).count
    }

    @Test func `later waits until its day`() throws {
        #expect(try open(.later(until: day("2026-10-08")), given: "2026-10-01", seen: "2026-10-07") == 0)
        #expect(try open(.later(until: day("2026-10-08")), given: "2026-10-01", seen: "2026-10-08") == 1)
    }

    @Test func `acted and not so quiet it, until it presses more`() throws {
        #expect(try open(.acted, given: "2026-10-01", seen: "2026-10-20") == 0)
        #expect(try open(.notSo(reason: "done, row missing"), given: "2026-10-01", seen: "2026-10-29") == 0)
        // From 30 days on it is an alarm.
        #expect(try open(.acted, given: "2026-10-01", seen: "2026-10-30") == 1)
    }

    @Test func `put off by more than 14 days, or denied without reason, is refused`() throws {
        let finding = try #require(try findings(on: today).first)
        func answer(_ answer: RadarAnswer.Answer) -> String? {
            refusal { _ = try RadarAnswer(finding, answer, by: "sokolova", on: today) }
        }
        #expect(answer(.later(until: day("2026-10-29"))) == nil)
        #expect(answer(.later(until: day("2026-10-30"))) == "too-far")
        #expect(answer(.later(until: day("2026-10-14"))) == "too-far")
        #expect(answer(.notSo(reason: " ")) == "wording")
    }

    /// Since Thursday 1 October: ten working days later is the 15th.
    @Test(arguments: [("2026-10-14", 0), ("2026-10-15", 1), ("2026-10-28", 1), ("2026-10-29", 2)])
    func `unanswered it goes up a level every ten working days`(on: String, levels: Int) throws {
        let finding = try #require(try findings(on: day(on)).first)
        #expect(finding.since == day("2026-10-01"))
        #expect(radar.levelsUp(finding, on: day(on)) == levels)
    }

    @Test func `the same finding on two days is one, with its first day`() {
        func fall(on date: CivilDay) -> [Finding] {
            var account = RadarAccount("c034")
            account.series = ["quarterly": [8, 6, 3]]
            return radar.findings(account, market: nil, on: date)
        }
        let (first, second) = (day("2026-10-14"), today)
        let carried = radar.carried(fall(on: second), on: second, from: fall(on: first))
        #expect(carried.map(\.since) == [first])
        #expect(carried.map(\.key) == fall(on: first).map(\.key))
    }

    @Test func `every rule has a name, a title and a first action in two languages`() {
        #expect(RadarRule.allCases.map(\.name).joined(separator: " ").hasPrefix("R1 R2 R3"))
        for rule in RadarRule.allCases {
            #expect(RadarRule(name: rule.name) == rule)
            #expect(rule.title.en != rule.title.ru)
            #expect(rule.firstAction.en != rule.firstAction.ru)
        }
        #expect(RadarRule(name: "R99") == nil)
    }

    @Test func `an account of which nothing is known, on the first day there is, is quiet`() {
        #expect(look(on: .earliest) { _ in } == [])
    }
}
