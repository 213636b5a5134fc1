import Accounts
import Messages
import Periods

/// A row of `commitment`: what became of a promise, from which it is known how it stood on any day.
struct PromiseRow: Sendable {
    let id: Key<Promise>
    let madeOn: CivilDay
    let dueOn: CivilDay
    let recordedOn: CivilDay
    let originOn: CivilDay
    /// The meeting or touch it comes from.
    let origin: String?
    let client: Key<Client>
    let contact: Key<Contact>?
    /// Who answers for it now.
    let owner: Key<Person>
    /// Who answered for it before it was handed over, and the day of that.
    let former: (owner: Key<Person>, until: CivilDay)?
    let receiver: Key<Person>?
    let kind: Promise.Kind
    let weight: PromiseWeight
    let weighedBy: Key<Person>?
    let text: String
    let replaces: Key<Promise>?
    let state: PromiseState
    let acceptedOn: CivilDay?
    let doneOn: CivilDay?
    let confirmation: Confirmation?
    let enteredBy: Key<Person>?
    let evidence: String
    let endedOn: CivilDay?
    let deniedOn: CivilDay?
    /// The head who asked the client, where the row names him.
    let deniedBy: Key<Person>?
    let place: Place?

    /// The promise as it was given, before anything became of it.
    func given() throws(Refusal) -> Promise {
        try Promise(
            id, made: madeOn, due: dueOn, recorded: recordedOn, origin: originOn, client: client, contact: contact,
            owner: former?.owner ?? owner, receiver: receiver, kind: kind, weight: weight, weighedBy: weighedBy,
            text: text,
            replaces: replaces)
    }

    /// Whether it was written down before it was done: what is done already would always be kept.
    var isDoneAfterRecorded: Bool { doneOn.map { recordedOn < $0 } ?? true }

    /// The promise as it stood on a day; `nil` before it was written down.
    ///
    /// Every step goes through the rules of promises, so that what a row says and they forbid is refused with its reason.
    ///
    /// - Parameter other: the promise that took its place.
    func promise(
        on day: CivilDay, other: Promise?, _ calendar: WorkingCalendar, notice: Int
    ) throws(Refusal) -> Promise? {
        guard recordedOn <= day else { return nil }
        var promise = try given()
        if let former, former.until <= day { try promise.handOver(to: owner, on: former.until) }
        if let receiver, isAccepted(on: day) { try promise.accept(by: receiver) }
        if let doneOn, doneOn <= day {
            try promise.markDone(by: promise.owner(on: doneOn), on: doneOn)
            if let confirmation, confirmation.day <= day { try promise.confirm(confirmation) }
            if let deniedOn, deniedOn <= day {
                try promise.deny(by: deniedBy ?? enteredBy ?? Self.unnamed, evidence: evidence, on: deniedOn)
            }
            return promise
        }
        let ended = endedOn ?? madeOn
        switch state {
        case .renegotiated where ended <= day:
            try promise.renegotiate(into: other ?? promise, consent: evidence, on: ended, calendar, notice: notice)
        case .void where ended <= day: try promise.release(evidence: evidence, on: ended)
        case .broken where day > dueOn: try promise.lapse(on: max(endedOn ?? dueOn, dueOn.adding(days: 1) ?? dueOn))
        default: break
        }
        return promise
    }

    /// Somebody whom the audit chain knows and the row does not name.
    private static let unnamed: Key<Person> = ""

    private func isAccepted(on day: CivilDay) -> Bool {
        if let acceptedOn { return acceptedOn <= day }
        return doneOn != nil || [.accepted, .done, .kept].contains(state)
    }
}

extension RowReader {
    /// The promises, each of which obeys the rules of promises; the others are at fault.
    ///
    /// - Parameter origins: the days of touches and meetings, from which promises come.
    mutating func promises(origins: [String: CivilDay], _ rules: AccountRules) -> [PromiseRow] {
        let people = source.people
        let contacts = Set(self.ids(of: "contact"))
        let rows = read("commitment") { row throws(RowProblem) in
            try Self.promise(row, origins: origins, people, contacts)
        }
        let given = Dictionary(rows.map { ($0.replaces, $0) }, uniquingKeysWith: { first, _ in first })
        return rows.filter { row in
            do throws(Refusal) {
                _ = try row.promise(
                    on: .latest, other: try given[row.id]?.given(), source.calendar,
                    notice: rules.thresholds.promiseNotice)
                return true
            } catch {
                note(.refused(error), "commitment", row.id.text, row.place)
                return false
            }
        }
    }

    private func ids(of kind: String) -> [String] {
        guard let table = source.tables[kind] else { return [] }
        return (0..<table.rowCount).map(table.id)
    }

    private static func promise(
        _ row: AccountRow, origins: [String: CivilDay], _ people: Set<Key<Person>>, _ contacts: Set<String>
    ) throws(RowProblem) -> PromiseRow {
        let made = try row.neededDay("made_on")
        let state: PromiseState = try row.neededWord("state")
        let receiver: Key<Person>? = row.key("receiver")
        // What counts as kept says so by itself, not by a word alone.
        if state == .done || state == .kept { _ = try row.neededDay("done_on") }
        if state == .renegotiated || state == .void { _ = try row.needed("evidence") }
        let former: Key<Person>? = row.key("former_owner")
        let handed = former == nil ? nil : try row.neededDay("handed_on")
        return PromiseRow(
            id: Key(row.id), madeOn: made, dueOn: try row.neededDay("due_on"),
            recordedOn: row.day("recorded_on") ?? made,
            originOn: row.text("origin").flatMap { origins[$0] } ?? made, origin: row.text("origin"),
            client: try row.neededKey("client"), contact: row.key("contact"), owner: try row.neededKey("owner"),
            former: former.flatMap { former in handed.map { (former, $0) } }, receiver: receiver,
            kind: try row.neededWord("kind"), weight: try row.rating("weight"), weighedBy: row.key("weighed_by"),
            text: try row.needed("text"), replaces: row.key("replaces"), state: state,
            acceptedOn: row.day("accepted_on"), doneOn: row.day("done_on"),
            confirmation: state == .kept || row.day("denied_on") != nil && row.day("confirmed_on") != nil
                ? try confirmation(row, receiver, people, contacts) : nil,
            enteredBy: row.key("entered_by"), evidence: row.text("evidence") ?? "", endedOn: row.day("ended_on"),
            deniedOn: row.day("denied_on"), deniedBy: row.key("denied_by"), place: row.place)
    }

    /// Who or what confirmed: one of ours by his identifier, a contact by his, or the name of a document.
    private static func confirmation(
        _ row: AccountRow, _ receiver: Key<Person>?, _ people: Set<Key<Person>>, _ contacts: Set<String>
    ) throws(RowProblem) -> Confirmation {
        let by = try row.needed("confirmed_by")
        let day = try row.neededDay("confirmed_on")
        let entered: Key<Person>? = row.key("entered_by")
        if people.contains(Key(by)) {
            return Confirmation(by: .receiver(Key(by)), enteredBy: entered ?? Key(by), on: day)
        }
        if contacts.contains(by) {
            return Confirmation(
                by: .contact(Key(by), evidence: row.text("evidence") ?? ""), enteredBy: entered ?? "", on: day)
        }
        return Confirmation(by: .document(by), enteredBy: entered ?? "", on: day)
    }
}
