/// Columns that are not read from cells: the same value in every row, or nothing.
enum FilledColumn {
    /// A column of empty cells.
    static func empty(_ type: ColumnType, rows: Int) -> ColumnData {
        switch type {
        case .day: .day([Int32](repeating: ColumnData.emptyDay, count: rows))
        case .decimal, .percent:
            .decimal(DecimalColumn(values: [Int64](repeating: DecimalColumn.empty, count: rows), scale: 0))
        case .code:
            .code(CodeColumn(codes: [Int32](repeating: CodeColumn.empty, count: rows), dictionary: [], firstLine: []))
        case .key: .key(KeyColumn(repeating: "", count: rows))
        case .flag: .flag([Int8](repeating: ColumnData.emptyFlag, count: rows))
        }
    }

    /// A column that has the same text in every row; throws why the text is not of that type.
    static func constant(_ text: String, _ type: ColumnType, rows: Int) throws(ConstantFault) -> ColumnData {
        let bytes = Array(text.utf8)
        let span = bytes.span
        let start = Blanks.trimmedStart(span, 0, bytes.count)
        let length = Blanks.trimmedEnd(span, start, bytes.count) - start
        if length == 0 { return empty(type, rows: rows) }
        switch type {
        case .day:
            let day = DayCell.read(span, start, length)
            if let fault = day.fault { throw ConstantFault(kind: fault) }
            return .day([Int32](repeating: day.number, count: rows))
        case .decimal, .percent:
            let number = DecimalCell.read(span, start, length, mark: .point, isPercent: type == .percent)
            if let fault = number.fault { throw ConstantFault(kind: fault) }
            return .decimal(
                DecimalColumn(values: [Int64](repeating: number.digits, count: rows), scale: number.places))
        case .code:
            let text = String(decoding: bytes[start..<start + length], as: UTF8.self)
            return .code(
                CodeColumn(codes: [Int32](repeating: 0, count: rows), dictionary: [text], firstLine: [0]))
        case .key:
            let text = String(decoding: bytes[start..<start + length], as: UTF8.self)
            return .key(KeyColumn(repeating: text, count: rows))
        case .flag:
            guard let flag = FlagCell.read(span, start, length) else { throw ConstantFault(kind: .notAFlag) }
            return .flag([Int8](repeating: flag, count: rows))
        }
    }

    /// Why a constant is not of its column's type.
    struct ConstantFault: Error {
        var kind: TableFault.Kind
    }
}
