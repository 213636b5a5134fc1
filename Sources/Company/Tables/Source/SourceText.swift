import Formulas

/// A file's text in UTF-8, known to be valid and free of zero bytes.
struct SourceText {
    /// The three bytes by which some programs mark UTF-8.
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The text; the file's own bytes where these were UTF-8 already.
    let bytes: [UInt8]
    /// Where the text begins, behind a byte order mark.
    let start: Int

    /// Makes the text of a file, or says why it is not text or not in the encoding it should be in.
    init(_ file: SourceFile, encoding: TableFormat.Encoding) throws(Diagnostic) {
        let messages = SourceMessages(file: file)
        if let kind = FileKind(file.bytes) { throw messages.notText(kind) }
        if let zero = ByteWords.first(0, in: file.bytes.span) { throw messages.zeroByte(at: zero) }
        switch encoding {
        case .utf8:
            if let fault = Self.firstInvalidByte(file.bytes) { throw messages.notUTF8(at: fault) }
            bytes = file.bytes
        case .windows1251:
            if Self.isCyrillicUTF8(file.bytes) { throw messages.alreadyUTF8() }
            if let unused = ByteWords.first(Windows1251.unusedByte, in: file.bytes.span) {
                throw messages.notWindows1251(at: unused)
            }
            bytes = Windows1251.utf8(file.bytes)
        }
        start = encoding == .utf8 && bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
    }

    /// The first byte that cannot stand in UTF-8.
    private static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return min(error.byteOffsets.lowerBound, max(0, bytes.count - 1))
        }
    }

    /// Whether bytes are UTF-8 and their letters beyond ASCII are Cyrillic, which no text in Windows-1251 is by chance.
    private static func isCyrillicUTF8(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: byteOrderMark) { return true }
        guard firstInvalidByte(bytes) == nil else { return false }
        // In UTF-8 the letters А to я and Ё, ё begin with D0 or D1; 4,000 of them are evidence enough.
        let leading = bytes.lazy.filter { $0 >= 0xC0 }.prefix(4000)
        let cyrillic = leading.reduce(0) { $0 + ($1 == 0xD0 || $1 == 0xD1 ? 1 : 0) }
        return cyrillic > 0 && cyrillic * 2 > leading.reduce(0) { count, _ in count + 1 }
    }
}
