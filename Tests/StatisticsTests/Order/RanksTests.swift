import Testing

@testable import Statistics

@Suite("Ranks")
struct RanksTests {
    /// scipy.stats.rankdata gives the same.
    @Test(
        arguments: [
            ([9, 7, 8, 4, 7], [5, 2.5, 4, 1, 2.5], 6.0), ([3, 3, 3], [2, 2, 2], 24),
            ([-1, 0, -0.0], [1, 2.5, 2.5], 6),
            ([5], [1], 0), ([], [], 0), ([2, 2, 1, 1], [3.5, 3.5, 1.5, 1.5], 12),
        ] as [([Double], [Double], Double)])
    func `equal values share the mean of their places`(values: [Double], ranks: [Double], ties: Double) throws {
        let result = try Ranks(values)
        #expect(result.values == ranks)
        #expect(result.tieCorrection == ties)
    }

    @Test func `ranks stay when values grow in step, and go with the values when these change places`() throws {
        var generator = SplitMix64(seed: 5)
        for _ in 0..<50 {
            let values = (0..<20).map { _ in Double(generator.below(9)) }
            let ranks = try Ranks(values)
            #expect(try Ranks(values.map { 3 * $0 * $0 * $0 + 1 }) == ranks)
            #expect(try Ranks(values.reversed()).doubled == ranks.doubled.reversed())
            #expect(ranks.doubled.reduce(0, +) == 20 * 21)
        }
    }

    @Test func `what is no number has no rank`() {
        #expect(throws: Undefined.notFinite(position: 1)) { try Ranks([1, .nan]) }
        #expect(throws: Undefined.notFinite(position: 0)) { try Ranks([-.infinity]) }
    }
}
