/// Whether y rises with x to a top and falls again (or the reverse): y on x − x̄ and its square.
///
/// A square with a small p is no turn yet: the slopes at both ends of the data must differ in sign, each by its own t
/// (Lind and Mehlum, "With or Without U?", 2010), with HC3 errors.
public struct QuadraticTerm: Sendable {
    /// y on x − x̄ and (x − x̄)²: the constant, b₁, b₂.
    public let fit: LeastSquares
    /// Where the curve turns: x̄ − b₁/(2·b₂), in the unit of x, be it inside the data or not.
    public let turn: Double
    /// The slope at the smallest x over its error.
    public let slopeAtStart: TestResult
    /// The slope at the largest x over its error.
    public let slopeAtEnd: TestResult
    /// What the data show at 5 %.
    public let shape: Shape

    /// The form of a curve within the data.
    public enum Shape: String, Hashable, Sendable, CaseIterable {
        /// Rises, then falls.
        case hill
        /// Falls, then rises.
        case valley
        /// No turn seen.
        case noTurn = "no turn seen"
    }

    /// The larger of the one-sided chances of both slopes: that of Lind and Mehlum's joint test.
    public var p: Double { max(slopeAtStart.p, slopeAtEnd.p) / 2 }

    /// Undefined for fewer than 5 different values of x, and where `LeastSquares` is.
    public init(_ y: [Double], on x: [Double]) throws(Undefined) {
        try Check.sameLength(y.count, x.count)
        try Check.finite(x)
        try Check.atLeast(5, Set(x).count)
        let mean = try Moments(x).mean
        let centred = x.map { $0 - mean }
        fit = try LeastSquares(y, on: [centred, centred.map { $0 * $0 }])
        let (first, second) = (fit.coefficients[1].value, fit.coefficients[2].value)
        guard second != 0 else { throw .noVariation }
        turn = mean - first / (2 * second)
        let (least, most) = (centred.min() ?? 0, centred.max() ?? 0)
        slopeAtStart = try Self.slope(fit, at: least)
        slopeAtEnd = try Self.slope(fit, at: most)
        let opposite = slopeAtStart.statistic * slopeAtEnd.statistic < 0
        if opposite, max(slopeAtStart.p, slopeAtEnd.p) / 2 < 0.05 {
            shape = slopeAtStart.statistic > 0 ? .hill : .valley
        } else {
            shape = .noTurn
        }
    }

    private static func slope(_ fit: LeastSquares, at x: Double) throws(Undefined) -> TestResult {
        let slope = fit.coefficients[1].value + 2 * x * fit.coefficients[2].value
        let variance =
            fit.robustCovariance[1, 1] + 4 * x * fit.robustCovariance[1, 2] + 4 * x * x * fit.robustCovariance[2, 2]
        guard variance > 0 else { throw .nothingToTest }
        let t = slope / variance.squareRoot()
        let df = Double(fit.residualDF)
        return TestResult(statistic: t, df: df, p: try StudentT.twoSided(t, df: df))
    }
}
