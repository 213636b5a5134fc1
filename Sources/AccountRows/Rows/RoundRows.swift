import Accounts
import Periods

/// A selection round with its scores and minutes, from which it is known how it stood on any day.
struct RoundRow: Sendable {
    let id: Key<Round>
    let model: SelectionModel
    let opened: CivilDay
    let closes: CivilDay
    let closed: CivilDay?
    /// Who is scored, where the row lists them; else those who have scores.
    let candidates: [Key<Client>]
    let state: RoundState
    /// Who decided and when, or the day on which it was given up, with the reason.
    let ended: (on: CivilDay, by: Key<Person>, reason: String?)?
    var scores: [(day: CivilDay, manager: Key<Person>?, score: DepartmentScore)] = []
    var rivals: [RivalScore] = []
    var sessions: [(minutes: Minutes, signed: [Key<Department>])] = []

    /// The round as it stood on a day, brought there by its own steps; `nil` before it was opened.
    func round(on day: CivilDay) throws(Refusal) -> Round? {
        guard opened <= day else { return nil }
        var seen: Set<Key<Client>> = []
        let listed = candidates + (candidates.isEmpty ? scores.map(\.score.place.client) : [])
        let candidates = listed.filter { seen.insert($0).inserted }
        var round = Round(id: id, model: model, candidates: candidates, closes: closes)
        for rival in rivals { try round.give(rival) }
        try round.open(on: opened)
        for score in scores where score.day <= day {
            try round.give(score.score, manager: score.manager, on: score.day)
        }
        if let closed, closed <= day {
            try round.close(on: closed)
            for session in sessions where session.minutes.held <= day {
                try round.hold(session.minutes)
                for department in session.signed { try round.sign(session.minutes.id, for: department) }
            }
        }
        guard let ended, ended.on <= day else { return round }
        switch state {
        case .decided: try round.decide(by: ended.by, on: ended.on, reason: ended.reason)
        case .void: try round.void()
        case .draft, .open, .closed, .sessions: break
        }
        return round
    }
}

extension RowReader {
    /// The selection rounds; one whose rows break a rule is at fault.
    ///
    /// - Parameter managers: Who was the account manager of a client on a day: he does not score it.
    mutating func rounds(
        _ rules: AccountRules, managers: (Key<Client>, CivilDay) -> Key<Person>?
    ) -> [RoundRow] {
        var rows = read("round") { row throws(RowProblem) in
            let name = try row.needed("selection")
            guard let model = rules.selections[name] else {
                throw .word("selection", found: name, known: rules.selections.keys.sorted())
            }
            let state: RoundState = try row.neededWord("state")
            let by: Key<Person>? = row.key("decided_by")
            let ended = row.day("decided_on").map { (on: $0, by: by ?? "", reason: row.text("reason")) }
            return RoundRow(
                id: Key(row.id), model: model, opened: try row.neededDay("opened"), closes: try row.neededDay("closes"),
                closed: row.day("closed"),
                candidates: row.list("candidates").map { Key($0) },
                state: state, ended: ended)
        }
        let numbers = Dictionary(rows.indices.map { (rows[$0].id.text, $0) }, uniquingKeysWith: { first, _ in first })
        _ = read("score") { row throws(RowProblem) -> Bool? in
            guard let number = numbers[try row.needed("round")] else { return nil }
            let (client, day) = (try row.neededKey("client") as Key<Client>, try row.neededDay("day"))
            let place = ScorePlace(client, try row.neededKey("department"), try row.neededKey("criterion"))
            let score = DepartmentScore(
                place, rater: try row.neededKey("rater"), score: try row.rating("score"), evidence: row.text("evidence")
            )
            rows[number].scores.append((day, managers(client, day), score))
            return true
        }
        _ = read("rival_score") { row throws(RowProblem) -> Bool? in
            guard let number = numbers[try row.needed("round")] else { return nil }
            rows[number].rivals.append(
                RivalScore(
                    try row.neededKey("client"), try row.neededKey("rival"), try row.neededKey("criterion"),
                    score: try row.rating("score"), source: try row.needed("source")))
            return true
        }
        sessions(into: &rows, numbers)
        return rows.filter { row in
            // Scores come in beside the round, or later: one of which none is known says nothing yet.
            if row.scores.isEmpty { return true }
            do throws(Refusal) {
                _ = try row.round(on: .latest)
                return true
            } catch {
                note(.refused(error), "round", row.id.text, nil)
                return false
            }
        }
    }

    /// Rows of one session are its minutes; the first row says what was argued and who signed.
    private mutating func sessions(into rows: inout [RoundRow], _ numbers: [String: Int]) {
        struct Session {
            let round: Int
            let client: Key<Client>
            let held: CivilDay
            let argument: String
            let dissent: String?
            let signed: [Key<Department>]
            var changes: [Minutes.Change] = []
        }
        var sessions: [String: Session] = [:]
        _ = read("consensus") { row throws(RowProblem) -> Bool? in
            guard let round = numbers[try row.needed("round")] else { return nil }
            let id = try row.needed("minutes")
            let change = Minutes.Change(
                try row.neededKey("department"), try row.neededKey("criterion"),
                from: row.decimal("before") == nil ? nil : try row.rating("before"), to: try row.rating("after"))
            if sessions[id] == nil {
                sessions[id] = Session(
                    round: round, client: try row.neededKey("client"), held: try row.neededDay("held"),
                    argument: try row.needed("argument"), dissent: row.text("dissent"),
                    signed: row.list("signed").map { Key($0) })
            }
            sessions[id]?.changes.append(change)
            return true
        }
        for (id, session) in sessions.sorted(by: { ($0.value.held, $0.key) < ($1.value.held, $1.key) }) {
            let minutes = Minutes(
                Key(id), client: session.client, held: session.held, changes: session.changes,
                argument: session.argument, dissent: session.dissent)
            rows[session.round].sessions.append((minutes, session.signed))
        }
    }
}
