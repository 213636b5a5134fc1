extension FixedDecimal: CustomStringConvertible {
    /// The shortest exact form: `0.875`, `-3`. Always a point, never groups; ``init(parsing:)`` reads it back.
    public var description: String { text() }

    /// The value as people read it.
    ///
    ///     FixedDecimal(60_000).text(places: 2, group: " ", point: ",")  // "60 000,00"
    ///
    /// Never fails: the text may be longer than any value in range. What rounds to zero carries no minus.
    ///
    /// - Parameters:
    ///   - places: decimals to show, brought into 0...16; `nil` for as many as the value needs.
    ///   - group: what stands between thousands.
    ///   - point: what stands before the decimals.
    ///   - rounding: what happens to the decimals not shown.
    public func text(
        places: Int? = nil, group: String = "", point: String = ".", rounding: Rounding = .halfAwayFromZero
    ) -> String {
        let shown = min(max(places ?? Self.scale, 0), Self.scale)
        let count = magnitudeCount(places: shown, rounding)
        var digits = String(count)
        digits = String(repeating: "0", count: max(0, shown + 1 - digits.count)) + digits
        var fraction = digits.suffix(shown)
        if places == nil { fraction = fraction.dropLast(while: { $0 == "0" }) }
        let sign = isNegative && count != 0 ? "-" : ""
        let whole = digits.dropLast(shown).inThousands(by: group)
        return sign + whole + (fraction.isEmpty ? "" : point + fraction)
    }

    /// The magnitude in units of 10^-`places`. Stays unsigned, so that the lowest value is printed like any other.
    private func magnitudeCount(places: Int, _ rounding: Rounding) -> UInt128 {
        // Places are already within range; the fallback only spares the caller an error that cannot happen.
        let divisor = ((try? PowersOfTen.step(places: places)) ?? 1).magnitude
        let (quotient, remainder) = raw.magnitude.quotientAndRemainder(dividingBy: divisor)
        let grows = rounding.grows(
            quotient: quotient, remainder: remainder, divisor: divisor, isNegative: isNegative)
        return quotient + (grows ? 1 : 0)
    }
}

extension Substring {
    fileprivate func dropLast(while matches: (Character) -> Bool) -> Substring {
        guard let last = lastIndex(where: { !matches($0) }) else { return prefix(0) }
        return self[...last]
    }
}
