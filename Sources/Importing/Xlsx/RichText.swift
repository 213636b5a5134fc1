/// A text of an `.xlsx` as it is put together from its pieces: plain, or in runs of different looks.
///
/// Readings of Asian characters (`rPh`) are left out. Spaces at the ends of a piece count only where `xml:space` says so. A
/// character that XML cannot carry is spelt `_x000D_` (ECMA-376 Part 1, 22.9.2.19 ST_Xstring).
struct RichText {
    private var bytes: [UInt8] = []
    private var start = 0
    private var keepsSpaces = false
    private var isOpen = false
    private var readings = 0
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    /// The whole text begins.
    mutating func reset() {
        bytes.removeAll(keepingCapacity: true)
        isOpen = false
        readings = 0
    }

    /// A reading begins or ends.
    mutating func reading(begins: Bool) { readings += begins ? 1 : -1 }

    /// A piece begins.
    mutating func begin(keepingSpaces: Bool) {
        guard readings == 0 else { return }
        isOpen = true
        keepsSpaces = keepingSpaces
        start = bytes.count
    }

    /// A part of a piece; false when the text has become too long.
    mutating func append(_ part: UnsafeBufferPointer<UInt8>) -> Bool {
        guard isOpen else { return true }
        guard bytes.count + part.count <= limit else { return false }
        bytes.append(contentsOf: part)
        return true
    }

    /// A piece ends.
    mutating func end() {
        guard isOpen else { return }
        isOpen = false
        guard !keepsSpaces else { return }
        while bytes.count > start, let last = bytes.last, last.isXMLSpace { bytes.removeLast() }
        let spaces = bytes[start...].prefix(while: \.isXMLSpace).count
        if spaces > 0 { bytes.removeSubrange(start..<start + spaces) }
    }

    /// The text as it stands now.
    var text: String { bytes.withUnsafeBufferPointer { Self.unescaped($0) } }

    /// A text with its spelt-out characters.
    static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard bytes.count >= 7, bytes.contains(UInt8(ascii: "_")) else { return String(decoding: bytes, as: UTF8.self) }
        var units: [UInt16] = []
        var index = 0
        let plain = Array(String(decoding: bytes, as: UTF8.self).utf16)
        while index < plain.count {
            if let unit = unit(plain, index) {
                units.append(unit)
                index += 7
            } else {
                units.append(plain[index])
                index += 1
            }
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// The character that `_xHHHH_` stands for.
    private static func unit(_ units: [UInt16], _ index: Int) -> UInt16? {
        let underscore = UInt16(UInt8(ascii: "_"))
        guard units[index] == underscore, index + 6 < units.count, units[index + 1] == UInt16(UInt8(ascii: "x")),
            units[index + 6] == underscore
        else { return nil }
        var value: UInt16 = 0
        for unit in units[index + 2...index + 5] {
            guard let scalar = Unicode.Scalar(unit), scalar.properties.isASCIIHexDigit,
                let digit = Character(scalar).hexDigitValue
            else { return nil }
            value = value << 4 | UInt16(digit)
        }
        return value
    }
}
