extension PlainRowReader {
    /// Reads a number of up to eight bytes from one word.
    @inline(__always)
    func readDecimal(
        _ column: UnsafeMutablePointer<PlainColumn>, _ row: Int, _ bytes: Span<UInt8>, _ base: UnsafePointer<UInt8>,
        _ start: Int, _ safeEnd: Int
    ) -> Int {
        let isNegative = base[start] == UInt8(ascii: "-")
        let first = isNegative ? start &+ 1 : start
        let text = word(base, first)
        let values = DigitWords.values(text)
        let others = DigitWords.others(values)
        let whole = others.trailingZeroBitCount / 8
        if whole > 0, whole < 8 {
            var digits = values
            var count = whole
            var end = first &+ whole
            if UInt8(truncatingIfNeeded: text &>> UInt64(truncatingIfNeeded: whole &* 8)) == mark {
                // Up to eight bytes: the digits behind the mark move to its place.
                let all = (others & (others &- 1)).trailingZeroBitCount / 8
                let before = (1 as UInt64) &<< UInt64(truncatingIfNeeded: whole &* 8) &- 1
                digits = values & before | (values &>> 8) & ~before
                count = all &- 1
                end = first &+ all
            }
            if isEnd(base[end]), end == first &+ whole || count > whole {
                let number = Int64(truncatingIfNeeded: DigitWords.number(digits, count: count))
                return keep(column, row, isNegative ? 0 &- number : number, places: count &- whole) ? end : -1
            }
        }
        return readOtherDecimal(column, row, bytes, base, start, safeEnd)
    }

    private func readOtherDecimal(
        _ column: UnsafeMutablePointer<PlainColumn>, _ row: Int, _ bytes: Span<UInt8>, _ base: UnsafePointer<UInt8>,
        _ start: Int, _ safeEnd: Int
    ) -> Int {
        if isEnd(base[start]) {
            column.pointee.values.assumingMemoryBound(to: Int64.self)[row] = DecimalColumn.empty
            return column.pointee.isOptional ? start : -1
        }
        let end = plainEnd(base, start, safeEnd)
        if end < 0 { return -1 }
        let reading = DecimalCell.read(bytes, start, end - start, mark: mark, isPercent: column.pointee.isPercent)
        if reading.fault != nil { return -1 }
        return keep(column, row, reading.digits, places: reading.places) ? end : -1
    }

    /// Brings a number to the column's scale; false when the scale would have to grow, or the number does not fit.
    @inline(__always)
    private func keep(
        _ column: UnsafeMutablePointer<PlainColumn>, _ row: Int, _ number: Int64, places: Int
    ) -> Bool {
        var number = number
        if places != column.pointee.scale {
            guard let scaled = scaled(number, from: places, to: column.pointee.scale) else { return false }
            number = scaled
        }
        column.pointee.values.assumingMemoryBound(to: Int64.self)[row] = number
        return true
    }

    private func scaled(_ number: Int64, from places: Int, to scale: Int) -> Int64? {
        var number = number
        var places = places
        while places > scale {
            if number % 10 != 0 { return nil }
            number /= 10
            places -= 1
        }
        while places < scale {
            let (product, overflow) = number.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            number = product
            places += 1
        }
        return number
    }
}
