/// The encoding of Cyrillic Windows.
enum Windows1251 {
    /// The one byte that means nothing in this encoding.
    static let unusedByte: UInt8 = 0x98

    /// What the bytes from 0x80 to 0xBF mean; above them follow А to я in the order of the alphabet.
    private static let lower: [UInt16] = [
        0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409, 0x2039, 0x040A, 0x040C,
        0x040B, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0xFFFD, 0x2122, 0x0459, 0x203A,
        0x045A, 0x045C, 0x045B, 0x045F, 0x00A0, 0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6, 0x00A7, 0x0401, 0x00A9,
        0x0404, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x0407, 0x00B0, 0x00B1, 0x0406, 0x0456, 0x0491, 0x00B5, 0x00B6, 0x00B7,
        0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457,
    ]

    /// The same text in UTF-8.
    static func utf8(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.underestimatedCount * 3 / 2)
        for byte in bytes {
            if byte < 0x80 {
                result.append(byte)
                continue
            }
            let value = byte < 0xC0 ? lower[Int(byte) - 0x80] : 0x0410 + UInt16(byte) - 0xC0
            if value < 0x800 {
                result.append(0xC0 | UInt8(truncatingIfNeeded: value >> 6))
            } else {
                result.append(0xE0 | UInt8(truncatingIfNeeded: value >> 12))
                result.append(0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F))
            }
            result.append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
        }
        return result
    }

    /// The text that the bytes mean.
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: utf8(bytes), as: UTF8.self)
    }

    /// Whether bytes that are not UTF-8 read as Russian: nearly all of the unusual ones are Cyrillic letters, and
    /// these stand together rather than alone among Latin ones, as accented letters of other encodings do.
    static func isLikely(_ bytes: [UInt8]) -> Bool {
        var unusual = 0
        var letters = 0
        var amongLatin = 0
        for (index, byte) in bytes.enumerated() {
            if byte < 0x20, byte != .tab { return false }
            guard byte >= 0x80 else { continue }
            unusual += 1
            guard byte >= 0xC0 || byte == 0xA8 || byte == 0xB8 else { continue }
            letters += 1
            let neighbours = [index > 0 ? bytes[index - 1] : 0, index + 1 < bytes.count ? bytes[index + 1] : 0]
            if neighbours.contains(where: isLatin) { amongLatin += 1 }
        }
        return letters > 0 && letters * 10 >= unusual * 8 && amongLatin * 2 < letters
    }

    private static func isLatin(_ byte: UInt8) -> Bool {
        byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
    }
}
