/// Texts of cells without what nobody sees: blanks of every kind, a mark of byte order, soft hyphens.
enum PlainSpelling {
    /// The text without blanks at its ends.
    static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, let last = scalars.last, first.isBlank || last.isBlank else { return text }
        guard let start = scalars.firstIndex(where: { !$0.isBlank }),
            let end = scalars.lastIndex(where: { !$0.isBlank })
        else { return "" }
        return String(scalars[start...end])
    }

    /// The text as it is compared: small letters, ё as е, one blank between words, without blanks at the ends.
    ///
    ///     PlainSpelling.folded("  Бюджет,\u{A0} Руб. ")  // "бюджет, руб."
    static func folded(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var isGap = false
        for scalar in text.unicodeScalars {
            if scalar.isBlank {
                isGap = !bytes.isEmpty
                continue
            }
            if isGap { bytes.append(0x20) }
            isGap = false
            append(small: scalar, to: &bytes)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Most letters are Latin or Cyrillic, whose small ones are known without looking them up.
    private static func append(small scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        switch scalar.value {
        case 0x41...0x5A: bytes.append(UInt8(scalar.value + 0x20))
        case 0..<0x80: bytes.append(UInt8(scalar.value))
        case 0x410...0x42F: append(cyrillic: scalar.value + 0x20, to: &bytes)
        case 0x430...0x44F: append(cyrillic: scalar.value, to: &bytes)
        case 0x401, 0x451: append(cyrillic: 0x435, to: &bytes)
        default: bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
    }

    /// Letters up to U+07FF have two bytes in UTF-8.
    private static func append(cyrillic value: UInt32, to bytes: inout [UInt8]) {
        bytes.append(UInt8(0xC0 | value >> 6))
        bytes.append(UInt8(0x80 | value & 0x3F))
    }

    /// The words of a header: folded, with marks and dashes as gaps.
    ///
    ///     PlainSpelling.words("Сумма, руб.")  // ["сумма", "руб"]
    static func words(_ text: String) -> [String] {
        folded(text).split { !($0.isLetter || $0.isNumber || $0 == "%" || $0 == "№" || $0 == "#") }.map(String.init)
    }

    /// The words of a header with single blanks between them, by which headers are compared.
    static func key(_ text: String) -> String { words(text).joined(separator: " ") }
}

extension Unicode.Scalar {
    /// Whether it is a space of any width, a line break, or a mark that is never seen.
    var isBlank: Bool {
        switch value {
        case 0x20, 0x09...0x0D, 0x85, 0xA0, 0xAD, 0x1680, 0x2000...0x200D, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060,
            0x3000, 0xFEFF:
            true
        default: false
        }
    }
}
