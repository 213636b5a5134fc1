/// Files that people take for tables of text, known by their first bytes.
enum FileKind {
    case excelWorkbook, oldExcelWorkbook, compressed, utf16, pdf

    /// The kind of a file that is surely no text in one of our encodings.
    init?(_ bytes: [UInt8]) {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            self = .excelWorkbook
        } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = .oldExcelWorkbook
        } else if bytes.starts(with: [0x1F, 0x8B]) {
            self = .compressed
        } else if bytes.starts(with: Array("%PDF-".utf8)) {
            self = .pdf
        } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || Self.alternatesZeros(bytes) {
            self = .utf16
        } else {
            return nil
        }
    }

    /// Whether every second of the first bytes is zero, as in UTF-16 that does not say so.
    private static func alternatesZeros(_ bytes: [UInt8]) -> Bool {
        let head = bytes.prefix(16)
        guard head.count >= 8 else { return false }
        return [0, 1].contains { parity in
            head.enumerated().allSatisfy { ($0.element == 0) == ($0.offset % 2 == parity) }
        }
    }
}
