extension FixedDecimal {
    /// Adds the shortest exact form, the same as ``description``, to the bytes of a file.
    ///
    /// A table of a large company has millions of figures; a text for each of them would cost more than the figures.
    public func append(to bytes: inout [UInt8]) {
        if isNegative { bytes.append(UInt8(ascii: "-")) }
        let (whole, fraction) = raw.magnitude.quotientAndRemainder(dividingBy: Self.rawOne.magnitude)
        if let small = UInt64(exactly: whole) {
            bytes.append(digits: small)
        } else {
            bytes += String(whole).utf8
        }
        guard fraction != 0 else { return }
        bytes.append(UInt8(ascii: "."))
        bytes.append(digits: UInt64(fraction), width: Self.scale)
        while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
    }
}
