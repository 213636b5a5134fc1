import Quantities
import Testing

@Suite("Laws of any division of an amount")
struct SplitPropertyTests {
    /// One random division: some weights are zero, some equal, so that ties are common.
    private struct Case: CustomStringConvertible {
        let amount: Int64
        let step: Int64
        let weights: [(key: Int, weight: FixedDecimal)]

        init(using random: inout SplitMix64) {
            amount =
                Int64.random(in: -1_000_000_000_000...1_000_000_000_000, using: &random)
                >> Int64.random(in: 0...40, using: &random)
            step = [1, 1, 100, 7].randomElement(using: &random) ?? 1
            let limit = [3, 1_000, 100_000_000].randomElement(using: &random) ?? 3
            var raws = (0..<Int.random(in: 1...12, using: &random)).map { _ in Int.random(in: 0...limit, using: &random)
            }
            raws.append(1)
            // Hundredths, as percentages of a split are written.
            weights = raws.enumerated().map {
                (key: $0.offset, weight: FixedDecimal(raw: Int128($0.element) * 100_000_000_000_000))
            }
        }

        var description: String { "\(amount) by \(weights.map(\.weight)), step \(step)" }

        func parts() throws -> [Int64] {
            try Split.largestRemainder(amount, weights: weights, step: step)
        }
    }

    private func forEachCase(seed: UInt64, _ check: (Case, inout SplitMix64) throws -> Void) rethrows {
        var random = SplitMix64(seed: seed)
        for _ in 0..<1_000 { try check(Case(using: &random), &random) }
    }

    @Test("the parts sum exactly to the whole, and zero weights get nothing", arguments: 1...4)
    func sum(seed: UInt64) throws {
        try forEachCase(seed: seed) { one, _ in
            let parts = try one.parts()
            #expect(parts.reduce(0, +) == one.amount, "\(one)")
            #expect(zip(parts, one.weights).allSatisfy { $0 == 0 || !$1.weight.isZero }, "\(one)")
        }
    }

    @Test("every part is within one step of its exact share", arguments: 1...4)
    func fairness(seed: UInt64) throws {
        try forEachCase(seed: seed) { one, _ in
            let total = one.weights.reduce(Int128(0)) { $0 + $1.weight.raw }
            for (part, weight) in zip(try one.parts(), one.weights) {
                let distance = Int128(part) * total - Int128(one.amount) * weight.weight.raw
                #expect(distance.magnitude < Int128(one.step).magnitude * total.magnitude, "\(one)")
            }
        }
    }

    @Test("the order of the list changes nothing", arguments: 1...4)
    func order(seed: UInt64) throws {
        try forEachCase(seed: seed) { one, random in
            let shuffled = one.weights.shuffled(using: &random)
            let parts = try Split.largestRemainder(one.amount, weights: shuffled, step: one.step)
            let byKey = zip(shuffled, parts).sorted { $0.0.key < $1.0.key }.map(\.1)
            #expect(try byKey == one.parts(), "\(one)")
        }
    }

    @Test("a reversal takes back exactly what was given", arguments: 1...4)
    func sign(seed: UInt64) throws {
        try forEachCase(seed: seed) { one, _ in
            let reversed = try Split.largestRemainder(-one.amount, weights: one.weights, step: one.step)
            #expect(try reversed == one.parts().map { -$0 }, "\(one)")
        }
    }

    @Test("a larger weight never gets less", arguments: 1...4)
    func monotony(seed: UInt64) throws {
        try forEachCase(seed: seed) { one, _ in
            let magnitudes = try one.parts().map(\.magnitude)
            let byWeight = zip(one.weights, magnitudes).sorted {
                ($0.0.weight, $0.1) < ($1.0.weight, $1.1)
            }
            #expect(zip(byWeight, byWeight.dropFirst()).allSatisfy { $0.1 <= $1.1 }, "\(one)")
        }
    }
}
