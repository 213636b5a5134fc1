extension [UInt8] {
    /// Adds a whole number in decimal digits, with zeros before it up to a width.
    mutating func append(digits number: UInt64, width: Int = 1) {
        let start = count
        var left = number
        // Digits come out last first, so they are turned round at the end.
        repeat {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: left % 10))
            left /= 10
        } while left > 0 || count - start < width
        self[start...].reverse()
    }
}
