public import Formulas
public import Messages
public import Periods
public import Quantities

/// A rate: a plain number, exact.
public typealias FixedRate = FixedDecimal

/// Something that is measured, with its unit and its meaning.
public struct Metric: Sendable {
    /// The name in formulas.
    public var name: String
    /// The name for people.
    public var title: LocalizedText
    /// What it is measured in.
    public var unit: MetricUnit
    /// Where its value comes from.
    public var source: Source
    /// Which way is better.
    public var better: Direction
    /// What any employee can read about it.
    public var card: MetricCard
    /// The library's KPI it was taken from, for instance `K6`.
    public var libraryCode: String?
    /// Where it is defined.
    public var place: Place

    /// Where a metric's value comes from.
    public enum Source: Sendable {
        /// A formula over events, other metrics, targets and parameters.
        case formula(Checked<Measure>)
        /// A person writes it down, with author and evidence.
        case entered
    }

    /// Which way is better.
    public enum Direction: String, Sendable, CaseIterable {
        case higher
        case lower
        case target
    }
}

/// A unit and the way it is shown: 0.05 as a number, 5 % as a percent.
public struct MetricUnit: Hashable, Sendable {
    /// The unit.
    public var unit: Unit
    /// Whether a plain number is shown as a percent.
    public var isPercent: Bool

    /// Makes a unit.
    public init(_ unit: Unit, isPercent: Bool = false) {
        self.unit = unit
        self.isPercent = isPercent
    }
}

/// The KPI card.
public struct MetricCard: Sendable {
    /// What it says.
    public var meaning: LocalizedText?
    /// What is done when it rises.
    public var ifRises: LocalizedText?
    /// What is done when it falls.
    public var ifFalls: LocalizedText?
    /// Who answers for it.
    public var owner: String?
    /// The positions it assesses.
    public var assessed: [String] = []
    /// What it is used for.
    public var usedFor: LocalizedText?
    /// The periods it is calculated for.
    public var periods: [String] = []
    /// How far the assessed person controls it, 0 to 1.
    public var controllability: FixedDecimal?
    /// How old its data may be, in days.
    public var maxAge: Int?
    /// Whether people may be told which place they have among those on their plan and position.
    public var showsRank = false
}

/// A named constant, dated.
public struct Parameter: Sendable {
    /// The name in formulas.
    public var name: String
    /// Its unit, the same on every day.
    public var unit: MetricUnit
    /// Its value by day.
    public var values: Timeline<FixedDecimal>
}

/// A target or an entered value of a metric, for a subject and a period.
public struct RecordedValue: Hashable, Sendable {
    /// The value, in the metric's unit.
    public var value: FixedDecimal
    /// Who entered it; empty for targets.
    public var author: String
    /// What it rests on.
    public var evidence: String
    /// Where it stands.
    public var place: Place

    /// Makes a value.
    public init(value: FixedDecimal, author: String, evidence: String, place: Place) {
        self.value = value
        self.author = author
        self.evidence = evidence
        self.place = place
    }
}

/// Whom a target or an entered value is for.
public enum RecordedSubject: Hashable, Sendable {
    case person(Int32)
    case unit(Int32)
    case everybody
}
