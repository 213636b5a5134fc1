/// How a table is probably written, seen in its first rows: everything at once, so that nobody has to find it out one by one.
struct TableGuess {
    /// The encoding, the delimiter and the decimal mark.
    private(set) var format: TableFormat
    /// For each column that the first row does not have under its name, the name that is probably meant; `nil` when none is.
    private(set) var columns: [(field: String, name: String?)] = []

    /// How many rows are looked at.
    private static let rows = 100

    /// Looks at the beginning of a file.
    ///
    /// - Parameter format: What is said of the table so far.
    init?(_ file: SourceFile, _ schema: TableSchema, _ format: TableFormat) {
        self.format = format
        let bytes = file.content.excerpt(0..<1 << 16)
        var start = 0
        var text = bytes
        if format.encoding == .windows1251, !bytes.allSatisfy({ $0 < 0x80 }),
            Self.isUTF8(bytes, isWhole: file.content.count == bytes.count)
        {
            return nil
        }
        if format.encoding == .utf8 {
            if bytes.starts(with: TableHead.byteOrderMark) { start = 3 }
            if !Self.isUTF8(bytes, isWhole: file.content.count == bytes.count) {
                // A line with letters tells more than all the figures around it.
                let line = bytes.split(separator: .lineFeed).first { line in line.contains { $0 >= 0x80 } } ?? []
                guard Windows1251.isLikely(Array(line)) else { return nil }
                self.format.encoding = .windows1251
            }
        }
        if self.format.encoding == .windows1251 { text = Array(Windows1251.text(bytes).utf8) }
        guard let head = Self.head(text, start, format.delimiter) else { return nil }
        self.format.delimiter = head.delimiter
        if format.hasHeader { columns = Self.columns(schema, head.row.names.map(\.text)) }
        self.format.decimalMark = decimalMark(schema, head.row, text)
    }

    /// Whether bytes are UTF-8, but for a character that the excerpt cuts in two.
    private static func isUTF8(_ bytes: [UInt8], isWhole: Bool) -> Bool {
        (0...(isWhole ? 0 : 3)).contains { String(validating: bytes.dropLast($0), as: UTF8.self) != nil }
    }

    /// The first row, cut at the mark that makes most cells of it.
    private static func head(_ text: [UInt8], _ start: Int, _ delimiter: UInt8) -> (row: FirstRow, delimiter: UInt8)? {
        var best: (row: FirstRow, delimiter: UInt8)?
        for mark in [delimiter, UInt8(ascii: ";"), .tab, .comma, UInt8(ascii: "|")] {
            guard let found = try? FirstRow(text, from: start, delimiter: mark) else { continue }
            if found.names.count > best?.row.names.count ?? 0 { best = (found, mark) }
        }
        return best
    }

    private static func columns(_ schema: TableSchema, _ names: [String]) -> [(field: String, name: String?)] {
        let wanted = schema.columns.filter { $0.constant == nil }
        let found = Set(wanted.compactMap(\.source.name)).intersection(names)
        var free = names.filter { !$0.isEmpty && !found.contains($0) }
        var columns: [(field: String, name: String?)] = []
        for column in wanted {
            guard let name = column.source.name, !found.contains(name) else { continue }
            let meant = ColumnWords.position(of: column.name, in: free) ?? NearName.nearest(to: name, among: free)
            if meant == nil, !column.isRequired { continue }
            columns.append((column.name, meant.map { free[$0] }))
            if let meant { free.remove(at: meant) }
        }
        return columns
    }

    /// The mark that the fractions of the first rows have; that of the table when they do not tell.
    private func decimalMark(_ schema: TableSchema, _ head: FirstRow, _ text: [UInt8]) -> UInt8 {
        let names = head.names.map(\.text)
        let cells = schema.columns.filter { $0.type == .decimal || $0.type == .percent }.compactMap { column -> Int? in
            if case .number(let number) = column.source { return number - 1 }
            let name = columns.first { $0.field == column.name }?.name ?? column.source.name
            return names.firstIndex { $0 == name }
        }
        var marks = (comma: 0, point: 0)
        var position = head.bytes.upperBound
        for _ in 0..<Self.rows {
            guard let row = try? FirstRow(text, from: position, delimiter: format.delimiter) else { break }
            position = row.bytes.upperBound
            for cell in cells where row.names.indices.contains(cell) {
                switch Self.mark(of: row.names[cell].text) {
                case ",": marks.comma += 1
                case ".": marks.point += 1
                default: break
                }
            }
        }
        if marks.comma > 0, marks.point == 0 { return UInt8(ascii: ",") }
        if marks.point > 0, marks.comma == 0 { return UInt8(ascii: ".") }
        return format.decimalMark
    }

    /// The mark before a number's fraction; `nil` when it has none, or when the mark may also stand between thousands.
    private static func mark(of cell: String) -> Character? {
        let marks = cell.filter { ",.".contains($0) }
        guard let mark = marks.first, marks.count == 1, let place = cell.lastIndex(of: mark) else { return nil }
        let fraction = cell[cell.index(after: place)...].filter(\.isNumber)
        return fraction.count == 3 || fraction.isEmpty ? nil : mark
    }
}
