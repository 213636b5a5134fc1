internal import Company
internal import Formulas
internal import Periods
internal import Quantities

/// One figure out of events, laid out in the order of a credit index.
///
/// Sums and counts are kept as running totals, so that any stretch of time of any person costs two look-ups.
struct AggregateColumn: Sendable {
    let function: Function
    /// Running totals of what is summed, one more than positions; in units of 10^-``scale``.
    let totals: [Int128]
    /// Running totals of credited shares in 10^-9, one more than positions; only for counts and averages.
    let counts: [Int64]
    /// What each position adds; empty for figures that running totals answer.
    let values: [Int128]
    /// Which positions take part; empty when all do.
    let takesPart: [Bool]
    /// Decimal places of ``totals`` and ``values``.
    let scale: Int

    /// The value of a position and its credited share, for explanations.
    func value(at position: Int) -> FixedDecimal {
        let units = totals.isEmpty ? values[position] : totals[position + 1] - totals[position]
        return FixedDecimal.scaled(units, places: scale)
    }

    /// Whether an event takes part.
    func takesPart(at position: Int) -> Bool { takesPart.isEmpty || takesPart[position] }
}

extension FixedDecimal {
    /// Units of 10^-places as a decimal; the largest when it does not fit, which callers have ruled out.
    static func scaled(_ units: Int128, places: Int) -> FixedDecimal {
        let (raw, overflow) = units.multipliedReportingOverflow(by: FieldProgram.factor(places))
        return FixedDecimal(raw: overflow ? .max : raw)
    }
}

// MARK: - Building

extension AggregateColumn {
    /// Evaluates the figure's formula over all events once and lays the result out in the index's order.
    init(_ aggregate: Aggregate, _ model: CompanyModel, _ index: CreditIndex) throws(QuantityError) {
        let program = FieldProgram(model, event: aggregate.event)
        let rows = try RowValues(aggregate, model, program)
        function = aggregate.function
        var takesPart: [Bool] = []
        if !rows.takesPart.isEmpty { takesPart = index.rows.map { rows.takesPart[Int($0)] } }
        self.takesPart = takesPart
        switch function {
        case .sum, .average, .count:
            var parts = try EventSplit(rows, index, people: model.people).parts()
            if !rows.rates.isEmpty {
                for position in parts.indices {
                    let rate = rows.rates[Int(index.rows[position])]
                    parts[position] = try FixedDecimal.scaled(parts[position], places: rows.scale)
                        .multiplied(by: rate).raw
                }
            }
            scale = rows.rates.isEmpty ? rows.scale : FixedDecimal.scale
            totals = function == .count ? [] : try Self.runningTotals(parts, takesPart)
            counts = function == .sum ? [] : Self.runningCounts(index, takesPart)
            values = []
        default:
            scale = rows.scale
            totals = []
            counts = []
            values = index.rows.map { rows.values[Int($0)] }
        }
    }

    private static func runningTotals(_ parts: [Int128], _ takesPart: [Bool]) throws(QuantityError) -> [Int128] {
        var totals = [Int128](repeating: 0, count: parts.count + 1)
        var total: Int128 = 0
        for position in parts.indices {
            if takesPart.isEmpty || takesPart[position] {
                let (sum, overflow) = total.addingReportingOverflow(parts[position])
                if overflow { throw .overflow(.addition) }
                total = sum
            }
            totals[position + 1] = total
        }
        return totals
    }

    private static func runningCounts(_ index: CreditIndex, _ takesPart: [Bool]) -> [Int64] {
        var counts = [Int64](repeating: 0, count: index.rows.count + 1)
        var count: Int64 = 0
        for position in index.rows.indices {
            if takesPart.isEmpty || takesPart[position] { count += index.share(at: position) }
            counts[position + 1] = count
        }
        return counts
    }
}
