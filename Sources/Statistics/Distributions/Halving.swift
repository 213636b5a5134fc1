/// Where a monotone function changes its answer, found by halving.
///
/// Slower than Newton's method and never wrong: a quantile is asked for once a figure, not once a draw.
enum Halving {
    /// The point of lower…upper from which on `isBelow` is false, to the last bit that halving can tell.
    static func point(from lower: Double, to upper: Double, where isBelow: (Double) -> Bool) -> Double {
        var (low, high) = (lower, upper)
        for _ in 0..<200 {
            let middle = low + (high - low) / 2
            if middle <= low || middle >= high { break }
            if isBelow(middle) { low = middle } else { high = middle }
        }
        return low + (high - low) / 2
    }

    /// The same for a positive point of any size: halves its logarithm, so the relative error is 10⁻¹⁴.
    static func positivePoint(where isBelow: (Double) -> Bool) -> Double {
        Elementary.exp(point(from: -745, to: 709) { isBelow(Elementary.exp($0)) })
    }
}
