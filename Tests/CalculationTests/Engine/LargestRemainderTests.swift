import Quantities
import Testing

@testable import Calculation

/// A pool divided in 64-bit words: the same parts as the rule gives in decimals.
@Suite("Parts of a whole by the largest remainder")
struct LargestRemainderTests {
    private func parts(_ whole: UInt64, _ weights: [UInt64], _ ranks: [Int32]) -> [Int64]? {
        var division = LargestRemainder()
        guard division.divide(whole, weights, total: weights.reduce(0, +), ranks) else { return nil }
        return division.parts.map { Int64($0) }
    }

    private func rule(_ whole: UInt64, _ weights: [UInt64], _ ranks: [Int32]) -> [Int64]? {
        let keyed = zip(ranks, weights).map { (key: $0, weight: FixedDecimal(Int($1))) }
        return try? Split.largestRemainder(Int64(whole), weights: keyed)
    }

    @Test("100.00 among three with equal weights: the odd kopeck goes to the first in rank")
    func byRank() {
        #expect(parts(10_000, [1, 1, 1], [2, 0, 1]) == [3_333, 3_334, 3_333])
    }

    @Test("1.00 by 1 : 2 : 4 is 14.29, 28.57 and 57.14 kopecks: one more for the largest remainder, that of 28.57")
    func byRemainder() {
        #expect(parts(100, [1, 2, 4], [0, 1, 2]) == [14, 29, 57])
    }

    @Test("nobody has a weight: nothing is divided")
    func nobody() {
        #expect(parts(100, [0, 0], [0, 1]) == nil)
        #expect(parts(100, [], []) == nil)
    }

    @Test("few weights, many of them equal", arguments: 1...40)
    func few(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let weights = (0..<random.integer(1...9)).map { _ in UInt64(random.pick([0, 1, 1, 2, 3, 7, 1_000_003])) }
        let whole = UInt64(random.integer(0...1_000))
        let ranks = weights.indices.shuffled(using: &random).map { Int32($0) }
        #expect(parts(whole, weights, ranks) == rule(whole, weights, ranks))
    }

    @Test("a department: scores to a hundredth of a percent, a fund in kopecks", arguments: 1...20)
    func department(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let distinct = random.chance(50) ? 15_000 : random.integer(1...4)
        let weights = (0..<random.integer(50...400)).map { _ in UInt64(random.integer(0...distinct)) }
        let whole = UInt64(random.integer(0...500_000_000))
        let ranks = weights.indices.shuffled(using: &random).map { Int32($0) }
        #expect(parts(whole, weights, ranks) == rule(whole, weights, ranks))
    }

    @Test("products of more than 64 bits", arguments: 1...20)
    func wide(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let weights = (0..<random.integer(2...30)).map { _ in UInt64(random.integer(1...900_000_000_000)) }
        let whole = UInt64(random.integer(1_000_000_000...90_000_000_000))
        let ranks = weights.indices.shuffled(using: &random).map { Int32($0) }
        #expect(parts(whole, weights, ranks) == rule(whole, weights, ranks))
    }

    @Test("room used again gives the same parts")
    func again() {
        var division = LargestRemainder()
        for (whole, weights) in [(100, [1, 2, 4]), (7, [5]), (1_000, [3, 3, 3, 1])] as [(UInt64, [UInt64])] {
            let ranks = weights.indices.map { Int32($0) }
            let isDivided = division.divide(whole, weights, total: weights.reduce(0, +), ranks)
            #expect(isDivided)
            #expect(division.parts.map { Int64($0) } == parts(whole, weights, ranks))
            #expect(division.parts.reduce(0, +) == whole)
        }
    }
}
