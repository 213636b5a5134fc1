/// How far raters give the same values, not only the same order: intraclass correlations (Shrout and Fleiss, 1979;
/// intervals by McGraw and Wong, 1996). A negative one is shown as it is.
public struct IntraclassCorrelation: Hashable, Sendable {
    /// Of one rating where every subject has raters of its own: ICC(1).
    public let oneWay: Estimate
    /// Of one rating, the raters standing for others like them, levels included: ICC(A,1).
    public let agreement: Estimate
    /// Of the mean of all raters, levels included: ICC(A,k).
    public let meanAgreement: Estimate
    /// Of one rating, the level of each rater left out: ICC(C,1).
    public let consistency: Estimate
    /// Of the mean of all raters, levels left out: ICC(C,k).
    public let meanConsistency: Estimate

    /// From subjects (rows) by raters (columns); undefined for fewer than 3 subjects or 2 raters, and where
    /// subjects do not vary at all.
    public init(_ table: Matrix, level: Double = 0.95) throws(Undefined) {
        try Check.probability(level)
        let squares = try TwoWay(table)
        guard squares.betweenRows > 0 || squares.rest > 0, squares.withinRows > 0 || squares.betweenRows > 0 else {
            throw .noVariation
        }
        let limits = Limits(squares: squares, upper: (1 + level) / 2, level: level)
        let k = Double(squares.columns)
        oneWay = try limits.estimate(
            (squares.betweenRows - squares.withinRows) / (squares.betweenRows + (k - 1) * squares.withinRows),
            limits.single(rest: squares.withinRows, df: Double(squares.rows) * (k - 1)))
        let single = (squares.betweenRows - squares.rest) / (squares.betweenRows + (k - 1) * squares.rest)
        let singleLimits = try limits.single(
            rest: squares.rest, df: Double(squares.rows - 1) * (k - 1))
        consistency = try limits.estimate(single, singleLimits)
        meanConsistency = try limits.estimate(limits.ofMean(single), singleLimits.map(limits.ofMean))
        let absolute = limits.absolute
        let absoluteLimits = try limits.absoluteLimits()
        agreement = try limits.estimate(absolute, absoluteLimits)
        meanAgreement = try limits.estimate(limits.ofMean(absolute), absoluteLimits.map(limits.ofMean))
    }
}

/// Limits of intraclass correlations by F.
private struct Limits {
    let squares: TwoWay
    let upper: Double
    let level: Double

    private var n: Double { Double(squares.rows) }
    private var k: Double { Double(squares.columns) }

    func estimate(_ value: Double, _ limits: [Double]) throws(Undefined) -> Estimate {
        guard value.isFinite else { throw .noVariation }
        let known = limits.count == 2 && limits.allSatisfy(\.isFinite)
        return Estimate(
            value: value, interval: known ? Interval(lower: limits[0], upper: limits[1], level: level) : nil,
            count: squares.rows, method: .fisher)
    }

    /// From one rating to the mean of k (Spearman and Brown).
    func ofMean(_ single: Double) -> Double { k * single / (1 + (k - 1) * single) }

    /// (F/F₀ − 1)/(F/F₀ + k − 1) and (F·F₀ − 1)/(F·F₀ + k − 1); none where there is no rest.
    func single(rest: Double, df: Double) throws(Undefined) -> [Double] {
        guard rest > 0 else { return [] }
        let f = squares.betweenRows / rest
        let lower = f / (try FisherF.quantile(upper, n - 1, df))
        let higher = f * (try FisherF.quantile(upper, df, n - 1))
        return [(lower - 1) / (lower + k - 1), (higher - 1) / (higher + k - 1)]
    }

    private var meanRows: Double { squares.betweenRows }
    private var meanColumns: Double { squares.betweenColumns }
    private var meanRest: Double { squares.rest }

    /// (MSR − MSE)/(MSR + (k − 1)MSE + k(MSC − MSE)/n)
    var absolute: Double {
        (meanRows - meanRest) / (meanRows + (k - 1) * meanRest + k * (meanColumns - meanRest) / n)
    }

    /// McGraw and Wong's table 7, case 2: Satterthwaite's degrees of freedom for the sum of two mean squares.
    func absoluteLimits() throws(Undefined) -> [Double] {
        let value = absolute
        guard value < 1, meanRest > 0 else { return [] }
        let a = k * value / (n * (1 - value))
        let b = 1 + k * value * (n - 1) / (n * (1 - value))
        let sum = a * meanColumns + b * meanRest
        let first = a * meanColumns * a * meanColumns / (k - 1)
        let df = sum * sum / (first + b * meanRest * b * meanRest / ((n - 1) * (k - 1)))
        guard df > 0, df.isFinite else { return [] }
        let low = try FisherF.quantile(upper, n - 1, df)
        let high = try FisherF.quantile(upper, df, n - 1)
        let others = k * meanColumns + (k * n - k - n) * meanRest
        return [
            n * (meanRows - low * meanRest) / (low * others + n * meanRows),
            n * (high * meanRows - meanRest) / (others + n * high * meanRows),
        ]
    }
}
