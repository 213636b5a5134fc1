internal import Company
internal import Formulas
public import Messages
public import Periods
public import Quantities

/// Who a figure is about.
public enum Subject: Hashable, Sendable {
    /// One person.
    case person(Int32)
    /// A person and all who report to him, as the organisation stood on each day.
    case rollup(Int32)
    /// A unit with its subunits.
    case unit(Int32)
    /// Everybody while he is on a plan.
    case plan(Int32)
    /// Everybody, and what is credited to nobody.
    case company
}

/// One person's part of a group: the days on which he belonged to it.
public struct GroupPart: Hashable, Sendable {
    /// The person's number.
    public var person: Int32
    /// The days, half-open.
    public var days: DayRange
    /// Whether events without a day count too.
    var countsUndated = false

    init(person: Int32, days: DayRange, countsUndated: Bool = false) {
        self.person = person
        self.days = days
        self.countsUndated = countsUndated
    }
}

/// What answers the only questions whose work grows with the number of events.
///
/// Everything above it (ratios, attainment, tiers, pools) grows with the number of people and is the same whatever answers here.
public protocol AggregateSource: Sendable {
    /// A figure out of events for parts of a group. The range ``DayRange/always`` includes events without a day.
    ///
    /// - Parameter days: The days that are asked about. Whether anything was recorded by then does not depend on who belonged
    ///   to the group.
    func figure(_ aggregate: Int, of parts: [GroupPart], in days: DayRange) -> Outcome<FixedDecimal>

    /// A figure out of all events, whoever they are credited to; with those without a day when `countsUndated` says so.
    func figureOfCompany(_ aggregate: Int, in days: DayRange, countsUndated: Bool) -> Outcome<FixedDecimal>

    /// The events under a figure, in order of day, for its explanation.
    func events(_ aggregate: Int, of parts: [GroupPart]) -> [CreditedEvent]
}

/// An event as a figure saw it.
public struct CreditedEvent: Hashable, Sendable {
    /// The row in the event table.
    public var row: Int
    /// The person it was credited to.
    public var person: Int32
    /// What it added to the figure, as credited.
    public var value: FixedDecimal
    /// The credited share of the event, 1 for the whole.
    public var share: FixedDecimal
}
