/// How far the sum of items measures one factor: McDonald's ω (total).
///
/// ω = (Σλ)² ÷ ((Σλ)² + Σθ), the loadings λ and own variances θ by maximum likelihood on the covariances
/// (McDonald, "Test Theory", 1999). Found by steps that expect the factor and then fit to it (Rubin and Thayer, 1982):
/// b = Θ⁻¹λ/(1 + λᵀΘ⁻¹λ), λ ← Sb/(bᵀSb + 1/(1 + λᵀΘ⁻¹λ)), θ ← diag S − λ∘Sb, θ never below 0.5 % of its variance.
public struct Omega: Hashable, Sendable {
    /// ω.
    public let value: Double
    /// The loading of each item, in the unit of its answers; the sum is positive.
    public let loadings: [Double]
    /// The variance that each item keeps for itself.
    public let ownVariances: [Double]
    /// How many steps it took.
    public let steps: Int
    /// Items that load against the others, by place from 0: not reversed?
    public let negative: [Int]

    /// From answers, rows being people.
    ///
    /// Undefined for fewer than 3 items or people, a constant item, covariances that are not positive definite, an item
    /// that keeps no variance of its own (`heywood`), and where the steps do not settle.
    public init(_ answers: Matrix) throws(Undefined) {
        try self.init(answers, steps: 20_000, tolerance: 1e-13)
    }

    /// ω with an interval from resampled people: at most 400 steps a draw, to 10⁻⁷.
    public static func resampled(
        _ answers: Matrix, draws: Int, level: Double = 0.95, using generator: inout SplitMix64
    ) throws(Undefined) -> Estimate {
        let omega = try Omega(answers)
        let outcome = try Resampling.outcome(
            groups: [answers.rows], draws: draws, level: level, using: &generator
        ) { places throws(Undefined) in
            try Omega(answers.selecting(rows: places[0]), steps: 400, tolerance: 1e-7, settles: false, floors: false)
                .value
        }
        return Estimate(value: omega.value, interval: outcome.interval, count: answers.rows, method: .resampled)
    }

    /// - Parameters:
    ///   - settles: whether steps that do not settle are an error, or good enough.
    ///   - floors: whether an own variance at its floor is an error.
    init(
        _ answers: Matrix, steps limit: Int, tolerance: Double, settles: Bool = true, floors: Bool = true
    ) throws(Undefined) {
        try Check.atLeast(3, answers.columns)
        try Check.atLeast(3, answers.rows)
        let covariance = try answers.covariance()
        let variances = (0..<covariance.rows).map { covariance[$0, $0] }
        for (item, variance) in variances.enumerated() where variance <= 0 { throw .constant(column: item) }
        _ = try Cholesky(covariance)
        var factor = Factor(loadings: variances.map { ($0 / 2).squareRoot() }, own: variances.map { $0 / 2 })
        var steps = 0
        var change = Double.infinity
        while change > tolerance, steps < limit {
            let next = factor.step(covariance, variances)
            change = next.difference(from: factor)
            factor = next
            steps += 1
        }
        if settles, change > tolerance { throw .noConvergence(steps: limit) }
        if floors, let item = factor.own.indices.first(where: { factor.own[$0] <= Factor.floor * variances[$0] }) {
            throw .heywood(item: item)
        }
        let sum = factor.loadings.reduce(0, +)
        loadings = factor.loadings.map { sum < 0 ? -$0 : $0 }
        (ownVariances, self.steps) = (factor.own, steps)
        value = sum * sum / (sum * sum + factor.own.reduce(0, +))
        negative = loadings.indices.filter { sum < 0 ? factor.loadings[$0] > 0 : factor.loadings[$0] < 0 }
    }
}

/// One factor as far as it is known.
private struct Factor {
    var loadings: [Double]
    var own: [Double]

    /// Own variances stay above this share of the whole, lest one item become the factor.
    static let floor = 0.005

    func step(_ covariance: Matrix, _ variances: [Double]) -> Factor {
        let scale = 1 + zip(loadings, own).reduce(0) { $0 + $1.0 * $1.0 / $1.1 }
        let weights = zip(loadings, own).map { $0 / $1 / scale }
        let carried = covariance * weights
        let spread = Orthogonal.dot(weights, carried) + 1 / scale
        let next = carried.map { $0 / spread }
        let rests = variances.indices.map { max(variances[$0] - next[$0] * carried[$0], Self.floor * variances[$0]) }
        return Factor(loadings: next, own: rests)
    }

    func difference(from other: Factor) -> Double {
        let loading = zip(loadings, other.loadings).map { abs($0 - $1) }.max() ?? 0
        return max(loading, zip(own, other.own).map { abs($0 - $1) }.max() ?? 0)
    }
}
