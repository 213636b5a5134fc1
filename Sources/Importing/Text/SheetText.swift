internal import Files
internal import Periods

/// A sheet written as a table of text: every row of the sheet is the line of its number.
///
/// Numbers have no group marks, days are ISO 8601, yes and no are `true` and `false`. A line break in a cell is a space, so that
/// lines and rows stay the same. What stands above the row that names the columns is left out.
public struct SheetText: Sendable {
    /// The byte between two cells.
    public var delimiter: UInt8
    /// The byte before the decimal places.
    public var decimalMark: UInt8
    /// Whether a row names the columns; it is looked for.
    public var hasHeader: Bool

    /// Says how a sheet is written.
    public init(
        delimiter: UInt8 = UInt8(ascii: ","), decimalMark: UInt8 = UInt8(ascii: "."), hasHeader: Bool = true
    ) {
        self.delimiter = delimiter
        self.decimalMark = decimalMark
        self.hasHeader = hasHeader
    }

    /// The bytes of a sheet in UTF-8.
    ///
    /// - Throws: ``WorkbookFailure``.
    public func bytes(_ workbook: Workbook, _ sheet: Workbook.Choice = .first) throws(WorkbookFailure) -> [UInt8] {
        var lines = Lines(self)
        do {
            try workbook.read(sheet) { row in
                lines.take(row)
                return .goOn
            }
        } catch let failure as WorkbookFailure {
            throw failure
        } catch {
            // The closure throws nothing.
            throw WorkbookFailure(path: workbook.path, fault: .unreadable(.other(0)))
        }
        return lines.finish()
    }

    /// Lines as they come to be.
    private struct Lines {
        /// The row that names the columns stands among the first so many that hold something.
        private static let titles = 30

        private let text: SheetText
        private var bytes: [UInt8] = []
        /// The line that comes next.
        private var line = 1
        /// How many columns the first line has: the cells of later ones that are empty at the end are cells too.
        private var width = 0
        /// The first rows, until it is known which of them names the columns; `nil` since then.
        private var first: [SheetRow]?

        init(_ text: SheetText) {
            self.text = text
            first = text.hasHeader ? [] : nil
        }

        mutating func take(_ row: SheetRow) {
            guard first != nil else { return write(row) }
            first?.append(row)
            if first?.count == Self.titles { writeFirst() }
        }

        mutating func finish() -> [UInt8] {
            writeFirst()
            return bytes
        }

        private mutating func writeFirst() {
            guard let rows = first else { return }
            first = nil
            for row in rows[Self.header(among: rows)...] { write(row) }
        }

        /// The first row with texts in most of the columns that rows have: titles above it fill one or two.
        private static func header(among rows: [SheetRow]) -> Int {
            let widest = rows.map(\.cells.count).max() ?? 0
            return rows.firstIndex { row in
                let texts = row.cells.count { if case .text = $0.value { true } else { false } }
                return 10 * row.cells.count >= 6 * widest && 2 * texts > row.cells.count
            } ?? 0
        }

        private mutating func write(_ row: SheetRow) {
            while line < row.number {
                bytes.append(UInt8(ascii: "\n"))
                line += 1
            }
            var column = 0
            for cell in row.cells {
                while column < cell.column {
                    bytes.append(text.delimiter)
                    column += 1
                }
                append(text.text(of: cell.value))
            }
            if width == 0 { width = column }
            while column < width {
                bytes.append(text.delimiter)
                column += 1
            }
            bytes.append(UInt8(ascii: "\n"))
            line = row.number + 1
        }

        private mutating func append(_ cell: String) {
            let quote = UInt8(ascii: "\"")
            let needsQuotes = cell.utf8.contains { $0 == text.delimiter || $0 == quote }
            if needsQuotes { bytes.append(quote) }
            for byte in cell.utf8 {
                switch byte {
                case UInt8(ascii: "\n"), UInt8(ascii: "\r"): bytes.append(UInt8(ascii: " "))
                case quote: bytes += [quote, quote]
                default: bytes.append(byte)
                }
            }
            if needsQuotes { bytes.append(quote) }
        }
    }

    private func text(of cell: Cell) -> String {
        switch cell {
        case .empty: ""
        case .text(let text): text
        case .number(let number):
            decimalMark == UInt8(ascii: ".")
                ? number : number.replacing(".", with: String(UnicodeScalar(decimalMark)))
        case .day(let day): day.description
        case .moment(let day, let second): second == 0 ? day.description : "\(day) \(Self.clock(second))"
        case .time(let seconds): Self.clock(seconds)
        case .boolean(let isTrue): isTrue ? "true" : "false"
        case .error(.code(let code)): code
        case .error(.notCalculated): "#N/A"
        }
    }

    /// Seconds as `9:05:00`.
    private static func clock(_ seconds: Int) -> String {
        let rest = seconds.magnitude
        func two(_ number: UInt) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(seconds < 0 ? "-" : "")\(rest / 3_600):\(two(rest / 60 % 60)):\(two(rest % 60))"
    }
}
