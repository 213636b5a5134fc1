public import AccountRows
public import Accounts
public import Messages
public import Periods

/// Who takes a step, when, on what, with what.
public struct StepRequest: Sendable {
    /// The book as it is now.
    public let book: AccountBook
    /// Who asks.
    public let actor: StepActor
    /// Now, on the company's clock: what is written says this day, whatever a form says.
    public let now: CivilMoment
    /// The identifier of what the step acts on; empty for a step that begins something, which gets one of the room.
    public let subject: String
    /// What was given, by field; blank means not given.
    public let values: [String: String]
    /// The fields of the step, for what is said about them.
    var fields: [StepField] = []

    /// A request.
    public init(
        book: AccountBook, actor: StepActor, now: CivilMoment, subject: String = "", values: [String: String] = [:]
    ) {
        (self.book, self.actor, self.now, self.subject, self.values) = (book, actor, now, subject, values)
    }

    /// The day of the step.
    var today: CivilDay { now.day }
}

/// Who takes a step.
public struct StepActor: Sendable, Hashable {
    /// Who.
    public let person: Key<Person>
    /// The positions held today, by which departments score and confirm.
    public let positions: Set<String>

    /// An actor.
    public init(_ person: Key<Person>, positions: Set<String>) {
        (self.person, self.positions) = (person, positions)
    }
}

/// What a step comes to.
public struct StepOutcome: Sendable, Hashable {
    /// The identifier of what the step acted on or began.
    public let subject: String
    /// The rows to be written, all of them or none.
    public let rows: [StepRow]
    /// What happens next.
    public let next: StepNext

    init(_ subject: String, _ rows: [StepRow], next: StepNext) {
        (self.subject, self.rows, self.next) = (subject, rows, next)
    }
}

/// What happens next: what, by whom and by when as far as that is known.
public struct StepNext: Sendable, Hashable {
    /// What: "the receiver takes it on".
    public let what: LocalizedText
    /// Who does it, where it is one of ours.
    public let who: Key<Person>?
    /// The last day for it.
    public let by: CivilDay?

    init(_ what: LocalizedText, who: Key<Person>? = nil, by day: CivilDay? = nil) {
        (self.what, self.who, by) = (what, who, day)
    }
}

/// A row to be written: a new one, or a version of one that there is.
public struct StepRow: Sendable, Hashable {
    /// Its table.
    public let kind: String
    /// Its identifier.
    public let id: String
    /// The cells that change, by field, an empty one taking away what stood there; of a new row all that are not empty.
    public let cells: [String: String]
    /// Whether there must be none of this identifier yet.
    public let isNew: Bool

    /// A version of a row that there is.
    init(_ kind: String, _ id: String, _ cells: [String: String]) {
        (self.kind, self.id, self.cells, isNew) = (kind, id, cells, false)
    }

    /// A new row; cells without content are left out.
    init(new kind: String, _ id: String, _ cells: [String: String?]) {
        (self.kind, self.id, isNew) = (kind, id, true)
        self.cells = cells.compactMapValues { $0 }.filter { !$0.value.isEmpty }
    }
}
