/// A path model laid over data: coefficients with errors, effects through others, and how well it fits.
public struct PathEstimate: Sendable {
    /// The model.
    public let model: PathModel
    /// How many people.
    public let count: Int
    /// Standardised coefficients by equation and cause.
    public let coefficients: [[Double]]
    /// Their usual standard errors: √((1 − R²)/(N − k − 1)·(R_x⁻¹)ⱼⱼ).
    public let standardErrors: [[Double]]
    /// The share of variance explained, by equation.
    public let explained: [Double]
    /// Correlations of rests that the model leaves free, in its order.
    public let restCorrelations: [Double]
    /// The correlations that the model makes.
    let implied: Matrix
    /// The correlations of the data.
    public let correlations: Matrix

    /// From a table of people, listwise complete, one column a variable.
    public init(_ model: PathModel, people: Matrix) throws(Undefined) {
        try self.init(model, correlations: people.correlation(), count: people.rows)
    }

    /// From correlations; undefined for fewer than 100 people and correlations that no data can have.
    public init(_ model: PathModel, correlations: Matrix, count: Int) throws(Undefined) {
        try Check.sameLength(model.variables, correlations.rows)
        try Check.sameLength(model.variables, correlations.columns)
        try Check.atLeast(100, count)
        _ = try Cholesky(correlations)
        let coefficients = try model.coefficients(of: correlations)
        var errors: [[Double]] = []
        var explained: [Double] = []
        for (equation, values) in zip(model.equations, coefficients) {
            try Check.atLeast(equation.causes.count + 3, count)
            let inverse = try Cholesky(correlations.block(equation.causes)).inverse
            let share = zip(equation.causes, values).reduce(0) { $0 + $1.1 * correlations[$1.0, equation.outcome] }
            let rest = (1 - share) / Double(count - equation.causes.count - 1)
            explained.append(share)
            errors.append(values.indices.map { (rest * inverse[$0, $0]).squareRoot() })
        }
        let total = model.totalEffects(coefficients)
        let rests = Self.rests(model, coefficients, correlations)
        var kept = Matrix(repeating: 0, rows: model.variables, columns: model.variables)
        for first in model.free { for second in model.free { kept[first, second] = correlations[first, second] } }
        for outcome in model.equations.map(\.outcome) { kept[outcome, outcome] = rests[outcome, outcome] }
        var restCorrelations: [Double] = []
        for pair in model.freeRests {
            let value = rests[pair.first, pair.second]
            kept[pair.first, pair.second] = value
            kept[pair.second, pair.first] = value
            let scale = (rests[pair.first, pair.first] * rests[pair.second, pair.second]).squareRoot()
            guard scale > 0 else { throw .noVariation }
            restCorrelations.append(value / scale)
        }
        implied = total * kept * total.transposed
        (self.model, self.count, self.correlations) = (model, count, correlations)
        (self.coefficients, standardErrors, self.explained) = (coefficients, errors, explained)
        self.restCorrelations = restCorrelations
    }

    /// What `cause` brings to `outcome` through others.
    public func indirect(from cause: Int, to outcome: Int) -> Double {
        model.indirect(from: cause, to: outcome, coefficients)
    }

    /// (I − B)·R·(I − B)ᵀ: covariances of what the equations leave over.
    private static func rests(_ model: PathModel, _ coefficients: [[Double]], _ correlations: Matrix) -> Matrix {
        var left = Matrix.identity(model.variables)
        for (equation, values) in zip(model.equations, coefficients) {
            for (cause, value) in zip(equation.causes, values) { left[equation.outcome, cause] -= value }
        }
        return left * correlations * left.transposed
    }
}
