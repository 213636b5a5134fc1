import Quantities
import Testing

@Suite("Dividing an amount")
struct SplitTests {
    /// Weights with the keys 1, 2, 3 … in the order given.
    private func parts(_ amount: Int64, by weights: [FixedDecimal], step: Int64 = 1) throws -> [Int64] {
        let keyed = weights.enumerated().map { (key: $0.offset + 1, weight: $0.element) }
        return try Split.largestRemainder(amount, weights: keyed, step: step)
    }

    @Test(
        "kopecks go to the largest remainders, ties to the lower key",
        arguments: [
            (Int64(10_000_000), [1, 1, 1], [Int64(3_333_334), 3_333_333, 3_333_333]),
            (
                10_000_000, [1, 1, 1, 1, 1, 1, 1],
                [1_428_572, 1_428_572, 1_428_572, 1_428_571, 1_428_571, 1_428_571, 1_428_571]
            ),
            (10_000, [30, 20, 40, 40], [2_308, 1_538, 3_077, 3_077]),
            (-10_000, [30, 20, 40, 40], [-2_308, -1_538, -3_077, -3_077]),
            (613, [98, 92, 98, 123, 102, 92], [99, 93, 99, 125, 104, 93]),
            (9_999, [75, 25], [7_499, 2_500]),
            (1, [33, 66], [0, 1]),
            (5, [100, 101, 100, 100], [1, 2, 1, 1]),
            (0, [3, 5], [0, 0]),
            (77, [9], [77]),
        ] as [(Int64, [FixedDecimal], [Int64])])
    func examples(amount: Int64, weights: [FixedDecimal], expected: [Int64]) throws {
        #expect(try parts(amount, by: weights) == expected)
    }

    @Test("whole roubles of 100,000 by 7 : 5 : 3")
    func wholeRoubles() throws {
        #expect(try parts(10_000_000, by: [7, 5, 3], step: 100) == [4_666_700, 3_333_300, 2_000_000])
    }

    @Test("kopecks that make no whole rouble are handed out last: 100,000.50 by thirds")
    func restOfTheStep() throws {
        #expect(try parts(10_000_050, by: [1, 1, 1], step: 100) == [3_333_400, 3_333_350, 3_333_300])
        #expect(try parts(-10_000_050, by: [1, 1, 1], step: 100) == [-3_333_400, -3_333_350, -3_333_300])
        #expect(try parts(99, by: [1, 2], step: 100) == [0, 99])
    }

    @Test("the key decides a tie, not the place in the list")
    func ties() throws {
        let byNumber = [(key: "E-30", weight: FixedDecimal(1)), (key: "E-10", weight: 1), (key: "E-20", weight: 1)]
        #expect(try Split.largestRemainder(100, weights: byNumber) == [33, 34, 33])
    }

    @Test("with one key for all, the larger weight comes first, wherever it stands in the list")
    func equalKeys() throws {
        let (small, large) = ((key: 7, weight: FixedDecimal(1)), (key: 7, weight: FixedDecimal(3)))
        #expect(try Split.largestRemainder(2, weights: [small, large]) == [0, 2])
        #expect(try Split.largestRemainder(2, weights: [large, small]) == [2, 0])
    }

    @Test("a weight of zero gets nothing, even when a kopeck is left over")
    func zeroWeight() throws {
        #expect(try parts(100, by: [0, 1, 1, 1]) == [0, 34, 33, 33])
        #expect(try parts(1, by: [0, 0, 5]) == [0, 0, 1])
    }

    @Test("weights may be fractions")
    func fractions() throws {
        #expect(try parts(10_000, by: ["0.5", "0.3", "0.2"].map { try FixedDecimal($0) }) == [5_000, 3_000, 2_000])
    }

    @Test("nobody to divide among is an error", arguments: [Int64(100), 0])
    func nobody(amount: Int64) {
        #expect(throws: QuantityError.noWeights) { try parts(amount, by: []) }
        #expect(throws: QuantityError.noWeights) { try parts(amount, by: [0, 0]) }
    }

    @Test("a weight below zero, a step of zero and weights beyond the range are errors")
    func refused() {
        #expect(throws: QuantityError.negativeWeight(-2)) { try parts(100, by: [3, -2]) }
        #expect(throws: QuantityError.stepNotPositive(0)) { try parts(100, by: [1], step: 0) }
        #expect(throws: QuantityError.stepNotPositive(FixedDecimal(Int.min))) { try parts(100, by: [1], step: .min) }
        #expect(throws: QuantityError.overflow(.weighing)) { try parts(1, by: [.highest, .highest, .highest]) }
    }

    @Test("the largest amounts and weights are divided like any other")
    func edges() throws {
        #expect(try parts(.min, by: [1]) == [.min])
        #expect(try parts(.max, by: [.highest, .highest], step: .max) == [.max, 0])
        #expect(try parts(.min, by: [.highest, .smallest]) == [.min, 0])
        #expect(try parts(.max, by: [.smallest, .smallest]) == [.max / 2 + 1, .max / 2])
    }
}
