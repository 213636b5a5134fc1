/// Whether two series go together.
public enum Correlation {
    /// Pearson's r; undefined for fewer than 2 pairs and a constant series.
    public static func pearson(_ x: [Double], _ y: [Double]) throws(Undefined) -> Double {
        try Check.sameLength(x.count, y.count)
        try Check.atLeast(2, x.count)
        let (first, second) = (try Moments(x), try Moments(y))
        guard first.varies else { throw .constant(column: 0) }
        guard second.varies else { throw .constant(column: 1) }
        var product = 0.0
        for place in x.indices { product += (x[place] - first.mean) * (y[place] - second.mean) }
        let r = product / (first.squares.squareRoot() * second.squares.squareRoot())
        return min(max(r, -1), 1)
    }
}
