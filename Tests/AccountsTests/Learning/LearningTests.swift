import Accounts
import Messages
import Periods
import Quantities
import Testing

struct LevelFitTests {
    @Test func `what exceeds a need makes up for nothing: 35 of 43 is 81_4 percent`() throws {
        // Weights 3, 3, 2, 2; needs 5, 4, 4, 4; levels 4, 3, 3, 5: (12 + 9 + 6 + 8) ÷ (15 + 12 + 8 + 8) = 35 ÷ 43.
        #expect(try fit([(3, 5, 4), (3, 4, 3), (2, 4, 3), (2, 4, 5)]).share().asPercent == "81.4 %")
    }

    @Test func `an unknown level counts nothing and is told of`() throws {
        let fit = try fit([(1, 4, 4), (1, 4, nil)])
        #expect(try fit.share().asPercent == "50.0 %")
        #expect(try fit.unknown().asPercent == "50.0 %")
        #expect(fit.skills.map(\.gap) == [0, nil])
    }

    @Test func `a job that asks for no skill has no fit`() {
        #expect(throws: NoFigure.self) { try LevelFit([]).share() }
    }

    private func fit(_ skills: [(weight: Int, need: Int, have: Int?)]) throws -> LevelFit {
        LevelFit(
            try skills.enumerated().map { place, skill in
                LevelFit.Skill(
                    try JobDescription.Need(Key("s\(place)"), level: skill.need, weight: FixedDecimal(skill.weight)),
                    have: skill.have)
            })
    }
}

struct TrainingEffectTests {
    @Test func `changes of four trained and five others: plus 10_1, 3 of 126 splits`() throws {
        let effect = TrainingEffect(trained: [14, 15, 4, 17], others: [4, -2, 5, 3, 2])
        let comparison = try effect.comparison()
        #expect(abs(comparison.difference - 10.1) < 1e-12)
        #expect(comparison.splits?.hits == 3)
        #expect(comparison.splits?.total == 126)
        #expect(abs(comparison.p - 3.0 / 126) < 1e-15)
    }

    @Test(arguments: [(3, 5), (5, 3), (0, 4)])
    func `fewer than four on a side are only described`(trained: Int, others: Int) {
        let effect = TrainingEffect(
            trained: (0..<trained).map { Double($0) + 1 }, others: (0..<others).map { Double($0) })
        #expect(throws: NoFigure.self) { try effect.comparison() }
        #expect((effect.trainedMean == nil) == (trained == 0))
        #expect(effect.othersMean != nil)
    }

    @Test func `too many splits to count are shuffled, the same way each time`() throws {
        let effect = TrainingEffect(trained: (0..<12).map { Double($0) + 6 }, others: (0..<12).map { Double($0) })
        let comparison = try effect.comparison()
        #expect(comparison.splits == nil)
        #expect(comparison.p < 0.01)
        #expect(try effect.comparison() == comparison)
    }
}

struct SkillRecordTests {
    private let today = day("2026-11-30")

    @Test(
        arguments: [
            // head, colleague, client, oneself → the level
            ([("head", 4)], 4), ([("head", 4), ("peer", 2)], 2), ([("head", 5), ("peer", 2), ("client", 3)], 3),
            ([("self", 5)], nil), ([("self", 5), ("client", 3)], 3),
        ] as [([(String, Int)], Int?)])
    func `the middle word of others is the level, the lower of two; one's own is none`(
        words: [(String, Int)], level: Int?
    ) throws {
        let record = SkillRecord(try words.enumerated().map { try assessment($0.offset, $0.element, "2026-10-01") })
        #expect(record.level(of: "anna", in: "listening", on: today)?.value == level)
    }

    @Test(arguments: [("2025-11-30", true), ("2025-11-29", false)])
    func `a word is believed for a year, the last day included`(text: String, isKnown: Bool) throws {
        let record = SkillRecord([try assessment(1, ("head", 4), text)])
        #expect((record.level(of: "anna", in: "listening", on: today) != nil) == isKnown)
    }

    @Test func `the newest word of each counts, and none from after the day`() throws {
        let record = SkillRecord([
            try assessment(1, ("head", 2), "2026-03-01"), try assessment(2, ("head", 4), "2026-09-01"),
            try assessment(3, ("head", 5), "2026-12-24"),
        ])
        #expect(record.level(of: "anna", in: "listening", on: today)?.value == 4)
        #expect(record.change(of: "anna", in: "listening", from: day("2026-06-01"), to: today) == 2)
        // Nobody has looked since: nothing is known to have changed.
        #expect(record.change(of: "anna", in: "listening", from: day("2026-10-01"), to: today) == nil)
    }

    private func assessment(_ number: Int, _ word: (by: String, level: Int), _ text: String) throws -> Assessment {
        let by = try #require(Assessment.Assessor(rawValue: word.by))
        return try Assessment(Key("\(number)"), of: "anna", in: "listening", on: day(text), level: word.level, by: by)
    }
}

struct JobBookTests {
    private let book = JobBook(
        jobs: [
            JobDescription("coordinator", next: ["kam"]),
            JobDescription(
                "kam",
                duties: [
                    .init("contact", LocalizedText("first contact"), measure: .metric("covered")),
                    .init("reputation", LocalizedText("reputation"), measure: nil),
                ], next: ["senior"]),
            JobDescription("senior"), JobDescription("head"),
        ],
        tracks: [
            CareerTrack("expert", LocalizedText("expert"), steps: ["coordinator", "kam", "senior"]),
            CareerTrack("manager", LocalizedText("manager"), steps: ["coordinator", "kam", "head"]),
        ])

    @Test func `what follows a position is what it names and where tracks lead, each once`() {
        let next = book.next(after: "kam")
        #expect(next.map(\.job) == ["senior", "head"])
        #expect(next.map { $0.tracks.map(\.name) } == [["expert"], ["manager"]])
        #expect(book.next(after: "head") == [])
    }

    @Test func `a duty that nothing measures is found`() {
        #expect(book.job("kam")?.unmeasured.map(\.name) == ["reputation"])
    }

    @Test func `a career does not go round in circles`() {
        #expect(book.circles == [])
        var round = book
        round.jobs[2] = JobDescription("senior", next: ["coordinator"])
        #expect(round.circles.sorted() == ["coordinator", "kam", "senior"])
    }

    @Test(arguments: [0, 6])
    func `a level there is none of is refused`(level: Int) {
        #expect(refusal { _ = try JobDescription.Need("listening", level: level) } == "outside-scale")
        #expect(
            refusal { _ = try Competency("listening", LocalizedText("x"), anchors: [level: LocalizedText("y")]) }
                == "outside-scale")
    }
}
