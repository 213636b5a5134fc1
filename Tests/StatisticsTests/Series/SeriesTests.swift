import Testing

@testable import Statistics

@Suite("Change of a level, change of a product")
struct SeriesTests {
    /// A worked example.
    @Test func `twelve weeks change after the eighth`() throws {
        var generator = SplitMix64(seed: 42)
        let change = try ChangePoint([11, 9, 12, 10, 13, 10, 11, 12, 6, 7, 5, 8], using: &generator)
        #expect(change.after == 8)
        #expect(change.meanBefore == 11)
        #expect(change.meanAfter == 6.5)
        #expect(abs(change.p - 0.005) < 0.003, "\(change.p)")
    }

    /// The same shuffles in Python, `Reference/figures.py`.
    @Test(arguments: Figures.rows("changePoint"))
    func `the change and its p are the same drawn elsewhere`(row: [Double]) throws {
        let count = Int(row[0])
        var generator = SplitMix64(seed: 42)
        let change = try ChangePoint(Array(row[1...count]), draws: 1999, using: &generator)
        #expect(change.after == Int(row[count + 1]))
        #expect(change.p == row[count + 2])
    }

    @Test func `a level that only scatters shows no change`() throws {
        var generator = SplitMix64(seed: 7)
        // One in twenty series without change would show one: of 200, 10 ± 5 standard errors of 3.1.
        var found = 0
        for _ in 0..<200 {
            let values = (0..<12).map { _ in generator.uniform() }
            if try ChangePoint(values, draws: 199, using: &generator).p <= 0.05 { found += 1 }
        }
        #expect(found < 26, "\(found)")
    }

    @Test func `undefined: three values, nothing changes`() {
        var generator = SplitMix64(seed: 1)
        #expect(throws: Undefined.tooFew(count: 3, needed: 4)) { try ChangePoint([1, 2, 3], using: &generator) }
        #expect(throws: Undefined.noVariation) { try ChangePoint([2, 2, 2, 2], using: &generator) }
    }

    /// a worked exampleD0.
    @Test func `leads, conversion and average deal explain all of the fall`() throws {
        let crisis = try Decomposition(before: [600, 0.04, 300], after: [480, 0.036, 290])
        expect(crisis.change, is: -2188.8, relative: 1e-12)
        for (part, figure) in zip(crisis.parts, [-1347.7, -636.3, -204.8]) { expect(part, is: figure, places: 1) }
        expect(crisis.parts.reduce(0, +), is: crisis.change, relative: 1e-13)
    }

    @Test func `parts add up, however small or large the change`() throws {
        var generator = SplitMix64(seed: 3)
        for _ in 0..<200 {
            let before = (0..<3).map { _ in 0.001 + generator.uniform() }
            let size = generator.uniform() < 0.5 ? 1e-9 : 50
            let after = before.map { $0 * (1 + size * generator.uniform()) }
            let result = try Decomposition(before: before, after: after)
            #expect(
                abs(result.parts.reduce(0, +) - result.change)
                    <= 1e-13 * max(before.reduce(1, *), after.reduce(1, *)))
        }
        #expect(try Decomposition(before: [2, 3], after: [2, 3]).parts == [0, 0])
        // One factor up, the other down: the product stands, the parts cancel.
        let still = try Decomposition(before: [2, 3], after: [3, 2])
        expect(still.parts[0], is: -still.parts[1], relative: 1e-12)
    }

    @Test func `undefined: a factor of zero, no factor, lengths`() {
        #expect(throws: Undefined.outsideRange(.positive)) { try Decomposition(before: [0, 1], after: [1, 1]) }
        #expect(throws: Undefined.tooFew(count: 0, needed: 1)) { try Decomposition(before: [], after: []) }
        #expect(throws: Undefined.unequalLengths(1, 2)) { try Decomposition(before: [1], after: [1, 2]) }
    }
}
