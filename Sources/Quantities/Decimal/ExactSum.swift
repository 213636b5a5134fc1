/// A sum in which nothing overflows on the way.
///
/// Whether the sum fits is asked once, of all that was added; so the order in which it was added does not decide.
///
///     largest + 1 − 1 fits, though largest + 1 does not
///
/// It counts in 192 bits: 2⁶³ numbers of 128 bits fit in any case.
public struct ExactSum: Hashable, Sendable {
    private var low: UInt128 = 0
    private var high: Int64 = 0

    /// Nothing yet.
    public init() {}

    /// The sum of numbers in the same units.
    public init(_ numbers: some Sequence<Int128>) {
        for number in numbers { add(number) }
    }

    /// Adds a number of units.
    public mutating func add(_ units: Int128) {
        let (sum, carries) = low.addingReportingOverflow(UInt128(truncatingIfNeeded: units))
        low = sum
        high &+= (units < 0 ? -1 : 0) &+ (carries ? 1 : 0)
    }

    /// Takes a number of units away.
    public mutating func subtract(_ units: Int128) {
        subtract(ExactSum(CollectionOfOne(units)))
    }

    /// Adds another sum in the same units.
    public mutating func add(_ other: ExactSum) {
        let (sum, carries) = low.addingReportingOverflow(other.low)
        low = sum
        high &+= other.high &+ (carries ? 1 : 0)
    }

    /// Takes another sum in the same units away.
    public mutating func subtract(_ other: ExactSum) {
        let (difference, borrows) = low.subtractingReportingOverflow(other.low)
        low = difference
        high &-= other.high &+ (borrows ? 1 : 0)
    }

    /// The sum; `nil` when 128 bits do not hold it.
    public var units: Int128? {
        let units = Int128(truncatingIfNeeded: low)
        return high == (units < 0 ? -1 : 0) ? units : nil
    }

    /// The sum of units of 10^-`places` as a decimal.
    ///
    /// - Throws: ``QuantityError/overflow(_:)``.
    public func decimal(places: Int) throws(QuantityError) -> FixedDecimal {
        guard let units else { throw .overflow(.addition) }
        let (raw, overflow) = units.multipliedReportingOverflow(by: try PowersOfTen.step(places: places))
        guard !overflow else { throw .overflow(.addition) }
        return FixedDecimal(raw: raw)
    }

    /// The sum of units of 10^-`places` ÷ `divisor` in units of 10^-9, rounded once in the sixteenth place.
    ///
    /// A mean fits wherever its numbers do, also where their sum does not.
    ///
    /// - Throws: ``QuantityError/divisionByZero`` or ``QuantityError/overflow(_:)``.
    public func divided(byBillionths divisor: Int64, places: Int) throws(QuantityError) -> FixedDecimal {
        guard divisor != 0 else { throw .divisionByZero }
        let isNegative = high < 0
        var digits = magnitude
        // × 10^9 for the divisor's units, × 10^(16 - places) for the decimal's.
        Self.multiply(&digits, by: 1_000_000_000)
        Self.multiply(&digits, by: UInt64(clamping: try PowersOfTen.step(places: places)))
        let remainder = Self.divide(&digits, by: divisor.magnitude)
        if remainder >= divisor.magnitude - remainder { Self.increment(&digits) }
        guard digits.dropFirst(2).allSatisfy({ $0 == 0 }),
            let raw = Int128(
                magnitude: UInt128(digits[1]) << 64 | UInt128(digits[0]), isNegative: isNegative != (divisor < 0))
        else { throw .overflow(.division) }
        return FixedDecimal(raw: raw)
    }

    // MARK: Digits of 64 bits, the lowest first

    private var magnitude: [UInt64] {
        var (low, high) = (low, high)
        if high < 0 {
            low = 0 &- low
            high = ~high &+ (low == 0 ? 1 : 0)
        }
        return [UInt64(truncatingIfNeeded: low), UInt64(truncatingIfNeeded: low >> 64), UInt64(bitPattern: high)]
    }

    private static func multiply(_ digits: inout [UInt64], by factor: UInt64) {
        var carry: UInt64 = 0
        for index in digits.indices {
            let product = digits[index].multipliedFullWidth(by: factor)
            let (sum, carries) = product.low.addingReportingOverflow(carry)
            digits[index] = sum
            carry = product.high &+ (carries ? 1 : 0)
        }
        digits.append(carry)
    }

    /// Divides the digits, which are then the quotient; gives the remainder.
    private static func divide(_ digits: inout [UInt64], by divisor: UInt64) -> UInt64 {
        var remainder: UInt64 = 0
        for index in digits.indices.reversed() {
            (digits[index], remainder) = divisor.dividingFullWidth((remainder, digits[index]))
        }
        return remainder
    }

    private static func increment(_ digits: inout [UInt64]) {
        for index in digits.indices {
            let (sum, carries) = digits[index].addingReportingOverflow(1)
            digits[index] = sum
            if !carries { return }
        }
    }
}

extension Sequence<FixedDecimal> {
    /// The exact sum, whatever the order.
    ///
    /// - Throws: ``QuantityError/overflow(_:)`` when the sum itself does not fit.
    public func total() throws(QuantityError) -> FixedDecimal {
        try ExactSum(lazy.map(\.raw)).decimal(places: FixedDecimal.scale)
    }
}
