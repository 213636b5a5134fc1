internal import Company
internal import Quantities

/// Divides what rows add to a figure among those who are credited with them, so that the parts of a row sum to the row.
struct EventSplit {
    private let rows: RowValues
    private let index: CreditIndex
    private let people: RecordTable

    init(_ rows: RowValues, _ index: CreditIndex, people: RecordTable) {
        self.rows = rows
        self.index = index
        self.people = people
    }

    /// The credited part of each position of the index.
    func parts() throws(QuantityError) -> [Int128] {
        guard !rows.values.isEmpty else { return [] }
        var parts = index.rows.map { rows.values[Int($0)] }
        guard !index.shares.isEmpty else { return parts }
        var shared: [Int32: [Int]] = [:]
        for position in parts.indices where index.shares[position] != CreditIndex.wholeShare {
            shared[index.rows[position], default: []].append(position)
        }
        for (row, positions) in shared {
            let amounts = try split(rows.values[Int(row)], positions)
            for (position, amount) in zip(positions, amounts) { parts[position] = amount }
        }
        return parts
    }

    /// Whole kopecks with the largest remainder, ties by the person's identifier: the order of tables decides nothing.
    private func split(_ whole: Int128, _ positions: [Int]) throws(QuantityError) -> [Int128] {
        let weights = try positions.map { position throws(QuantityError) in
            (
                key: people.id(index.person(at: position)),
                weight: try FixedDecimal(minorUnits: index.shares[position], places: 9)
            )
        }
        guard let step = rows.splitStep else { return try proportional(whole, weights) }
        if let amount = Int64(exactly: whole) {
            return try Split.largestRemainder(amount, weights: weights, step: step).map { Int128($0) }
        }
        guard whole % Int128(step) == 0, let amount = Int64(exactly: whole / Int128(step)) else {
            return try proportional(whole, weights)
        }
        return try Split.largestRemainder(amount, weights: weights).map { Int128($0) * Int128(step) }
    }

    /// What has no smallest unit: each his share, and the last digit that is left over to the largest.
    private func proportional(
        _ whole: Int128, _ weights: [(key: String, weight: FixedDecimal)]
    ) throws(QuantityError) -> [Int128] {
        var parts = try weights.map { part throws(QuantityError) in
            try FixedDecimal(raw: whole).multiplied(by: part.weight, rounding: .towardsZero).raw
        }
        let order = weights.indices.sorted { left, right in
            let (first, second) = (weights[left], weights[right])
            return first.weight == second.weight ? first.key < second.key : first.weight > second.weight
        }
        if let largest = order.first { parts[largest] += whole - parts.reduce(0, +) }
        return parts
    }
}
