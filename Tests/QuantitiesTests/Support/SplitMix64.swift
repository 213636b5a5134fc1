import Quantities

/// A small generator whose whole sequence follows from its seed, so that a failing case can be run again.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number of random length, so that short and long ones are equally likely.
    mutating func number(bits: ClosedRange<Int> = 0...127) -> Int128 {
        let length = Int.random(in: bits, using: &self)
        let magnitude = length == 0 ? 0 : UInt128.random(in: 0...UInt128.max, using: &self) >> (128 - length)
        let number = Int128(truncatingIfNeeded: magnitude)
        return Bool.random(using: &self) ? number : -number
    }

    mutating func decimal(bits: ClosedRange<Int> = 0...127) -> FixedDecimal {
        FixedDecimal(raw: number(bits: bits))
    }
}
