extension Money {
    /// Adds the amount in major units with all minor digits of the currency to the bytes of a file: `60000.00`.
    public func appendAmount(to bytes: inout [UInt8]) {
        if minorUnits < 0 { bytes.append(UInt8(ascii: "-")) }
        let places = currency.minorDigits
        bytes.append(digits: minorUnits.magnitude, width: places + 1)
        if places > 0 { bytes.insert(UInt8(ascii: "."), at: bytes.count - places) }
    }
}
