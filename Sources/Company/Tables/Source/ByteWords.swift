/// Eight bytes at a time: the steps by which the reader gets over text faster than byte by byte.
enum ByteWords {
    /// A word that has the byte in each of its places.
    static func pattern(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

    /// The eight bytes from a position, the first one lowest; the caller knows that they are there.
    @inline(__always)
    static func word(_ bytes: Span<UInt8>, at position: Int) -> UInt64 {
        UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
    }

    /// Up to eight bytes of a range as a word, zeros above them.
    @inline(__always)
    static func word(_ bytes: Span<UInt8>, from start: Int, length: Int) -> UInt64 {
        if start &+ 8 <= bytes.count {
            let whole = word(bytes, at: start)
            return length >= 8 ? whole : whole & ((1 &<< UInt64(truncatingIfNeeded: length &* 8)) &- 1)
        }
        var result: UInt64 = 0
        for offset in 0..<min(8, length) {
            result |= UInt64(bytes[start + offset]) &<< UInt64(truncatingIfNeeded: offset &* 8)
        }
        return result
    }

    /// Marks the bytes that are zero by their high bit. The lowest mark is always true; one above it may not be.
    @inline(__always)
    static func zeros(_ word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }

    /// The first place of a byte, or `nil`.
    static func first(_ byte: UInt8, in bytes: Span<UInt8>, from start: Int = 0) -> Int? {
        let wanted = pattern(byte)
        var position = start
        while position + 8 <= bytes.count {
            let marks = zeros(word(bytes, at: position) ^ wanted)
            if marks != 0 { return position + marks.trailingZeroBitCount / 8 }
            position += 8
        }
        while position < bytes.count {
            if bytes[position] == byte { return position }
            position += 1
        }
        return nil
    }

    /// A number that differs for different texts almost always; the same on every machine and every day.
    @inline(__always)
    static func hash(_ bytes: Span<UInt8>, from start: Int, length: Int) -> UInt64 {
        var result: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: length)
        var offset = 0
        while offset < length {
            result = mixed(result ^ word(bytes, from: start &+ offset, length: length &- offset))
            offset &+= 8
        }
        return result
    }

    /// The same for a text of up to 16 bytes in two words.
    @inline(__always)
    static func hash(_ first: UInt64, _ second: UInt64) -> UInt64 {
        mixed(mixed(first ^ 0x9E37_79B9_7F4A_7C15) ^ second)
    }

    @inline(__always)
    private static func mixed(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }

    /// Whether two ranges of the same length hold the same bytes.
    @inline(__always)
    static func equal(
        _ left: Span<UInt8>, _ leftStart: Int, _ right: Span<UInt8>, _ rightStart: Int, length: Int
    ) -> Bool {
        var offset = 0
        while offset < length {
            let rest = length &- offset
            if word(left, from: leftStart &+ offset, length: rest)
                != word(right, from: rightStart &+ offset, length: rest)
            {
                return false
            }
            offset &+= 8
        }
        return true
    }
}
