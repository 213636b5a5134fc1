import Samples

/// Random choices that repeat with their seed (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var bits: SeededGenerator

    init(seed: UInt64) {
        bits = SeededGenerator(seed: seed)
    }

    mutating func next() -> UInt64 { bits.next() }

    /// A number from 0 up to the bound.
    mutating func roll(_ bound: Int) -> Int {
        Int.random(in: 0..<bound, using: &self)
    }

    /// One of the choices.
    mutating func pick<Choice>(_ first: Choice, _ others: [Choice]) -> Choice {
        let index = roll(others.count + 1)
        return index == 0 ? first : others[index - 1]
    }
}
