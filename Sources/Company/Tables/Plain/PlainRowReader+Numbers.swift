extension PlainRowReader {
    /// Reads numbers; those of up to eight bytes, with as many decimal places as most have, from one word.
    func readDecimals(_ cell: Int, _ rows: CutRows, into first: Int) -> Int {
        let column = columns[cell]
        let values = column.values.assumingMemoryBound(to: Int64.self) + first
        let usual = UsualNumber(places: column.scale, mark: mark)
        return rows.readCells(cell) { row, start, length in
            if length <= 8, length > 0, let number = usual.read(word(rows.base + start), length) {
                values[row] = number
                return true
            }
            return readOtherDecimal(column, rows, start, length, &values[row])
        }
    }

    /// How numbers without a sign are written when all have as many decimal places as they are kept with.
    private struct UsualNumber {
        /// `0000.00` at the end of a word.
        private let form: UInt64
        /// The bytes in front of the mark.
        private let whole: UInt64
        /// The mark itself.
        private let markPlace: UInt64
        /// The bytes behind it.
        private let behind: UInt64
        /// How many bits a digit in front of the mark is away from where it would be without one.
        private let shift: UInt64
        /// The shortest such number.
        private let shortest: Int

        init(places: Int, mark: UInt8) {
            let hasMark = places > 0
            shortest = hasMark ? places + 2 : 1
            let bits = UInt64(8 * min(7, max(0, 7 - places)))
            let zeros: UInt64 = 0x3030_3030_3030_3030
            form = hasMark ? zeros ^ UInt64(mark ^ 0x30) << bits : zeros
            whole = hasMark ? 1 << bits - 1 : .max
            markPlace = hasMark ? 0xFF << bits : 0
            behind = hasMark ? ~(whole | markPlace) : 0
            shift = hasMark ? 8 : 0
        }

        /// The digits of 1 to 8 bytes as a number; `nil` when it is written in another way.
        @inline(__always)
        func read(_ text: UInt64, _ length: Int) -> Int64? {
            let free = UInt64(truncatingIfNeeded: 64 &- 8 &* length)
            let values = (text &<< free) ^ ((form &>> free) &<< free)
            guard DigitWords.others(values) | values & markPlace == 0, length >= shortest else { return nil }
            return Int64(truncatingIfNeeded: DigitWords.number(values & behind | (values & whole) &<< shift))
        }
    }

    // MARK: Other numbers

    @inline(never)
    private func readOtherDecimal(
        _ column: PlainColumn, _ rows: CutRows, _ start: Int, _ length: Int, _ value: inout Int64
    ) -> Bool {
        value = DecimalColumn.empty
        if length == 0 { return column.isOptional }
        let bytes = rows.base + start
        let isNegative = bytes[0] == UInt8(ascii: "-")
        let count = isNegative ? length &- 1 : length
        if count > 0, count <= 8,
            let (digits, places) = short(DigitWords.values(word(isNegative ? bytes + 1 : bytes), count: count), count)
        {
            let number = Int64(truncatingIfNeeded: DigitWords.number(digits))
            value = isNegative ? 0 &- number : number
            return scale(&value, from: places, to: column.scale)
        }
        guard isPlain(bytes, length) else { return false }
        let reading = DecimalCell.read(rows.text.span, start, length, mark: mark, isPercent: column.isPercent)
        value = reading.digits
        return reading.fault == nil && scale(&value, from: reading.places, to: column.scale)
    }

    /// The digits of up to eight bytes without their decimal mark, and how many stand behind it.
    @inline(__always)
    private func short(_ values: UInt64, _ count: Int) -> (digits: UInt64, places: Int)? {
        let others = DigitWords.others(values)
        if others == 0 { return (values, 0) }
        let place = UInt64(truncatingIfNeeded: others.trailingZeroBitCount & 56)
        let places = 7 &- Int(truncatingIfNeeded: place &>> 3)
        guard others & (others &- 1) == 0, UInt8(truncatingIfNeeded: values &>> place) == mark ^ 0x30, places > 0,
            places &+ 1 < count
        else { return nil }
        // What stands in front of the mark moves to its place.
        let before = (1 as UInt64) &<< place &- 1
        return (values & ~(before &<< 8 | 0xFF) | (values & before) &<< 8, places)
    }

    /// Brings a number to the column's scale; false when the scale would have to grow, or the number does not fit.
    private func scale(_ number: inout Int64, from places: Int, to scale: Int) -> Bool {
        var places = places
        while places > scale {
            if number % 10 != 0 { return false }
            number /= 10
            places -= 1
        }
        while places < scale {
            let (product, overflow) = number.multipliedReportingOverflow(by: 10)
            if overflow { return false }
            number = product
            places += 1
        }
        return true
    }
}
