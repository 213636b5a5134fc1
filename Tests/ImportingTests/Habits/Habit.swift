import Importing
import Testing

/// A habit of an exporter: a small table as it writes it, and what becomes of it.
struct Habit: CustomTestStringConvertible, Sendable {
    /// What is special about it.
    let name: String
    /// The file, as it lies there.
    let text: String
    /// The name of the file.
    var file = "sale.csv"
    /// The fields that are compared; all when empty.
    var fields: [String] = []
    /// The values of these fields, row by row, with a bar between them.
    var rows: [String] = []
    /// Parts that the proposed line has.
    var line: [String] = []
    /// Part of the English refusal, where the table is refused as it is proposed.
    var refusal: String?
    /// What is then said by hand, and with it the table is read.
    var said: (@Sendable (inout TableRules) -> Void)?

    var testDescription: String { name }
}
