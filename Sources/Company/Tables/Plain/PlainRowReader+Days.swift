extension PlainRowReader {
    /// A day met before, as it was written: the first two bytes of `2026-01-31`, and the other eight, which are never zeros.
    struct KnownDay {
        var century: UInt16 = 0
        var day: Int32 = 0
        var rest: UInt64 = 0
    }

    /// How many days are known at most: sixteen years, each of sixteen months, each of 32 days.
    static let knownDayCount = 16 * 16 * 32

    /// Reads days; those met before are looked up.
    func readDays(_ cell: Int, _ rows: CutRows, into first: Int) -> Int {
        let isOptional = columns[cell].isOptional
        let values = columns[cell].values.assumingMemoryBound(to: Int32.self) + first
        let days = days
        return rows.readCells(cell) { row, start, length in
            let bytes = rows.base + start
            if length == 10 {
                let rest = word(bytes + 2)
                let century = UnsafeRawPointer(bytes).loadUnaligned(as: UInt16.self)
                let known = days + Self.place(rest)
                if known.pointee.rest == rest, known.pointee.century == century {
                    values[row] = known.pointee.day
                    return true
                }
                guard readOtherDay(rows, start, length, &values[row]) else { return false }
                known.pointee = KnownDay(century: century, day: values[row], rest: rest)
                return true
            }
            values[row] = ColumnData.emptyDay
            return length == 0 ? isOptional : readOtherDay(rows, start, length, &values[row])
        }
    }

    /// A place for each day of sixteen years, by `26-01-31`. Other texts have a place as well, and share it with days.
    @inline(__always)
    private static func place(_ rest: UInt64) -> Int {
        let digits = rest ^ 0x3030_2D30_302D_3030
        let pairs = (digits &* 10 &+ (digits &>> 8)) & 0x00FF_0000_FF00_00FF
        // The year moves nine bits up from the day, the month five.
        let sum = pairs &* (1 | 1 &<< 29 | 1 &<< 57)
        return Int(truncatingIfNeeded: sum &>> 48) & (knownDayCount &- 1)
    }

    @inline(never)
    private func readOtherDay(_ rows: CutRows, _ start: Int, _ length: Int, _ value: inout Int32) -> Bool {
        guard isPlain(rows.base + start, length) else { return false }
        let reading = DayCell.read(rows.text.span, start, length)
        value = reading.number
        return reading.fault == nil
    }
}
