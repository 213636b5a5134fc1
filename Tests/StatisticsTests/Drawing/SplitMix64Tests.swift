import Testing

@testable import Statistics

@Suite("Random numbers with a seed")
struct SplitMix64Tests {
    /// Seed 0: Vigna's splitmix64.c; seed 42: computed independently.
    @Test(
        arguments: [
            (0, [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F]),
            (42, [0xBDD7_3226_2FEB_6E95, 0x28EF_E333_B266_F103, 0x4752_6757_130F_9F52]),
        ] as [(UInt64, [UInt64])])
    func `a seed gives the published numbers`(seed: UInt64, numbers: [UInt64]) {
        var generator = SplitMix64(seed: seed)
        #expect(numbers.map { _ in generator.next() } == numbers)
    }

    @Test func `numbers below 12 from seed 42 are 8 1 3 4 0 10 2 9 4 7`() {
        var generator = SplitMix64(seed: 42)
        #expect((0..<10).map { _ in generator.below(12) } == [8, 1, 3, 4, 0, 10, 2, 9, 4, 7])
    }

    @Test(arguments: [UInt64(0), .max]) func `the first and the last seed draw like any other`(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        var seen = [Int](repeating: 0, count: 6)
        for _ in 0..<6000 { seen[generator.below(6)] += 1 }
        // Within 5 standard deviations (√(6000·5/36) = 29) of 1000.
        #expect(seen.allSatisfy { abs($0 - 1000) < 145 }, "\(seen)")
    }

    @Test func `there is nothing below one but zero`() {
        var generator = SplitMix64(seed: 1)
        #expect([Int.min, -1, 0, 1].map { generator.below($0) } == [0, 0, 0, 0])
    }

    @Test func `a shuffle keeps the values, and each order comes as often`() {
        var generator = SplitMix64(seed: 7)
        var orders: [[Int]: Int] = [:]
        for _ in 0..<6000 {
            var values = [1, 2, 3]
            generator.shuffle(&values)
            orders[values, default: 0] += 1
        }
        #expect(orders.count == 6)
        #expect(orders.values.allSatisfy { abs($0 - 1000) < 145 }, "\(orders)")
    }

    @Test func `a subject's numbers do not hang on how many others draw`() {
        var third = SplitMix64(seed: 9, subject: 3)
        var seeds = SplitMix64(seed: 9)
        for _ in 0..<3 { _ = seeds.next() }
        var expected = SplitMix64(seed: seeds.next())
        #expect(third.next() == expected.next())
    }

    @Test func `uniform numbers lie in 0 to 1 and around a half`() {
        var generator = SplitMix64(seed: 3)
        let draws = (0..<10_000).map { _ in generator.uniform() }
        #expect(draws.allSatisfy { (0..<1).contains($0) })
        #expect(abs(draws.reduce(0, +) / 10_000 - 0.5) < 0.015)
    }
}
