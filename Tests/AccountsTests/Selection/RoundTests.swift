import Accounts
import Messages
import Quantities
import Testing

@Suite("Selection: the life of a round")
struct RoundTests {
    private func score(_ department: Key<Department>, rater: Key<Person>, client: Key<Client> = "A") throws
        -> DepartmentScore
    {
        DepartmentScore(ScorePlace(client, department, "potential"), rater: rater, score: try Score(7))
    }

    @Test func `while open a department sees its own scores only; then all`() throws {
        var round = try SixAccounts.open()
        #expect(round.scores(seenBy: "finance").count == 12)
        #expect(round.scores(seenBy: "finance").allSatisfy { $0.place.department == "finance" })
        try round.close(on: day("2026-03-12"))
        #expect(round.scores(seenBy: "finance").count == 48)
    }

    @Test func `the account manager does not score his own client`() throws {
        var round = try SixAccounts.open([])
        #expect(
            refusal {
                try round.give(try score("sales", rater: "sokolova"), manager: "sokolova", on: day("2026-03-03"))
            } == "own-client")
    }

    @Test func `a department has one rater, who may better his score until the closing day`() throws {
        var round = try SixAccounts.open([])
        try round.give(try score("sales", rater: "belov"), manager: nil, on: day("2026-03-03"))
        try round.give(try score("sales", rater: "belov"), manager: nil, on: day("2026-03-19"))
        #expect(
            refusal { try round.give(try score("sales", rater: "orlov"), manager: nil, on: day("2026-03-04")) }
                == "second-rater")
        #expect(
            refusal { try round.give(try score("sales", rater: "belov"), manager: nil, on: day("2026-03-20")) }
                == "not-scoring")
    }

    @Test func `weights do not change while people score by them`() throws {
        var round = try SixAccounts.open()
        #expect(
            refusal { try round.use(try SixAccounts.model(bounds: SelectionBounds(spread: 4))) } == "rules-while-open")
    }

    @Test func `a client added after opening is scored by all before the round closes early`() throws {
        var round = try SixAccounts.open()
        #expect(round.missing.isEmpty)
        try round.add("G")
        #expect(round.missing.count == 8)
        #expect(refusal { try round.close(on: day("2026-03-12")) } == "still-missing")
        try round.close(on: day("2026-03-20"))
        #expect(refusal { try round.add("H") } == "candidate-after-closing")
    }

    @Test func `a draft is not decided: the next step is named in both languages`() throws {
        var round = Round(id: "r", model: try SixAccounts.model(), candidates: ["A"], closes: day("2026-03-20"))
        do {
            try round.decide(by: "director", on: day("2026-03-25"))
            Issue.record("a draft was decided")
        } catch {
            #expect(error.next == ["open", "void"])
            #expect(error.text.en == "round r is a draft and cannot become decided")
            #expect(error.remedy.ru == "сейчас можно: открыт, отменён")
        }
    }

    @Test func `minutes change a score only when every department has signed`() throws {
        var round = try SixAccounts.closed()
        let place = ScorePlace("A", "supply", "potential")
        try round.hold(try SixAccounts.minutes("m1", about: "A", supply: 6, to: 8))
        for department in SixAccounts.departments.dropLast() { try round.sign("m1", for: department) }
        #expect(round.standing[place]?.value == 6)
        #expect(refusal { try round.decide(by: "director", on: day("2026-03-25")) } == "sessions-open")
        try round.sign("m1", for: "finance")
        #expect(round.standing[place]?.value == 8)
        #expect(round.given[place]?.score.value == 6)
        try round.decide(by: "director", on: day("2026-03-25"))
        #expect(round.state == .decided)
    }

    @Test func `minutes that start from a score which no longer stands are refused`() throws {
        var round = try SixAccounts.closed()
        #expect(
            refusal { try round.hold(try SixAccounts.minutes("m1", about: "A", supply: 7, to: 8)) } == "stale-minutes")
        try round.hold(try SixAccounts.minutes("m2", about: "A", supply: 6, to: 8))
        try round.hold(try SixAccounts.minutes("m3", about: "A", supply: 6, to: 7))
        for department in SixAccounts.departments { try round.sign("m2", for: department) }
        #expect(refusal { try round.sign("m3", for: "sales") } == "stale-minutes")
    }

    @Test func `a missing score may be given in a session`() throws {
        var scores: [[Int?]] = SixAccounts.scores
        scores[1][0] = nil
        var round = try SixAccounts.closed(scores)
        #expect(throws: NoFigure.self) { try round.index(.attractiveness, of: "A") }
        try round.hold(try SixAccounts.minutes("m1", about: "A", supply: nil, to: 7))
        for department in SixAccounts.departments { try round.sign("m1", for: department) }
        #expect(try round.index(.attractiveness, of: "A") == 8)
    }

    /// Supply moves A from 6 to 2: W falls to .66.
    @Test func `where W falls below .70 in a session, the director writes why he decides`() throws {
        var round = try SixAccounts.closed()
        try round.hold(try SixAccounts.minutes("m1", about: "A", supply: 6, to: 2))
        for department in SixAccounts.departments { try round.sign("m1", for: department) }
        #expect(try round.agreement(on: .attractiveness).coefficient < 0.70)
        #expect(refusal { try round.decide(by: "director", on: day("2026-03-25")) } == "agreement-too-low")
        try round.decide(by: "director", on: day("2026-03-25"), reason: "supply cannot deliver to A before June")
        #expect(round.decision?.by == "director")
    }
}

@Suite("Selection: who becomes a key account")
struct SelectionResultTests {
    /// Means of the departments: A 7.75, B 8, C 7, D 4.25, E 5, F 3.
    private func places(most: Int, from bound: FixedDecimal) throws -> [String] {
        let round = try SixAccounts.closed(bounds: SelectionBounds(attractiveness: bound, tierB: 7, most: most))
        return round.result().ranked.map { "\($0.client) \($0.attractiveness) \($0.place) \($0.tier?.rawValue ?? "–")" }
    }

    @Test func `the bound itself is in`() throws {
        #expect(
            try places(most: 35, from: 7) == [
                "B 8 key A", "A 7.75 key B", "C 7 key B", "E 5 below –", "D 4.25 below –", "F 3 below –",
            ])
    }

    @Test func `beyond the number of key accounts nobody is taken`() throws {
        #expect(
            try places(most: 2, from: 4).prefix(4) == ["B 8 key A", "A 7.75 key B", "C 7 beyond B", "E 5 beyond C"])
    }

    @Test func `equal values at the last place are left to the director`() throws {
        var scores: [[Int?]] = SixAccounts.scores
        scores[0][2] = 10
        scores[1][2] = 8
        // C now has 10 8 7 6 = 7.75, like A.
        let round = try SixAccounts.closed(scores, bounds: SelectionBounds(attractiveness: 6, most: 2))
        #expect(round.result().ranked.prefix(3).map { "\($0.client) \($0.place)" } == ["B key", "A tied", "C tied"])
    }
}
