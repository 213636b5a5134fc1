import Testing

@testable import Statistics

/// Four departments rate the accounts A–F: a worked example.
private let marketing: [Double?] = [9, 7, 8, 4, 5, 3]
private let supply: [Double?] = [6, 8, 7, 5, 5, 2]
private let sales: [Double?] = [9, 8, 7, 3, 6, 4]
private let finance: [Double?] = [7, 9, 6, 5, 4, 3]

/// Three raters of twenty subjects: the data set `anxiety` of R's package irr (reference set 2).
private let anxiety: [[Double?]] = [
    [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3],
    [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
    [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2],
]

@Suite("Agreement of raters: Kendall's W")
struct ConcordanceTests {
    @Test func `four departments agree to .8543, and by chance 75 times in a million`() throws {
        let rating = try Concordance(scores: [marketing, supply, sales, finance])
        #expect(rating.doubledRankSums == [42, 42, 36, 17, 21, 10])
        #expect(rating.tieCorrection == 6)
        // 12 · 237.5 over 16 · 210 − 4 · 6
        #expect(rating.numerator == 2850)
        #expect(rating.denominator == 3336)
        expect(rating.coefficient, is: 0.8543)
        expect(rating.uncorrected, is: 0.8482)
        expect(try rating.exactTail(), is: 0.000075, places: 6)
    }

    @Test func `χ² says 58 times as much for so few accounts`() throws {
        let test = try Concordance(scores: [marketing, supply, sales, finance]).chiSquareTest()
        expect(test.statistic, is: 17.0863)
        #expect(test.df == 5)
        expect(test.p, is: 0.00434, places: 5)
    }

    @Test func `after the session, supply giving A an 8, they agree to .8949`() throws {
        let after: [Double?] = [8, 8, 7, 5, 5, 2]
        expect(try Concordance(scores: [marketing, after, sales, finance]).coefficient, is: 0.8949)
    }

    @Test func `finance being absent, three agree to .8590`() throws {
        let absent: [Double?] = [7, 9, nil, 5, 4, 3]
        let rating = try Concordance(scores: [marketing, supply, sales, absent])
        #expect(rating.absent == [3])
        #expect(rating.raters == 3)
        expect(rating.coefficient, is: 0.8590)
    }

    /// irr::kendall(anxiety, TRUE): Wt = .54, χ²(19) = 30.8, p = .0429.
    @Test func `twenty subjects are many enough for χ²`() throws {
        let rating = try Concordance(scores: anxiety)
        expect(rating.coefficient, is: 0.5397)
        let test = try rating.chiSquareTest()
        expect(test.statistic, is: 30.7604)
        expect(test.p, is: 0.0429)
        #expect(throws: Undefined.tooManyCombinations(limit: 1000)) { try rating.exactTail(limit: 1000) }
    }

    /// Every arrangement one after another, in Python: `Reference/figures.py`.
    @Test(arguments: Figures.rows("concordance"))
    func `the exact chance is that of going through every arrangement`(row: [Double]) throws {
        let (scores, results) = Figures.table(row)
        let rating = try Concordance(scores: scores)
        expect(rating.coefficient, is: results[0], relative: 1e-14)
        expect(try rating.exactTail(), is: results[1], relative: 1e-14)
    }

    @Test func `shuffles come near the exact chance, and a seed repeats them`() throws {
        let rating = try Concordance(scores: [[1, 2, 3, 4], [2, 1, 4, 3], [1, 3, 2, 4]])
        let exact = try rating.exactTail()
        var first = SplitMix64(seed: 13)
        var second = SplitMix64(seed: 13)
        let p = try rating.shuffledTail(draws: 4999, using: &first)
        #expect(try rating.shuffledTail(draws: 4999, using: &second) == p)
        // Four standard errors.
        #expect(abs(p - exact) < 4 * (exact * (1 - exact) / 4999).squareRoot(), "\(p), exact \(exact)")
    }

    /// The least chance that 4,999 shuffles can tell is 1/5,000.
    @Test func `of 4,999 shuffles of the departments none agrees as much`() throws {
        var generator = SplitMix64(seed: 13)
        let rating = try Concordance(scores: [marketing, supply, sales, finance])
        #expect(try rating.shuffledTail(draws: 4999, using: &generator) == 0.0002)
    }

    @Test func `few subjects are never left to χ²`() throws {
        var generator = SplitMix64(seed: 13)
        let departments = try Concordance(scores: [marketing, supply, sales, finance])
        let exact = try departments.chance(using: &generator)
        #expect(exact.way == .exact)
        expect(exact.p, is: 0.000075, places: 6)
        #expect(try Concordance(scores: anxiety).chance(using: &generator).way == .chiSquare)
        // Twelve raters of three: more arrangements than are kept.
        let many = try Concordance(
            scores: Array(repeating: [1, 2, 3], count: 6) + Array(repeating: [3, 1, 2], count: 6))
        let shuffled = try many.chance(draws: 999, using: &generator)
        #expect(shuffled.way == .shuffled)
        #expect(shuffled.p > 0.01 && shuffled.p < 0.2)
    }

    /// Bounds computed independently; those of four raters also in Friedman's table as published (W·m(n − 1): 6.5, 7.8, 8.8).
    @Test(arguments: [
        (4, 3, 0.8125), (4, 4, 0.6500), (4, 5, 0.5500), (4, 6, 0.5143), (3, 3, 1), (3, 4, 0.8222), (3, 5, 0.7111),
        (3, 6, 0.6571), (3, 7, 0.6270),
    ])
    func `the W that chance reaches once in twenty`(raters: Int, subjects: Int, bound: Double) throws {
        let distribution = try ConcordanceDistribution(raters: raters, subjects: subjects)
        expect(try #require(distribution.bound(0.05)), is: bound)
    }

    @Test func `two raters of three subjects never agree beyond chance`() throws {
        // Full agreement comes out once in six.
        #expect(try ConcordanceDistribution(raters: 2, subjects: 3).bound(0.05) == nil)
        #expect(try ConcordanceDistribution(raters: 2, subjects: 3).bound(1.0 / 6) == 1)
    }

    @Test func `a rater who cannot decide is counted and named`() throws {
        let rating = try Concordance(scores: [[1, 2, 3], [1, 2, 3], [5, 5, 5]])
        #expect(rating.undecided == [2])
        // Rank sums 4, 6, 8: S = 8; 96 over 9 · 24 − 3 · 24.
        expect(rating.coefficient, is: 96.0 / 144, relative: 1e-15)
        #expect(try rating.exactTail() == 1.0 / 6)
    }

    @Test func `one order is W 1, opposite orders are W 0`() throws {
        #expect(try Concordance(scores: [[1, 2, 3], [10, 20, 30]]).coefficient == 1)
        let opposite = try Concordance(scores: [[1, 2, 3], [3, 2, 1]])
        #expect(opposite.coefficient == 0)
        #expect(try opposite.exactTail() == 1)
    }

    @Test func `undefined: one rater, two subjects, nobody decided, lengths, no number`() {
        #expect(throws: Undefined.tooFew(count: 0, needed: 2)) { try Concordance(scores: []) }
        #expect(throws: Undefined.tooFew(count: 1, needed: 2)) { try Concordance(scores: [[1, 2, 3], [1, nil, 2]]) }
        #expect(throws: Undefined.tooFew(count: 2, needed: 3)) { try Concordance(scores: [[1, 2], [1, 2]]) }
        #expect(throws: Undefined.noVariation) { try Concordance(scores: [[1, 1, 1], [2, 2, 2]]) }
        #expect(throws: Undefined.unequalLengths(3, 2)) { try Concordance(scores: [[1, 2, 3], [1, 2]]) }
        #expect(throws: Undefined.notFinite(position: 2)) { try Concordance(scores: [[1, 2, .infinity], [1, 2, 3]]) }
        #expect(throws: Undefined.outsideRange(.count)) {
            var generator = SplitMix64(seed: 0)
            _ = try Concordance(scores: [[1, 2, 3], [1, 2, 3]]).shuffledTail(draws: 0, using: &generator)
        }
    }

    @Test func `W stays when raters or subjects change places and scores change their scale`() throws {
        var generator = SplitMix64(seed: 21)
        for _ in 0..<30 {
            var scores = (0..<4).map { _ in (0..<5).map { _ in Optional(Double(generator.below(6))) } }
            guard let first = try? Concordance(scores: scores) else { continue }
            let p = try first.exactTail()
            generator.shuffle(&scores)
            var order = Array(0..<5)
            generator.shuffle(&order)
            let moved = scores.map { row in order.map { place in row[place].map { 2 * $0 - 7 } } }
            let second = try Concordance(scores: moved)
            #expect(second.coefficient == first.coefficient)
            #expect(try second.exactTail() == p)
        }
    }

    @Test func `many raters of many subjects do not overflow`() throws {
        let order = (0..<100_000).map { Optional(Double($0)) }
        #expect(try Concordance(scores: [order, order, order]).coefficient == 1)
    }
}
