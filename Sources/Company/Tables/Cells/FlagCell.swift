/// Reads yes or no.
enum FlagCell {
    /// 1 or 0; `nil` for any other text. Capital letters make no difference.
    static func read(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) -> Int8? {
        guard length <= 8 else { return nil }
        let word = ByteWords.word(bytes, from: start, length: length)
        return meaning(of: word) ?? meaning(of: lowered(word))
    }

    @inline(__always)
    private static func meaning(of word: UInt64) -> Int8? {
        switch word {
        case one, yes, `true`, да: 1
        case zero, no, `false`, нет: 0
        default: nil
        }
    }

    private static let one = packed("1")
    private static let yes = packed("yes")
    private static let `true` = packed("true")
    private static let да = packed("да")
    private static let zero = packed("0")
    private static let no = packed("no")
    private static let `false` = packed("false")
    private static let нет = packed("нет")

    private static func packed(_ text: String) -> UInt64 {
        text.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Small letters for capital ones, Latin and Cyrillic А to Я, in a word of UTF-8.
    private static func lowered(_ word: UInt64) -> UInt64 {
        var bytes = withUnsafeBytes(of: word.littleEndian) { Array($0) }
        for index in bytes.indices {
            let byte = bytes[index]
            if byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") {
                bytes[index] = byte | 0x20
            } else if byte == 0xD0, index + 1 < bytes.count {
                let next = bytes[index + 1]
                if next >= 0x90, next <= 0x9F { bytes[index + 1] = next + 0x20 }
                if next >= 0xA0, next <= 0xAF {
                    bytes[index] = 0xD1
                    bytes[index + 1] = next - 0x20
                }
            }
        }
        return bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
