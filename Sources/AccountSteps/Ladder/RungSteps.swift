import AccountRows
import Accounts
import Messages
import Periods

/// Claims of rungs, which the head of another unit examines, and the documents that bear them.
enum RungSteps {
    static let all = [
        AccountStep(
            beginning: .rung, "claim", LocalizedText(en: "Claim a rung", ru: "Заявить ступень"), [.client, rung],
            make: claim),
        AccountStep(
            .rung, "examine", LocalizedText(en: "Examined: it is held", ru: "Проверено: ступень удерживается"),
            allow: { request throws(Refusal) in _ = try examined(request) }, make: hold),
        AccountStep(
            .rung, "refuse", LocalizedText(en: "Examined: it is not held", ru: "Проверено: ступени нет"), [.reason],
            allow: { request throws(Refusal) in _ = try examined(request) }, make: refuse),
        AccountStep(
            beginning: .rung, "proof", LocalizedText(en: "File a document", ru: "Приложить документ"),
            [
                .client, rung,
                StepField("piece", LocalizedText(en: "What it shows", ru: "Что он показывает"), .one(.piece)),
                StepField("document", LocalizedText(en: "Document", ru: "Документ"), .line),
                StepField("until", LocalizedText(en: "Holds until", ru: "Действует до"), .day, isNeeded: false),
                StepField("signed_by", LocalizedText(en: "Signed by", ru: "Кто подписал"), .line, isNeeded: false),
            ], make: prove),
    ]

    private static let rung = StepField("rung", LocalizedText(en: "Rung", ru: "Ступень"), .one(.rung))

    static func claim(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let id = request.book.newIdentifier("rung", "g")
        let (client, rung): (Key<Client>, String) = (try request.neededKey("client"), try request.needed("rung"))
        try request.requireOwnClient(client, "rung \(rung)")
        let open = request.book.rows("rung").contains { row in
            row.key("client") == client && row.text("rung") == rung
                && row.text("state") != RungClaimState.refused.rawValue
                && row.day("until").map { request.today < $0 } ?? true
        }
        guard !open else { throw .usedTwice(rung, "rung of \(client)") }
        let row = StepRow(
            new: "rung", id,
            [
                "client": client.text, "rung": rung, "from": "\(request.today)", "claimed_by": request.me.text,
                "state": RungClaimState.claimed.rawValue,
            ])
        return StepOutcome(
            id, [row],
            next: StepNext(
                LocalizedText(en: "the head of another unit examines it", ru: "проверяет руководитель другого отдела")))
    }

    /// The claim, examined by the actor, who heads somebody and works in another unit.
    private static func examined(_ request: StepRequest) throws(Refusal) -> RungClaim {
        let row = try request.row(.rung)
        let state: RungClaimState = try request.state(row, .rung)
        let place = "rung \(row.text("rung") ?? "") of \(row.text("client") ?? "")"
        guard state == .claimed else { throw .step(place, from: state, to: .examined, next: state.next) }
        guard let client: Key<Client> = row.key("client"), let by: Key<Person> = row.key("claimed_by") else {
            throw .noSuch(.rung, row.id)
        }
        var claim = RungClaim(client, Key(row.text("rung") ?? ""), by: by, of: request.unit(of: by))
        try claim.examine(by: request.me, of: request.unit(of: request.me))
        guard request.isHead else {
            throw .notHis(
                place, request.me, LocalizedText(en: "the head of another unit", ru: "руководитель другого отдела"))
        }
        return claim
    }

    static func hold(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        var claim = try examined(request)
        try claim.hold(from: request.today)
        return examined(
            claim, request, ["from": "\(request.today)"],
            StepNext(
                LocalizedText(
                    en: "it is held while its evidence is valid", ru: "удерживается, пока действуют основания"),
                who: claim.claimedBy))
    }

    static func refuse(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        var claim = try examined(request)
        let reason = try request.needed("reason")
        try claim.refuse(reason)
        return examined(
            claim, request, ["reason": reason],
            StepNext(LocalizedText(en: "bring what it lacks", ru: "принести недостающее"), who: claim.claimedBy))
    }

    private static func examined(
        _ claim: RungClaim, _ request: StepRequest, _ more: [String: String], _ next: StepNext
    ) -> StepOutcome {
        let cells = ["state": claim.state.rawValue, "examined_by": request.me.text].merging(more) { $1 }
        return StepOutcome(request.subject, [StepRow("rung", request.subject, cells)], next: next)
    }

    static func prove(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let (client, rung): (Key<Client>, String) = (try request.neededKey("client"), try request.needed("rung"))
        try request.requireOwnClient(client, "rung \(rung)")
        let piece = try request.needed("piece")
        let known = AccountSteps.pieces(of: rung, in: request.book)
        guard known.contains(piece) else { throw .unknownName(request.field("piece"), piece, among: known) }
        let until = try request.day("until")
        if let until, until <= request.today {
            throw .order(
                "rung \(rung)", CivilDayText(name: LocalizedText(en: "until", ru: "до"), day: until),
                before: CivilDayText(name: LocalizedText(en: "today", ru: "сегодня"), day: request.today))
        }
        let id = request.book.newIdentifier("proof", "v")
        let row = StepRow(
            new: "proof", id,
            [
                "client": client.text, "rung": rung, "piece": piece, "from": "\(request.today)",
                "until": until?.description, "document": request.text("document"),
                "signed_by": request.text("signed_by"),
            ])
        return StepOutcome(
            id, [row],
            next: StepNext(
                LocalizedText(en: "it is renewed before it ends", ru: "продлить до окончания"), who: request.me,
                by: until))
    }
}

extension StepRequest {
    /// The unit that somebody works in today; for whoever works nowhere a name that no unit has.
    func unit(of person: Key<Person>) -> String { book.source.workplace(of: person, on: today)?.unit ?? "–\(person)" }

    /// Whether anybody reports to the actor today.
    var isHead: Bool { book.source.people.contains { head(of: $0) == me } }
}
