/// Which of many findings stand when each had its own chance to arise by accident (Benjamini and Hochberg, 1995).
///
///     let tests = try BenjaminiHochberg([0.041, 0.002, 0.5, 0.018, 0.013], rate: 0.10)
///     tests.found   // [0, 1, 3, 4]
public struct BenjaminiHochberg: Hashable, Sendable {
    /// The q of each p, in their order: the smallest rate at which it would be found.
    public let adjusted: [Double]
    /// The places of what is found, from 0 in rising order.
    public let found: [Int]

    /// From the p of all tests that were made, found or not: up to the last pᵢ ≤ rate·i/m in rising order.
    public init(_ ps: [Double], rate: Double = 0.10) throws(Undefined) {
        try Check.probability(rate)
        guard ps.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { throw .outsideRange(.probability) }
        let order = ps.indices.sorted { (ps[$0], $0) < (ps[$1], $1) }
        let m = Double(ps.count)
        var adjusted = ps
        var least = 1.0
        var last = -1
        for (place, index) in order.enumerated().reversed() {
            least = min(least, ps[index] * m / Double(place + 1))
            adjusted[index] = least
            if last < 0, ps[index] <= rate * Double(place + 1) / m { last = place }
        }
        self.adjusted = adjusted
        found = order.prefix(last + 1).sorted()
    }
}
