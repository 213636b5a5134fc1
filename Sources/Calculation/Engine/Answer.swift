internal import Company
internal import Formulas
internal import Quantities

/// Gathers a figure over the slices of a group's parts.
struct Answer {
    private let column: AggregateColumn
    private let index: CreditIndex
    private var total = ExactSum()
    private var count: Int64 = 0
    private var values: [Int128] = []
    private var codes: [Int32] = []
    private var latest: (day: Int32, value: Int128)?

    init(_ column: AggregateColumn, _ index: CreditIndex) {
        self.column = column
        self.index = index
    }

    mutating func add(_ positions: Range<Int>) {
        switch column.function {
        case .sum, .count, .average:
            column.totals.add(positions, to: &total)
            if !column.counts.isEmpty {
                count += column.counts[positions.upperBound] - column.counts[positions.lowerBound]
            }
        case .last:
            if let position = positions.last(where: { column.rows.takesPart(at: $0, index) }),
                latest.map({ index.days[position] >= $0.day }) ?? true
            {
                latest = (index.days[position], column.rows.value(at: position, index))
            }
        case .distinct:
            guard case .codes(let numbers) = column.rows.numbers else { return }
            for row in index.rows[positions] where column.rows.takesPart(row: row) { codes.append(numbers[Int(row)]) }
        case .min, .max, .median:
            for position in positions where column.rows.takesPart(at: position, index) {
                values.append(column.rows.value(at: position, index))
            }
        }
    }

    /// What was gathered.
    var result: Outcome<FixedDecimal> {
        switch column.function {
        case .sum:
            return .computing { () throws(QuantityError) in try total.decimal(places: column.rows.sumScale) }
        case .count: return .value(.scaled(Int128(count), places: 9))
        case .average:
            return .computing { () throws(QuantityError) in
                try total.divided(byBillionths: count, places: column.rows.sumScale)
            }.replacingDivision(by: .noEventsHere)
        case .distinct: return .value(FixedDecimal(different))
        case .min: return extreme(values.min())
        case .max: return extreme(values.max())
        case .last: return extreme(latest?.value)
        case .median: return median
        }
    }

    /// How many different codes there are; sorting a few numbers is cheaper than a set of them.
    private var different: Int {
        let sorted = codes.sorted()
        return sorted.indices.count { $0 == 0 || sorted[$0] != sorted[$0 - 1] }
    }

    private func extreme(_ value: Int128?) -> Outcome<FixedDecimal> {
        value.map { .value(.scaled($0, places: column.rows.scale)) } ?? .notComputable(.noEventsHere)
    }

    /// The middle value; of an even number of values the mean of the two in the middle.
    private var median: Outcome<FixedDecimal> {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return .notComputable(.noEventsHere) }
        let upper = FixedDecimal.scaled(sorted[sorted.count / 2], places: column.rows.scale)
        if sorted.count % 2 == 1 { return .value(upper) }
        let lower = FixedDecimal.scaled(sorted[sorted.count / 2 - 1], places: column.rows.scale)
        return .computing { () throws(QuantityError) in try lower.adding(upper).divided(by: 2) }
    }
}

extension Outcome {
    fileprivate func replacingDivision(by reason: Reason) -> Outcome {
        self.reason == .divisionByZero ? .notComputable(reason) : self
    }
}
