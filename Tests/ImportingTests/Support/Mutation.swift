import Samples

/// Damages bytes at random, in the ways in which files break and in which people break them.
struct Mutation {
    private var random: SeededGenerator

    /// What readers stumble over when it stands in the wrong place.
    private static let snippets: [[UInt8]] = [
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>", "&b;", "&#0;", "&#x110000;", "<![CDATA[", "]]>",
        "<!--",
        "<row r=\"1048576\">", "<c r=\"XFD1\">", "<c r=\"ZZZZ99\" t=\"s\"><v>99999999999</v></c>", "<si>", "</row>",
        "</sheetData>",
        " table:number-columns-repeated=\"999999999999999999\"", " table:number-rows-repeated=\"999999999999999999\"",
        "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell></table:table-row>",
        "<text:s text:c=\"999999999\"/>", "1E99999", "-", "NaN", "_xD800_", " xmlns=\"\"", " xmlns:a=\"b\"",
        "<?xml version=\"1.1\"?>",
        "<mergeCell ref=\"A1:XFD1048576\"/>", "\u{FEFF}", "\0", "date1904=\"1\"", " s=\"4294967296\"", "PK\u{5}\u{6}",
        "PK\u{3}\u{4}",
    ].map { Array($0.utf8) }

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// A number below a bound; 0 when there is none.
    mutating func below(_ bound: Int) -> Int { bound > 0 ? Int.random(in: 0..<bound, using: &random) : 0 }

    /// The bytes with one to four changes.
    mutating func changed(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...below(4) { change(&bytes) }
        return bytes
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        let place = below(bytes.count)
        let end = min(bytes.count, place + 1 + below(64))
        switch below(9) {
        case 0: bytes[place] ^= 1 << UInt8(below(8))
        case 1: bytes[place] = UInt8(below(256))
        case 2: bytes.removeSubrange(place..<end)
        case 3: bytes.insert(contentsOf: bytes[place..<end], at: below(bytes.count))
        case 4: bytes.removeLast(below(bytes.count))
        case 5: bytes.insert(contentsOf: Self.snippets[below(Self.snippets.count)], at: place)
        // Numbers of four bytes at their bounds, as lengths and places are.
        case 6: for index in place..<min(bytes.count, place + 4) { bytes[index] = 0xFF }
        case 7: for index in place..<min(bytes.count, place + 4) { bytes[index] = 0 }
        default: bytes.swapAt(place, below(bytes.count))
        }
    }
}
