extension PageWriter {
    /// Adds a whole number.
    mutating func whole(_ number: Int) { plain(String(number)) }

    /// Adds a measure of a drawing with at most two places: 12, 0.5, -3.25.
    ///
    /// What is not finite becomes 0, what is larger than any drawing is held at a million.
    mutating func measure(_ number: Double) {
        guard number.isFinite else { return byte(48) }
        let hundredths = Int((min(max(number, -1_000_000), 1_000_000) * 100).rounded())
        if hundredths < 0 { byte(45) }
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        plain(String(whole))
        guard rest > 0 else { return }
        byte(46)
        byte(48 + UInt8(rest / 10))
        if rest % 10 > 0 { byte(48 + UInt8(rest % 10)) }
    }
}
