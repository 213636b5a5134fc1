import AccountRows
import Accounts
import Messages
import Periods

/// A round is closed, departments come to terms, and the director decides.
extension RoundSteps {
    static func closed(_ request: StepRequest) throws(Refusal) -> Round {
        var round = try round(request)
        try request.requireDirector(of: nil, "round \(round.id)")
        try round.close(on: request.today)
        return round
    }

    static func close(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let round = try closed(request)
        let due = round.sessionsDue.map(\.text).joined(separator: ", ")
        return StepOutcome(
            request.subject, [row(request, ["state": round.state.rawValue, "closed": "\(request.today)"])],
            next: due.isEmpty
                ? StepNext(LocalizedText(en: "the director decides", ru: "директор решает"), who: request.me)
                : StepNext(
                    LocalizedText(
                        en: "departments that lie apart meet over \(due)",
                        ru: "службы, которые разошлись, согласуют: \(due)"),
                    by: request.today.adding(days: sessionDays)))
    }

    /// So many days after closing a session is to be held.
    private static let sessionDays = 10

    // MARK: Sessions

    static func maySit(_ request: StepRequest) throws(Refusal) {
        let round = try round(request)
        guard round.state == .closed || round.state == .sessions else {
            throw .step("round \(round.id)", from: round.state, to: .sessions, next: round.state.next)
        }
        _ = try departments(round, request)
    }

    static func session(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        try maySit(request)
        var round = try round(request)
        let own = try departments(round, request)
        let client: Key<Client> = try request.neededKey("client")
        let id = newMinutes(request)
        let changes = try changes(request, round, client, own[0])
        let minutes = Minutes(
            Key(id), client: client, held: request.today, changes: changes, argument: try request.needed("argument"),
            dissent: request.text("dissent"))
        try round.hold(minutes)
        for department in own { try round.sign(minutes.id, for: department) }
        var rows = [row(request, ["state": round.state.rawValue])]
        var taken: [String] = []
        for change in changes {
            let number = request.book.newIdentifier("consensus", "f", besides: taken)
            taken.append(number)
            rows.append(
                StepRow(
                    new: "consensus", number,
                    [
                        "round": request.subject, "minutes": id, "client": client.text, "held": "\(request.today)",
                        "department": change.department.text, "criterion": change.criterion.text,
                        "before": change.before.map { "\($0.value)" }, "after": "\(change.after.value)",
                        "argument": minutes.argument, "dissent": minutes.dissent,
                        "signed": own.map(\.text).joined(separator: " "),
                    ]))
        }
        return StepOutcome(request.subject, rows, next: unsigned(round, minutes.id))
    }

    private static func newMinutes(_ request: StepRequest) -> String {
        let taken = Set(request.book.rows("consensus").compactMap { $0.text("minutes") })
        var number = 1
        while taken.contains("\(request.subject)/\(number)") { number += 1 }
        return "\(request.subject)/\(number)"
    }

    /// `finance payment 6`; where nothing changes, one score that stays stands for the minutes.
    private static func changes(
        _ request: StepRequest, _ round: Round, _ client: Key<Client>, _ own: Key<Department>
    ) throws(Refusal) -> [Minutes.Change] {
        let standing = round.standing
        var changes: [Minutes.Change] = []
        for line in (request.text("changes") ?? "").split(whereSeparator: \.isNewline) where !String(line).isBlank {
            let parts = line.split(whereSeparator: \.isWhitespace).map(String.init)
            guard parts.count == 3, let mark = Int(parts[2]) else {
                throw .unreadField(request.field("changes"), String(line))
            }
            let place = ScorePlace(client, Key(parts[0]), Key(parts[1]))
            changes.append(
                Minutes.Change(place.department, place.criterion, from: standing[place], to: try Score(mark)))
        }
        if !changes.isEmpty { return changes }
        for criterion in round.model.criteria {
            if let score = standing[ScorePlace(client, own, criterion.id)] {
                return [Minutes.Change(own, criterion.id, from: score, to: score)]
            }
        }
        throw .emptyField(request.field("changes"))
    }

    static func maySign(_ request: StepRequest) throws(Refusal) {
        try maySit(request)
        let round = try round(request)
        let own = try departments(round, request)
        guard round.minutes.contains(where: { minutes in own.contains { !minutes.signed.contains($0) } }) else {
            throw Refusal(
                "nothing-to-sign",
                LocalizedText(
                    en: "round \(round.id): no minutes wait for a signature",
                    ru: "раунд \(round.id): подписывать нечего"),
                remedy: LocalizedText(en: "hold a session first", ru: "сначала проведите согласование"))
        }
    }

    static func sign(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        var round = try round(request)
        let own = try departments(round, request)
        let id: Key<Minutes> = try request.neededKey("minutes")
        for department in own { try round.sign(id, for: department) }
        guard let minutes = round.minutes.first(where: { $0.id == id }) else {
            throw .unknown(id.text, "round \(round.id)")
        }
        let signed = minutes.signed.sorted().map(\.text).joined(separator: " ")
        let rows = request.book.rows("consensus").filter {
            $0.text("round") == request.subject && $0.text("minutes") == id.text
        }
        return StepOutcome(
            request.subject, rows.map { StepRow("consensus", $0.id, ["signed": signed]) }, next: unsigned(round, id))
    }

    private static func unsigned(_ round: Round, _ id: Key<Minutes>) -> StepNext {
        let signed = round.minutes.first { $0.id == id }?.signed ?? []
        let open = round.model.departments.filter { !signed.contains($0) }.map(\.text).joined(separator: ", ")
        return open.isEmpty
            ? StepNext(
                LocalizedText(
                    en: "all have signed \(id): the scores stand", ru: "протокол \(id) подписали все: оценки действуют")
            )
            : StepNext(
                LocalizedText(en: "minutes \(id) are signed by \(open)", ru: "протокол \(id) подписывают: \(open)"))
    }

    // MARK: The decision

    static func decided(_ request: StepRequest, _ reason: String?) throws(Refusal) -> Round {
        var round = try round(request)
        try request.requireDirector(of: nil, "round \(round.id)")
        try round.decide(by: request.me, on: request.today, reason: reason)
        return round
    }

    static func decide(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let round = try decided(request, request.text("reason"))
        return ended(
            request, round,
            StepNext(
                LocalizedText(
                    en: "candidates become key accounts, or not", ru: "кандидаты становятся ключевыми или нет"),
                who: request.me))
    }

    static func voided(_ request: StepRequest) throws(Refusal) -> Round {
        var round = try round(request)
        try request.requireDirector(of: nil, "round \(round.id)")
        try round.void()
        return round
    }

    static func void(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        ended(
            request, try voided(request),
            StepNext(LocalizedText(en: "another round is opened", ru: "открыть другой раунд"), who: request.me))
    }

    private static func ended(_ request: StepRequest, _ round: Round, _ next: StepNext) -> StepOutcome {
        let cells = [
            "state": round.state.rawValue, "decided_on": "\(request.today)", "decided_by": request.me.text,
            "reason": request.text("reason") ?? "",
        ]
        return StepOutcome(request.subject, [row(request, cells)], next: next)
    }
}
