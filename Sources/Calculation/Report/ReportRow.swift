internal import Formulas
public import Messages
public import Periods
public import Quantities

/// One row of a report: a person in a period.
public struct ReportRow: Hashable, Sendable {
    /// The period.
    public var period: Period
    /// The person's number.
    public var person: Int32
    /// The cells, by the report's columns.
    public var cells: [Cell]

    /// What stands in a cell, or the reason why it is empty.
    public enum Cell: Hashable, Sendable {
        /// What a formula gives, in the unit of the formula; a percentage is a ratio.
        case figure(Outcome<FixedDecimal>)
        /// What the plan pays.
        case pay(Outcome<Money>)
    }
}
