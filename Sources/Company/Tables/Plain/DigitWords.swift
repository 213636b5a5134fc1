/// Digits eight at a time: a word that holds the first of eight bytes lowest, as ``ByteWords`` loads it.
enum DigitWords {
    /// The digits' values: bytes that are digits become 0 to 9, all others something greater.
    @inline(__always)
    static func values(_ word: UInt64) -> UInt64 { word ^ 0x3030_3030_3030_3030 }

    /// Marks the bytes that are no digits by their high bit, exactly.
    ///
    /// A byte below 128 carries nothing into the next one when 118 is added; one from 128 on is marked by itself, and what it
    /// carries cannot unmark the byte above, which the lowest mark is enough for.
    @inline(__always)
    static func others(_ values: UInt64) -> UInt64 {
        (((values & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676) | values) & 0x8080_8080_8080_8080
    }

    /// The number that the first `count` digits of a word say, 1 to 8 of them.
    @inline(__always)
    static func number(_ values: UInt64, count: Int) -> UInt64 {
        // Zeros in front of a number change nothing, so the digits move to the end of the word.
        let digits = values &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count)
        let pairs = digits &* 10 &+ (digits &>> 8)
        let low = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
        let high = ((pairs &>> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
        return (low &+ high) &>> 32
    }
}
