/// Random numbers that are the same for a seed on every machine.
///
/// The algorithm is SplitMix64: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
///
///     var generator = SplitMix64(seed: 0)
///     generator.next()   // 0xE220A8397B1DCDAF
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// A generator at the start of the sequence of a seed.
    public init(seed: UInt64) { state = seed }

    /// A generator of its own for one subject of many: its seed is the number that stands at `subject` in the sequence
    /// of `seed`, so more draws for one subject change nothing for another.
    public init(seed: UInt64, subject: UInt64) {
        var source = SplitMix64(seed: seed &+ subject &* Self.step)
        state = source.next()
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= Self.step
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// A whole number of 0..<bound, each with the same chance; 0 where the bound is below 2.
    ///
    /// The high half of a product of 128 bits, drawn again in the rare case that would favour small numbers (Lemire,
    /// "Fast Random Integer Generation in an Interval", 2019).
    public mutating func below(_ bound: Int) -> Int {
        guard bound > 1 else { return 0 }
        let width = UInt64(bound)
        var product = next().multipliedFullWidth(by: width)
        if product.low < width {
            let least = (0 &- width) % width
            while product.low < least { product = next().multipliedFullWidth(by: width) }
        }
        return Int(product.high)
    }

    /// A number of 0..<1 with 53 random bits.
    public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Puts values in random order, each order with the same chance (Fisher and Yates, from the last place down).
    public mutating func shuffle<Value>(_ values: inout [Value]) {
        var last = values.count - 1
        while last > 0 {
            values.swapAt(last, below(last + 1))
            last -= 1
        }
    }
}
