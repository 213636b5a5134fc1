extension UInt8 {
    static let comma: UInt8 = 0x2C
    static let quote: UInt8 = 0x22
    static let newline: UInt8 = 0x0A
}

extension [UInt8] {
    /// Adds a whole number; with decimals, its last digits stand after the point: 1234550 with two is `12345.50`.
    mutating func append(number: Int, decimals: Int = 0) {
        if number < 0 { append(0x2D) }
        let start = count
        var left = number.magnitude
        var written = 0
        // Digits come out last first, so they are turned round at the end.
        repeat {
            if decimals > 0, written == decimals { append(0x2E) }
            append(0x30 + UInt8(truncatingIfNeeded: left % 10))
            left /= 10
            written += 1
        } while left > 0 || written <= decimals && decimals > 0
        self[start...].reverse()
    }

    /// Adds a whole number with zeros before it up to a width.
    mutating func append(number: Int, width: Int) {
        var bound = 10
        for _ in 1..<width {
            if number < bound { append(0x30) }
            bound *= 10
        }
        // The zeros were counted from the shortest number up, which is as many as are missing.
        append(number: number)
    }
}

/// An identifier of a letter and a number with zeros before it: `c007`.
func identifier(_ prefix: String, _ number: Int, width: Int) -> String {
    var bytes = [UInt8](prefix.utf8)
    bytes.append(number: number, width: width)
    return String(decoding: bytes, as: UTF8.self)
}
