/// Digits eight at a time: a word that holds the first of eight bytes lowest, as ``ByteWords`` loads it.
enum DigitWords {
    /// The first `count` of eight bytes as digits' values, 1 to 8 of them, moved to the end of the word; zeros in front of a
    /// number change nothing. Bytes that are digits become 0 to 9, all others something greater.
    @inline(__always)
    static func values(_ word: UInt64, count: Int) -> UInt64 {
        (word ^ 0x3030_3030_3030_3030) &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    }

    /// Marks the bytes that are no digits by their high bit, exactly.
    ///
    /// A byte below 128 carries nothing into the next one when 118 is added, and one from 128 on is marked by itself.
    @inline(__always)
    static func others(_ values: UInt64) -> UInt64 {
        (((values & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676) | values) & 0x8080_8080_8080_8080
    }

    /// A one in each of the last `count` bytes, 1 to 8 of them.
    @inline(__always)
    static func ones(count: Int) -> UInt64 {
        0x0101_0101_0101_0101 &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    }

    /// The number that eight digits say; a digit may be a ten as well.
    @inline(__always)
    static func number(_ values: UInt64) -> UInt64 {
        let pairs = values &* 10 &+ (values &>> 8)
        let low = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
        let high = ((pairs &>> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
        return (low &+ high) &>> 32
    }
}
