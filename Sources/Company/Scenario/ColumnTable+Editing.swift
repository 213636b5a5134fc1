/// Single cells and rows of a table that was read.
extension ColumnTable {
    /// The row whose key has this text.
    func row(of key: String, in column: String) -> Int? {
        guard case .key(let keys)? = columns[column] else { return nil }
        let wanted = Array(key.utf8)
        return (0..<keys.count).first { row in
            guard let range = keys.range(of: row), range.count == wanted.count else { return false }
            return keys.bytes[range].elementsEqual(wanted)
        }
    }

    /// Takes a row out.
    mutating func remove(row: Int) {
        for name in columns.keys { columns[name]?.remove(row: row) }
        lineNumbers.remove(at: row)
        rowCount -= 1
    }

    /// Puts the only cell of another column in place of a cell; `false` when both do not fit one column.
    mutating func put(_ cell: ColumnData, in name: String, row: Int) -> Bool {
        guard let column = columns[name]?.with(cell, at: row, line: lineNumbers[row]) else { return false }
        columns[name] = column
        return true
    }
}

extension ColumnData {
    fileprivate mutating func remove(row: Int) {
        switch self {
        case .day(var days):
            days.remove(at: row)
            self = .day(days)
        case .decimal(var column):
            column.values.remove(at: row)
            self = .decimal(column)
        case .code(var column):
            column.codes.remove(at: row)
            self = .code(column)
        case .key(let column): self = .key(column.replacing(row, by: nil))
        case .flag(var flags):
            flags.remove(at: row)
            self = .flag(flags)
        }
    }

    /// The column with the only cell of another one in a row; `nil` when both do not fit one column.
    fileprivate func with(_ cell: ColumnData, at row: Int, line: Int32) -> ColumnData? {
        switch (self, cell) {
        case (.day(var days), .day(let other)):
            days[row] = other[0]
            return .day(days)
        case (.decimal(let column), .decimal(let other)): return column.with(other, at: row).map { .decimal($0) }
        case (.code(let column), .code(let other)): return .code(column.with(other, at: row, line: line))
        case (.key(let column), .key(let other)): return .key(column.replacing(row, by: other[0]))
        case (.flag(var flags), .flag(let other)):
            flags[row] = other[0]
            return .flag(flags)
        default: return nil
        }
    }
}

extension DecimalColumn {
    fileprivate func with(_ other: DecimalColumn, at row: Int) -> DecimalColumn? {
        let common = max(scale, other.scale)
        guard var values = Self.rescaled(values, by: common - scale),
            let cell = Self.rescaled(other.values, by: common - other.scale)
        else { return nil }
        values[row] = cell[0]
        return DecimalColumn(values: values, scale: common)
    }

    private static func rescaled(_ values: [Int64], by places: Int) -> [Int64]? {
        if places == 0 { return values }
        let factor = (0..<places).reduce(Int64(1)) { product, _ in product * 10 }
        var scaled: [Int64] = []
        scaled.reserveCapacity(values.count)
        for value in values {
            let (product, overflow) = value == empty ? (value, false) : value.multipliedReportingOverflow(by: factor)
            if overflow { return nil }
            scaled.append(product)
        }
        return scaled
    }
}

extension CodeColumn {
    fileprivate func with(_ other: CodeColumn, at row: Int, line: Int32) -> CodeColumn {
        var column = self
        guard other.codes[0] >= 0 else {
            column.codes[row] = Self.empty
            return column
        }
        let text = other.dictionary[Int(other.codes[0])]
        if let code = dictionary.firstIndex(of: text) {
            column.codes[row] = Int32(truncatingIfNeeded: code)
        } else {
            column.codes[row] = Int32(truncatingIfNeeded: dictionary.count)
            column.dictionary.append(text)
            column.firstLine.append(line)
        }
        return column
    }
}

extension KeyColumn {
    /// The column with another text in a row, or without the row.
    fileprivate func replacing(_ row: Int, by text: String?) -> KeyColumn {
        guard let range = range(of: row) else { return self }
        var column = self
        let new = Array((text ?? "").utf8)
        column.bytes.replaceSubrange(range, with: new)
        let moved = new.count - range.count
        for index in column.offsets.indices where index > row { column.offsets[index] += moved }
        if text == nil { column.offsets.remove(at: row + 1) }
        return column
    }
}
