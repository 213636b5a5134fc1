/// Random numbers that are the same for a seed on every machine and in every version of Swift.
///
/// The algorithm is SplitMix64: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
///
///     var generator = SeededGenerator(seed: 0)
///     generator.next()   // 0xE220A8397B1DCDAF
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private let seed: UInt64
    private var state: UInt64

    /// A generator at the start of the sequence of a seed.
    public init(seed: UInt64) {
        self.seed = seed
        state = seed
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// A generator of its own for one subject, so that drawing more for one table changes no other.
    public func stream(_ name: String) -> SeededGenerator {
        // FNV-1a: the standard library's hash differs from run to run.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return SeededGenerator(seed: Self.mixed(seed ^ hash))
    }

    private static func mixed(_ bits: UInt64) -> UInt64 {
        var result = bits
        result = (result ^ (result >> 30)) &* 0xBF58_476D_1CE4_E5B9
        result = (result ^ (result >> 27)) &* 0x94D0_49BB_1331_11EB
        return result ^ (result >> 31)
    }
}
