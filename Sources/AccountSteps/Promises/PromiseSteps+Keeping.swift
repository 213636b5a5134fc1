import AccountRows
import Accounts
import Messages
import Periods

/// Promises are taken on, done, confirmed, released and denied.
extension PromiseSteps {
    static func accepted(_ request: StepRequest) throws(Refusal) -> Promise {
        var promise = try promise(request)
        try promise.accept(by: request.me)
        return promise
    }

    static func accept(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let promise = try accepted(request)
        return StepOutcome(
            request.subject,
            [row(request, ["state": promise.state.rawValue, "accepted_on": "\(request.today)"])],
            next: StepNext(
                LocalizedText(en: "it is done by its day", ru: "выполнить в срок"),
                who: promise.owner(on: request.today),
                by: promise.dueOn))
    }

    static func done(_ request: StepRequest) throws(Refusal) -> Promise {
        var promise = try promise(request)
        try promise.markDone(by: request.me, on: request.today)
        return promise
    }

    static func markDone(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let promise = try done(request)
        // What was broken or denied and is done after all begins its confirmation anew.
        let cells = [
            "state": promise.state.rawValue, "done_on": "\(request.today)", "confirmed_on": "", "confirmed_by": "",
            "entered_by": "", "evidence": "", "ended_on": "", "denied_on": "", "denied_by": "",
        ]
        return StepOutcome(
            request.subject, [row(request, cells)],
            next: StepNext(
                promise.receiver == nil
                    ? LocalizedText(
                        en: "the client or a document confirms it, entered by somebody else",
                        ru: "подтверждает клиент или документ, записывает кто-то другой")
                    : LocalizedText(
                        en: "the receiver, the client or a document confirms it",
                        ru: "подтверждает получатель, клиент или документ"), who: promise.receiver))
    }

    // MARK: Confirming

    /// The receiver confirms by himself; anybody but an owner enters what the client said or a document shows.
    static func mayConfirm(_ request: StepRequest) throws(Refusal) {
        let source: Confirmation.Source =
            try promise(request).receiver == request.me
            ? .receiver(request.me) : .contact(Key(placeholder), evidence: placeholder)
        _ = try confirmed(request, by: source)
    }

    static func confirm(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let source = try source(request)
        let promise = try confirmed(request, by: source)
        var cells = [
            "state": promise.state.rawValue, "confirmed_on": "\(request.today)", "entered_by": request.me.text,
        ]
        switch source {
        case .receiver(let person): cells["confirmed_by"] = person.text
        case .contact(let contact, let evidence):
            cells["confirmed_by"] = contact.text
            cells["evidence"] = evidence
        case .document(let document): cells["confirmed_by"] = document
        }
        return StepOutcome(request.subject, [row(request, cells)], next: StepNext(outcome(promise, request)))
    }

    private static func confirmed(
        _ request: StepRequest, by source: Confirmation.Source
    ) throws(Refusal) -> Promise {
        var promise = try promise(request)
        let isOwner = promise.isOwner(request.me)
        try promise.confirm(Confirmation(by: source, enteredBy: request.me, on: request.today))
        // A document that the owner names himself is his own word until somebody else has looked at it.
        if isOwner { throw .ownWork("promise \(promise.id)", request.me, StepRequest.otherWords) }
        return promise
    }

    private static func source(_ request: StepRequest) throws(Refusal) -> Confirmation.Source {
        let promise = try promise(request)
        if let contact = try request.contact(of: promise.client) {
            return .contact(contact, evidence: try request.needed("evidence"))
        }
        if let document = request.text("document") {
            // A cell names the receiver or a contact by his identifier: no document is called like one.
            guard !request.book.source.people.contains(Key(document)), request.book.row("contact", document) == nil
            else {
                throw .unreadField(request.field("document"), document)
            }
            return .document(document)
        }
        guard promise.receiver == request.me else { throw .emptyField(request.field("document")) }
        return .receiver(request.me)
    }

    private static func outcome(_ promise: Promise, _ request: StepRequest) -> LocalizedText {
        guard promise.isKeptInTime else { return LocalizedText(en: "it was kept late", ru: "сдержано с опозданием") }
        guard promise.counts(request.book.source.calendar) else {
            return LocalizedText(
                en: "it was kept in time, and does not count for pay: written down too late",
                ru: "сдержано в срок, но для выплаты не засчитывается: записано поздно")
        }
        return LocalizedText(en: "it was kept in time and counts", ru: "сдержано в срок и засчитывается")
    }

    // MARK: Ending otherwise

    static func released(_ request: StepRequest, _ evidence: String) throws(Refusal) -> Promise {
        var promise = try promise(request)
        try promise.release(evidence: evidence, on: request.today)
        // Released promises are owed no longer: whoever owes one does not say so himself.
        if promise.isOwner(request.me) { throw .ownWork("promise \(promise.id)", request.me, StepRequest.headWords) }
        return promise
    }

    static func release(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let evidence = try request.needed("evidence")
        let promise = try released(request, evidence)
        return ended(promise, request, evidence, ["entered_by": request.me.text])
    }

    static func denied(_ request: StepRequest, _ evidence: String) throws(Refusal) -> Promise {
        var promise = try promise(request)
        try promise.deny(by: request.me, evidence: evidence, on: request.today)
        try request.requireHead(of: promise.owner(on: request.today), "promise \(promise.id)")
        return promise
    }

    static func deny(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let evidence = try request.needed("evidence")
        let promise = try denied(request, evidence)
        return ended(promise, request, evidence, ["denied_on": "\(request.today)", "denied_by": request.me.text])
    }

    private static func ended(
        _ promise: Promise, _ request: StepRequest, _ evidence: String, _ more: [String: String]
    ) -> StepOutcome {
        let cells = [
            "state": promise.state.rawValue, "evidence": evidence, "ended_on": "\(request.today)",
        ].merging(more) { $1 }
        let next =
            promise.state == .broken
            ? StepNext(
                LocalizedText(
                    en: "tell the client today why, and when it comes",
                    ru: "сегодня скажите клиенту, почему и когда будет"),
                who: promise.owner(on: request.today), by: request.today)
            : StepNext(LocalizedText(en: "nothing is owed any more", ru: "больше ничего не должны"))
        return StepOutcome(request.subject, [row(request, cells)], next: next)
    }
}
