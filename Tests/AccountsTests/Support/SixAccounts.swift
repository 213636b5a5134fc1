import Accounts
import Messages
import Periods
import Quantities

/// Accounts A–F, scored by four departments, with one criterion an axis: the scores of the worked example of Kendall's W,
/// rank sums 21 21 18 8.5 10.5 5.
enum SixAccounts {
    static let departments: [Key<Department>] = ["marketing", "supply", "sales", "finance"]
    static let clients: [Key<Client>] = ["A", "B", "C", "D", "E", "F"]
    static let scores: [[Int]] = [
        [9, 7, 8, 4, 5, 3],
        [6, 8, 7, 5, 5, 2],
        [9, 8, 7, 3, 6, 4],
        [7, 9, 6, 5, 4, 3],
    ]

    static func model(bounds: SelectionBounds = .usual) throws -> SelectionModel {
        try SelectionModel(
            id: "key_2026", valid: DayRange(from: day("2026-01-01"), clampingUntil: day("2027-01-01")),
            departments: departments,
            attractiveness: [Criterion("potential", LocalizedText("potential"), weight: 1)],
            strength: [Criterion("quality", LocalizedText("quality"), weight: 1)], bounds: bounds)
    }

    /// An open round; `scores` by department and account go to both criteria, nil being left out.
    static func open(
        _ scores: [[Int?]] = scores, bounds: SelectionBounds = .usual
    ) throws -> Round {
        var round = Round(
            id: "2026-S1", model: try model(bounds: bounds), candidates: clients, closes: day("2026-03-20"))
        try round.open(on: day("2026-03-02"))
        for (department, row) in zip(departments, scores) {
            for (client, score) in zip(clients, row) {
                guard let score else { continue }
                for criterion: Key<Criterion> in ["potential", "quality"] {
                    try round.give(
                        DepartmentScore(
                            ScorePlace(client, department, criterion), rater: Key("head of \(department)"),
                            score: try Score(score)),
                        manager: "sokolova", on: day("2026-03-10"))
                }
            }
        }
        return round
    }

    static func closed(_ scores: [[Int?]] = scores, bounds: SelectionBounds = .usual) throws -> Round {
        var round = try open(scores, bounds: bounds)
        try round.close(on: day("2026-03-20"))
        return round
    }

    /// Minutes about one account that change supply's scores of both criteria.
    static func minutes(_ id: Key<Minutes>, about client: Key<Client>, supply before: Int?, to after: Int) throws
        -> Minutes
    {
        let old = try before.map { try Score($0) }
        return Minutes(
            id, client: client, held: day("2026-03-24"),
            changes: [
                Minutes.Change("supply", "potential", from: old, to: try Score(after)),
                Minutes.Change("supply", "quality", from: old, to: try Score(after)),
            ], argument: "the client opens a warehouse")
    }
}
