import Testing

@testable import Statistics

/// Check values from mpmath (50 digits) and SciPy 1.17, `Reference/figures.py`.
@Suite("Tails and quantiles")
struct DistributionTests {
    @Test(arguments: Figures.rows("logGamma"))
    func `ln of the gamma function`(row: [Double]) {
        #expect(abs(Stirling.logGamma(row[0]) - row[1]) <= 2e-15 * max(1, abs(row[1])), "\(row)")
    }

    @Test(arguments: Figures.rows("normalUpper"))
    func `the normal tail keeps its digits far out`(row: [Double]) {
        expect(Normal.upperTail(row[0]), is: row[1], relative: 1e-12)
        expect(Normal.lowerTail(-row[0]), is: row[1], relative: 1e-12)
    }

    @Test(arguments: Figures.rows("normalQuantile"))
    func `normal quantiles`(row: [Double]) throws {
        expect(try Normal.quantile(row[0]), is: row[1], relative: 1e-12)
    }

    @Test(arguments: Figures.rows("chiUpper") + Figures.rows("chiUpperLargeSciPy"))
    func `tails of χ²`(row: [Double]) throws {
        expect(try ChiSquare.upperTail(row[0], df: row[1]), is: row[2], relative: 1e-11)
    }

    @Test(arguments: Figures.rows("tTwoSided"))
    func `tails of t`(row: [Double]) throws {
        expect(try StudentT.twoSided(row[0], df: row[1]), is: row[2], relative: 1e-12)
        expect(try StudentT.upperTail(-row[0], df: row[1]), is: 1 - row[2] / 2, relative: 1e-12)
    }

    @Test(arguments: Figures.rows("fUpper"))
    func `tails of F`(row: [Double]) throws {
        expect(try FisherF.upperTail(row[0], row[1], row[2]), is: row[3], relative: 1e-12)
    }

    @Test(arguments: Figures.rows("fUpperLargeSciPy"))
    func `tails of F for a million people`(row: [Double]) throws {
        expect(try FisherF.upperTail(row[0], row[1], row[2]), is: row[3], relative: 1e-10)
    }

    @Test(arguments: Figures.rows("tLimitSciPy"))
    func `limits of t`(row: [Double]) throws {
        expect(try StudentT.limit(row[0], df: row[1]), is: row[2], relative: 1e-10)
    }

    @Test(arguments: Figures.rows("fQuantileSciPy"))
    func `quantiles of F`(row: [Double]) throws {
        expect(try FisherF.quantile(row[0], row[1], row[2]), is: row[3], relative: 1e-10)
    }

    @Test(arguments: Figures.rows("chiQuantileSciPy"))
    func `quantiles of χ²`(row: [Double]) throws {
        expect(try ChiSquare.quantile(row[0], df: row[1]), is: row[2], relative: 1e-10)
    }

    @Test(arguments: Figures.rows("nonCentralLowerSciPy"))
    func `the non-central χ², and its noncentrality back`(row: [Double]) {
        let p = ChiSquare.lowerTail(row[0], df: row[1], noncentrality: row[2])
        expect(p, is: row[3], relative: 1e-9)
        expect(ChiSquare.noncentrality(of: row[0], df: row[1], p: p), is: row[2], relative: 1e-6)
    }

    @Test func `a quantile of nothing or everything, and no degrees of freedom, are refused`() {
        #expect(throws: Undefined.outsideRange(.probability)) { try Normal.quantile(0) }
        #expect(throws: Undefined.outsideRange(.probability)) { try FisherF.quantile(1, 2, 2) }
        #expect(throws: Undefined.outsideRange(.probability)) { try ChiSquare.quantile(.nan, df: 2) }
        #expect(throws: Undefined.outsideRange(.degreesOfFreedom)) { try StudentT.twoSided(1, df: 0) }
        #expect(throws: Undefined.outsideRange(.degreesOfFreedom)) { try ChiSquare.upperTail(1, df: .nan) }
    }
}
