/// Powers of ten that fit the decimal's fraction.
enum PowersOfTen {
    /// 10^0 ... 10^38, by exponent; the next would not fit.
    private static let table: [Int128] = {
        var powers: [Int128] = [1]
        for _ in 0..<FixedDecimal.scale + FixedDecimal.largestTens { powers.append((powers.last ?? 1) &* 10) }
        return powers
    }()

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
