/// How the bytes of a table of text become letters.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    /// Unicode in bytes, with or without a mark at the beginning.
    case utf8 = "utf-8"
    /// Unicode in pairs of bytes, the lesser first: "Unicode text" of Excel.
    case utf16LittleEndian = "utf-16le"
    /// Unicode in pairs of bytes, the greater first.
    case utf16BigEndian = "utf-16be"
    /// Cyrillic Windows.
    case windows1251 = "windows-1251"
    /// Western European Windows; never guessed.
    case windows1252 = "windows-1252"
    /// Cyrillic of old Unix systems; never guessed, since most of it reads as nonsense of Cyrillic Windows.
    case koi8r = "koi8-r"

    /// The encoding of bytes that do not say it otherwise; `nil` where a guess could be wrong.
    ///
    /// A mark at the beginning decides; then zero bytes at every second place, as digits and separators have them in UTF-16;
    /// then whether all is UTF-8; then whether the other bytes stand together in words of mostly small Cyrillic letters.
    public static func detected(in bytes: [UInt8]) -> TextEncoding? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        if let pairs = pairs(bytes.prefix(4_096)) { return pairs }
        guard !bytes.contains(0) else { return nil }
        if bytes.withUnsafeBufferPointer({ String(validating: $0, as: UTF8.self) }) != nil { return .utf8 }
        return isCyrillicWindows(bytes.prefix(1 << 16)) ? .windows1251 : nil
    }

    private static func pairs(_ bytes: ArraySlice<UInt8>) -> TextEncoding? {
        var zeros = [0, 0]
        for (index, byte) in bytes.enumerated() where byte == 0 { zeros[index % 2] += 1 }
        guard bytes.count >= 8, zeros[0] + zeros[1] > bytes.count / 16 else { return nil }
        if zeros[0] == 0 { return .utf16LittleEndian }
        return zeros[1] == 0 ? .utf16BigEndian : nil
    }

    /// In windows-1251 small letters are above 0xE0 and capitals below; in KOI8-R it is the other way round. Accents of Western
    /// languages stand alone among plain letters.
    private static func isCyrillicWindows(_ bytes: ArraySlice<UInt8>) -> Bool {
        var small = 0
        var capital = 0
        var alone = 0
        var previous: UInt8 = 0
        for (byte, next) in zip(bytes, Array(bytes.dropFirst()) + [0]) {
            defer { previous = byte }
            // It has no meaning in this encoding.
            if byte == 0x98 { return false }
            guard byte >= 0xC0 else { continue }
            if byte >= 0xE0 { small += 1 } else { capital += 1 }
            if isPlainLetter(previous) || isPlainLetter(next) { alone += 1 }
        }
        return small + capital > 0 && small >= capital && alone * 4 <= small + capital
    }

    private static func isPlainLetter(_ byte: UInt8) -> Bool {
        byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
    }
}
