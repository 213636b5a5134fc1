import Testing

@testable import Statistics

@Suite("Two series, two groups")
struct ComparisonTests {
    /// a worked example, set 4.
    @Test func `Spearman of set 4 is .7301`() throws {
        let result = try Spearman(DesignSets.pairs.x, DesignSets.pairs.y)
        expect(result.estimate.value, is: 0.7301)
        expect(try #require(result.estimate.interval).lower, is: 0.1913)
        expect(try #require(result.estimate.interval).upper, is: 0.9308)
        expect(result.test.statistic, is: 3.3788)
        #expect(result.test.df == 10)
        expect(result.test.p, is: 0.00702, places: 5)
        var generator = SplitMix64(seed: 4)
        expect(try result.shuffledTail(draws: 9999, using: &generator), is: 0.0093)
    }

    /// a worked examplePT7: pay that does not follow attainment.
    @Test func `pay and attainment of twelve people go together by .06`() throws {
        let pay: [Double] = [30, 28, 35, 22, 31, 27, 40, 25, 33, 29, 26, 38]
        let attainment: [Double] = [104, 99, 101, 95, 88, 110, 107, 92, 97, 103, 112, 96]
        expect(try Spearman(pay, attainment).estimate.value, is: 0.06, places: 2)
    }

    @Test(arguments: Figures.rows("spearmanSciPy"))
    func `Spearman is that of SciPy`(row: [Double]) throws {
        let (table, results) = Figures.table(row)
        let result = try Spearman(table[0], table[1])
        expect(result.estimate.value, is: results[0], relative: 1e-12)
        expect(result.test.p, is: results[1], relative: 1e-11)
    }

    @Test func `series in one order correlate by 1 without end, and a constant one not at all`() throws {
        let same = try Spearman([1, 2, 3, 4, 5], [1, 4, 9, 16, 25])
        #expect(same.estimate.value == 1)
        #expect(same.test.p == 0)
        #expect(try #require(same.estimate.interval).lower == 1)
        #expect(throws: Undefined.constant(column: 1)) { try Spearman([1, 2, 3, 4], [5, 5, 5, 5]) }
        #expect(throws: Undefined.tooFew(count: 3, needed: 4)) { try Spearman([1, 2, 3], [1, 2, 3]) }
        #expect(throws: Undefined.unequalLengths(3, 2)) { try Correlation.pearson([1, 2, 3], [1, 2]) }
        #expect(throws: Undefined.constant(column: 0)) { try Correlation.pearson([0.1, 0.1, 0.1], [1, 2, 3]) }
    }

    /// a worked example, set 5.
    @Test func `Mann–Whitney of set 5 is U 48.5, and Hodges and Lehmann say 2`() throws {
        let result = try MannWhitney(DesignSets.groups.a, DesignSets.groups.b)
        #expect(result.u == 48.5)
        expect(result.test.statistic, is: 2.3548)
        expect(result.test.p, is: 0.01853, places: 5)
        expect(result.effect, is: 0.8661)
        #expect(result.shift == 2)
    }

    @Test(arguments: Figures.rows("mannWhitneySciPy"))
    func `Mann–Whitney is that of SciPy`(row: [Double]) throws {
        let (table, results) = Figures.table(row)
        let result = try MannWhitney(table[0], table[1])
        #expect(result.u == results[0])
        expect(result.test.p, is: results[1], relative: 1e-11)
        #expect(result.shift == results[2])
    }

    @Test func `groups that change sides turn the sign and keep the p`() throws {
        let (a, b) = DesignSets.groups
        let (one, other) = (try MannWhitney(a, b), try MannWhitney(b, a))
        #expect(one.test.statistic == -other.test.statistic)
        #expect(one.test.p == other.test.p)
        expect(one.effect + other.effect, is: 1, relative: 1e-15)
    }

    @Test func `undefined: three on a side, all tied`() {
        #expect(throws: Undefined.tooFew(count: 3, needed: 4)) { try MannWhitney([1, 2, 3], [1, 2, 3, 4]) }
        #expect(throws: Undefined.noVariation) { try MannWhitney([2, 2, 2, 2], [2, 2, 2, 2]) }
        #expect(throws: Undefined.tooFew(count: 3, needed: 4)) { try MeanDifference([1, 2, 3, 4], [1, 2, 3]) }
    }

    /// a worked example, set 5: 80 of 6435 splits; SciPy doubles the smaller tail instead (.01927).
    @Test func `of 6,435 splits of set 5 eighty differ as much`() throws {
        let difference = try MeanDifference(DesignSets.groups.a, DesignSets.groups.b)
        expect(difference.value, is: 2.0179)
        let splits = try difference.exact()
        #expect(splits.hits == 80)
        #expect(splits.total == 6435)
        expect(splits.p, is: 0.01243, places: 5)
        var generator = SplitMix64(seed: 5)
        #expect(abs(try difference.shuffledTail(draws: 9999, using: &generator) - splits.p) < 0.005)
        #expect(try difference.p(draws: 9, using: &generator) == splits.p)
    }

    /// a worked example, training effect.
    @Test func `four who were trained gained 10.10 points more than five who were not: 3 of 126 splits`() throws {
        let effect = try MeanDifference([14, 15, 4, 17], [4, -2, 5, 3, 2])
        expect(effect.value, is: 10.10, places: 2)
        #expect(try effect.exact() == MeanDifference.Splits(hits: 3, total: 126))
    }

    @Test func `more splits than the limit are not gone through but shuffled`() throws {
        // 20 over 10 is 184,756.
        let large = try MeanDifference((0..<10).map(Double.init), (5..<15).map(Double.init))
        #expect(throws: Undefined.tooManyCombinations(limit: 100_000)) { try large.exact() }
        var generator = SplitMix64(seed: 2)
        let p = try large.p(draws: 4999, using: &generator)
        #expect(p > 0 && p < 0.05)
        #expect(MeanDifference.splits(20, 10) == 184_756)
        #expect(MeanDifference.splits(200, 100) == nil)
        // Exactly as many splits as the limit are gone through.
        let five = try MeanDifference([1, 2, 3, 4, 9], [5, 6, 7, 8, 0])
        #expect(try five.exact(limit: 252).total == 252)
        #expect(throws: Undefined.tooManyCombinations(limit: 251)) { try five.exact(limit: 251) }
    }

    @Test(arguments: Figures.rows("welchSciPy"))
    func `Welch's test is that of SciPy`(row: [Double]) throws {
        let (table, results) = Figures.table(row)
        let welch = try Welch(table[0], table[1])
        let interval = try #require(welch.estimate.interval)
        let ours = [welch.test.statistic, welch.test.p, try #require(welch.test.df), interval.lower, interval.upper]
        for (one, figure) in zip(ours, results) { expect(one, is: figure, relative: 1e-10) }
    }

    @Test func `undefined: nothing varies, one value a side`() {
        #expect(throws: Undefined.noVariation) { try Welch([1, 1, 1], [2, 2]) }
        #expect(throws: Undefined.tooFew(count: 1, needed: 2)) { try Welch([1], [2, 3]) }
        #expect(throws: Undefined.noVariation) { try Means.student([3, 3, 3]) }
        #expect(throws: Undefined.tooFew(count: 0, needed: 1)) { try Means.student([]) }
    }

    /// SciPy: stats.t.interval(.95, 4, mean([1..5]), sem([1..5])) is 3 ± 1.96324…
    @Test func `Student's interval up to 19 values, resampled from 20`() throws {
        var generator = SplitMix64(seed: 1)
        let few = try Means.interval([1, 2, 3, 4, 5], draws: 999, using: &generator)
        #expect(few.method == .student)
        expect(try #require(few.interval).upper, is: 4.9632)
        let values = (1...40).map(Double.init)
        let many = try Means.interval(values, draws: 2000, using: &generator)
        #expect(many.method == .resampled)
        let student = try #require(try Means.student(values).interval)
        #expect(abs(try #require(many.interval).lower - student.lower) < 0.4)
    }

    @Test func `2.8 standard errors are noticed four times in five`() throws {
        // z.975 + z.80
        expect(
            Means.noticeable(standardError: 1), is: try Normal.quantile(0.975) + Normal.quantile(0.8), relative: 1e-9)
        expect(
            try Means.noticeable(deviation: 0.27, 40, 40), is: 0.169, places: 3)
        #expect(throws: Undefined.outsideRange(.positive)) { try Means.noticeable(deviation: 0, 4, 4) }
    }
}

/// The course *negotiation* of June 2026: a worked example
@Suite("Effect of a course: difference in differences")
struct DifferenceInDifferencesTests {
    static let treated = [1.2584 - 0.9155, 0.8834 - 0.7819, 1.1512 - 0.9480, 0.9490 - 1.2988, 0.7078 - 0.7825]
    static let control = [0.9559 - 0.9889, 1.0087 - 1.0382, 0.7318 - 0.8669, 1.2557 - 1.0943, 0.8345 - 1.0692]

    @Test func `no effect that ten people could show`() throws {
        let effect = try DifferenceInDifferences(treated: Self.treated, control: Self.control)
        // The windows are printed with four decimals there, so the last one may differ by one.
        expect(effect.estimate.value, is: 0.0988, places: 3)
        expect(effect.welch.standardError, is: 0.1367)
        expect(try #require(effect.welch.test.df), is: 6.21, places: 2)
        expect(try #require(effect.estimate.interval).lower, is: -0.3329 + 0.1, places: 3)
        expect(try #require(effect.estimate.interval).upper, is: 0.4306, places: 3)
        expect(effect.welch.test.p, is: 0.4961, places: 3)
        #expect(try effect.exact() == MeanDifference.Splits(hits: 122, total: 252))
        expect(effect.noticeable, is: 0.3828, places: 3)
    }

    @Test func `people drawn again, treated first, from seed 14`() throws {
        let effect = try DifferenceInDifferences(treated: Self.treated, control: Self.control)
        var generator = SplitMix64(seed: 14)
        let outcome = try effect.drawn(draws: 5000, level: 0.95, using: &generator)
        expect(outcome.interval.lower, is: -0.1452, places: 3)
        expect(outcome.interval.upper, is: 0.3326, places: 3)
        #expect(throws: Undefined.tooFew(count: 5, needed: 20)) {
            try effect.resampled(draws: 5000, using: &generator)
        }
    }

    @Test func `undefined: four on a side, ten whole groups`() {
        #expect(throws: Undefined.tooFew(count: 4, needed: 5)) {
            try DifferenceInDifferences(treated: [1, 2, 3, 4], control: Self.control)
        }
        #expect(throws: Undefined.tooFew(count: 10, needed: 11)) {
            try DifferenceInDifferences(treated: Self.treated, control: Self.control, wholeGroups: 10)
        }
    }
}

@Suite("Many tests at once: Benjamini and Hochberg")
struct BenjaminiHochbergTests {
    /// a worked example: ten people, .002 .013 .018 .041 …: the first three.
    @Test func `of ten people the first three are found`() throws {
        let ps = [0.013, 0.002, 0.041, 0.018, 0.2, 0.3, 0.5, 0.6, 0.8, 0.9]
        let result = try BenjaminiHochberg(ps)
        #expect(result.found == [0, 1, 3])
    }

    @Test(arguments: Figures.rows("benjaminiHochbergStatsmodels"))
    func `q is that of statsmodels, and found is what has q up to the rate`(row: [Double]) throws {
        let count = Int(row[0])
        let ps = Array(row[1...count])
        let result = try BenjaminiHochberg(ps, rate: 0.1)
        for (one, figure) in zip(result.adjusted, row.dropFirst(count + 1)) { expect(one, is: figure, relative: 1e-12) }
        #expect(result.found == ps.indices.filter { result.adjusted[$0] <= 0.1 })
    }

    @Test func `without tests nothing is found, and what is no chance is refused`() throws {
        #expect(try BenjaminiHochberg([]).found == [])
        #expect(try BenjaminiHochberg([0.2, 0.9]).found == [])
        #expect(throws: Undefined.outsideRange(.probability)) { try BenjaminiHochberg([0.1, 1.2]) }
        #expect(throws: Undefined.outsideRange(.probability)) { try BenjaminiHochberg([.nan]) }
        #expect(throws: Undefined.outsideRange(.probability)) { try BenjaminiHochberg([0.1], rate: 0) }
    }
}
