/// Reads the text of a number.
enum DecimalCell {
    /// A number as digits and the number of those that stand behind the decimal mark, or why there is none.
    struct Reading {
        var digits: Int64
        var places: Int
        var fault: TableFault.Kind?

        @inline(__always)
        init(_ digits: Int64, places: Int) {
            self.digits = digits
            self.places = places
            fault = nil
        }

        init(_ fault: TableFault.Kind) {
            digits = 0
            places = 0
            self.fault = fault
        }
    }

    /// Reads a cell. Nearly all numbers are up to 18 plain digits; whatever else there is gets a closer look.
    @inline(__always)
    static func read(_ bytes: Span<UInt8>, _ start: Int, _ length: Int, mark: UInt8, isPercent: Bool) -> Reading {
        // A percent sign is two decimal places.
        let isHundredths = isPercent && bytes[start &+ length &- 1] == UInt8(ascii: "%")
        let end = isHundredths ? start &+ length &- 1 : start &+ length
        var position = start
        guard position < end else { return Reading(.notANumber) }
        let isNegative = bytes[position] == UInt8(ascii: "-")
        if isNegative { position &+= 1 }
        var digits: UInt64 = 0
        let first = position
        while position < end {
            let digit = bytes[position] &- 48
            if digit > 9 { break }
            digits = digits &* 10 &+ UInt64(digit)
            position &+= 1
        }
        var count = position &- first
        var places = 0
        if count > 0, position < end, bytes[position] == mark {
            position &+= 1
            let behind = position
            while position < end {
                let digit = bytes[position] &- 48
                if digit > 9 { break }
                digits = digits &* 10 &+ UInt64(digit)
                position &+= 1
            }
            places = position &- behind
            count = places == 0 ? 0 : count &+ places
        }
        if isHundredths { places &+= 2 }
        if position == end, count > 0, count <= 18, places <= DecimalColumn.maximumScale {
            let value = Int64(truncatingIfNeeded: digits)
            return Reading(isNegative ? 0 &- value : value, places: places)
        }
        return readClosely(bytes, start, start &+ length, mark: mark, isPercent: isPercent)
    }

    /// Reads a cell that is not just a few digits, and finds out what is wrong with it.
    static func readClosely(
        _ bytes: Span<UInt8>, _ start: Int, _ end: Int, mark: UInt8, isPercent: Bool
    ) -> Reading {
        var shape = NumberShape(mark: mark)
        guard shape.read(bytes, start, end, isPercent: isPercent) else {
            var other = NumberShape(mark: mark == .comma ? .point : .comma)
            return Reading(other.read(bytes, start, end, isPercent: isPercent) ? .otherDecimalMark : .notANumber)
        }
        return shape.value()
    }
}
