/// Equations between standardised variables, each by least squares on their correlations, and how well together they
/// reproduce these.
///
/// Associations, not causes: that the arrows point this way is supposed, not found.
public struct PathModel: Hashable, Sendable {
    /// How many variables there are; they are named by their place from 0.
    public let variables: Int
    /// The equations, each outcome once, no outcome feeding back into what it hangs on.
    public let equations: [Equation]
    /// Pairs of outcomes whose rests may go together.
    public let freeRests: [Pair]

    /// One outcome and what it hangs on.
    public struct Equation: Hashable, Sendable {
        /// The variable explained.
        public let outcome: Int
        /// The variables it is explained by.
        public let causes: [Int]

        /// An equation of an outcome.
        public init(_ outcome: Int, from causes: [Int]) { (self.outcome, self.causes) = (outcome, causes) }
    }

    /// Two variables.
    public struct Pair: Hashable, Sendable {
        /// One of them.
        public let first: Int
        /// The other.
        public let second: Int

        /// Two variables in either order.
        public init(_ first: Int, _ second: Int) { (self.first, self.second) = (first, second) }
    }

    /// A model; refused are variables that there are not, an outcome explained twice, or by itself round a circle, and
    /// free rests of variables that are no outcomes.
    public init(variables: Int, equations: [Equation], freeRests: [Pair] = []) throws(Undefined) {
        guard (1...200).contains(variables) else { throw .outsideRange(.count) }
        let known = 0..<variables
        let outcomes = Set(equations.map(\.outcome))
        guard outcomes.count == equations.count else { throw .outsideRange(.variable) }
        for equation in equations {
            guard known.contains(equation.outcome), equation.causes.allSatisfy(known.contains),
                Set(equation.causes).count == equation.causes.count, !equation.causes.isEmpty
            else { throw .outsideRange(.variable) }
        }
        for pair in freeRests {
            guard outcomes.contains(pair.first), outcomes.contains(pair.second), pair.first != pair.second else {
                throw .outsideRange(.variable)
            }
        }
        var settled = Set(known).subtracting(outcomes)
        var open = equations
        while !open.isEmpty {
            let ready = open.filter { $0.causes.allSatisfy(settled.contains) }
            guard !ready.isEmpty else { throw .outsideRange(.variable) }
            settled.formUnion(ready.map(\.outcome))
            open.removeAll { settled.contains($0.outcome) }
        }
        (self.variables, self.equations, self.freeRests) = (variables, equations, freeRests)
    }

    /// Variables that no equation explains.
    var free: [Int] {
        let outcomes = Set(equations.map(\.outcome))
        return (0..<variables).filter { !outcomes.contains($0) }
    }

    /// How many numbers the model leaves free: coefficients, covariances of the free variables, variances of rests, and
    /// free covariances of rests.
    var freeNumbers: Int {
        let free = self.free.count
        return equations.reduce(0) { $0 + $1.causes.count + 1 } + free * (free + 1) / 2
            + Set(
                freeRests.map { [min($0.first, $0.second), max($0.first, $0.second)] }
            ).count
    }

    /// Degrees of freedom: p(p + 1)/2 less the free numbers.
    public var df: Int { variables * (variables + 1) / 2 - freeNumbers }

    /// The coefficients by equation and cause, from a matrix of correlations.
    func coefficients(of correlations: Matrix) throws(Undefined) -> [[Double]] {
        var result: [[Double]] = []
        for equation in equations {
            let root = try Cholesky(correlations.block(equation.causes))
            result.append(root.solve(equation.causes.map { correlations[$0, equation.outcome] }))
        }
        return result
    }

    /// (I − B)⁻¹: what a unit of each variable (column) brings to each (row) along all paths.
    func totalEffects(_ coefficients: [[Double]]) -> Matrix {
        // No circles, so B to the power of the number of variables is zero: 1 + B + B² + …
        var direct = Matrix(repeating: 0, rows: variables, columns: variables)
        for (equation, values) in zip(equations, coefficients) {
            for (cause, value) in zip(equation.causes, values) { direct[equation.outcome, cause] = value }
        }
        var total = Matrix.identity(variables)
        for _ in 0..<equations.count {
            var next = direct * total
            for place in 0..<variables { next[place, place] += 1 }
            total = next
        }
        return total
    }

    /// What `cause` brings to `outcome` through others: sums of products along the paths that are not direct.
    func indirect(from cause: Int, to outcome: Int, _ coefficients: [[Double]]) -> Double {
        var direct = 0.0
        for (equation, values) in zip(equations, coefficients) where equation.outcome == outcome {
            for (one, value) in zip(equation.causes, values) where one == cause { direct += value }
        }
        return totalEffects(coefficients)[outcome, cause] - direct - (cause == outcome ? 1 : 0)
    }
}
