/// A table as Stimul reads it: comma, RFC 4180, UTF-8, names of fields in the first row, canonical values; and where each row
/// comes from.
public struct CleanTable: Hashable, Sendable {
    /// The fields that the table has, in the order of its columns.
    public let fields: [String]
    /// The table as bytes.
    public let csv: [UInt8]
    /// For each row behind the header, the number of its row in the file.
    public let sourceRows: [Int]
    /// Shares of owners where a cell names several, as a table of text: the kind's id, person, share; `nil` when there are none.
    public let splits: [UInt8]?
    /// For each row of ``splits`` behind its header, the number of its row in the file.
    public let splitRows: [Int]
    /// The columns that fields come from, by their place in the rows of the file.
    public let columns: [String: Int]
    /// The columns that feed nothing.
    public let unread: [TableShape.Column]
    /// Rows that were left out.
    public let leftOut: [TableShape.LeftOut]

    /// The first rows behind the header, cell by cell.
    public func rows(first count: Int) -> [[String]] {
        var reader = CSVText.Reader(csv)
        _ = reader.next()
        var rows: [[String]] = []
        while rows.count < count, let row = reader.next() { rows.append(row) }
        return rows
    }
}

/// Texts as cells of RFC 4180.
enum CSVText {
    /// Adds a row.
    static func append(_ cells: [String], to bytes: inout [UInt8]) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            append(cell, to: &bytes)
        }
        bytes.append(0x0A)
    }

    /// Reads rows as ``append(_:to:)`` writes them.
    struct Reader {
        private let bytes: [UInt8]
        private var place = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        /// The cells of the next row; `nil` behind the last.
        mutating func next() -> [String]? {
            guard place < bytes.count else { return nil }
            var cells: [[UInt8]] = [[]]
            var isQuoted = false
            while place < bytes.count {
                let byte = bytes[place]
                place += 1
                switch byte {
                case .quote where isQuoted && place < bytes.count && bytes[place] == .quote:
                    cells[cells.count - 1].append(.quote)
                    place += 1
                case .quote: isQuoted.toggle()
                case UInt8(ascii: ",") where !isQuoted: cells.append([])
                case 0x0A where !isQuoted: return cells.map { String(decoding: $0, as: UTF8.self) }
                default: cells[cells.count - 1].append(byte)
                }
            }
            return cells.map { String(decoding: $0, as: UTF8.self) }
        }
    }

    private static func append(_ cell: String, to bytes: inout [UInt8]) {
        let needsQuotes =
            cell.utf8.contains { $0 == UInt8(ascii: ",") || $0 == .quote || $0 == 0x0A || $0 == 0x0D }
            || cell.utf8.first == 0x20 || cell.utf8.last == 0x20
        guard needsQuotes else {
            bytes.append(contentsOf: cell.utf8)
            return
        }
        bytes.append(.quote)
        for byte in cell.utf8 {
            if byte == .quote { bytes.append(.quote) }
            bytes.append(byte)
        }
        bytes.append(.quote)
    }
}
