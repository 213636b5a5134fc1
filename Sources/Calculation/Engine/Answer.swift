internal import Company
internal import Formulas
internal import Messages
internal import Quantities

/// Gathers a figure over the slices of a group's parts.
///
/// An event that several people of the group share is one event of the group: its value counts once, and where the value
/// knows its credited share it is the sum of what they are credited with.
struct Answer {
    private let column: AggregateColumn
    private let index: CreditIndex
    private var total = ExactSum()
    private var count: Int64 = 0
    private var values: [Int128] = []
    /// The event of each value, where an event may come to several people.
    private var rows: [Int32] = []
    private var codes: [Int32] = []
    private var latest: (day: Int32, row: Int32, value: Int128)?
    private var isOverflown = false

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
        case .last: addLatest(positions)
        case .distinct:
            guard case .codes(let numbers) = column.rows.numbers else { return }
            for row in index.rows[positions] where column.rows.takesPart(row: row) { codes.append(numbers[Int(row)]) }
        case .min, .max, .median:
            for position in positions where column.rows.takesPart(at: position, index) {
                values.append(column.rows.value(at: position, index))
                if isShared { rows.append(index.rows[position]) }
            }
        }
    }

    /// Whether an event may come to several people.
    private var isShared: Bool { !index.shares.isEmpty }

    /// Keeps the event of the latest day and, of one day, the one that was read later.
    private mutating func addLatest(_ positions: Range<Int>) {
        for position in positions.reversed() where column.rows.takesPart(at: position, index) {
            let (day, row) = (index.days[position], index.rows[position])
            let value = column.rows.value(at: position, index)
            guard let known = latest, (day, row) <= (known.day, known.row) else {
                latest = (day, row, value)
                continue
            }
            guard row == known.row else { return }
            let sum = merged(known.value, value)
            latest?.value = sum
        }
    }

    /// What two lines of one event come to: their sum where each has a value of its own.
    private mutating func merged(_ first: Int128, _ second: Int128) -> Int128 {
        guard column.rows.isByPosition else { return first }
        let (sum, overflow) = first.addingReportingOverflow(second)
        isOverflown = isOverflown || overflow
        return sum
    }

    /// The values of different events, in order.
    private mutating func valuesOfEvents() -> [Int128] {
        guard isShared else { return values.sorted() }
        var byRow: [Int32: Int128] = [:]
        for (row, value) in zip(rows, values) { byRow[row] = byRow[row].map { merged($0, value) } ?? value }
        return byRow.values.sorted()
    }

    /// What was gathered.
    mutating func result() -> Outcome<FixedDecimal> {
        let sorted = values.isEmpty ? [] : valuesOfEvents()
        if isOverflown { return .notComputable(.overflow) }
        switch column.function {
        case .sum:
            return .computing { () throws(QuantityError) in try total.decimal(places: column.rows.sumScale) }
        case .count: return .value(.scaled(Int128(count), places: 9))
        case .average:
            return .computing { () throws(QuantityError) in
                try total.divided(byBillionths: count, places: column.rows.sumScale)
            }.replacingDivision(by: .noEventsHere)
        case .distinct: return .value(FixedDecimal(different))
        case .min: return extreme(sorted.first)
        case .max: return extreme(sorted.last)
        case .last: return extreme(latest?.value)
        case .median: return median(of: sorted)
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
    private func median(of sorted: [Int128]) -> Outcome<FixedDecimal> {
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
