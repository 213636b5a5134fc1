import Periods

/// The selection round of the autumn: three departments score 28 key accounts and four candidates by nine criteria.
struct AlfaSelection {
    static let round = "2026-S1"
    static let candidates = ["c016", "c039", "c069", "c107"]
    private static let departments = [("sales", "orlova"), ("finance", "litvinova"), ("branches", "belov")]
    private static let attractiveness = ["potential", "growth", "fit", "payment", "prestige"]
    private static let strength = ["delivery", "quality", "price", "service"]

    let accounts: [AlfaAccount]
    let clients: [AlfaClient]
    let generator: SeededGenerator

    private var ids: [String] { accounts.map(\.id) + Self.candidates }

    var files: [SampleFile] {
        var rounds = TableBytes(columns: "id", "opened", "selection", "closes", "closed", "state")
        rounds.row(Self.round, "2026-09-07", "key_2026", "2026-09-25", "2026-09-25", "sessions")
        return [rounds.file("round.csv"), scores, rivalScores, sessions]
    }

    /// Departments see an account alike, give or take a point; finance marks late payers down.
    private var scores: SampleFile {
        var table = TableBytes(
            columns: "id", "day", "round", "client", "criterion", "department", "rater", "score")
        var number = 0
        for id in ids {
            var generator = generator.stream("scores \(id)")
            for criterion in Self.attractiveness + Self.strength {
                let base = generator.within(4...8)
                for (department, rater) in Self.departments {
                    let own = min(max(base + generator.within(-1...1), 1), 10)
                    number += 1
                    table.cells(
                        identifier("c", number, width: 4), "2026-09-\(14 + number % 8)", Self.round, id, criterion,
                        department, rater)
                    table.cell(number: isDoubted(id, criterion, department) ? max(base - 4, 1) : own)
                    table.endRow()
                }
            }
        }
        return table.file("score.csv")
    }

    /// At two accounts finance alone knows how they pay.
    private func isDoubted(_ id: String, _ criterion: String, _ department: String) -> Bool {
        department == "finance" && criterion == "payment" && [AlfaPlanted.emerald, "c062"].contains(id)
    }

    private var rivalScores: SampleFile {
        var table = TableBytes(columns: "id", "day", "round", "client", "criterion", "rival", "score", "source")
        var number = 0
        for id in ids {
            var generator = generator.stream("rivals \(id)")
            for criterion in Self.strength {
                number += 1
                table.cells(
                    identifier("r", number, width: 3), "2026-09-21", Self.round, id, criterion, "vektor")
                table.cell(number: generator.within(4...8))
                table.row("разговор с закупщиком")
            }
        }
        return table.file("rival_score.csv")
    }

    /// One session was held and signed; the other has not been held ten days after closing (R35).
    private var sessions: SampleFile {
        var generator = generator.stream("scores c062")
        // The same draws as above lead to what finance had written.
        var before = 0
        for criterion in Self.attractiveness + Self.strength {
            let base = generator.within(4...8)
            for _ in Self.departments { _ = generator.within(-1...1) }
            if criterion == "payment" { before = max(base - 4, 1) }
        }
        var table = TableBytes(
            columns: "id", "held", "round", "minutes", "client", "department", "criterion", "before", "after",
            "argument",
            "signed")
        table.cells("f101", "2026-10-01", Self.round, "протокол 1", "c062", "finance", "payment")
        table.cell(number: before)
        table.cell(number: before + 2)
        table.row("График погашения подписан в сентябре", "sales finance branches")
        return table.file("consensus.csv")
    }
}
