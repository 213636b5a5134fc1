/// Reads rows in which every cell is written in the usual way, straight from bytes into values, and stops before the first
/// row that is not: no quotation mark, no space around a cell, the right number of cells, nothing wrong.
///
/// It knows no rule of its own. What takes more than a look at one word is read by the same functions that read all other
/// rows (``DayCell``, ``DecimalCell``, ``FlagCell``, ``TextDictionary``), and a row that they find wrong is left to those that can
/// say why. So it may be left out at any row without changing the table.
///
/// This is the one place of the reader that works on unsafe pointers: at ten million rows, checks of every single access
/// cost more than the reading. What keeps it in bounds: no byte is loaded from beyond ``safeEnd``, which leaves room for
/// five words behind it; values are written at the index of a row below `capacity`; keys end a block when their memory is
/// nearly used up.
final class PlainRowReader {
    /// How many rows a block has at most.
    static let capacity = 512
    /// How many bytes must follow the beginning of a cell: letters, digits and the line break.
    private static let slack = 48

    /// The cells of a row, in their order.
    let columns: UnsafeMutablePointer<PlainColumn>
    private let count: Int
    let delimiter: UInt8
    let mark: UInt8
    /// The line of each row of the block.
    private let lineMemory: UnsafeMutablePointer<Int32>
    /// Texts of the present row whose numbers are still to be asked for: a row that is not taken over must leave no trace
    /// in any dictionary.
    let newTexts: UnsafeMutablePointer<NewText>
    var newTextCount = 0
    /// Days by the last four bits of their year, month and day: the year above, the day's number below.
    let days: UnsafeMutablePointer<Int64>

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
        delimiter = format.delimiter
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
        newTexts = .allocate(capacity: count)
        days = .allocate(capacity: 8192)
        days.initialize(repeating: -1, count: 8192)
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
        let safeEnd = bytes.count - Self.slack
        guard firstLine < Int(Int32.max) - Self.capacity else { return 0 }
        return bytes.withUnsafeBufferPointer { buffer -> Int in
            guard let base = buffer.baseAddress else { return 0 }
            var row = 0
            var next = start
            while row < Self.capacity, next < end, let after = readRow(row, bytes, base, next, safeEnd) {
                let line = Int32(truncatingIfNeeded: firstLine &+ row)
                if newTextCount > 0 { enterNewTexts(row, bytes, base, line: line) }
                lineMemory[row] = line
                next = after
                row &+= 1
            }
            position = next
            line = firstLine + row
            return row
        }
    }

    /// Reads one row; gives the beginning of the next, or `nil` when the row is not plain.
    @inline(__always)
    private func readRow(
        _ row: Int, _ bytes: Span<UInt8>, _ base: UnsafePointer<UInt8>, _ start: Int, _ safeEnd: Int
    ) -> Int? {
        let last = count &- 1
        newTextCount = 0
        var place = start
        var cell = 0
        while true {
            if place > safeEnd { return nil }
            let column = columns + cell
            let end: Int
            switch column.pointee.kind {
            case .day: end = readDay(column, row, bytes, base, place, safeEnd)
            case .decimal: end = readDecimal(column, row, bytes, base, place, safeEnd)
            case .code: end = readCode(cell, row, base, place, safeEnd)
            case .key: end = readKey(column, row, base, place, safeEnd)
            case .flag: end = readFlag(column, row, bytes, base, place, safeEnd)
            case .unread:
                end = cellEnd(base, place, safeEnd)
                if end > place, !isPlain(base, place, end) { return nil }
            }
            if end < place { return nil }
            if cell == last {
                place = end
                break
            }
            if base[end] != delimiter { return nil }
            place = end &+ 1
            cell &+= 1
        }
        // Only delimiters: a line with nothing in it is no row.
        if place &- start <= last || place &- start > RowScanner.longestRow { return nil }
        if base[place] == .lineFeed { return place &+ 1 }
        return base[place] == .carriageReturn && base[place &+ 1] == .lineFeed ? place &+ 2 : nil
    }

    // MARK: Cells as such

    @inline(__always)
    func word(_ base: UnsafePointer<UInt8>, _ position: Int) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self))
    }

    @inline(__always)
    func isEnd(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == .lineFeed || byte == .carriageReturn
    }

    /// Marks of the bytes that end a cell; the lowest is always true.
    @inline(__always)
    private func endMarks(_ word: UInt64) -> UInt64 {
        ByteWords.zeros(word ^ ByteWords.pattern(delimiter)) | ByteWords.zeros(word ^ ByteWords.pattern(.lineFeed))
            | ByteWords.zeros(word ^ ByteWords.pattern(.carriageReturn))
    }

    /// The byte that ends a cell; -1 when it is too near the end of the file.
    @inline(__always)
    func cellEnd(_ base: UnsafePointer<UInt8>, _ start: Int, _ safeEnd: Int) -> Int {
        var position = start
        while position <= safeEnd {
            let marks = endMarks(word(base, position))
            if marks != 0 {
                let end = position &+ marks.trailingZeroBitCount / 8
                return end <= safeEnd ? end : -1
            }
            position &+= 8
        }
        return -1
    }

    /// Whether a cell that is not empty has neither quotation mark nor space at its ends.
    @inline(__always)
    func isPlain(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let first = base[start]
        let last = base[end &- 1]
        if first > .quotationMark, first < 0x80, last > 0x20, last < 0x80 { return true }
        return isPlainBeyondASCII(base, start, end)
    }

    /// Wide spaces begin with C2 or E2 and end in A0, 89 or AF behind C2 or 80.
    private func isPlainBeyondASCII(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let first = base[start]
        let last = base[end - 1]
        guard first > .quotationMark, first != 0xC2, first != 0xE2, last > 0x20 else { return false }
        return last < 0x80 || end - start < 2 || base[end - 2] != 0xC2 && base[end - 2] != 0x80
    }

    /// The end of a cell that is read by the same function as in any other row; -1 when that must not be.
    @inline(__always)
    func plainEnd(_ base: UnsafePointer<UInt8>, _ start: Int, _ safeEnd: Int) -> Int {
        let end = cellEnd(base, start, safeEnd)
        return end > start && isPlain(base, start, end) ? end : -1
    }
}
