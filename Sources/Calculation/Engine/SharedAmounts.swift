internal import Company
internal import Quantities

/// Divides the amounts of shared events among the parts, so that the parts of an event are the whole.
///
/// The rule is that of ``Split/largestRemainder(_:weights:step:)``. A few parts are divided here in 64-bit words and
/// without an allocation, which takes a hundredth of the time; whatever does not fit is left to the rule itself.
struct SharedAmounts {
    private let shares: SplitTable
    private let step: Int64
    private var parts: [UInt64] = []
    private var remainders: [UInt64] = []

    init(_ shares: SplitTable, step: Int64) {
        self.shares = shares
        self.step = step
    }

    /// Calls with each part's number in the table and its amount.
    mutating func divide(_ amount: Int64, _ range: Range<Int>, _ put: (Int, Int64) -> Void) throws(QuantityError) {
        let total = range.reduce(UInt64(0)) { $0 + shares.shares[$1].magnitude }
        let (unit, overflow) = total.multipliedReportingOverflow(by: step.magnitude)
        guard range.count <= 8, unit > 0, !overflow else {
            return try divideAsRuled(amount, range, step: step, put)
        }
        parts.removeAll(keepingCapacity: true)
        remainders.removeAll(keepingCapacity: true)
        let whole = amount.magnitude
        var left = whole
        for part in range {
            let product = whole.multipliedFullWidth(by: shares.shares[part].magnitude)
            let (steps, remainder) = unit.dividingFullWidth(product)
            parts.append(steps * step.magnitude)
            remainders.append(remainder)
            left -= steps * step.magnitude
        }
        // Parts lie in the order of the persons' identifiers, so that of equal remainders the first one found is the first in line.
        while left > 0, let largest = remainders.max(), let index = remainders.firstIndex(of: largest) {
            let handedOut = min(left, step.magnitude)
            parts[index] += handedOut
            left -= handedOut
            remainders[index] = 0
        }
        for (index, part) in range.enumerated() {
            let size = Int64(truncatingIfNeeded: parts[index])
            put(part, amount < 0 ? 0 &- size : size)
        }
    }

    /// Calls with each part's number and how many whole steps it gets of so many.
    func divideSteps(_ steps: Int64, _ range: Range<Int>, _ put: (Int, Int64) -> Void) throws(QuantityError) {
        try divideAsRuled(steps, range, step: 1, put)
    }

    /// What has no smallest amount: each part its share, and the last digit that is left over to the largest share.
    func divideProportionally(
        _ whole: Int128, _ range: Range<Int>, _ put: (Int, Int128) -> Void
    ) throws(QuantityError) {
        var left = whole
        var largest = range.lowerBound
        var parts: [Int128] = []
        for part in range {
            let share = try FixedDecimal(minorUnits: shares.shares[part], places: SplitTable.scale)
            parts.append(try FixedDecimal(raw: whole).multiplied(by: share, rounding: .towardsZero).raw)
            left -= parts[parts.count - 1]
            if shares.shares[part] > shares.shares[largest] { largest = part }
        }
        for (index, part) in range.enumerated() { put(part, part == largest ? parts[index] + left : parts[index]) }
    }

    private func divideAsRuled(
        _ amount: Int64, _ range: Range<Int>, step: Int64, _ put: (Int, Int64) -> Void
    ) throws(QuantityError) {
        let weights = try range.map { part throws(QuantityError) in
            (key: part, weight: try FixedDecimal(minorUnits: shares.shares[part], places: SplitTable.scale))
        }
        let amounts = try Split.largestRemainder(amount, weights: weights, step: step)
        for (part, amount) in zip(range, amounts) { put(part, amount) }
    }
}
