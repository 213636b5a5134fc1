import Samples

/// The same numbers on every run, so that a failure can be seen again (the SplitMix64 sequence).
struct SeededRandom: RandomNumberGenerator {
    private var bits: SeededGenerator

    init(seed: UInt64) {
        bits = SeededGenerator(seed: seed)
    }

    mutating func next() -> UInt64 { bits.next() }
}
