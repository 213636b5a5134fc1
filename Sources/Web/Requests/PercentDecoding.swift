/// Texts of addresses and forms, decoded once and strictly.
enum PercentDecoding {
    /// The text of encoded bytes; nil where an encoding is broken, the bytes are no UTF-8, or a control character is in it.
    ///
    /// - Parameter plusIsSpace: As in forms and queries, not in paths.
    static func text(_ encoded: some StringProtocol, plusIsSpace: Bool, allowsLines: Bool = false) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(encoded.utf8.count)
        var iterator = encoded.utf8.makeIterator()
        while let byte = iterator.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = iterator.next().flatMap(digit), let low = iterator.next().flatMap(digit) else {
                    return nil
                }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace: bytes.append(32)
            default: bytes.append(byte)
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let isClean = text.unicodeScalars.allSatisfy { scalar in
            scalar.value >= 32 && scalar.value != 127
                || allowsLines && (scalar == "\n" || scalar == "\r" || scalar == "\t")
        }
        return isClean ? text : nil
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
