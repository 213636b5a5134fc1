extension PlainRowReader {
    /// A text that was not met lately.
    struct NewText {
        let cell: Int
        /// Its row in the block.
        let row: Int
        let start: Int
        let length: Int
        /// Its place in the column's table; -1 if it has none.
        let place: Int
    }

    // MARK: Codes

    /// Reads texts by number: what has the usual shape, or one byte, is found in a table; other short texts by their hash.
    func readCodes(_ cell: Int, _ rows: CutRows, into first: Int) -> Int {
        let column = columns[cell]
        let codes = column.values.assumingMemoryBound(to: Int32.self) + first
        let shape = column.shape
        let (prefix, hasPrefix) = (shape.prefixLength, shape.prefixLength > 0)
        var rows = rows
        rows.count = rows.readCells(cell) { row, start, length in
            let bytes = rows.base + start
            let digits = length &- prefix
            if digits > 0, digits < 8, !hasPrefix || shape.begins(word(bytes), word(bytes + 8)) {
                let values = DigitWords.values(word(bytes + prefix), count: digits)
                let number = IdentifierShape.number(values, digits: digits)
                if DigitWords.others(values) == 0, number < IdentifierShape.limit {
                    codes[row] = Int32(truncatingIfNeeded: PlainColumn.byteCount &+ number)
                    return true
                }
            }
            if length == 1 {
                codes[row] = Int32(bytes[0])
                return true
            }
            return readOtherCode(cell, rows, start, length, row: first &+ row)
        }
        return lookUp(cell, rows, into: first)
    }

    /// Puts codes in place of places in the column's table. Done for many rows at once: the table may be large, and memory that is
    /// far away is asked for one cell while others wait for theirs.
    private func lookUp(_ cell: Int, _ rows: CutRows, into first: Int) -> Int {
        let column = columns[cell]
        let codes = column.values.assumingMemoryBound(to: Int32.self) + first
        for row in 0..<rows.count {
            let place = Int(codes[row])
            if place < 0 {
                codes[row] = Self.found(Int32(truncatingIfNeeded: place))
                continue
            }
            let known = place < column.tableCount ? column.table?[place] ?? -1 : -1
            codes[row] = known
            if known < 0 {
                let (start, end) = (rows.start(row, cell), Int(rows.ends[row &* rows.stride &+ cell]))
                guard isPlain(rows.base + start, end &- start) else { return row }
                note(NewText(cell: cell, row: first &+ row, start: start, length: end &- start, place: place))
            }
        }
        return rows.count
    }

    /// Tells codes from places in the table, and back: they are below zero, the empty cell's code, too.
    @inline(__always)
    private static func found(_ code: Int32) -> Int32 { -2 &- code }

    @inline(never)
    private func readOtherCode(_ cell: Int, _ rows: CutRows, _ start: Int, _ length: Int, row: Int) -> Bool {
        let column = columns[cell]
        let codes = column.values.assumingMemoryBound(to: Int32.self)
        codes[row] = Self.found(CodeColumn.empty)
        if length == 0 { return column.isOptional }
        guard isPlain(rows.base + start, length) else { return false }
        if length <= 16 {
            let known = recent(column, rows.base + start, length)
            codes[row] = Self.found(known.code)
            if known.code >= 0 { return true }
        }
        note(NewText(cell: cell, row: row, start: start, length: length, place: -1))
        return true
    }

    /// What is remembered of a text of up to 16 bytes, with its words and its code if this is known.
    @inline(__always)
    private func recent(_ column: PlainColumn, _ bytes: UnsafePointer<UInt8>, _ length: Int) -> PlainColumn.Recent {
        var text = PlainColumn.Recent(first: word(bytes))
        if length < 8 {
            text.first &= (1 &<< UInt64(truncatingIfNeeded: length &* 8)) &- 1
        } else if length > 8 {
            text.second = word(bytes + length - 8) &>> UInt64(truncatingIfNeeded: 128 &- length &* 8)
        }
        guard let known = column.recent?[Self.place(text)], known.first == text.first, known.second == text.second
        else { return text }
        return known
    }

    @inline(__always)
    private static func place(_ text: PlainColumn.Recent) -> Int {
        Int(truncatingIfNeeded: ByteWords.hash(text.first, text.second)) & (PlainColumn.recentCount &- 1)
    }

    @inline(__always)
    private func note(_ text: NewText) {
        newTexts[newTextCount] = text
        newTextCount &+= 1
    }

    /// Asks the dictionaries for the texts that were noted, up to a row of the block, now that their rows are taken over.
    func enterNewTexts(of rows: CutRows, to row: Int, firstLine: Int) {
        for index in 0..<newTextCount where newTexts[index].row < row {
            let text = newTexts[index]
            let column = columns + text.cell
            guard let texts = column.pointee.texts else { continue }
            let code = texts._withUnsafeGuaranteedRef {
                $0.dictionary.code(
                    rows.text.span, text.start, text.length, line: Int32(truncatingIfNeeded: firstLine &+ text.row))
            }
            column.pointee.values.assumingMemoryBound(to: Int32.self)[text.row] = code
            if text.place >= 0 {
                column.pointee.remember(code, at: text.place)
            } else if text.length <= 16 {
                var known = recent(column.pointee, rows.base + text.start, text.length)
                known.code = code
                column.pointee.recent?[Self.place(known)] = known
            }
        }
    }

    // MARK: Keys

    /// Reads texts as they are.
    func readKeys(_ cell: Int, _ rows: CutRows, into first: Int) -> Int {
        let isOptional = columns[cell].isOptional
        let ends = columns[cell].values.assumingMemoryBound(to: Int32.self) + first
        guard let keyBytes = columns[cell].keyBytes else { return 0 }
        var kept = first == 0 ? 0 : Int(ends[-1])
        return rows.readCells(cell) { row, start, length in
            let bytes = rows.base + start
            guard length == 0 ? isOptional : isPlain(bytes, length), length <= KeyBuilder.longest,
                kept &+ length &+ 8 <= PlainColumn.keyCapacity
            else { return false }
            var offset = 0
            while offset < length {
                UnsafeMutableRawPointer(keyBytes + (kept &+ offset)).storeBytes(
                    of: word(bytes + offset).littleEndian, as: UInt64.self)
                offset &+= 8
            }
            kept &+= length
            ends[row] = Int32(truncatingIfNeeded: kept)
            return true
        }
    }

    // MARK: Flags

    /// Reads yes or no.
    func readFlags(_ cell: Int, _ rows: CutRows, into first: Int) -> Int {
        let isOptional = columns[cell].isOptional
        let flags = columns[cell].values.assumingMemoryBound(to: Int8.self) + first
        return rows.readCells(cell) { row, start, length in
            flags[row] = ColumnData.emptyFlag
            if length == 0 { return isOptional }
            guard isPlain(rows.base + start, length), let flag = FlagCell.read(rows.text.span, start, length) else {
                return false
            }
            flags[row] = flag
            return true
        }
    }
}
