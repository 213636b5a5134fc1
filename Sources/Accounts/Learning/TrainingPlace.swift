public import Messages
public import Periods

/// One training; a subject of ``Key``.
public enum Training {}

/// The life of a place in a training: what is not practised is not learned.
public enum TrainingPlaceState: String, LifeState {
    /// Somebody is to go.
    case planned
    /// He was there.
    case done
    /// He has used it at a client's.
    case practised
    /// What changed is known.
    case measured

    /// One after the other.
    public var next: [TrainingPlaceState] {
        switch self {
        case .planned: [.done]
        case .done: [.practised]
        case .practised: [.measured]
        case .measured: []
        }
    }

    /// The state in words.
    public var words: LocalizedText {
        switch self {
        case .planned: LocalizedText(en: "planned", ru: "запланировано")
        case .done: LocalizedText(en: "done", ru: "пройдено")
        case .practised: LocalizedText(en: "practised", ru: "применено")
        case .measured: LocalizedText(en: "measured", ru: "измерено")
        }
    }
}

/// Somebody's place in a training.
public struct TrainingPlace: Hashable, Sendable {
    /// Its number.
    public let id: Key<TrainingPlace>
    /// Which training.
    public let training: Key<Training>
    /// Whose place.
    public let person: Key<Person>
    /// The day it is planned for.
    public let plannedOn: CivilDay
    /// Where it stands.
    public private(set) var state = TrainingPlaceState.planned
    /// The day he was there.
    public private(set) var doneOn: CivilDay?
    /// The day he first used it.
    public private(set) var practisedOn: CivilDay?

    /// A place that is planned.
    public init(_ id: Key<TrainingPlace>, in training: Key<Training>, of person: Key<Person>, on day: CivilDay) {
        (self.id, self.training, self.person, plannedOn) = (id, training, person, day)
    }

    private var place: String { "training place \(id)" }

    /// He was there.
    public mutating func attend(on day: CivilDay) throws(Refusal) {
        (state, doneOn) = (try state.stepping(to: .done, place), day)
    }

    /// He has used it, which somebody else has seen.
    public mutating func practise(on day: CivilDay, seenBy witness: Key<Person>) throws(Refusal) {
        let next = try state.stepping(to: .practised, place)
        guard witness != person else {
            throw .ownWork(place, witness, LocalizedText(en: "the head or a colleague", ru: "руководитель или коллега"))
        }
        if let doneOn, day < doneOn {
            throw .order(
                place, CivilDayText(name: LocalizedText(en: "practised", ru: "применено"), day: day),
                before: CivilDayText(name: LocalizedText(en: "done", ru: "пройдено"), day: doneOn))
        }
        (state, practisedOn) = (next, day)
    }

    /// What changed is known, by what somebody else says.
    public mutating func measure(by person: Key<Person>) throws(Refusal) {
        let next = try state.stepping(to: .measured, place)
        guard person != self.person else {
            throw .ownWork(place, person, LocalizedText(en: "the head or a colleague", ru: "руководитель или коллега"))
        }
        state = next
    }

    /// How many days have passed since the training without its being used; `nil` where it was used, or is to come.
    public func idle(on day: CivilDay) -> Int? {
        guard let doneOn, doneOn <= day, practisedOn.map({ $0 > day }) ?? true else { return nil }
        return doneOn.days(until: day)
    }
}

/// Somebody's level in a competency beside the one that his work asks for.
public struct SkillGap: Hashable, Sendable {
    /// Whose.
    public let person: Key<Person>
    /// In what.
    public let competency: String
    /// The level seen, from 1 to 5.
    public let level: Int
    /// The level asked for.
    public let need: Int
    /// When it was seen.
    public let day: CivilDay
    /// Whether a training for it is planned or done.
    public let isTrained: Bool

    /// A gap.
    public init(_ person: Key<Person>, _ competency: String, level: Int, need: Int, on day: CivilDay, isTrained: Bool) {
        (self.person, self.competency, self.level, self.need) = (person, competency, level, need)
        (self.day, self.isTrained) = (day, isTrained)
    }
}
