/// Mean and sum of squares of values, in two passes in their order.
public struct Moments: Hashable, Sendable {
    /// How many values.
    public let count: Int
    /// Their mean.
    public let mean: Double
    /// Σ(x − mean)².
    public let squares: Double

    /// Moments of at least one finite value.
    public init(_ values: [Double]) throws(Undefined) {
        try Check.atLeast(1, values.count)
        try Check.finite(values)
        let n = Double(values.count)
        let rough = values.reduce(0) { $0 + $1 / n }
        // A second pass takes back what rounding of the first left.
        let mean = rough + values.reduce(0) { $0 + ($1 - rough) } / n
        (count, self.mean) = (values.count, mean)
        squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        guard squares.isFinite else { throw .outsideRange(.positive) }
    }

    /// Variance of a sample (n − 1).
    public func variance() throws(Undefined) -> Double {
        try Check.atLeast(2, count)
        return squares / Double(count - 1)
    }

    /// Deviation of a sample (n − 1), in the unit of the values.
    public func deviation() throws(Undefined) -> Double { try variance().squareRoot() }

    /// Whether the values differ by more than rounding.
    var varies: Bool {
        squares > Double(count) * (abs(mean) * 4e-16) * (abs(mean) * 4e-16)
    }
}
