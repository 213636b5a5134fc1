public import Messages
public import Periods
public import Quantities

/// A table of key account work as whoever has the rows gives it: this room knows neither files nor columns.
public protocol AccountTable: Sendable {
    /// The names of its fields, without the identifier.
    var fields: [String] { get }
    /// How many rows there are.
    var rowCount: Int { get }
    /// The identifier of a row.
    func id(of row: Int) -> String
    /// Where a row stands; `nil` when nobody knows.
    func place(of row: Int) -> Place?
    /// A text, or the identifier of the record or event named; `nil` where the cell is empty or there is no such field.
    func text(_ field: String, _ row: Int) -> String?
    /// A day; of a moment its day.
    func day(_ field: String, _ row: Int) -> CivilDay?
    /// A day with its minute.
    func moment(_ field: String, _ row: Int) -> CivilMoment?
    /// A number in the unit of its field; money in the company's currency.
    func number(_ field: String, _ row: Int) -> FixedDecimal?
    /// Yes or no.
    func flag(_ field: String, _ row: Int) -> Bool?
}
