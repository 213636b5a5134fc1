extension PlainTable {
    /// The cells that make a row the only one of its kind: its id, or all that is neither a value nor the end of its days.
    static func keyColumns(of kind: String, _ columns: [String]) -> [Int] {
        // Its ids are those of other rows.
        if kind == "aliases" { return columns.indices.filter { ["kind", "alias"].contains(columns[$0]) } }
        if let id = columns.firstIndex(of: "id") { return [id] }
        if let keys = AwardTable(rawValue: kind)?.form.keyColumns {
            return columns.indices.filter { keys.contains(columns[$0]) }
        }
        let own: Set<String>
        switch kind {
        case "assignments": own = ["person", "position", "unit", "from"]
        case "teams": own = ["subject", "role", "from"]
        case "targets", "entered": own = ["metric", "subject", "period"]
        case "exchange_rates": own = ["currency", "from"]
        default: own = Set(columns).subtracting(["share", "rate", "until"])
        }
        return columns.indices.filter { own.contains(columns[$0]) }
    }

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
