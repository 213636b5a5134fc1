/// Dividing an amount among people so that the parts sum exactly to it.
public enum Split {
    /// Divides an amount by weights with the largest remainder (Hamilton's method).
    ///
    /// Everyone first gets the whole steps of the exact share; what is left is handed out step by step in the order of
    /// the cut-off remainders, the largest first, a tie by `key` ascending. When the amount is no multiple of `step`,
    /// the last thing handed out is smaller than a step. So every part lies within one step of its exact share.
    ///
    ///     try Split.largestRemainder(10_000_000, weights: [("a", 1), ("b", 1), ("c", 1)])
    ///     // [3_333_334, 3_333_333, 3_333_333]
    ///
    /// A weight of zero always gets zero. The parts of a negative amount are those of the positive one with the opposite
    /// sign, so that a reversal takes back exactly what was given. The order of the list decides nothing.
    ///
    /// - Parameters:
    ///   - amount: minor units to divide.
    ///   - weights: the key that breaks ties, such as an employee number, and the weight of each part.
    ///   - step: the smallest amount handed out, in minor units: 100 for whole roubles.
    /// - Returns: the parts in minor units, in the order of `weights`.
    /// - Throws: ``QuantityError/noWeights``, ``QuantityError/negativeWeight(_:)``,
    ///   ``QuantityError/stepNotPositive(_:)``, or ``QuantityError/overflow(_:)`` when the weights do not add up.
    public static func largestRemainder<Key: Comparable>(
        _ amount: Int64, weights: [(key: Key, weight: FixedDecimal)], step: Int64 = 1
    ) throws(QuantityError) -> [Int64] {
        guard step > 0 else { throw .stepNotPositive(FixedDecimal(Int(step))) }
        let total = try totalWeight(of: weights.map(\.weight))
        let whole = amount.magnitude
        let shares = weights.map {
            Share(of: whole, weight: $0.weight.raw.magnitude, total: total, step: step.magnitude)
        }
        var parts = shares.map(\.wholeSteps)
        var left = whole - parts.reduce(0, +)
        for index in line(of: shares, keys: weights.map(\.key)) where left > 0 {
            let handedOut = min(left, step.magnitude)
            parts[index] += handedOut
            left -= handedOut
        }
        // A part of the lowest amount may have a magnitude no positive Int64 has, hence the wrapping subtraction.
        return parts.map { Int64(truncatingIfNeeded: amount < 0 ? 0 &- $0 : $0) }
    }

    private static func totalWeight(of weights: [FixedDecimal]) throws(QuantityError) -> UInt128 {
        var total: UInt128 = 0
        for weight in weights {
            guard !weight.isNegative else { throw .negativeWeight(weight) }
            let (sum, overflow) = total.addingReportingOverflow(weight.raw.magnitude)
            guard !overflow else { throw .overflow(.weighing) }
            total = sum
        }
        guard total > 0 else { throw .noWeights }
        return total
    }

    /// Indices of those who may get more, in the order in which they do.
    ///
    /// Equal remainders with equal keys fall back on the weight, so that even then the list's order decides nothing
    /// between parts that differ; the index only makes the sort of interchangeable parts repeatable.
    private static func line<Key: Comparable>(of shares: [Share], keys: [Key]) -> [Int] {
        shares.indices.filter { shares[$0].weight > 0 }.sorted { left, right in
            let (first, second) = (shares[left], shares[right])
            if first.remainder != second.remainder { return first.remainder > second.remainder }
            if keys[left] != keys[right] { return keys[left] < keys[right] }
            if first.weight != second.weight { return first.weight > second.weight }
            return left < right
        }
    }
}
