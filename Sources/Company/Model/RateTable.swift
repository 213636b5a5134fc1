internal import Formulas
public import Messages
public import Periods

/// Rates chosen by fields of the event and by its day: 3 % for bicycles, 1 % for the rest.
///
/// Of the rows that fit an event the one with the most filled cells holds; of those the one whose filled cells stand in
/// earlier dimensions. No two rows with the same cells hold on one day.
public struct RateTable: Hashable, Sendable {
    /// A field whose value chooses the rate.
    public struct Dimension: Hashable, Sendable {
        /// Its column's name; the field's path when the table has no columns.
        public var name: String
        /// The field.
        public var field: FieldReference
    }

    /// One rate and what it is for.
    public struct Row: Hashable, Sendable {
        /// The value of each dimension that the row is for; `nil` for any value, also none.
        public var cells: [String?]
        /// The days it holds on.
        public var days: DayRange
        /// The rate: a plain number on money, money for each piece.
        public var rate: FixedRate
        /// Where it stands.
        public var place: Place?
    }

    /// The name of its CSV table; `nil` when the rates stand in the plan.
    public var name: String?
    /// The index of the event kind whose fields choose the rate.
    public var event: Int
    /// The fields that choose, in the order that decides between rows.
    public var dimensions: [Dimension]
    /// The rates.
    public var rows: [Row]
    /// The rate of every event that no row fits; `nil` when there is none, and such an event earns nothing.
    public var otherwise: FixedRate?

    /// Formulas hold tables as a whole; what tells most of them apart is enough for a hash.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(event)
        hasher.combine(rows.count)
    }
}
