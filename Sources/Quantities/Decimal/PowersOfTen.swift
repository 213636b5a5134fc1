/// Powers of ten that fit the decimal's fraction.
enum PowersOfTen {
    /// 10^0 ... 10^16, by exponent.
    private static let table: [Int128] = {
        var powers: [Int128] = [1]
        for _ in 0..<FixedDecimal.scale { powers.append((powers.last ?? 1) &* 10) }
        return powers
    }()

    /// The weight of the last of `places` decimals in raw units, 10^(16 - places).
    static func step(places: Int) throws(QuantityError) -> Int128 {
        guard (0...FixedDecimal.scale).contains(places) else { throw .placesOutOfRange(places) }
        return table[FixedDecimal.scale - places]
    }
}
