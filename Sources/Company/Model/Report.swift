public import Formulas
public import Messages

/// A table that a company defines: for each person and period of a plan, figures and what the plan pays.
public struct Report: Sendable {
    /// The name in files and on the command line.
    public var name: String
    /// The name for people.
    public var title: LocalizedText
    /// The number of the plan whose members and periods are the rows.
    public var plan: Int
    /// The columns after those of the period and the person, in order.
    public var columns: [Column]
    /// Where it is defined.
    public var place: Place

    /// The columns that every report begins with, and that no other may be called.
    public static let leadingColumns = ["period", "person"]

    /// One column.
    public struct Column: Sendable {
        /// The name in the head of the table.
        public var name: String
        /// The name for people.
        public var title: LocalizedText
        /// What stands in its cells.
        public var source: Source
    }

    /// What the cells of a column show.
    public enum Source: Sendable {
        /// What a formula gives for the person over his days in the period; always a number.
        case formula(Checked<Measure>)
        /// What a component of the plan pays, by its number; `nil` for all of them together.
        case pay(component: Int?)
    }
}
