extension PlainRowReader {
    /// Reads a day; those met before are looked up.
    @inline(__always)
    func readDay(
        _ column: UnsafeMutablePointer<PlainColumn>, _ row: Int, _ bytes: Span<UInt8>, _ base: UnsafePointer<UInt8>,
        _ start: Int, _ safeEnd: Int
    ) -> Int {
        let values = column.pointee.values.assumingMemoryBound(to: Int32.self)
        // `2026-01-3` as differences to `0000-00-0`: digits become their values, dashes nothing.
        let front = word(base, start) ^ 0x2D30_302D_3030_3030
        let tens = base[start &+ 8] &- 48
        let ones = base[start &+ 9] &- 48
        let wrong = (((front & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F76_767F_7676_7676) | front) & 0x8080_8080_8080_8080
        if wrong == 0, tens < 10, ones < 10, isEnd(base[start &+ 10]) {
            let pairs = front &* 10 &+ (front &>> 8)
            let year = Int(pairs & 0xFF) &* 100 &+ Int((pairs &>> 16) & 0xFF)
            let month = Int((pairs &>> 40) & 0xFF)
            let day = Int(tens) &* 10 &+ Int(ones)
            if month < 16, day < 32 {
                let known = days + ((year & 15) &* 512 &+ month &* 32 &+ day)
                if known.pointee &>> 32 == year {
                    values[row] = Int32(truncatingIfNeeded: known.pointee)
                    return start &+ 10
                }
                let reading = DayCell.read(bytes, start, 10)
                if reading.fault != nil { return -1 }
                known.pointee = Int64(year) &<< 32 | Int64(UInt32(bitPattern: reading.number))
                values[row] = reading.number
                return start &+ 10
            }
        }
        if isEnd(base[start]) {
            values[row] = ColumnData.emptyDay
            return column.pointee.isOptional ? start : -1
        }
        let end = plainEnd(base, start, safeEnd)
        if end < 0 { return -1 }
        let reading = DayCell.read(bytes, start, end - start)
        values[row] = reading.number
        return reading.fault == nil ? end : -1
    }
}
