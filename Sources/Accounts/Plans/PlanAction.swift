public import Messages
public import Periods
public import Quantities

/// The life of an action of an account plan.
public enum PlanActionState: String, LifeState {
    /// Somebody has taken it on.
    case open
    /// Its owner says it is done.
    case done
    /// The head, marketing or a metric says so.
    case accepted
    /// It is not done, for a reason.
    case rejected
    /// It is dropped before its day.
    case cancelled

    /// open → done → accepted or rejected; what is rejected may be done again, and dropped only while it is open.
    public var next: [PlanActionState] {
        switch self {
        case .open: [.done, .cancelled]
        case .done: [.accepted, .rejected]
        case .rejected: [.done]
        case .accepted, .cancelled: []
        }
    }

    /// The state in words.
    public var words: LocalizedText {
        switch self {
        case .open: LocalizedText(en: "open", ru: "открыто")
        case .done: LocalizedText(en: "done", ru: "выполнено")
        case .accepted: LocalizedText(en: "accepted", ru: "принято")
        case .rejected: LocalizedText(en: "rejected", ru: "не принято")
        case .cancelled: LocalizedText(en: "cancelled", ru: "отменено")
        }
    }
}

/// One thing that somebody does for a goal of an account plan.
public struct PlanAction: Hashable, Sendable {
    /// Its number, such as `a0110`.
    public let id: Key<PlanAction>
    /// The goal it serves.
    public let goal: String
    /// Who does it.
    public let owner: Key<Person>
    /// The day it was written into the plan.
    public let madeOn: CivilDay
    /// The last day to do it.
    public let dueOn: CivilDay
    /// Its share of the goal, above 0 and at most 1.
    public let weight: FixedDecimal
    /// Who has to accept it.
    public let kind: Kind
    /// Where it stands.
    public private(set) var state = PlanActionState.open
    /// The day it was done.
    public private(set) var doneOn: CivilDay?
    /// The day it was accepted or rejected.
    public private(set) var judgedOn: CivilDay?

    /// What an action is, by which it is known who accepts it.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Anything; the head accepts it.
        case action
        /// An offer to the client, which the head accepts by the client's answer.
        case proposal
        /// Something told to many, which marketing accepts.
        case communication
    }

    /// An action as it is planned.
    ///
    /// - Throws: ``Refusal`` for a day out of order, or a weight outside 0–1.
    public init(
        _ id: Key<PlanAction>, goal: String, owner: Key<Person>, made madeOn: CivilDay, due dueOn: CivilDay,
        weight: FixedDecimal, kind: Kind = .action
    ) throws(Refusal) {
        let place = "action \(id)"
        guard dueOn >= madeOn else {
            throw .order(
                place, CivilDayText(name: LocalizedText(en: "due", ru: "срок"), day: dueOn),
                before: CivilDayText(name: LocalizedText(en: "made", ru: "записано"), day: madeOn))
        }
        guard weight > .zero, weight <= .one else { throw .weights(place, total: weight.percent) }
        (self.id, self.goal, self.owner, self.madeOn, self.dueOn) = (id, goal, owner, madeOn, dueOn)
        (self.weight, self.kind) = (weight, kind)
    }

    private var place: String { "action \(id)" }

    /// The owner says that it is done.
    public mutating func markDone(by person: Key<Person>, on day: CivilDay) throws(Refusal) {
        let next = try state.stepping(to: .done, place)
        guard person == owner else { throw .notHis(place, person, owner.text) }
        guard day >= madeOn else {
            throw .order(
                place, CivilDayText(name: LocalizedText(en: "done", ru: "выполнено"), day: day),
                before: CivilDayText(name: LocalizedText(en: "made", ru: "записано"), day: madeOn))
        }
        (state, doneOn, judgedOn) = (next, day, nil)
    }

    /// Somebody else says that it is done, with what shows it.
    public mutating func accept(by person: Key<Person>, evidence: String, on day: CivilDay) throws(Refusal) {
        let next = try state.stepping(to: .accepted, place)
        try requireOther(person)
        guard !evidence.isBlank else { throw .wording(place, needs: LocalizedText(en: "evidence", ru: "основание")) }
        (state, judgedOn) = (next, day)
    }

    /// Somebody else says that it is not done, and why.
    public mutating func reject(by person: Key<Person>, reason: String, on day: CivilDay) throws(Refusal) {
        let next = try state.stepping(to: .rejected, place)
        try requireOther(person)
        guard !reason.isBlank else { throw .wording(place, needs: LocalizedText(en: "reason", ru: "причина")) }
        (state, judgedOn) = (next, day)
    }

    /// The head drops it, before its day is over and with a reason: later it would hide what was not done.
    public mutating func cancel(by head: Key<Person>, reason: String, on day: CivilDay) throws(Refusal) {
        let next = try state.stepping(to: .cancelled, place)
        try requireOther(head)
        guard !reason.isBlank else { throw .wording(place, needs: LocalizedText(en: "reason", ru: "причина")) }
        guard day <= dueOn else { throw .cancelledLate(place, dueOn) }
        (state, judgedOn) = (next, day)
    }

    private func requireOther(_ person: Key<Person>) throws(Refusal) {
        guard person != owner else {
            throw .ownWork(place, person, LocalizedText(en: "the head or marketing", ru: "руководитель или маркетинг"))
        }
    }

    /// Whether its day is over and it is not done.
    public func isOverdue(on day: CivilDay) -> Bool { (state == .open || state == .rejected) && day > dueOn }
}

extension Refusal {
    static func cancelledLate(_ place: String, _ due: CivilDay) -> Refusal {
        Refusal(
            "cancelled-late",
            LocalizedText(
                en: "\(place) was due \(due) and is not cancelled later",
                ru: "\(place): срок был \(due), отменить поздно"),
            remedy: LocalizedText(
                en: "do it late, or leave it open", ru: "выполните с опозданием или оставьте открытым"))
    }
}
