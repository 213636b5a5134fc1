internal import Company
internal import Formulas
internal import Messages
public import Periods
public import Quantities

/// Rows of a report in columns: people in a period.
public struct ReportBlock: Sendable {
    /// The period of all rows.
    public let period: Period
    /// The person of each row, by number.
    public let people: [Int32]
    /// The cells, column by column.
    public let columns: [Column]

    /// The cells of a column.
    public enum Column: Sendable {
        /// Figures in units of 10^-scale; `nil` in ``missing`` when there is one in every row.
        case figures([Int64], scale: Int, missing: [Bool]?)
        /// Figures that do not all fit 64 bits; `nil` where there is none.
        case wide([FixedDecimal?])
        /// Pay in minor units; empty where `missing` says so.
        case pay([Int64], missing: [Bool]?)
    }
}
