/// An exact decimal with sixteen places: an `Int128` count of 10^-16.
///
/// The range is about ±1.7 × 10^22. Sums and differences are always exact; products and quotients are rounded once, in
/// the sixteenth place, by the rounding the caller names. A result out of range is an error, never a wrong number.
///
///     try FixedDecimal(60_000).multiplied(by: FixedDecimal(parsing: "0.035"))  // 2100
public struct FixedDecimal: Hashable, Sendable {
    /// How many decimal places every value has.
    public static let scale = 16

    /// The value in units of 10^-16.
    public let raw: Int128

    /// The value of `raw` × 10^-16.
    public init(raw: Int128) {
        self.raw = raw
    }

    /// Zero.
    public static let zero = FixedDecimal(raw: 0)
    /// One.
    public static let one = FixedDecimal(raw: rawOne)

    /// 10^16, the raw count of one.
    static let rawOne: Int128 = 10_000_000_000_000_000

    /// Whether the value is zero.
    public var isZero: Bool { raw == 0 }
    /// Whether the value is below zero.
    public var isNegative: Bool { raw < 0 }
}

extension FixedDecimal: Comparable {
    /// Orders by value.
    public static func < (left: FixedDecimal, right: FixedDecimal) -> Bool {
        left.raw < right.raw
    }
}
