internal import Quantities

/// The values of a metric for the members of a period, to tell whether one is different.
struct LiveMetric {
    private var values: NumberBlock
    /// What does not fit the others' scale, by row.
    private var wide: [Int: FixedDecimal] = [:]

    init(_ values: NumberBlock) {
        self.values = values
    }

    private func value(_ row: Int) -> FixedDecimal? {
        if !wide.isEmpty, let value = wide[row] { return value }
        return values.isMissing(row) ? nil : values[row]
    }

    /// The value of a row.
    func number(_ row: Int) -> PersonNumber {
        if wide.isEmpty, case .narrow(let numbers, let scale) = values.numbers {
            return values.isMissing(row) ? .none : PersonNumber(units: numbers[row], scale: scale)
        }
        return PersonNumber(value(row))
    }

    /// The rows in another order, some of them left out.
    func inOrder(_ rows: [Int]) -> LiveMetric {
        var other = LiveMetric(values.inOrder(rows))
        if !wide.isEmpty {
            for (row, old) in rows.enumerated() where wide[old] != nil { other.wide[row] = wide[old] }
        }
        return other
    }

    /// Puts a value in place; says whether it is different.
    mutating func put(_ number: PersonNumber, at row: Int) -> Bool {
        if wide.isEmpty, case .narrow(let numbers, let scale) = values.numbers {
            let isMissing = values.isMissing(row)
            if number.isMissing {
                if isMissing { return false }
            } else if !isMissing, let units = number.units(scale: scale), units == numbers[row] {
                return false
            }
        }
        return put(number.number, at: row)
    }

    private mutating func put(_ value: FixedDecimal?, at row: Int) -> Bool {
        guard self.value(row) != value else { return false }
        wide[row] = nil
        if value == nil, values.missing == nil { values.missing = [Bool](repeating: false, count: values.count) }
        values.missing?[row] = value == nil
        guard let value else { return true }
        switch values.numbers {
        case .narrow(var numbers, let scale):
            guard let units = value.units(scale: scale) else {
                wide[row] = value
                return true
            }
            values.numbers = .wide([])
            numbers[row] = units
            values.numbers = .narrow(numbers, scale: scale)
        case .wide(var numbers):
            values.numbers = .narrow([], scale: 0)
            numbers[row] = value.raw
            values.numbers = .wide(numbers)
        }
        return true
    }
}
