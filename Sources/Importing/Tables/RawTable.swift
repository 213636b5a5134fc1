/// The rows of one table as its file has them, before anybody says what they mean.
///
///     let table = try RawTable(text: PlainTable(bytes))
///     table.rows[0].number  // the line of the file, or the row of the sheet
///
/// It is kept as a whole, because a column can be judged only when all of it is seen; ``RawTableLimits`` bound it.
public struct RawTable: Hashable, Sendable {
    /// Where the rows come from.
    public enum Origin: Hashable, Sendable {
        /// A table of text.
        case text(TextEncoding, delimiter: UInt8?)
        /// A sheet of a workbook; `nil` for the first in sight.
        case sheet(String?)
        /// Rows that were made by the program.
        case rows
    }

    /// Where the rows come from.
    public let origin: Origin
    /// The rows that hold something, each with its number in the file, from 1. In a text that is the line where it begins.
    public let rows: [SheetRow]
    /// How many columns there are: one more than the last that holds something.
    public let width: Int

    /// Takes rows in the order of their numbers; rows and cells that hold nothing are left out.
    public init(rows: [SheetRow], origin: Origin = .rows) {
        self.origin = origin
        self.rows = rows.compactMap { row in
            let cells = row.cells.filter { !$0.value.isBlank }
            return cells.isEmpty ? nil : SheetRow(number: row.number, cells: cells)
        }
        width = self.rows.reduce(0) { max($0, ($1.cells.last?.column ?? -1) + 1) }
    }
}

/// How much of a table is kept in memory at most.
public struct RawTableLimits: Hashable, Sendable {
    /// Cells that hold something.
    public var cells = 20_000_000
    /// Columns of a row.
    public var columns = 4_096
    /// Bytes of a text.
    public var bytes = 512 << 20

    /// The standard limits.
    public static let standard = RawTableLimits()

    /// Makes the standard limits.
    public init() {}
}

extension Cell {
    /// Whether there is nothing to see: no value, or a text of blanks.
    var isBlank: Bool {
        switch self {
        case .empty: true
        case .text(let text): text.unicodeScalars.allSatisfy(\.isBlank)
        default: false
        }
    }

    /// Whether it holds an error instead of a value.
    var isError: Bool { if case .error = self { true } else { false } }

    /// Whether it is a day, with or without a time.
    var isDay: Bool {
        switch self {
        case .day, .moment: true
        default: false
        }
    }

    /// The cell as a text without blanks at its ends; numbers and days in their canonical form, nothing for a blank one.
    public var plainText: String {
        switch self {
        case .empty: ""
        case .text(let text): PlainSpelling.trimmed(text)
        case .number(let text): text
        case .day(let day): "\(day)"
        case .moment(let day, let second): "\(day) \(ClockText.text(second))"
        case .time(let seconds): ClockText.text(seconds)
        case .boolean(let flag): flag ? "yes" : "no"
        case .error(.code(let code)): code
        case .error(.notCalculated): "#?"
        }
    }
}

/// A time of day, or a length of time, as text.
enum ClockText {
    /// `14:05:00`; lengths above a day go on counting hours.
    static func text(_ seconds: Int) -> String {
        let all = seconds.magnitude
        return (seconds < 0 ? "-" : "") + "\(two(all / 3_600)):\(two(all / 60 % 60)):\(two(all % 60))"
    }

    private static func two(_ number: UInt) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
