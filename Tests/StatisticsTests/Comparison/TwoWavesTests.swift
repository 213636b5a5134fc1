import Testing

@testable import Statistics

/// Two surveys of one company whose people are not linked: a worked example
@Suite("Two waves of a survey")
struct TwoWavesTests {
    let march = MotivationSurvey.march.indices
    let september = MotivationSurvey.september.indices

    @Test func `the first person answers as the recipe says`() {
        let first = MotivationSurvey.march.sheets[0]
        #expect(first.importance.prefix(7) == [7, 10, 6, 10, 9, 6, 8])
        #expect(first.satisfaction.prefix(7) == [7, 2, 7, 7, 4, 3, nil])
        #expect(first.demotivators.prefix(7) == [4, 2, 2, 9, 2, 3, 7])
    }

    @Test func `the index rises from .1724 to .3276, each with its interval`() throws {
        var first = SplitMix64(seed: 1)
        let before = try Means.interval(march, draws: 10_000, using: &first)
        expect(before.value, is: 0.1724)
        expect(try #require(before.interval).lower, is: 0.0843)
        expect(try #require(before.interval).upper, is: 0.2605)
        var second = SplitMix64(seed: 2)
        let after = try Means.interval(september, draws: 10_000, using: &second)
        expect(after.value, is: 0.3276)
        expect(try #require(after.interval).lower, is: 0.2399)
        expect(try #require(after.interval).upper, is: 0.4124)
    }

    @Test func `the change of .1551 comes by chance 192 times in ten thousand`() throws {
        var generator = SplitMix64(seed: 3)
        let change = try MeanDifference(march, september)
        expect(change.value, is: -0.1551)
        expect(try change.p(draws: 9999, using: &generator), is: 0.0192)
    }

    @Test func `the change lies between .0282 and .2785`() throws {
        var first = SplitMix64(seed: 1)
        var second = SplitMix64(seed: 2)
        let change = try Means.change(from: march, to: september, draws: 10_000, using: &first, and: &second)
        expect(change.value, is: 0.1551)
        expect(try #require(change.interval).lower, is: 0.0282)
        expect(try #require(change.interval).upper, is: 0.2785)
        #expect(throws: Undefined.tooFew(count: 19, needed: 20)) {
            try Means.change(
                from: Array(march.prefix(19)), to: september, draws: 10, using: &first, and: &second)
        }
    }

    /// Ten of 44 by shuffles; the tenth lies at the limit and hangs on seed and test.
    @Test func `of 44 changes the first are the demotivator and the thanks that were worked on`() throws {
        let (before, after) = (MotivationSurvey.march.sheets, MotivationSurvey.september.sheets)
        var names: [String] = []
        var ps: [Double] = []
        for factor in 0..<30 {
            let gaps = [before, after].map { sheets in
                sheets.compactMap { sheet in sheet.satisfaction[factor].map { sheet.importance[factor] * (10 - $0) } }
            }
            names.append(MotivationSurvey.names[factor])
            ps.append(try MannWhitney(gaps[0], gaps[1]).test.p)
        }
        for place in 0..<14 {
            names.append("a\(place + 1)")
            ps.append(
                try MannWhitney(before.map { $0.demotivators[place] }, after.map { $0.demotivators[place] }).test.p)
        }
        let found = try BenjaminiHochberg(ps).found
        #expect(found.sorted { ps[$0] < ps[$1] }.prefix(2).map { names[$0] } == ["a11", "r1"])
        #expect((9...10).contains(found.count))
    }

    @Test func `a change from .1788 would be noticed`() throws {
        let (one, other) = (try Moments(march), try Moments(september))
        let pooled = ((one.squares + other.squares) / Double(one.count + other.count - 2)).squareRoot()
        expect(try Means.noticeable(deviation: pooled, one.count, other.count), is: 0.1788, places: 3)
    }

    /// Money of 31 complete sheets, recognition of 30.
    @Test func `α of two areas`() throws {
        let money = MotivationSurvey.march.complete(0..<5)
        #expect(money.count == 31)
        expect(try Alpha(Matrix(rows: money)).estimate.value, is: 0.8530)
        let recognition = MotivationSurvey.march.complete(9..<13)
        #expect(recognition.count == 30)
        expect(try Alpha(Matrix(rows: recognition)).estimate.value, is: 0.8004)
    }
}
