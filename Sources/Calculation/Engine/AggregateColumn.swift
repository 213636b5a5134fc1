internal import Company
internal import Formulas
internal import Messages
internal import Quantities

/// One figure out of events, laid out for an index.
///
/// Sums and counts are kept as running totals in the order of the index; the other functions look at the rows of a
/// stretch when they are asked. A class, so that a question counts one reference and not one for each array.
final class AggregateColumn: Sendable {
    let function: EventFunction
    /// Running totals of what is summed, in units of 10^-``RowValues/sumScale``.
    let totals: RunningTotals
    /// Running totals of credited shares in 10^-9, one more than positions; only for counts and averages.
    let counts: [Int64]
    /// Which rows take part and, where running totals do not answer, their values.
    let rows: RowValues

    /// Lays the values of the rows out in the index's order.
    init(_ function: EventFunction, _ rows: RowValues, _ index: CreditIndex) throws(QuantityError) {
        self.function = function
        switch function {
        case .sum, .average, .count:
            totals = function == .count ? .none : try RunningTotals(rows, index)
            counts = function == .sum ? [] : Self.runningCounts(index, rows)
            self.rows = rows.withoutNumbers
        case .distinct, .min, .max, .last, .median:
            totals = .none
            counts = []
            self.rows = rows
        }
    }

    private static func runningCounts(_ index: CreditIndex, _ rows: RowValues) -> [Int64] {
        var counts: [Int64] = []
        counts.reserveCapacity(index.rows.count + 1)
        var count: Int64 = 0
        counts.append(0)
        for position in index.rows.indices {
            if rows.takesPart(at: position, index) { count += index.share(at: position) }
            counts.append(count)
        }
        return counts
    }

    /// What a position adds to the figure, for explanations.
    func value(at position: Int, _ index: CreditIndex) -> FixedDecimal {
        switch function {
        // A single part fits: it was a number before it was added up.
        case .sum, .average: .scaled(totals.sum(position..<(position + 1)).units ?? 0, places: rows.sumScale)
        case .count: .scaled(Int128(index.share(at: position)), places: 9)
        case .distinct, .min, .max, .last, .median: .scaled(rows.value(at: position, index), places: rows.scale)
        }
    }
}

extension FixedDecimal {
    /// Units of 10^-places as a decimal; the largest when it does not fit, which callers have ruled out.
    static func scaled(_ units: Int128, places: Int) -> FixedDecimal {
        let (raw, overflow) = units.multipliedReportingOverflow(by: PowersOfTen.rawUnits(places: places))
        return FixedDecimal(raw: overflow ? .max : raw)
    }
}
