import AccountRows
import Accounts
import Messages
import Periods

/// A round is opened and scored, each department seeing its own scores alone.
extension RoundSteps {
    static func open(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let closes = try request.neededDay("closes")
        let name = try request.needed("selection")
        guard let model = request.book.rules.selections[name] else {
            throw .unknownName(request.field("selection"), name, among: request.book.rules.selections.keys.sorted())
        }
        let id = newRound(request)
        guard closes > request.today else {
            throw .order(
                "round \(id)", CivilDayText(name: LocalizedText(en: "closes", ru: "закрывается"), day: closes),
                before: CivilDayText(
                    name: LocalizedText(en: "tomorrow", ru: "завтра"),
                    day: request.today.adding(days: 1) ?? request.today))
        }
        let candidates = request.list("candidates")
        var round = Round(id: Key(id), model: model, candidates: candidates.map { Key($0) }, closes: closes)
        try round.open(on: request.today)
        let row = StepRow(
            new: "round", id,
            [
                "selection": name, "opened": "\(request.today)", "closes": "\(closes)", "state": round.state.rawValue,
                "candidates": candidates.joined(separator: " "),
            ])
        return StepOutcome(
            id, [row],
            next: StepNext(LocalizedText(en: "departments score blind", ru: "службы оценивают вслепую"), by: closes))
    }

    /// `2026-S2` after `2026-S1`.
    private static func newRound(_ request: StepRequest) -> String {
        let taken = Set(request.book.rows("round").map(\.id))
        var number = 1
        while taken.contains("\(request.today.year)-S\(number)") { number += 1 }
        return "\(request.today.year)-S\(number)"
    }

    static func mayAdd(_ request: StepRequest) throws(Refusal) {
        var round = try round(request)
        try request.requireDirector(of: nil, "round \(round.id)")
        // Nobody in particular: whether candidates may still be added is a question to the state.
        try round.add("")
    }

    /// A candidate who is added while the round is open is scored by everybody like the others.
    static func add(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        try mayAdd(request)
        var round = try round(request)
        let client: Key<Client> = try request.neededKey("client")
        guard !round.candidates.contains(client) else { throw .usedTwice(client.text, "round \(round.id)") }
        try round.add(client)
        return StepOutcome(
            request.subject,
            [row(request, ["candidates": round.candidates.map(\.text).joined(separator: " ")])],
            next: StepNext(
                LocalizedText(en: "every department scores the candidate", ru: "кандидата оценивает каждая служба"),
                by: round.closes))
    }

    /// The round while it takes scores, asked for by who speaks for a department.
    static func scoring(_ request: StepRequest) throws(Refusal) -> Round {
        let round = try round(request)
        let place = "round \(round.id)"
        guard round.state == .open else { throw .step(place, from: round.state, to: .open, next: round.state.next) }
        guard request.today < round.closes else {
            throw Refusal(
                "not-scoring",
                LocalizedText(
                    en: "\(place) takes scores before \(round.closes)",
                    ru: "\(place): оценки принимались до \(round.closes)"),
                remedy: LocalizedText(en: "let the director close it", ru: "пусть директор закроет раунд"))
        }
        _ = try departments(round, request)
        return round
    }

    static func score(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        var round = try scoring(request)
        let department = try department(round, request)
        let client: Key<Client> = try request.neededKey("client")
        let kept = request.book.rows("score").filter {
            $0.text("round") == request.subject && $0.key("client") == client && $0.key("department") == department
        }
        var rows: [StepRow] = []
        var taken: [String] = []
        for mark in try marks(request) {
            let place = ScorePlace(client, department, Key(mark.criterion))
            let score = DepartmentScore(place, rater: request.me, score: mark.score, evidence: mark.evidence)
            try round.give(score, manager: request.manager(of: client), on: request.today)
            let cells: [String: String] = [
                "day": "\(request.today)", "rater": request.me.text, "score": "\(mark.score.value)",
                "evidence": mark.evidence ?? "",
            ]
            if let old = kept.first(where: { $0.text("criterion") == mark.criterion }) {
                rows.append(StepRow("score", old.id, cells))
                continue
            }
            let id = request.book.newIdentifier("score", "c", besides: taken)
            taken.append(id)
            let names = [
                "round": request.subject, "client": client.text, "criterion": mark.criterion,
                "department": department.text,
            ]
            rows.append(StepRow(new: "score", id, cells.merging(names) { $1 }))
        }
        return StepOutcome(request.subject, rows, next: missing(round, department))
    }

    private static func missing(_ round: Round, _ department: Key<Department>) -> StepNext {
        let count = round.missing.count { $0.department == department }
        guard count > 0 else {
            return StepNext(
                LocalizedText(en: "the department has scored everybody", ru: "служба оценила всех"), by: round.closes)
        }
        return StepNext(
            LocalizedText(
                en: "scores still missing of the department: \(count)", ru: "от службы ещё не хватает оценок: \(count)"),
            by: round.closes)
    }

    /// `payment 5 overdue 20 days`
    private static func marks(
        _ request: StepRequest
    ) throws(Refusal) -> [(criterion: String, score: Score, evidence: String?)] {
        var marks: [(String, Score, String?)] = []
        for line in try request.needed("marks").split(whereSeparator: \.isNewline) where !String(line).isBlank {
            let parts = line.split(maxSplits: 2, whereSeparator: \.isWhitespace).map(String.init)
            guard parts.count >= 2, let mark = Int(parts[1]) else {
                throw .unreadField(request.field("marks"), String(line))
            }
            guard !marks.contains(where: { $0.0 == parts[0] }) else { throw .usedTwice(parts[0], "marks") }
            marks.append((parts[0], try Score(mark), parts.count > 2 ? parts[2].trimmed : nil))
        }
        return marks
    }

    static func rival(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        var round = try scoring(request)
        let client: Key<Client> = try request.neededKey("client")
        let (name, criterion) = (try request.needed("rival"), try request.needed("criterion"))
        let score = try Score(try request.neededWhole("score"))
        let source = try request.needed("source")
        try round.give(RivalScore(client, Key(name), Key(criterion), score: score, source: source))
        let old = request.book.rows("rival_score").first {
            $0.text("round") == request.subject && $0.key("client") == client && $0.text("rival") == name
                && $0.text("criterion") == criterion
        }
        let cells = ["day": "\(request.today)", "score": "\(score.value)", "source": source]
        let names = ["round": request.subject, "client": client.text, "rival": name, "criterion": criterion]
        let row =
            old.map { StepRow("rival_score", $0.id, cells) }
            ?? StepRow(
                new: "rival_score", request.book.newIdentifier("rival_score", "y"), cells.merging(names) { $1 })
        return StepOutcome(
            request.subject, [row],
            next: StepNext(LocalizedText(en: "the others are scored", ru: "оценить остальных"), by: round.closes))
    }
}
