extension UInt8 {
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let quotationMark = UInt8(ascii: "\"")
    static let tab = UInt8(ascii: "\t")
    static let comma = UInt8(ascii: ",")
    static let point = UInt8(ascii: ".")
}

/// Spaces of every kind that programs put around cells and between groups of digits.
enum Blanks {
    /// The length in bytes of the space at a position; 0 when there is none.
    ///
    /// Space, tab, no-break space (C2 A0), thin space (E2 80 89) and narrow no-break space (E2 80 AF).
    @inline(__always)
    static func length(_ bytes: Span<UInt8>, at position: Int, _ end: Int) -> Int {
        let byte = bytes[position]
        if byte == 0x20 || byte == .tab { return 1 }
        if byte < 0xC2 { return 0 }
        return wideLength(bytes, at: position, end)
    }

    private static func wideLength(_ bytes: Span<UInt8>, at position: Int, _ end: Int) -> Int {
        let byte = bytes[position]
        if byte == 0xC2, position + 1 < end, bytes[position + 1] == 0xA0 { return 2 }
        if byte == 0xE2, position + 2 < end, bytes[position + 1] == 0x80 {
            return bytes[position + 2] == 0x89 || bytes[position + 2] == 0xAF ? 3 : 0
        }
        return 0
    }

    /// The first byte of a range that is no space.
    static func trimmedStart(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        var position = start
        while position < end {
            let byte = bytes[position]
            let length = byte == .lineFeed || byte == .carriageReturn ? 1 : length(bytes, at: position, end)
            if length == 0 { break }
            position += length
        }
        return position
    }

    /// Behind the last byte of a range that is no space.
    @inline(__always)
    static func trimmedEnd(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        guard end > start else { return end }
        let last = bytes[end &- 1]
        // Whatever ends in a visible ASCII character or in most letters ends there.
        if last > 0x20 && last < 0x80 { return end }
        return slowTrimmedEnd(bytes, start, end)
    }

    private static func slowTrimmedEnd(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        var end = end
        while end > start {
            let last = bytes[end - 1]
            if last == 0x20 || last == .tab || last == .lineFeed || last == .carriageReturn {
                end -= 1
            } else if last == 0xA0, end - 2 >= start, bytes[end - 2] == 0xC2 {
                end -= 2
            } else if last == 0x89 || last == 0xAF, end - 3 >= start, bytes[end - 2] == 0x80, bytes[end - 3] == 0xE2 {
                end -= 3
            } else {
                break
            }
        }
        return end
    }
}
