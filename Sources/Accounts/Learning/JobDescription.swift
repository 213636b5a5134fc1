public import Messages
public import Quantities

/// A position; a subject of ``Key``.
public enum Job {}

/// What a position is there for, what it asks of whoever has it, and what may come after it.
public struct JobDescription: Hashable, Sendable {
    /// The position.
    public let position: Key<Job>
    /// What it is for; nil where nothing is said.
    public let purpose: LocalizedText?
    /// What is to be done.
    public let duties: [Duty]
    /// What whoever applies has to bring.
    public let requirements: [Requirement]
    /// What one has to be able to do, and how well.
    public let skills: [Need]
    /// The positions that may follow.
    public let next: [Key<Job>]

    /// Something that is to be done.
    public struct Duty: Hashable, Sendable {
        /// What the company calls it.
        public let name: String
        /// What it says.
        public let text: LocalizedText
        /// What shows whether it is done; nil for a duty that is measured nowhere.
        public let measure: Measure?

        /// What shows whether a duty is done.
        public enum Measure: Hashable, Sendable {
            /// A figure of the company.
            case metric(String)
            /// Rows of a table of key account work.
            case object(String)
        }

        /// A duty.
        public init(_ name: String, _ text: LocalizedText, measure: Measure?) {
            (self.name, self.text, self.measure) = (name, text, measure)
        }
    }

    /// Something that whoever applies has to bring.
    public struct Requirement: Hashable, Sendable {
        /// What the company calls it.
        public let name: String
        /// What it says.
        public let text: LocalizedText

        /// A requirement.
        public init(_ name: String, _ text: LocalizedText) {
            (self.name, self.text) = (name, text)
        }
    }

    /// A level of a competency that is asked for.
    public struct Need: Hashable, Sendable {
        /// In what.
        public let competency: Key<Competency>
        /// The level, from 1 to 5.
        public let level: Int
        /// How much it weighs beside the others.
        public let weight: FixedDecimal

        /// A need; refused for a level that there is none of, or without weight.
        public init(_ competency: Key<Competency>, level: Int, weight: FixedDecimal = .one) throws(Refusal) {
            guard Competency.levels.contains(level) else {
                throw .outsideScale(
                    LocalizedText(en: "level of \(competency)", ru: "уровень «\(competency)»"), level,
                    Competency.levels)
            }
            guard weight > .zero else {
                throw .weights("\(competency)", total: LocalizedText(en: "\(weight)", ru: "\(weight)"))
            }
            (self.competency, self.level, self.weight) = (competency, level, weight)
        }
    }

    /// A description.
    public init(
        _ position: Key<Job>, purpose: LocalizedText? = nil, duties: [Duty] = [], requirements: [Requirement] = [],
        skills: [Need] = [], next: [Key<Job>] = []
    ) {
        (self.position, self.purpose, self.duties, self.requirements) = (position, purpose, duties, requirements)
        (self.skills, self.next) = (skills, next)
    }

    /// The duties that nothing measures.
    public var unmeasured: [Duty] { duties.filter { $0.measure == nil } }

    /// The level that is asked for in a competency.
    public func need(in competency: Key<Competency>) -> Need? { skills.first { $0.competency == competency } }
}

/// A way through positions, from the first one up.
public struct CareerTrack: Hashable, Sendable {
    /// What the company calls it: `expert`, `manager`.
    public let name: String
    /// What people call it.
    public let title: LocalizedText
    /// The positions, the first one first.
    public let steps: [Key<Job>]

    /// A track.
    public init(_ name: String, _ title: LocalizedText, steps: [Key<Job>]) {
        (self.name, self.title, self.steps) = (name, title, steps)
    }

    /// The position after another one; nil after the last, and for one that is not on it.
    public func step(after job: Key<Job>) -> Key<Job>? {
        guard let place = steps.firstIndex(of: job), place + 1 < steps.count else { return nil }
        return steps[place + 1]
    }
}
