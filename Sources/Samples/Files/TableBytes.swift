import Periods

/// A CSV table being written, as bytes: cell after cell, row after row.
struct TableBytes {
    private(set) var bytes: [UInt8] = []
    private var startsRow = true

    init(columns: String...) {
        for column in columns { cell(column) }
        endRow()
    }

    /// Text, quoted when it has a comma or a quotation mark.
    mutating func cell(_ text: String) {
        separate()
        guard text.utf8.contains(where: { $0 == .comma || $0 == .quote }) else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        bytes.append(.quote)
        for byte in text.utf8 {
            if byte == .quote { bytes.append(.quote) }
            bytes.append(byte)
        }
        bytes.append(.quote)
    }

    /// Bytes that are known to need no quotation marks.
    mutating func cell(plain: some Collection<UInt8>) {
        separate()
        bytes.append(contentsOf: plain)
    }

    /// A whole number.
    mutating func cell(number: Int) {
        separate()
        bytes.append(number: number)
    }

    /// Money with its kopecks: 1234550 is `12345.50`.
    mutating func cell(kopecks: Int) {
        separate()
        bytes.append(number: kopecks, decimals: 2)
    }

    /// A number given in tenths: 35 is `3.5`.
    mutating func cell(tenths: Int) {
        separate()
        bytes.append(number: tenths, decimals: 1)
    }

    /// A number given in thousandths: 78105 is `78.105`.
    mutating func cell(thousandths: Int) {
        separate()
        bytes.append(number: thousandths, decimals: 3)
    }

    /// A day, or nothing.
    mutating func cell(day: CivilDay?) {
        separate()
        if let day { bytes.append(contentsOf: day.description.utf8) }
    }

    mutating func endRow() {
        bytes.append(.newline)
        startsRow = true
    }

    /// Hands over what was written since the last time.
    mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func separate() {
        if !startsRow { bytes.append(.comma) }
        startsRow = false
    }
}
