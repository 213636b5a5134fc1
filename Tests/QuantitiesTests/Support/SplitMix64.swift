import Quantities
import Samples

/// A small generator whose whole sequence follows from its seed, so that a failing case can be run again.
struct SplitMix64: RandomNumberGenerator {
    private var bits: SeededGenerator

    init(seed: UInt64) {
        bits = SeededGenerator(seed: seed)
    }

    mutating func next() -> UInt64 { bits.next() }

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
