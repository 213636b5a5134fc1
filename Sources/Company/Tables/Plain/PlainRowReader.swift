/// Reads rows in which every cell is written in the usual way, straight from bytes into values, and stops before the first
/// row that is not: no quotation mark, no space around a cell, the right number of cells, nothing wrong.
///
/// It knows no rule of its own. What takes more than a look at one word is read by the same functions that read all other
/// rows (``DayCell``, ``DecimalCell``, ``FlagCell``, ``TextDictionary``), and a row that they find wrong is left to those that can
/// say why. So it may be left out at any row without changing the table.
///
/// A few rows at a time are cut into cells, and then each column reads its cells one after the other: where a cell begins
/// is then known before the one in front of it has been read, and a processor reads several at once.
///
/// This and ``RowCutter`` are the places of the reader that work on unsafe pointers: at ten million rows, checks of every
/// single access cost more than the reading. What keeps it in bounds: rows have ``RowCutter/slack`` bytes of text behind
/// them, which is more than any cell is looked beyond; values are written at the index of a row below `capacity`; keys end a
/// block when their memory is nearly used up.
final class PlainRowReader {
    /// How many rows a block has at most.
    static let capacity = 512

    /// The cells of a row, in their order.
    let columns: UnsafeMutablePointer<PlainColumn>
    private let count: Int
    let mark: UInt8
    private let cutter: RowCutter
    /// The line of each row of the block.
    private let lineMemory: UnsafeMutablePointer<Int32>
    /// Texts of the present rows whose numbers are still to be asked for: a row that is not taken over must leave no trace
    /// in any dictionary.
    let newTexts: UnsafeMutablePointer<NewText>
    var newTextCount = 0
    /// Days met before.
    let days: UnsafeMutablePointer<KnownDay>

    /// The next byte to look at.
    private(set) var position = 0
    /// The line it is on.
    private(set) var line = 0

    /// Makes a reader; `nil` when no row of such a table would be plain.
    init?(_ plan: ColumnPlan, _ format: TableFormat) {
        let usual: [UInt8] = [.comma, UInt8(ascii: ";"), UInt8(ascii: "|"), .tab]
        guard usual.contains(format.delimiter), format.delimiter != format.decimalMark, !plan.slots.isEmpty,
            [.comma, .point].contains(format.decimalMark)
        else { return nil }
        var readers: [Int: Int] = [:]
        for (index, entry) in plan.present.enumerated() {
            if readers.updateValue(index, forKey: entry.slot) != nil { return nil }
        }
        count = plan.slots.count
        cutter = RowCutter(cells: count, delimiter: format.delimiter)
        mark = format.decimalMark
        columns = .allocate(capacity: count)
        for (cell, slot) in plan.slots.enumerated() {
            let index = readers[slot]
            let column = index.map { plan.present[$0].column }
            (columns + cell).initialize(
                to: PlainColumn(
                    PlainColumn.Kind(column?.type), column: index ?? -1, isOptional: column?.isOptional ?? true,
                    isPercent: column?.type == .percent, rows: Self.capacity))
        }
        lineMemory = .allocate(capacity: Self.capacity)
        newTexts = .allocate(capacity: count * cutter.most)
        days = .allocate(capacity: Self.knownDayCount)
        days.initialize(repeating: KnownDay(), count: Self.knownDayCount)
    }

    deinit {
        for cell in 0..<count { columns[cell].deallocate() }
        columns.deallocate()
        lineMemory.deallocate()
        newTexts.deallocate()
        days.deallocate()
    }

    /// The lines of a block's first rows.
    func lines(_ rows: Int) -> UnsafeBufferPointer<Int32> { UnsafeBufferPointer(start: lineMemory, count: rows) }

    /// Lets every column's builder and its cells meet, before a block or behind it.
    func forEachColumn(_ body: (inout PlainColumn) -> Void) {
        for cell in 0..<count where columns[cell].column >= 0 { body(&columns[cell]) }
    }

    /// Reads up to ``capacity`` rows that begin before `end`; ``position`` and ``line`` are then behind the last of them.
    ///
    /// - Returns: How many rows were read.
    func read(_ bytes: Span<UInt8>, from start: Int, to end: Int, line firstLine: Int) -> Int {
        position = start
        line = firstLine
        guard firstLine < Int(Int32.max) - Self.capacity else { return 0 }
        return bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            var count = 0
            while count < Self.capacity, position < end {
                let rows = cutter.cut(
                    base + position, buffer.count &- position, to: end &- position, limit: Self.capacity &- count)
                let read = readCells(of: rows, into: count)
                enterNewTexts(of: rows, to: count &+ read, firstLine: firstLine)
                position &+= rows.start(read, 0)
                count &+= read
                if read == 0 || read < rows.count { break }
            }
            for row in 0..<count { lineMemory[row] = Int32(truncatingIfNeeded: firstLine &+ row) }
            line = firstLine &+ count
            return count
        }
    }

    /// Reads the cells of rows, the first one's values into a row of the block.
    ///
    /// - Returns: How many rows are plain.
    private func readCells(of rows: CutRows, into row: Int) -> Int {
        var rows = rows
        newTextCount = 0
        for cell in 0..<count {
            let column = columns + cell
            rows.count =
                switch column.pointee.kind {
                case .day: readDays(cell, rows, into: row)
                case .decimal: readDecimals(cell, rows, into: row)
                case .code: readCodes(cell, rows, into: row)
                case .key: readKeys(cell, rows, into: row)
                case .flag: readFlags(cell, rows, into: row)
                case .unread:
                    rows.readCells(cell) { _, start, length in length == 0 || isPlain(rows.base + start, length) }
                }
        }
        return rows.count
    }

    // MARK: Cells as such

    @inline(__always)
    func word(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
    }

    /// Whether a cell that is not empty has neither quotation mark nor space at its ends.
    @inline(__always)
    func isPlain(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        let first = bytes[0]
        let last = bytes[length &- 1]
        if first > .quotationMark, first < 0x80, last > 0x20, last < 0x80 { return true }
        return isPlainBeyondASCII(bytes, length)
    }

    /// Wide spaces begin with C2 or E2 and end in A0, 89 or AF behind C2 or 80.
    private func isPlainBeyondASCII(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        let first = bytes[0]
        let last = bytes[length - 1]
        guard first > .quotationMark, first != 0xC2, first != 0xE2, last > 0x20 else { return false }
        return last < 0x80 || length < 2 || bytes[length - 2] != 0xC2 && bytes[length - 2] != 0x80
    }
}
