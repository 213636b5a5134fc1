internal import Messages
public import Periods

extension Promise {
    /// The states that may follow: a promise without receiver needs nobody to take it on.
    public var nextStates: [PromiseState] {
        guard state == .made, receiver == nil else { return state.next }
        return [.done] + state.next.filter { $0 != .accepted }
    }

    private func stepping(to asked: PromiseState) throws(Refusal) -> PromiseState {
        guard nextStates.contains(asked) else { throw .step(place, from: state, to: asked, next: nextStates) }
        return asked
    }

    /// The receiver takes the promise on.
    public mutating func accept(by person: Key<Person>) throws(Refusal) {
        let next = try stepping(to: .accepted)
        guard person == receiver else { throw .notHis(place, person, receiver?.text ?? "–") }
        state = next
    }

    /// The owner says that it is done.
    public mutating func markDone(by person: Key<Person>, on day: CivilDay) throws(Refusal) {
        let next = try stepping(to: .done)
        guard person == owner(on: day) else { throw .notHis(place, person, owner(on: day).text) }
        guard day >= madeOn else {
            throw .order(
                place, CivilDayText(name: LocalizedText(en: "done", ru: "выполнено"), day: day),
                before: CivilDayText(name: LocalizedText(en: "made", ru: "дано"), day: madeOn))
        }
        (state, doneOn, ending) = (next, day, nil)
    }

    /// Somebody else, or a document, says that it was done.
    public mutating func confirm(_ confirmation: Confirmation) throws(Refusal) {
        let next = try stepping(to: .kept)
        let others = LocalizedText(en: "the receiver, the client or a document", ru: "получатель, клиент или документ")
        switch confirmation.by {
        case .receiver(let person):
            guard !isOwner(person) else { throw .ownWork(place, person, others) }
            guard person == receiver, person == confirmation.enteredBy else {
                throw .notHis(place, confirmation.enteredBy, receiver?.text ?? "–")
            }
        case .contact(_, let evidence):
            guard !isOwner(confirmation.enteredBy) else { throw .ownWork(place, confirmation.enteredBy, others) }
            guard !evidence.isBlank else {
                throw .wording(place, needs: LocalizedText(en: "evidence", ru: "основание"))
            }
        case .document(let reference):
            guard !reference.isBlank else {
                throw .wording(place, needs: LocalizedText(en: "document", ru: "документ"))
            }
        }
        if let doneOn, confirmation.day < doneOn {
            throw .order(
                place,
                CivilDayText(
                    name: LocalizedText(en: "confirmed", ru: "подтверждено"), day: confirmation.day),
                before: CivilDayText(name: LocalizedText(en: "done", ru: "выполнено"), day: doneOn))
        }
        (state, self.confirmation) = (next, confirmation)
    }

    /// Moves the promise: the client agrees, early enough, and for the first time. Another promise takes its place.
    ///
    /// - Parameters:
    ///   - other: the promise in its place, which names this one in ``replaces``.
    ///   - consent: the client's words, such as a touch.
    ///   - notice: working days that must remain.
    public mutating func renegotiate(
        into other: Promise, consent: String, on day: CivilDay, _ calendar: WorkingCalendar, notice: Int = 3
    ) throws(Refusal) {
        let next = try stepping(to: .renegotiated)
        guard replaces == nil else { throw .movedTwice(place) }
        guard other.replaces == id, other.client == client, other.weight == weight else {
            throw .notInItsPlace(place, other.id)
        }
        guard !consent.isBlank else {
            throw .wording(place, needs: LocalizedText(en: "consent of the client", ru: "согласие клиента"))
        }
        guard let last = lastDayToMove(calendar, notice: notice), day <= last else {
            throw .movedLate(place, notice: notice, last: lastDayToMove(calendar, notice: notice))
        }
        (state, ending) = (next, Ending(day: day, evidence: consent))
    }

    /// The client releases us, before its day is over: later it would only hide a broken promise.
    public mutating func release(evidence: String, on day: CivilDay) throws(Refusal) {
        let next = try stepping(to: .void)
        guard !evidence.isBlank else {
            throw .wording(place, needs: LocalizedText(en: "evidence", ru: "основание"))
        }
        guard day <= dueOn else { throw .releasedLate(place, dueOn) }
        (state, ending) = (next, Ending(day: day, evidence: evidence))
    }

    /// Its day is over and it is not done: broken.
    public mutating func lapse(on day: CivilDay) throws(Refusal) {
        guard day > dueOn, state != .done, state != .kept else {
            throw .step(place, from: state, to: .broken, next: nextStates.filter { $0 != .broken })
        }
        (state, ending) = (try stepping(to: .broken), Ending(day: day, evidence: "due \(dueOn)"))
    }

    /// The client, asked by the head, denies that it was done.
    public mutating func deny(by head: Key<Person>, evidence: String, on day: CivilDay) throws(Refusal) {
        guard state == .kept || state == .done else {
            throw .step(place, from: state, to: .broken, next: nextStates)
        }
        guard !isOwner(head) else {
            throw .ownWork(place, head, LocalizedText(en: "the head", ru: "руководитель"))
        }
        guard !evidence.isBlank else {
            throw .wording(place, needs: LocalizedText(en: "evidence", ru: "основание"))
        }
        (state, ending) = (.broken, Ending(day: day, evidence: evidence))
        (doneOn, confirmation, deniedOn) = (nil, nil, day)
    }

    /// Another answers for it from a day on: what was due before stays with who had it.
    public mutating func handOver(to person: Key<Person>, on day: CivilDay) throws(Refusal) {
        guard person != receiver else {
            throw .ownWork(place, person, LocalizedText(en: "another receiver", ru: "другой получатель"))
        }
        if let last = owners.last, day < last.from {
            throw .order(
                place, CivilDayText(name: LocalizedText(en: "handed over", ru: "передано"), day: day),
                before: CivilDayText(name: LocalizedText(en: "taken over", ru: "принято"), day: last.from))
        }
        owners.append(Ownership(person, from: day))
    }

    /// Whether somebody answers for it or ever did.
    package func isOwner(_ person: Key<Person>) -> Bool { owners.contains { $0.person == person } }
}
