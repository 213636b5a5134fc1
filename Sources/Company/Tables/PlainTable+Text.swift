internal import Periods

extension PlainTable {
    init(kind: String, _ schema: [TableSchema.Column], _ table: ColumnTable) {
        self.init(kind: kind, columns: schema.map(\.name))
        let cells = schema.map { table.columns[$0.name] }
        let keys = Self.keyColumns(of: kind, columns)
        rows.reserveCapacity(table.rowCount)
        for row in 0..<table.rowCount {
            let texts = cells.map { $0?.text(row) ?? "" }
            rows.append(
                PlainRow(
                    key: Self.key(keys.map { texts[$0] }), cells: texts,
                    place: "\(table.file):\(table.lineNumbers[row])"))
        }
    }

    /// The cells that make a row the only one of its kind: its id, or all that is neither a value nor the end of its days.
    private static func keyColumns(of kind: String, _ columns: [String]) -> [Int] {
        if let id = columns.firstIndex(of: "id") { return [id] }
        let own: Set<String>
        switch kind {
        case "assignments": own = ["person", "position", "unit", "from"]
        case "teams": own = ["subject", "role", "from"]
        case "targets", "entered": own = ["metric", "subject", "period"]
        case "goals": own = ["person", "period", "goal"]
        case "exchange_rates": own = ["currency", "from"]
        default: own = Set(columns).subtracting(["share", "rate", "until"])
        }
        return columns.indices.filter { own.contains(columns[$0]) }
    }

    /// Key cells as one text; what parts them cannot stand in a cell.
    private static func key(_ cells: [String]) -> String { cells.joined(separator: "\u{1F}") }

    /// The table as a CSV file.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(64 + rows.count * 48)
        Self.append(columns, to: &bytes)
        for row in rows { Self.append(row.cells, to: &bytes) }
        return bytes
    }

    private static func append(_ cells: [String], to bytes: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(.comma) }
            append(cell, to: &bytes)
        }
        bytes.append(.lineFeed)
    }

    private static func append(_ cell: String, to bytes: inout [UInt8]) {
        var text = cell
        if append(plain: &text, to: &bytes) { return }
        // A line break inside a cell would move every line after it.
        text = text.onOneLine
        if append(plain: &text, to: &bytes) { return }
        bytes.append(.quotationMark)
        for byte in text.utf8 {
            if byte == .quotationMark { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(.quotationMark)
    }

    /// Appends a cell that can stand as it is; tells whether it can.
    private static func append(plain cell: inout String, to bytes: inout [UInt8]) -> Bool {
        cell.withUTF8 { cell in
            if cell.contains(where: { isMark($0) }) { return false }
            bytes.append(contentsOf: cell)
            return true
        }
    }

    /// Whether a cell that has this byte cannot stand as it is.
    private static func isMark(_ byte: UInt8) -> Bool {
        byte == .comma || byte == .quotationMark || byte == .lineFeed || byte == .carriageReturn
    }
}

extension String {
    fileprivate var onOneLine: String {
        String(map { $0.isNewline ? " " : $0 })
    }
}

extension ColumnData {
    /// The cell of a row in one way of writing, whatever way its file had.
    fileprivate func text(_ row: Int) -> String {
        switch self {
        case .day(let days): days[row] == Self.emptyDay ? "" : CivilDay(number: days[row]).description
        case .decimal(let column): column.text(row)
        case .code(let column): column.codes[row] < 0 ? "" : column.dictionary[Int(column.codes[row])]
        case .key(let column): column[row]
        case .flag(let flags): flags[row] == Self.emptyFlag ? "" : flags[row] == 1 ? "yes" : "no"
        }
    }
}

extension DecimalColumn {
    /// A plain number with a decimal point and no zeros at its end.
    fileprivate func text(_ row: Int) -> String {
        guard values[row] != Self.empty else { return "" }
        guard scale > 0 else { return String(values[row]) }
        let digits = String(values[row].magnitude)
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
        var text = padded.dropLast(scale) + "." + padded.suffix(scale)
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return (values[row] < 0 ? "-" : "") + text
    }
}
