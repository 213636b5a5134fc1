/// The columns of a table that was read in parts.
struct JointColumns: Sendable {
    /// For each part its columns.
    private let columns: [[ColumnData]]
    private let texts: [[DistinctTexts?]]
    private let lines: [[Int32]]
    /// How many lines come before each part's first one.
    private let linesBefore: [Int32]
    private let rows: Int

    /// Makes the columns of some parts.
    init(parts: [TablePart], linesBefore: [Int]) {
        columns = parts.map(\.columns)
        texts = parts.map(\.texts)
        lines = parts.map(\.lineNumbers)
        self.linesBefore = linesBefore.map { Int32(clamping: $0) }
        rows = lines.reduce(0) { $0 + $1.count }
    }

    /// The line of each row.
    var lineNumbers: [Int32] {
        if lines.count == 1 { return lines[0] }
        var result: [Int32] = []
        result.reserveCapacity(rows)
        for (part, before) in zip(lines, linesBefore) { result.append(contentsOf: part.lazy.map { $0 &+ before }) }
        return result
    }

    /// A column of the whole table.
    func column(_ index: Int) -> ColumnData {
        let parts = columns.map { $0[index] }
        guard let first = parts.first else { return .day([]) }
        switch first {
        case .day: return .day(joined(parts.compactMap { if case .day(let days) = $0 { days } else { nil } }))
        case .flag: return .flag(joined(parts.compactMap { if case .flag(let flags) = $0 { flags } else { nil } }))
        case .decimal:
            return .decimal(joined(parts.compactMap { if case .decimal(let column) = $0 { column } else { nil } }))
        case .code:
            let codes = parts.compactMap { if case .code(let column) = $0 { column.codes } else { nil } }
            return .code(joined(codes, texts.compactMap { $0[index] }))
        case .key: return .key(joined(parts.compactMap { if case .key(let column) = $0 { column } else { nil } }))
        }
    }

    private func joined<Value>(_ parts: [[Value]]) -> [Value] {
        if parts.count == 1 { return parts[0] }
        var result: [Value] = []
        result.reserveCapacity(rows)
        for part in parts { result += part }
        return result
    }

    /// Brings the numbers of all parts to the finest scale among them; that they fit was seen before.
    private func joined(_ parts: [DecimalColumn]) -> DecimalColumn {
        if parts.count == 1 { return parts[0] }
        let scale = parts.reduce(0) { max($0, $1.scale) }
        var values: [Int64] = []
        values.reserveCapacity(rows)
        for part in parts {
            if part.scale == scale {
                values += part.values
            } else {
                let factor = DecimalBuilder.powers[scale - part.scale]
                values.append(contentsOf: part.values.lazy.map { $0 == DecimalColumn.empty ? $0 : $0 &* factor })
            }
        }
        return DecimalColumn(values: values, scale: scale)
    }

    /// Numbers the texts anew; in the order of the parts the order of first appearance stays what it is.
    private func joined(_ parts: [[Int32]], _ texts: [DistinctTexts]) -> CodeColumn {
        if parts.count == 1, let texts = texts.first {
            return CodeColumn(codes: parts[0], dictionary: texts.strings, firstLine: texts.firstLines)
        }
        var dictionary = TextDictionary()
        var codes: [Int32] = []
        codes.reserveCapacity(rows)
        for ((part, texts), before) in zip(zip(parts, texts), linesBefore) {
            let bytes = texts.bytes.span
            var numbers: [Int32] = []
            numbers.reserveCapacity(texts.count)
            for text in 0..<texts.count {
                let start = texts.offsets[text]
                numbers.append(
                    dictionary.code(
                        bytes, start, texts.offsets[text + 1] - start, line: texts.firstLines[text] &+ before))
            }
            codes.append(contentsOf: part.lazy.map { $0 < 0 ? CodeColumn.empty : numbers[Int($0)] })
        }
        return CodeColumn(
            codes: codes, dictionary: dictionary.texts.strings, firstLine: dictionary.texts.firstLines)
    }

    private func joined(_ parts: [KeyColumn]) -> KeyColumn {
        if parts.count == 1 { return parts[0] }
        var keys = KeyColumn()
        keys.reserve(rows: rows, bytes: parts.reduce(0) { $0 + $1.bytes.count })
        for part in parts { keys.append(part) }
        return keys
    }
}
