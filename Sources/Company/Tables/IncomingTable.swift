internal import Periods

/// A table that comes in, in the columns that it was read into: each row is written in one way whatever way its file has.
///
/// Tables of one kind out of several files stand one behind the other.
public struct IncomingTable: Sendable, KeepableRows {
    /// What its rows are.
    public let kind: String
    /// The field names.
    public let columns: [String]
    /// How many rows there are.
    public var rowCount: Int { rows.count }
    /// No key comes twice: the second row is set aside, or numbered.
    public var hasOneRowForEachKey: Bool { true }

    private let keys: [Int]
    private var parts: [Part] = []
    /// The rows that are kept, by part and the row in it.
    private var rows: [Row] = []
    /// The number of a row that is the second or third of its key, where that is allowed.
    private var numbers: [Int: Int] = [:]

    private struct Row {
        var part: Int32
        var row: Int32
    }

    /// A table without rows.
    init(kind: String, _ schema: [TableSchema.Column]) {
        self.kind = kind
        columns = schema.map(\.name)
        keys = PlainTable.keyColumns(of: kind, columns)
    }

    /// What identifies a row.
    public func key(of row: Int) -> String { text { append(keyOf: row, to: &$0) } }

    /// The file and line that a row came from.
    public func place(of row: Int) -> String { text { append(placeOf: row, to: &$0) } }

    /// The text of a cell; empty for a column that is not there.
    public func cell(_ column: Int, of row: Int) -> String {
        text { parts[Int(rows[row].part)].cells[column].append(Int(rows[row].row), to: &$0) }
    }

    private func text(_ write: (inout [UInt8]) -> Void) -> String {
        var buffer: [UInt8] = []
        write(&buffer)
        return String(decoding: buffer, as: UTF8.self)
    }

    /// Appends what identifies a row.
    public func append(keyOf row: Int, to buffer: inout [UInt8]) {
        append(keyIn: parts[Int(rows[row].part)], Int(rows[row].row), to: &buffer)
        if let number = numbers[row] {
            buffer.append(JoinedCells.separator)
            buffer.append(contentsOf: String(number).utf8)
        }
    }

    private func append(keyIn part: Part, _ row: Int, to buffer: inout [UInt8]) {
        for (place, column) in keys.enumerated() {
            if place > 0 { buffer.append(JoinedCells.separator) }
            part.cells[column].append(row, to: &buffer)
        }
    }

    /// Appends the cells of a row as ``JoinedCells``.
    public func append(cellsOf row: Int, to buffer: inout [UInt8]) {
        let part = parts[Int(rows[row].part)]
        for column in columns.indices {
            if column > 0 { buffer.append(JoinedCells.separator) }
            part.cells[column].append(joined: Int(rows[row].row), to: &buffer)
        }
    }

    /// Appends the file and line that a row came from.
    public func append(placeOf row: Int, to buffer: inout [UInt8]) {
        let part = parts[Int(rows[row].part)]
        buffer.append(contentsOf: part.file)
        buffer.append(UInt8(ascii: ":"))
        buffer.append(decimal: Int64(part.lines[Int(rows[row].row)]))
    }

    /// The same rows as texts.
    public var plain: PlainTable { plain(0..<rowCount) }

    /// Some of the rows as texts.
    public func plain(_ wanted: some Sequence<Int>) -> PlainTable {
        PlainTable(
            kind: kind, columns: columns,
            rows: wanted.map { row in
                PlainRow(
                    key: key(of: row), cells: columns.indices.map { cell($0, of: row) }, place: place(of: row))
            })
    }

    /// The table without some rows.
    public func without(_ keys: Set<String>) -> IncomingTable {
        if keys.isEmpty { return self }
        var table = self
        table.rows = []
        table.numbers = [:]
        for row in rows.indices where !keys.contains(key(of: row)) {
            if let number = numbers[row] { table.numbers[table.rows.count] = number }
            table.rows.append(rows[row])
        }
        return table
    }

    // MARK: Taking rows in

    /// Adds the rows of a file.
    ///
    /// - Parameters:
    ///   - known: Which keys are there already.
    ///   - isAlikeAllowed: Whether several rows may have one key: they are numbered then.
    ///   - refuse: Is told of every row that is left out because its key is there, with the row that has it.
    mutating func add(
        _ table: ColumnTable, known: inout KnownKeys, isAlikeAllowed: Bool,
        refuse: (_ key: String, _ place: String, _ first: String) -> Void
    ) {
        let part = Part(table, columns)
        parts.append(part)
        rows.reserveCapacity(rows.count + table.rowCount)
        let number = Int32(truncatingIfNeeded: parts.count - 1)
        var key: [UInt8] = []
        var other: [UInt8] = []
        for row in 0..<table.rowCount {
            let own = Row(part: number, row: Int32(truncatingIfNeeded: row))
            key.removeAll(keepingCapacity: true)
            append(keyIn: part, row, to: &key)
            let first = known.insert(key, as: rows.count) { place in
                other.removeAll(keepingCapacity: true)
                append(keyIn: parts[Int(rows[place].part)], Int(rows[place].row), to: &other)
                return other == key
            }
            rows.append(own)
            guard let first else { continue }
            if isAlikeAllowed {
                numbers[rows.count - 1] = known.count(again: first)
            } else {
                let place = place(of: rows.count - 1)
                rows.removeLast()
                refuse(String(decoding: key, as: UTF8.self), place, self.place(of: first))
            }
        }
    }

    /// The rows of one file.
    private struct Part: Sendable {
        let file: [UInt8]
        let lines: [Int32]
        let cells: [Cells]

        init(_ table: ColumnTable, _ columns: [String]) {
            file = Array(table.file.utf8)
            lines = table.lineNumbers
            cells = columns.map { Cells(table.columns[$0]) }
        }
    }
}

/// The keys of rows, found by their bytes without a text for each.
struct KnownKeys {
    /// Numbers of rows by hash, -1 where there is none; a power of two, at most half of it in use.
    private var slots = [Int32](repeating: -1, count: 64)
    private var hashes: [UInt64] = []
    private var used = 0
    private var again: [Int: Int] = [:]

    /// Enters the key of a row; gives the row that has it already, and enters nothing then.
    mutating func insert(_ key: [UInt8], as row: Int, isKey: (Int) -> Bool) -> Int? {
        if used * 2 >= slots.count { grow() }
        let hash = ByteWords.hash(key.span, from: 0, length: key.count)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let other = Int(slots[slot])
            if hashes[other] == hash, isKey(other) {
                hashes.append(hash)
                return other
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(truncatingIfNeeded: row)
        while hashes.count <= row { hashes.append(hash) }
        hashes[row] = hash
        used += 1
        return nil
    }

    /// Counts a row more of a key: 2 for the second.
    mutating func count(again row: Int) -> Int {
        again[row, default: 1] += 1
        return again[row] ?? 1
    }

    private mutating func grow() {
        let old = slots.filter { $0 >= 0 }
        slots = [Int32](repeating: -1, count: slots.count * 4)
        for row in old {
            var slot = Int(truncatingIfNeeded: hashes[Int(row)]) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = row
        }
    }
}

/// The cells of a column, to be written in one way.
private enum Cells: Sendable {
    case none
    case day([Int32])
    case decimal(DecimalColumn)
    case code([Int32], texts: [[UInt8]], joined: [[UInt8]])
    case key(KeyColumn)
    case flag([Int8])

    init(_ data: ColumnData?) {
        switch data {
        case .day(let days)?: self = .day(days)
        case .decimal(let column)?: self = .decimal(column)
        case .code(let column)?:
            self = .code(
                column.codes, texts: column.dictionary.map { Array($0.utf8) },
                joined: column.dictionary.map { text in
                    var bytes: [UInt8] = []
                    JoinedCells.append(text.utf8, to: &bytes)
                    return bytes
                })
        case .key(let column)?: self = .key(column)
        case .flag(let flags)?: self = .flag(flags)
        case nil: self = .none
        }
    }

    /// Appends the text of a row.
    func append(_ row: Int, to buffer: inout [UInt8]) {
        switch self {
        case .none: break
        case .day(let days): if days[row] != ColumnData.emptyDay { buffer.append(day: days[row]) }
        case .decimal(let column): column.append(row, to: &buffer)
        case .code(let codes, let texts, _): if codes[row] >= 0 { buffer.append(contentsOf: texts[Int(codes[row])]) }
        case .key(let column):
            if let range = column.range(of: row) { buffer.append(contentsOf: column.bytes[range]) }
        case .flag(let flags):
            if flags[row] != ColumnData.emptyFlag { buffer.append(contentsOf: (flags[row] == 1 ? "yes" : "no").utf8) }
        }
    }

    /// As ``append(_:to:)``, with what is a mark among joined cells escaped.
    func append(joined row: Int, to buffer: inout [UInt8]) {
        switch self {
        case .code(let codes, _, let joined): if codes[row] >= 0 { buffer.append(contentsOf: joined[Int(codes[row])]) }
        case .key(let column):
            if let range = column.range(of: row) { JoinedCells.append(column.bytes[range], to: &buffer) }
        case .none, .day, .decimal, .flag: append(row, to: &buffer)
        }
    }
}

extension DecimalColumn {
    /// Appends a plain number with a decimal point and no zeros at its end.
    fileprivate func append(_ row: Int, to buffer: inout [UInt8]) {
        guard values[row] != Self.empty else { return }
        var magnitude = values[row].magnitude
        var places = scale
        while places > 0, magnitude % 10 == 0 {
            magnitude /= 10
            places -= 1
        }
        if values[row] < 0 { buffer.append(UInt8(ascii: "-")) }
        var factor: UInt64 = 1
        for _ in 0..<places { factor *= 10 }
        buffer.append(decimal: Int64(magnitude / factor))
        if places == 0 { return }
        buffer.append(UInt8(ascii: "."))
        var rest = magnitude % factor
        while places > 0 {
            factor /= 10
            buffer.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / factor))
            rest %= factor
            places -= 1
        }
    }
}

extension [UInt8] {
    /// Appends a whole number that is not below zero.
    fileprivate mutating func append(decimal number: Int64) {
        if number > 9 { append(decimal: number / 10) }
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }

    /// Appends a day as `2026-01-31`.
    fileprivate mutating func append(day number: Int32) {
        let day = CivilDay(number: number)
        guard (0...9999).contains(day.year) else {
            append(contentsOf: day.description.utf8)
            return
        }
        for (value, digits) in [(day.year, 4), (day.month, 2), (day.day, 2)] {
            if digits == 2 { append(UInt8(ascii: "-")) }
            if digits == 4 {
                append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / 1000))
                append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / 100 % 10))
            }
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / 10 % 10))
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10))
        }
    }
}
