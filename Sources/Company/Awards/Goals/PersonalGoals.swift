internal import Formulas
public import Messages
public import Periods
public import Quantities

/// One goal of a person for a period.
public struct PersonalGoal: Hashable, Sendable {
    /// The identifier, unique among the person's goals of the period.
    public var id: String
    /// The name for people.
    public var title: String
    /// The weight, a share of 1.
    public var weight: FixedDecimal
    /// How far it was reached; `nil` while nobody has assessed it.
    public var assessment: Assessment?
    /// Where it stands.
    public var place: Place

    /// What an assessor found.
    public struct Assessment: Hashable, Sendable {
        /// How far the goal was reached, 1 for in full.
        public var reached: FixedDecimal
        /// The number of the person who says so; never the person himself.
        public var assessor: Int32
        /// What it rests on.
        public var evidence: String
        /// When it was assessed.
        public var date: CivilDay?
    }
}

/// The goals of people by period, in the order of their identifiers; the weights of each list total exactly 1.
public struct PersonalGoals: Sendable {
    /// A person and a period.
    public struct Key: Hashable, Sendable {
        /// The person's number.
        public var person: Int32
        /// The period.
        public var period: Period

        /// Makes a key.
        public init(person: Int32, period: Period) {
            self.person = person
            self.period = period
        }
    }

    /// The goals.
    public internal(set) var values: [Key: [PersonalGoal]] = [:]

    /// No goals.
    public init() {}

    /// The goals of a person for exactly this period; empty when there are none.
    public func goals(of person: Int32, in period: Period) -> [PersonalGoal] {
        values[Key(person: person, period: period)] ?? []
    }
}
