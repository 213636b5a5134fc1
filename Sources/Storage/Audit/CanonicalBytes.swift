/// Values written so that no two different lists of values give the same bytes, and so that they can be written by hand.
///
/// Each value is a letter, the length of what follows in bytes, a colon, and the value: `i1:5` an integer, `t3:abc` a text,
/// `b4:00ff` bytes as hexadecimal digits, `r3:1.5` a fraction, `n0:` nothing.
package struct CanonicalBytes {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    mutating func append(_ value: SQLValue) {
        switch value {
        case .null: append("n", Array<UInt8>())
        case .integer(let integer): append("i", String(integer).utf8)
        case .text(let text): append("t", text.utf8)
        case .bytes(let raw): append("b", raw.hex.utf8)
        }
    }

    /// A text that is UTF-8 already.
    package mutating func append(utf8: some Collection<UInt8>) { append("t", utf8) }

    /// Values that were written in this way before.
    mutating func append(canonical: [UInt8]) { bytes.append(contentsOf: canonical) }

    /// A column of the row on which a statement stands.
    mutating func append(_ column: Int32, of row: SQLStatement) {
        switch row.type(column) {
        case .null: append("n", Array<UInt8>())
        case .integer: append("i", String(row.integer(column)).utf8)
        case .text: row.withBytes(column) { append("t", $0) }
        case .blob: append("b", row.bytes(column).hex.utf8)
        case .real: append("r", row.text(column).utf8)
        }
    }

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    private mutating func append(_ letter: Unicode.Scalar, _ content: some Collection<UInt8>) {
        bytes.append(UInt8(ascii: letter))
        append(number: content.count)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(contentsOf: content)
    }

    private mutating func append(number: Int) {
        if number > 9 { append(number: number / 10) }
        bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}
