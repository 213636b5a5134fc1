/// Least squares: y = b₀ + Σ bⱼxⱼ + e with the smallest Σe².
///
/// An association, not a cause. Standard errors come twice: the usual ones, which trust that all observations scatter
/// alike, and HC3 = (XᵀX)⁻¹·Xᵀ·diag(e²/(1 − h)²)·X·(XᵀX)⁻¹ (MacKinnon and White, 1985), which do not.
public struct LeastSquares: Sendable {
    /// The constant and then each column's coefficient.
    public let coefficients: [Coefficient]
    /// The share of the variance of y that the columns go with.
    public let explained: Double
    /// The same, corrected for the number of columns: 1 − (1 − R²)(n − 1)/(n − p − 1).
    public let explainedAdjusted: Double
    /// Whether all columns together explain anything: F with p and n − p − 1 degrees of freedom, `df` being the second.
    public let overall: TestResult
    /// Deviation of what is left, in the unit of y.
    public let residualDeviation: Double
    /// y less what the columns say, in the order of y.
    public let residuals: [Double]
    /// How much of its own fitted value each row decides, from 0 to 1.
    public let leverages: [Double]
    /// Covariances of the coefficients by HC3.
    let robustCovariance: Matrix
    /// n − p − 1.
    public let residualDF: Int

    /// What one column (or the constant) goes with.
    public struct Coefficient: Hashable, Sendable {
        /// Change of y for one more of the column, the others as they are.
        public let value: Double
        /// The usual standard error.
        public let standardError: Double
        /// Value ÷ standard error and its p, two-sided.
        public let test: TestResult
        /// The 95 % interval by the usual standard error.
        public let interval: Interval
        /// The standard error by HC3.
        public let robustError: Double
        /// The test by HC3.
        public let robustTest: TestResult
        /// β = b·s_x/s_y: in deviations of both; absent for the constant.
        public let standardised: Double?
        /// 1 ÷ (1 − R²) of the column on the others; above 5 the columns say nearly the same. Absent for the constant.
        public let varianceInflation: Double?
    }

    /// y on columns; a constant is always fitted.
    ///
    /// Undefined for n ≤ p + 2, a constant y or column, a column that follows from the others, an observation that
    /// decides its own value, and where nothing is left over.
    public init(_ y: [Double], on columns: [[Double]]) throws(Undefined) {
        for column in columns { try Check.sameLength(y.count, column.count) }
        try Check.atLeast(columns.count + 3, y.count)
        let outcome = try Moments(y)
        guard outcome.varies else { throw .noVariation }
        var moments: [Moments] = []
        for (place, column) in columns.enumerated() {
            let one = try Moments(column)
            guard one.varies else { throw .constant(column: place) }
            moments.append(one)
        }
        let factors = try Self.factors(columns, count: y.count)
        let values = factors.coefficients(of: y)
        var residuals = y
        for row in y.indices {
            residuals[row] -= values[0]
            for (place, column) in columns.enumerated() { residuals[row] -= values[place + 1] * column[row] }
        }
        let left = Orthogonal.dot(residuals, residuals)
        guard left > 1e-24 * outcome.squares else { throw .nothingToTest }
        let df = y.count - columns.count - 1
        let variance = left / Double(df)
        let unscaled = factors.sandwich(.identity(values.count))
        leverages = factors.leverages
        robustCovariance = try Self.robust(factors, residuals: residuals)
        (self.residuals, residualDF, residualDeviation) = (residuals, df, variance.squareRoot())
        explained = 1 - left / outcome.squares
        explainedAdjusted = 1 - (1 - explained) * Double(y.count - 1) / Double(df)
        overall = try Self.overall(explained: explained, columns: columns.count, df: df)
        var coefficients: [Coefficient] = []
        let limit = try StudentT.limit(0.95, df: Double(df))
        for (place, value) in values.enumerated() {
            let error = (variance * unscaled[place, place]).squareRoot()
            let robust = robustCovariance[place, place].squareRoot()
            let own = place == 0 ? nil : moments[place - 1]
            coefficients.append(
                Coefficient(
                    value: value, standardError: error, test: try Self.test(value, error, df),
                    interval: Interval(lower: value - limit * error, upper: value + limit * error, level: 0.95),
                    robustError: robust, robustTest: try Self.test(value, robust, df),
                    standardised: own.map { value * ($0.squares / outcome.squares).squareRoot() },
                    varianceInflation: own.map { unscaled[place, place] * $0.squares }))
        }
        self.coefficients = coefficients
    }

    /// Numbers the columns as the caller does: the constant is no column of his.
    private static func factors(_ columns: [[Double]], count: Int) throws(Undefined) -> Orthogonal {
        do {
            return try Orthogonal(columns: [Array(repeating: 1, count: count)] + columns)
        } catch .singular(let places) {
            throw .singular(columns: places.map { $0 - 1 })
        }
    }

    private static func robust(_ factors: Orthogonal, residuals: [Double]) throws(Undefined) -> Matrix {
        let size = factors.basis.count
        var middle = Matrix(repeating: 0, rows: size, columns: size)
        for (row, leverage) in factors.leverages.enumerated() {
            guard 1 - leverage > 1e-10 else { throw .fullLeverage(row: row) }
            let weight = residuals[row] / (1 - leverage)
            for first in 0..<size {
                for second in 0..<size {
                    middle[first, second] +=
                        weight * weight * factors.basis[first][row] * factors.basis[second][row]
                }
            }
        }
        return factors.sandwich(middle)
    }

    private static func test(_ value: Double, _ error: Double, _ df: Int) throws(Undefined) -> TestResult {
        guard error > 0 else { throw .nothingToTest }
        let t = value / error
        return TestResult(statistic: t, df: Double(df), p: try StudentT.twoSided(t, df: Double(df)))
    }

    private static func overall(explained: Double, columns: Int, df: Int) throws(Undefined) -> TestResult {
        guard columns > 0 else { return TestResult(statistic: 0, df: Double(df), p: 1) }
        let f = explained / Double(columns) / ((1 - explained) / Double(df))
        return TestResult(
            statistic: f, df: Double(df), p: try FisherF.upperTail(f, Double(columns), Double(df)))
    }
}
