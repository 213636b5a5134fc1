import Accounts
import Messages
import Periods
import Quantities
import Testing

/// One client, five criteria 30/25/20/15/10 by four departments, and strength 35/30/20/15.
private func oneClient(
    supply: [Int] = [7, 8, 7, 8, 8], finance: [Int] = [7, 8, 6, 5, 7], missing: Key<Criterion>? = nil,
    rivals: [(Key<Rival>, [Int])] = [("vector", [7, 7, 8, 8])]
) throws -> Round {
    let names: [Key<Criterion>] = ["potential", "growth", "fit", "payment", "prestige"]
    let strengths: [Key<Criterion>] = ["quality", "delivery", "price", "service"]
    let weights = ["0.3", "0.25", "0.2", "0.15", "0.1"]
    let strengthWeights = ["0.35", "0.3", "0.2", "0.15"]
    let model = try SelectionModel(
        id: "key_2026", valid: .always, departments: ["marketing", "supply", "sales", "finance"],
        attractiveness: try zip(names, weights).map { Criterion($0, LocalizedText($0.text), weight: try decimal($1)) },
        strength: try zip(strengths, strengthWeights).map {
            Criterion($0, LocalizedText($0.text), weight: try decimal($1))
        })
    var round = Round(id: "r", model: model, candidates: ["c034"], closes: day("2026-03-20"))
    try round.open(on: day("2026-03-02"))
    let scores: [Key<Department>: [Int]] = [
        "marketing": [8, 9, 6, 8, 7], "supply": supply, "sales": [9, 9, 8, 8, 6], "finance": finance,
    ]
    for (department, row) in scores {
        for (criterion, score) in zip(names + strengths, row + [9, 8, 8, 9]) where criterion != missing {
            try round.give(
                DepartmentScore(
                    ScorePlace("c034", department, criterion), rater: Key("head of \(department)"), score: Score(score)),
                manager: nil, on: day("2026-03-03"))
        }
    }
    for (rival, row) in rivals {
        for (criterion, score) in zip(strengths, row) {
            try round.give(RivalScore("c034", rival, criterion, score: Score(score), source: "field visit"))
        }
    }
    return round
}

@Suite("Selection: indices of departments, clients and rivals")
struct SelectionIndexTests {
    @Test(arguments: [("marketing", "7.75"), ("supply", "7.5"), ("sales", "8.35"), ("finance", "6.75")])
    func `a department's index is its weighted scores`(department: String, index: String) throws {
        let round = try oneClient()
        #expect(try round.index(.attractiveness, of: "c034", by: Key(department)) == decimal(index))
    }

    @Test func `the client's index is the mean of departments: 30.35 ÷ 4`() throws {
        let index = try oneClient().index(.attractiveness, of: "c034")
        #expect(try index == decimal("7.5875"))
        #expect(index.text(places: 2) == "7.59")
    }

    /// .35·9 + .3·8 + .2·8 + .15·9 = 8.50 for us; .35·7 + .3·7 + .2·8 + .15·8 = 7.35 for the rival.
    @Test func `strength is relative to the best rival`() throws {
        let round = try oneClient(rivals: [("vector", [7, 7, 8, 8]), ("zenith", [6, 7, 8, 7])])
        #expect(try round.index(.strength, of: "c034") == decimal("8.5"))
        let best = try #require(try round.bestRival(of: "c034"))
        #expect(best.rival == "vector")
        #expect(try best.index == decimal("7.35"))
        #expect(try round.relativeStrength(of: "c034").text(places: 2) == "1.16")
        #expect(round.result().ranked.first?.quadrant == .invest)
    }

    @Test func `without a rival there is no ratio and no quadrant`() throws {
        let round = try oneClient(rivals: [])
        #expect(throws: NoFigure.noRival) { try round.relativeStrength(of: "c034") }
        #expect(round.result().ranked.first?.quadrant == nil)
    }

    @Test func `a rival scored on two of four criteria is not compared with`() throws {
        let round = try oneClient(rivals: [("vector", [10, 10])])
        #expect(throws: NoFigure.noRival) { try round.relativeStrength(of: "c034") }
    }

    @Test func `a missing score leaves the client without value, and says which`() throws {
        let round = try oneClient(missing: "payment")
        let result = round.result()
        #expect(result.ranked.isEmpty)
        #expect(
            result.without["c034"]
                == .missingScores([
                    "c034 marketing payment", "c034 supply payment", "c034 sales payment", "c034 finance payment",
                ]))
        #expect(result.without["c034"]?.text.ru.hasPrefix("нет оценок: c034 marketing payment") == true)
    }

    /// Payment 8, 8, 8, 5.
    @Test func `one department three below the others opens a session`() throws {
        let round = try oneClient(finance: [7, 8, 6, 5, 7])
        let payment = try #require(round.disagreements.first { $0.subject == .criterion("payment") })
        #expect(payment.spread == 3)
        #expect(payment.lowest == ["finance"])
        #expect(payment.highest == ["marketing", "supply", "sales"])
        #expect(payment.needsSession)
        #expect(round.sessionsDue == ["c034"])
    }
}

@Suite("Selection: the rules themselves")
struct SelectionModelTests {
    private func model(_ weights: [String], second: String = "b", anchors: [Int: LocalizedText] = [:]) throws {
        let ids: [Key<Criterion>] = ["a", Key(second)]
        _ = try SelectionModel(
            id: "m", valid: .always, departments: ["marketing", "finance"],
            attractiveness: zip(ids, weights).map {
                Criterion($0, LocalizedText("?"), weight: try decimal($1), anchors: anchors)
            }, strength: [Criterion("s", LocalizedText("?"), weight: 1)])
    }

    @Test(arguments: [["0.6", "0.4"], ["0.5", "0.5"]])
    func `weights of an axis total 100 %`(weights: [String]) throws {
        try model(weights)
    }

    @Test(arguments: [["0.6", "0.3"], ["1", "0"], ["1.1", "-0.1"]])
    func `weights that do not, or are not above 0, are refused`(weights: [String]) {
        #expect(refusal { try model(weights) } == "weights")
    }

    @Test func `a criterion twice and an anchor for a mark that nobody can give are refused`() {
        #expect(refusal { try model(["0.5", "0.5"], second: "s") } == "used-twice")
        #expect(refusal { try model(["0.5", "0.5"], anchors: [11: LocalizedText("over 20 m")]) } == "outside-scale")
    }
}
