/// Ranks from the smallest value up, where equal values share the mean of their places.
///
///     let ranks = try Ranks([9, 7, 8, 4, 7])
///     ranks.values     // 5, 2.5, 4, 1, 2.5
///     ranks.tieSizes   // 2
public struct Ranks: Hashable, Sendable {
    /// Twice the rank of each value, in the order of the values: a shared rank is a whole or a half, so this is exact.
    public let doubled: [Int]
    /// How many values share each place that more than one has, from the smallest place up.
    public let tieSizes: [Int]

    /// The rank of each value, in the order of the values.
    public var values: [Double] { doubled.map { Double($0) / 2 } }

    /// Σ(t³ − t) over ties of t values: what ties take from the spread of ranks.
    public var tieCorrection: Double {
        tieSizes.reduce(0) { sum, size in
            let t = Double(size)
            return sum + (t * t * t - t)
        }
    }

    /// Ranks of values, of which none may be missing. −0 and 0 are one value.
    public init(_ values: [Double]) throws(Undefined) {
        try Check.finite(values)
        let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        var doubled = [Int](repeating: 0, count: values.count)
        var ties: [Int] = []
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            // Places start + 1 … end; twice their mean is start + 1 + end.
            for place in start..<end { doubled[order[place]] = start + 1 + end }
            if end - start > 1 { ties.append(end - start) }
            start = end
        }
        (self.doubled, tieSizes) = (doubled, ties)
    }
}
