import AccountRows
import Accounts
import Messages
import Periods

/// Promises are made, moved and handed over.
extension PromiseSteps {
    static func add(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let id = request.book.newIdentifier(AccountObject.promise.kind, "p")
        let place = "promise \(id)"
        let client: Key<Client> = try request.neededKey("client")
        let contact: Key<Contact>? = try request.contact(of: client)
        let owner = request.key("owner") ?? request.me
        // Nobody promises in another's name but who answers for him.
        if owner != request.me { try request.requireHead(of: owner, place) }
        let weight = try PromiseWeight(try request.neededWhole("weight"))
        let isHeads = weight.value == PromiseWeight.heads
        let weighedBy = isHeads && owner != request.me ? request.me : nil
        let origin = try self.origin(request, of: client)
        let promise = try Promise(
            Key(id), made: request.today, due: try request.neededDay("due_on"), recorded: request.today,
            origin: origin?.day, client: client, contact: contact, owner: owner, receiver: request.key("receiver"),
            kind: try request.neededWord("kind"), weight: weight, weighedBy: weighedBy, text: try request.needed("text")
        )
        let row = Self.row(promise, weighedBy: weighedBy, origin: origin?.id)
        return StepOutcome(id, [row], next: next(promise, request))
    }

    /// The touch or the meeting that a promise comes from.
    private static func origin(
        _ request: StepRequest, of client: Key<Client>
    ) throws(Refusal) -> (id: String, day: CivilDay)? {
        guard let id = request.text("origin") else { return nil }
        let found = request.book.row("touch", id) ?? request.book.row("meeting", id)
        guard let found, let moment = found.moment("at"), found.key("client") == client else {
            let known = [StepField.Subject.meeting, .touch].flatMap {
                AccountSteps.known($0, of: client, in: request.book, on: request.today)
            }
            throw .unknownName(request.field("origin"), id, among: known)
        }
        guard moment.day <= request.today else {
            throw .order(
                "promise", CivilDayText(name: LocalizedText(en: "made", ru: "дано"), day: request.today),
                before: CivilDayText(name: LocalizedText(en: "its origin", ru: "источник"), day: moment.day))
        }
        return (id, moment.day)
    }

    /// The row of a promise that was just made.
    static func row(_ promise: Promise, weighedBy: Key<Person>?, origin: String? = nil) -> StepRow {
        StepRow(
            new: AccountObject.promise.kind, promise.id.text,
            [
                "made_on": "\(promise.madeOn)", "due_on": "\(promise.dueOn)", "recorded_on": "\(promise.recordedOn)",
                "client": promise.client.text, "contact": promise.contact?.text,
                "owner": promise.owner(on: promise.madeOn).text, "receiver": promise.receiver?.text,
                "kind": promise.kind.rawValue, "weight": "\(promise.weight.value)", "weighed_by": weighedBy?.text,
                "text": promise.text, "origin": origin, "state": PromiseState.made.rawValue,
                "replaces": promise.replaces?.text,
            ])
    }

    /// What comes after a promise was made.
    static func next(_ promise: Promise, _ request: StepRequest) -> StepNext {
        let late =
            promise.counts(request.book.source.calendar)
            ? LocalizedText("")
            : LocalizedText(
                en: "; written down too late to count for pay", ru: "; записано поздно, для выплаты не засчитывается")
        guard let receiver = promise.receiver else {
            return StepNext(
                LocalizedText(en: "it is done by its day\(late)", ru: "выполнить в срок\(late)"),
                who: promise.owner(on: request.today), by: promise.dueOn)
        }
        return StepNext(
            LocalizedText(en: "the receiver takes it on\(late)", ru: "исполнитель принимает в работу\(late)"),
            who: receiver, by: promise.acceptanceDue(request.book.source.calendar))
    }

    // MARK: Moving

    static func mayMove(_ request: StepRequest) throws(Refusal) {
        let promise = try promise(request)
        let owner = promise.owner(on: request.today)
        if owner != request.me { try request.requireHead(of: owner, "promise \(promise.id)") }
        _ = try moved(request, to: max(promise.dueOn, request.today), placeholder)
    }

    static func move(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let (old, new) = try moved(request, to: try request.neededDay("due_on"), try request.needed("evidence"))
        let weighedBy: Key<Person>? = try request.row(.promise).key("weighed_by")
        return StepOutcome(
            new.id.text,
            [
                row(
                    request,
                    [
                        "state": PromiseState.renegotiated.rawValue, "evidence": old.ending?.evidence ?? "",
                        "ended_on": "\(request.today)", "entered_by": request.me.text,
                    ]), row(new, weighedBy: weighedBy),
            ], next: next(new, request))
    }

    /// The promise as it is moved, and the one in its place, which keeps client, weight and people.
    private static func moved(
        _ request: StepRequest, to due: CivilDay, _ consent: String
    ) throws(Refusal) -> (old: Promise, new: Promise) {
        var old = try promise(request)
        let new = try Promise(
            Key(request.book.newIdentifier(AccountObject.promise.kind, "p")), made: request.today, due: due,
            recorded: request.today, client: old.client, contact: old.contact, owner: old.owner(on: request.today),
            receiver: old.receiver, kind: old.kind, weight: old.weight,
            weighedBy: try request.row(.promise).key("weighed_by"), text: request.text("text") ?? old.text,
            replaces: old.id)
        try old.renegotiate(
            into: new, consent: consent, on: request.today, request.book.source.calendar,
            notice: request.book.rules.thresholds.promiseNotice)
        return (old, new)
    }

    // MARK: Handing over

    static func mayHand(_ request: StepRequest) throws(Refusal) {
        let promise = try promise(request)
        let place = "promise \(promise.id)"
        let owner = promise.owner(on: request.today)
        if owner != request.me { try request.requireHead(of: owner, place) }
        guard [.made, .accepted].contains(promise.state), request.today <= promise.dueOn else {
            throw Refusal(
                "not-to-hand-over",
                LocalizedText(
                    en: "\(place) is \(promise.state.words.en), due \(promise.dueOn): it stays with its owner",
                    ru: "\(place): \(promise.state.words.ru), срок \(promise.dueOn) — остаётся за тем, кто обещал"),
                remedy: LocalizedText(
                    en: "only what is open and not overdue is handed over",
                    ru: "передают только открытое и не просроченное"))
        }
        guard promise.owners.count == 1 else {
            throw Refusal(
                "handed-over-twice",
                LocalizedText(en: "\(place) was handed over once already", ru: "\(place) уже передавали"),
                remedy: LocalizedText(
                    en: "move it with the client's consent, or let him release us",
                    ru: "перенесите с согласия клиента или пусть клиент его снимет"))
        }
    }

    static func hand(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        var promise = try promise(request)
        let former = promise.owner(on: request.today)
        let owner: Key<Person> = try request.neededKey("owner")
        guard owner != former else { throw .usedTwice(owner.text, "promise \(promise.id)") }
        try promise.handOver(to: owner, on: request.today)
        return StepOutcome(
            request.subject,
            [
                row(
                    request, ["owner": owner.text, "former_owner": former.text, "handed_on": "\(request.today)"])
            ],
            next: StepNext(
                LocalizedText(en: "it is done by its day", ru: "выполнить в срок"), who: owner, by: promise.dueOn))
    }
}

extension PromiseWeight {
    /// The weight that only the head gives.
    static let heads = 3
}
