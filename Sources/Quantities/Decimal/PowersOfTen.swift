/// Powers of ten: the one table of them.
public enum PowersOfTen {
    /// 10^0 ... 10^38, by exponent; the next would not fit.
    private static let table: [Int128] = {
        var powers: [Int128] = [1]
        for _ in 0..<FixedDecimal.scale + FixedDecimal.largestTens { powers.append((powers.last ?? 1) &* 10) }
        return powers
    }()

    /// 10^0 ... 10^18, by exponent; the next would not fit 64 bits.
    private static let narrow: [Int64] = table.prefix(mostNarrow + 1).map { Int64(truncatingIfNeeded: $0) }

    /// The exponent of the largest power that 64 bits hold.
    public static let mostNarrow = 18

    /// 10^`exponent` in 64 bits, for an exponent in 0...18.
    public static func int64(_ exponent: Int) -> Int64 {
        precondition(0...mostNarrow ~= exponent, "more decimal places than 64 bits hold")
        return narrow[exponent]
    }

    /// What a unit of 10^-`places` is in units of 10^-16, for places in 0...16: an Int64 times it always fits.
    public static func rawUnits(places: Int) -> Int128 {
        precondition(0...FixedDecimal.scale ~= places, "more decimal places than a decimal has")
        return table[FixedDecimal.scale - places]
    }

    /// The weight of the last of `places` decimals in raw units, 10^(16 - places).
    static func step(places: Int) throws(QuantityError) -> Int128 {
        guard (0...FixedDecimal.scale).contains(places) else { throw .placesOutOfRange(places) }
        return table[FixedDecimal.scale - places]
    }

    /// 10^exponent in raw units; `nil` when it does not fit.
    static func tens(_ exponent: Int) -> Int128? {
        (0...FixedDecimal.largestTens).contains(exponent) ? table[FixedDecimal.scale + exponent] : nil
    }
}
