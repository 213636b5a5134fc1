internal import Company
internal import Quantities

/// Sums of everything before each position, one more than positions: any stretch costs two look-ups.
enum RunningTotals: Sendable {
    /// Sums that were shown beforehand to stay within 64 bits: half the memory of the wide ones.
    case narrow([Int64])
    case wide([Int128])
    /// Sums of which some do not fit 128 bits: a stretch of them may all the same.
    case exact([ExactSum])

    static let none = RunningTotals.narrow([])

    /// Adds the sum over a stretch of positions; nothing when nothing is summed.
    func add(_ positions: Range<Int>, to sum: inout ExactSum) {
        let (start, end) = (positions.lowerBound, positions.upperBound)
        switch self {
        case .narrow(let totals):
            if !totals.isEmpty { sum.add(Int128(totals[end]) - Int128(totals[start])) }
        case .wide(let totals):
            sum.add(totals[end])
            sum.subtract(totals[start])
        case .exact(let totals):
            sum.add(totals[end])
            sum.subtract(totals[start])
        }
    }

    /// The sum over a stretch of positions.
    func sum(_ positions: Range<Int>) -> ExactSum {
        var sum = ExactSum()
        add(positions, to: &sum)
        return sum
    }
}

// MARK: - Building

extension RunningTotals {
    /// Lays values out in the order of an index, divides those of shared events, and adds up.
    init(_ values: RowValues, _ index: CreditIndex) throws(QuantityError) {
        if values.rates == nil, values.fitsNarrowSums(index.rows.count), case .narrow(let numbers) = values.numbers {
            var parts = Self.laidOut(numbers, values, index)
            try Self.divide(numbers, values, index, &parts)
            // Magnitudes were checked, so that no sum can leave 64 bits.
            for position in 1..<parts.count { parts[position] &+= parts[position - 1] }
            self = .narrow(parts)
        } else {
            let numbers = values.wide
            var parts = Self.laidOut(numbers, values, index)
            try Self.divide(numbers, values, index, &parts)
            try values.rates?.multiply(&parts, index.rows, places: values.scale)
            self = Self.addedUp(parts)
        }
    }

    private static func addedUp(_ parts: [Int128]) -> RunningTotals {
        var totals = parts
        for position in 1..<totals.count {
            let (sum, overflow) = totals[position].addingReportingOverflow(totals[position - 1])
            if overflow { return .exact(exactly(parts)) }
            totals[position] = sum
        }
        return .wide(totals)
    }

    private static func exactly(_ parts: [Int128]) -> [ExactSum] {
        var sum = ExactSum()
        return parts.map { part in
            sum.add(part)
            return sum
        }
    }

    /// Each position's value, one place further on; 0 for rows that take no part.
    private static func laidOut<Number: FixedWidthInteger>(
        _ values: [Number], _ rows: RowValues, _ index: CreditIndex
    ) -> [Number] {
        let takesPart = rows.takesPart
        var parts: [Number] = []
        parts.reserveCapacity(index.rows.count + 1)
        parts.append(0)
        if rows.isByPosition {
            for position in values.indices { parts.append(rows.takesPart(at: position, index) ? values[position] : 0) }
        } else if takesPart.isEmpty {
            for row in index.rows { parts.append(values[Int(row)]) }
        } else {
            for row in index.rows { parts.append(takesPart[Int(row)] ? values[Int(row)] : 0) }
        }
        return parts
    }

    /// The credited part of each position of a shared event.
    private static func divide<Number: FixedWidthInteger>(
        _ values: [Number], _ rows: RowValues, _ index: CreditIndex, _ parts: inout [Number]
    ) throws(QuantityError) {
        // A value that knows its share is the part already.
        guard !rows.isByPosition, let shared = index.shared else { return }
        var amounts = SharedAmounts(shared.split, step: rows.splitStep ?? 1)
        for row in shared.rows where rows.takesPart(row: row) {
            let range = shared.split.range(of: Int(row))
            func put(_ part: Int, _ amount: Number) { parts[Int(shared.positions[part]) + 1] = amount }
            let value = Int128(values[Int(row)])
            guard rows.splitStep != nil else {
                try amounts.divideProportionally(value, range) { put($0, Number($1)) }
                continue
            }
            if let amount = Int64(exactly: value) {
                try amounts.divide(amount, range) { put($0, Number($1)) }
            } else {
                try amounts.divide(wide: value, range) { put($0, Number($1)) }
            }
        }
    }
}
