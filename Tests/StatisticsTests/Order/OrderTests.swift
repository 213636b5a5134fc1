import Testing

@testable import Statistics

@Suite("Middle, quantiles, outliers")
struct OrderTests {
    /// numpy.quantile of 1, 2, 4, 8 by default (type 7).
    @Test(arguments: [(0, 1), (0.25, 1.75), (0.5, 3), (0.9, 6.8), (1, 8)] as [(Double, Double)])
    func `quantiles lie between places`(p: Double, value: Double) throws {
        expect(try Quantile.of([8, 1, 4, 2], p), is: value, relative: 1e-15)
    }

    /// hours from deed to thanks.
    @Test func `the delays of eight rewards`() throws {
        let hours = [0.42, 1.08, 2.17, 15.67, 18.25, 25.50, 29.00, 30.00]
        expect(try Quantile.median(hours), is: 16.96, places: 2)
        expect(try Quantile.of(hours, 0.9), is: 29.30, places: 2)
    }

    @Test func `undefined: no values, no share`() {
        #expect(throws: Undefined.tooFew(count: 0, needed: 1)) { try Quantile.median([]) }
        #expect(throws: Undefined.outsideRange(.probability)) { try Quantile.of([1], 1.1) }
        #expect(throws: Undefined.outsideRange(.probability)) { try Quantile.of([1], .nan) }
        #expect(throws: Undefined.notFinite(position: 0)) { try Quantile.of([.nan], 0.5) }
    }

    /// 98…103 and 141: median 101, MAD 2, (141 − 101)/(1.4826·2).
    @Test func `one wild value does not hide itself`() throws {
        let scores = try RobustScores([98, 99, 100, 101, 102, 103, 141])
        #expect(scores.median == 101)
        expect(scores.scores[6], is: 40 / (1.4826 * 2), places: 3)
        expect(scores.scores[3], is: 0)
    }

    @Test func `where most values are equal the quartiles measure`() throws {
        // Median 5, MAD 0, quartiles 5 and 6.
        let scores = try RobustScores([5, 5, 5, 5, 6, 7, 9])
        expect(scores.deviation, is: 1.5 / 1.349, places: 3)
        #expect(throws: Undefined.noVariation) { try RobustScores([5, 5, 5, 5, 5, 9]) }
        #expect(throws: Undefined.tooFew(count: 0, needed: 1)) { try RobustScores([]) }
    }

    @Test func `scores stay when values change their unit`() throws {
        let values: [Double] = [3, 8, 1, 4, 9, 2]
        let moved = try RobustScores(values.map { 12 * $0 - 100 }).scores
        for (one, other) in zip(try RobustScores(values).scores, moved) { #expect(abs(one - other) < 1e-12) }
    }

    @Test func `the mean keeps its digits far from zero`() throws {
        let moments = try Moments((0..<1000).map { 1e9 + Double($0 % 2) })
        #expect(moments.mean == 1e9 + 0.5)
        expect(try moments.variance(), is: 250.0 / 999, relative: 1e-12)
        #expect(throws: Undefined.outsideRange(.positive)) { try Moments([1e300, -1e300]) }
    }
}
