internal import Company
internal import Quantities

/// Divides the amounts of shared events among the parts, so that the parts of an event are the whole.
///
/// Every part gets the whole minor units of its exact share, and those that are left go to the largest remainders; what is
/// finer than a minor unit goes to the first.
///
///     925.92525 by 70 % and 30 % → 648.15525 and 277.77
///
/// A few parts are divided in 64-bit words and without an allocation, which takes a hundredth of the time; whatever does not
/// fit is divided in wider ones.
struct SharedAmounts {
    /// Of the whole table, held here: to ask the table for one share costs more than to divide by it.
    private let shares: [Int64]
    private let step: Int64
    private var parts: [UInt64] = []
    private var remainders: [UInt64] = []

    init(_ table: SplitTable, step: Int64) {
        shares = table.shares
        self.step = step
    }

    /// Calls with each part's number in the table and its amount.
    mutating func divide(_ amount: Int64, _ range: Range<Int>, _ put: (Int, Int64) -> Void) throws(QuantityError) {
        let total = range.reduce(UInt64(0)) { $0 + shares[$1].magnitude }
        let (unit, overflow) = total.multipliedReportingOverflow(by: step.magnitude)
        guard range.count <= 8, unit > 0, !overflow else {
            return try divide(wide: Int128(amount), range) { put($0, Int64(truncatingIfNeeded: $1)) }
        }
        parts.removeAll(keepingCapacity: true)
        remainders.removeAll(keepingCapacity: true)
        let whole = amount.magnitude
        let rest = whole % step.magnitude
        var left = whole
        for part in range {
            let product = whole.multipliedFullWidth(by: shares[part].magnitude)
            let (steps, remainder) = unit.dividingFullWidth(product)
            parts.append(steps * step.magnitude)
            remainders.append(remainder)
            left -= steps * step.magnitude
        }
        // Parts lie in the order of the persons' identifiers, so that of equal remainders the first one found is the first in line.
        while left > rest, let largest = remainders.max(), let index = remainders.firstIndex(of: largest) {
            parts[index] += step.magnitude
            left -= step.magnitude
            remainders[index] = 0
        }
        if rest > 0, let first = range.firstIndex(where: { shares[$0] != 0 }) {
            parts[first - range.lowerBound] += rest
        }
        for (index, part) in range.enumerated() {
            let size = Int64(truncatingIfNeeded: parts[index])
            put(part, amount < 0 ? 0 &- size : size)
        }
    }

    /// The same for an amount of any size.
    func divide(wide amount: Int128, _ range: Range<Int>, _ put: (Int, Int128) -> Void) throws(QuantityError) {
        let total = range.reduce(UInt128(0)) { $0 + UInt128(shares[$1].magnitude) }
        guard total > 0 else { throw .noWeights }
        let step = UInt128(step.magnitude)
        let whole = amount.magnitude
        let rest = whole % step
        var left = whole
        var parts: [UInt128] = []
        var remainders: [(units: UInt128, fraction: UInt128)] = []
        for part in range {
            // A share is not above the total, so the quotient is not above the amount.
            let (units, fraction) = total.dividingFullWidth(
                whole.multipliedFullWidth(by: UInt128(shares[part].magnitude)))
            parts.append(units - units % step)
            remainders.append((units % step, fraction))
            left -= units - units % step
        }
        let line = parts.indices.sorted { first, second in
            remainders[first] == remainders[second] ? first < second : remainders[first] > remainders[second]
        }
        for index in line where left > rest {
            parts[index] += step
            left -= step
        }
        if rest > 0, let first = range.firstIndex(where: { shares[$0] != 0 }) {
            parts[first - range.lowerBound] += rest
        }
        for (index, part) in range.enumerated() {
            let size = Int128(truncatingIfNeeded: parts[index])
            put(part, amount < 0 ? 0 &- size : size)
        }
    }

    /// What has no smallest amount: each part its share, and the last digit that is left over to the largest share.
    func divideProportionally(
        _ whole: Int128, _ range: Range<Int>, _ put: (Int, Int128) -> Void
    ) throws(QuantityError) {
        var left = whole
        var largest = range.lowerBound
        var parts: [Int128] = []
        for part in range {
            let share = try FixedDecimal(minorUnits: shares[part], places: SplitTable.scale)
            parts.append(try FixedDecimal(raw: whole).multiplied(by: share, rounding: .towardsZero).raw)
            left -= parts[parts.count - 1]
            if shares[part] > shares[largest] { largest = part }
        }
        for (index, part) in range.enumerated() { put(part, part == largest ? parts[index] + left : parts[index]) }
    }
}
