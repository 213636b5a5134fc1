import Importing
import Messages
import Testing

/// How tables of text are written: their encoding and what stands between their cells.
struct PlainTableTests {
    private static let table = "дата;сумма\n31.01.2026;1 234,50\n"
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private static func pairs(_ text: String, big: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
            return big ? bytes.reversed() : bytes
        }
    }

    /// 'дата;сумма' and the figures in windows-1251, where а to я are 0xE0 to 0xFF in the order of the alphabet.
    private static let windows1251: [UInt8] = table.unicodeScalars.map {
        $0.value >= 0x430 ? UInt8($0.value - 0x430 + 0xE0) : UInt8($0.value)
    }

    @Test(
        "UTF-8, UTF-16 and windows-1251 are told from the bytes, with a mark or without",
        arguments: [
            (Array(table.utf8), TextEncoding.utf8), (mark + Array(table.utf8), .utf8), (windows1251, .windows1251),
            (pairs("\u{FEFF}" + table, big: false), .utf16LittleEndian),
            (pairs("\u{FEFF}" + table, big: true), .utf16BigEndian),
            (pairs(table, big: false), .utf16LittleEndian), (pairs(table, big: true), .utf16BigEndian),
        ])
    func detected(bytes: [UInt8], encoding: TextEncoding) throws {
        let table = try PlainTable(bytes)
        #expect(table.encoding == encoding)
        #expect(String(decoding: table.bytes, as: UTF8.self) == Self.table)
        #expect(table.delimiter == UInt8(ascii: ";"))
    }

    // RFC 1489: д is 0xC4, а 0xC1, т 0xD4.
    @Test("KOI8-R is read where it is said, and not taken for windows-1251 where it is not")
    func koi8() throws {
        let bytes: [UInt8] = [0xC4, 0xC1, 0xD4, 0xC1, 0x3B, 0x31]
        #expect(try String(decoding: PlainTable(bytes, declared: .koi8r).bytes, as: UTF8.self) == "дата;1")
        #expect(throws: TextFault.unknownEncoding) { try PlainTable(bytes) }
    }

    @Test("accents of Western languages are not taken for Cyrillic letters")
    func western() throws {
        let bytes = Array("name;city\nJos".utf8) + [0xE9] + Array(";M".utf8) + [0xFC] + Array("nchen\n".utf8)
        #expect(throws: TextFault.unknownEncoding) { try PlainTable(bytes) }
        #expect(
            try String(decoding: PlainTable(bytes, declared: .windows1252).bytes, as: UTF8.self)
                == "name;city\nJosé;München\n")
    }

    @Test("a byte that an encoding does not have is told by its place; nothing is replaced")
    func invalid() {
        #expect(throws: TextFault.invalid(.utf8, at: 3)) {
            try PlainTable([0x61, 0x3B, 0x62, 0xFF, 0x61], declared: .utf8)
        }
        #expect(throws: TextFault.invalid(.windows1251, at: 1)) {
            try PlainTable([0x61, 0x98], declared: .windows1251)
        }
        #expect(throws: TextFault.invalid(.utf16LittleEndian, at: 2)) {
            try PlainTable([0x61, 0, 0x62], declared: .utf16LittleEndian)
        }
        #expect(throws: TextFault.unknownEncoding) { try PlainTable([0x61, 0, 0, 0, 0x62, 0x63, 0, 0x61, 0x62]) }
        #expect(TextFault.invalid(.utf8, at: 3).message.en == "byte 4 is not utf-8")
        #expect(TextFault.unknownEncoding.remedy.ru.hasSuffix("или сохраните таблицу в формате «CSV UTF-8»"))
    }

    @Test(
        "the mark between cells is the one that stands equally often in most rows",
        arguments: [
            ("a,b,c\n1,2,3\n", ","), ("a;b\n1,5;2,5\n3,5;4,5\n", ";"), ("a\tb\n1,5\t2\n", "\t"), ("a|b\n1|2\n", "|"),
            ("Отчёт, январь 2026\nid;сумма\n1;2,5\n2;3\n", ";"), ("a,b\n\"x;y;z\",1\n\"q;w\n;e\",2\n", ","),
            ("sep=|\r\na;b|c\n", "|"), ("только\nодин\n", nil), ("", nil),
        ])
    func delimiter(text: String, expected: String?) throws {
        let table = try PlainTable(Array(text.utf8))
        #expect(table.delimiter == expected?.utf8.first)
        #expect(!table.bytes.starts(with: Array("sep=".utf8)))
    }

    @Test("a long text in pieces: characters at their bounds stay whole")
    func long() throws {
        let text = String(repeating: "я€𝄞;", count: 60_000)
        for big in [false, true] {
            #expect(
                try String(decoding: PlainTable(Self.pairs("\u{FEFF}" + text, big: big)).bytes, as: UTF8.self) == text)
        }
    }
}
