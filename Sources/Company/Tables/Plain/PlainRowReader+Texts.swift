extension PlainRowReader {
    /// A text of the present row that was not met lately.
    struct NewText {
        let cell: Int
        let start: Int
        let length: Int
        /// The number of a text of the usual shape; -1 of any other.
        let number: Int
    }

    // MARK: Codes

    /// Reads a text by number: what has the usual shape, or one byte, is found in a table; other short texts by their hash.
    @inline(__always)
    func readCode(
        _ cell: Int, _ row: Int, _ base: UnsafePointer<UInt8>, _ start: Int, _ safeEnd: Int
    ) -> Int {
        let column = columns + cell
        let codes = column.pointee.values.assumingMemoryBound(to: Int32.self)
        let place = start &+ column.pointee.shape.prefixLength
        let values = DigitWords.values(word(base, place))
        let digits = DigitWords.others(values).trailingZeroBitCount / 8
        let end = place &+ digits
        if digits > 0, digits < 8, isEnd(base[end]),
            column.pointee.shape.begins(word(base, start), word(base, start &+ 8))
        {
            let number = IdentifierShape.number(values, digits: digits)
            if number < column.pointee.numberCount, let known = column.pointee.byNumber?[number], known >= 0 {
                codes[row] = known
                return end
            }
            if number < IdentifierShape.limit {
                note(NewText(cell: cell, start: start, length: end &- start, number: number))
                return end
            }
        }
        if isEnd(base[start &+ 1]), let known = column.pointee.byByte?[Int(base[start])], known >= 0 {
            codes[row] = known
            return start &+ 1
        }
        return readOtherCode(cell, row, base, start, safeEnd)
    }

    private func readOtherCode(
        _ cell: Int, _ row: Int, _ base: UnsafePointer<UInt8>, _ start: Int, _ safeEnd: Int
    ) -> Int {
        let column = columns + cell
        let end = cellEnd(base, start, safeEnd)
        if end <= start {
            column.pointee.values.assumingMemoryBound(to: Int32.self)[row] = CodeColumn.empty
            return end == start && column.pointee.isOptional ? start : -1
        }
        guard isPlain(base, start, end) else { return -1 }
        let length = end &- start
        if length <= 16 {
            let known = recent(column, base, start, length)
            if known.code >= 0 {
                column.pointee.values.assumingMemoryBound(to: Int32.self)[row] = known.code
                return end
            }
        }
        note(NewText(cell: cell, start: start, length: length, number: -1))
        return end
    }

    /// What is remembered of a text of up to 16 bytes, with its words and its code if this is known.
    @inline(__always)
    private func recent(
        _ column: UnsafeMutablePointer<PlainColumn>, _ base: UnsafePointer<UInt8>, _ start: Int, _ length: Int
    ) -> PlainColumn.Recent {
        var text = PlainColumn.Recent(first: word(base, start))
        if length < 8 {
            text.first &= (1 &<< UInt64(truncatingIfNeeded: length &* 8)) &- 1
        } else if length > 8 {
            text.second = word(base, start &+ length &- 8) &>> UInt64(truncatingIfNeeded: 128 &- length &* 8)
        }
        guard let known = column.pointee.recent?[Self.place(text)], known.first == text.first,
            known.second == text.second
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

    /// Asks the dictionaries for the texts that were noted, now that their row is taken over.
    @inline(never)
    func enterNewTexts(_ row: Int, _ bytes: Span<UInt8>, _ base: UnsafePointer<UInt8>, line: Int32) {
        for index in 0..<newTextCount {
            let text = newTexts[index]
            let column = columns + text.cell
            guard let texts = column.pointee.texts else { continue }
            let code = texts._withUnsafeGuaranteedRef {
                $0.dictionary.code(bytes, text.start, text.length, line: line)
            }
            column.pointee.values.assumingMemoryBound(to: Int32.self)[row] = code
            if text.number >= 0 {
                column.pointee.remember(code, number: text.number)
            } else if text.length == 1 {
                column.pointee.byByte?[Int(base[text.start])] = code
            } else if text.length <= 16 {
                var known = recent(column, base, text.start, text.length)
                known.code = code
                column.pointee.recent?[Self.place(known)] = known
            }
        }
    }

    // MARK: Keys

    /// Reads a text as it is.
    @inline(__always)
    func readKey(
        _ column: UnsafeMutablePointer<PlainColumn>, _ row: Int, _ base: UnsafePointer<UInt8>, _ start: Int,
        _ safeEnd: Int
    ) -> Int {
        let ends = column.pointee.values.assumingMemoryBound(to: Int32.self)
        let kept = row == 0 ? 0 : Int(ends[row &- 1])
        let end = cellEnd(base, start, safeEnd)
        if end <= start {
            ends[row] = Int32(truncatingIfNeeded: kept)
            return end == start && column.pointee.isOptional ? start : -1
        }
        let length = end &- start
        guard isPlain(base, start, end), kept &+ length &+ 8 <= PlainColumn.keyCapacity,
            let target = column.pointee.keyBytes
        else { return -1 }
        var offset = 0
        while offset < length {
            UnsafeMutableRawPointer(target + (kept &+ offset)).storeBytes(
                of: word(base, start &+ offset).littleEndian, as: UInt64.self)
            offset &+= 8
        }
        ends[row] = Int32(truncatingIfNeeded: kept &+ length)
        return end
    }

    // MARK: Flags

    /// Reads yes or no.
    @inline(__always)
    func readFlag(
        _ column: UnsafeMutablePointer<PlainColumn>, _ row: Int, _ bytes: Span<UInt8>, _ base: UnsafePointer<UInt8>,
        _ start: Int, _ safeEnd: Int
    ) -> Int {
        let flags = column.pointee.values.assumingMemoryBound(to: Int8.self)
        if isEnd(base[start]) {
            flags[row] = ColumnData.emptyFlag
            return column.pointee.isOptional ? start : -1
        }
        let end = plainEnd(base, start, safeEnd)
        guard end > 0, let flag = FlagCell.read(bytes, start, end &- start) else { return -1 }
        flags[row] = flag
        return end
    }
}
