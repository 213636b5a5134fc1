/// How well a path model reproduces the correlations it was laid over.
public struct PathFit: Hashable, Sendable {
    /// N·(ln|Σ| − ln|R| + tr RΣ⁻¹ − p) with the model's degrees of freedom; a small p speaks against the model.
    public let test: TestResult
    /// The same of a model in which the outcomes hang on nothing, the free variables going together as they do.
    public let baseline: TestResult
    /// Comparative fit index: 1 − max(χ² − df, 0)/max(χ²_b − df_b, χ² − df, 0). From 0.95 on it is called good.
    public let comparative: Double
    /// Tucker–Lewis index: (χ²_b/df_b − χ²/df)/(χ²_b/df_b − 1).
    public let tuckerLewis: Double
    /// √(max(χ² − df, 0)/(df·N)). Up to 0.06 it is called good.
    public let rootMeanSquareError: Double
    /// Its 90 % interval by the non-central χ².
    public let errorInterval: Interval
    /// Root of the mean squared difference of correlations, the diagonal included.
    public let standardisedResidual: Double
    /// The largest difference of a correlation from what the model makes, and where it is.
    public let largestResidual: Residual

    /// By how much the correlation of two variables differs from what the model makes.
    public struct Residual: Hashable, Sendable {
        /// Data less model.
        public let value: Double
        /// The variables, the lower place first.
        public let pair: PathModel.Pair
    }

    /// Undefined where the model has no degrees of freedom, or where nothing goes with anything.
    public init(_ estimate: PathEstimate) throws(Undefined) {
        let (model, data, n) = (estimate.model, estimate.correlations, Double(estimate.count))
        guard model.df > 0 else { throw .nothingToTest }
        let logData = try Cholesky(data).logDeterminant
        let implied = try Cholesky(estimate.implied)
        var trace = 0.0
        let inverse = implied.inverse
        for row in 0..<model.variables {
            for column in 0..<model.variables { trace += data[row, column] * inverse[column, row] }
        }
        let df = Double(model.df)
        let chi = max(n * (implied.logDeterminant - logData + trace - Double(model.variables)), 0)
        test = TestResult(statistic: chi, df: df, p: try ChiSquare.upperTail(chi, df: df))
        let free = model.free
        let logFree = free.isEmpty ? 0 : try Cholesky(data.block(free)).logDeterminant
        let baseChi = max(n * (logFree - logData), 0)
        let known = model.variables * (model.variables + 1) / 2
        let baseDF = Double(known - free.count * (free.count + 1) / 2 - model.equations.count)
        baseline = TestResult(statistic: baseChi, df: baseDF, p: try ChiSquare.upperTail(baseChi, df: baseDF))
        let misfit = max(chi - df, 0)
        let worst = max(baseChi - baseDF, misfit)
        guard worst > 0, baseChi != baseDF else { throw .noVariation }
        comparative = 1 - misfit / worst
        tuckerLewis = (baseChi / baseDF - chi / df) / (baseChi / baseDF - 1)
        rootMeanSquareError = (misfit / (df * n)).squareRoot()
        let lower = ChiSquare.noncentrality(of: chi, df: df, p: 0.95)
        let upper = ChiSquare.noncentrality(of: chi, df: df, p: 0.05)
        errorInterval = Interval(
            lower: (lower / (df * n)).squareRoot(), upper: (upper / (df * n)).squareRoot(), level: 0.9)
        (standardisedResidual, largestResidual) = Self.residuals(data, estimate.implied)
    }

    private static func residuals(_ data: Matrix, _ implied: Matrix) -> (Double, Residual) {
        var squares = 0.0
        var largest = Residual(value: 0, pair: PathModel.Pair(0, 0))
        for first in 0..<data.rows {
            for second in 0...first {
                let difference = data[first, second] - implied[first, second]
                squares += difference * difference
                guard abs(difference) > abs(largest.value) else { continue }
                largest = Residual(value: difference, pair: PathModel.Pair(second, first))
            }
        }
        return ((squares / Double(data.rows * (data.rows + 1) / 2)).squareRoot(), largest)
    }
}
