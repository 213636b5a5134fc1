/// Values below which a share of the others lies.
public enum Quantile {
    /// The type 7 of Hyndman and Fan (1996), as R and NumPy use it: linear between the places 1 + (n − 1)·p.
    ///
    ///     try Quantile.of([1, 2, 3, 4], 0.25)   // 1.75
    public static func of(_ values: [Double], _ p: Double) throws(Undefined) -> Double {
        try Check.finite(values)
        return try ofSorted(values.sorted(), p)
    }

    /// The middle value, or the mean of the two in the middle.
    public static func median(_ values: [Double]) throws(Undefined) -> Double { try of(values, 0.5) }

    /// The same of values that stand in rising order.
    static func ofSorted(_ sorted: [Double], _ p: Double) throws(Undefined) -> Double {
        try Check.atLeast(1, sorted.count)
        guard p >= 0, p <= 1 else { throw .outsideRange(.probability) }
        let place = Double(sorted.count - 1) * p
        let below = Int(place)
        let above = min(below + 1, sorted.count - 1)
        let part = place - Double(below)
        let width = sorted[above] - sorted[below]
        // Two values from both ends of the range are further apart than numbers go.
        return width.isFinite ? sorted[below] + width * part : sorted[below] * (1 - part) + sorted[above] * part
    }
}
