import Company
import Formulas
import Messages
import Testing

@Suite("No bytes stop the reader")
struct FuzzTests {
    private static let good =
        saleHeader + "1,2026-01-31,anna,1 234.50,4.5%,да\r\n\"2\",31.01.2026 00:00:00,\"bo\"\"ris\",-7,,no\n"
        + "3,2026-02-01,\"Анна\nМ\",.5,0.3,\n"

    /// Pieces that mean something to the reader, which pure chance would seldom put together.
    private static let pieces: [[UInt8]] =
        [
            "\"", "\"\"", ",", ";", "\n", "\r\n", "\r", "\t", " ", "%", "-", ".", "2026-01-31", "31.01.2026",
            "T00:00:00",
            "1E5", "99999999999999999999", "0.000000001", "9223372036854775807", "Ы", "\u{A0}", "\u{202F}", "−", "|",
            "id",
        ].map { Array($0.utf8) } + [[0], [0xFF], [0xC2], [0xE2, 0x80], [0x98], [0x1B]]

    private func check(_ bytes: [UInt8], _ dice: inout Dice) {
        let format = TableFormat(
            delimiter: [UInt8(ascii: ","), UInt8(ascii: ";"), 9, 10, 34, 0, 255].randomElement(using: &dice) ?? 44,
            decimalMark: [UInt8(ascii: "."), UInt8(ascii: ",")].randomElement(using: &dice) ?? 46,
            encoding: Int.random(in: 0..<4, using: &dice) == 0 ? .windows1251 : .utf8,
            hasHeader: Int.random(in: 0..<3, using: &dice) > 0)
        var schema = saleSchema
        schema.ignoresUnknownColumns = Bool.random(using: &dice)
        if !format.hasHeader {
            for index in schema.columns.indices {
                schema.columns[index].source = .number(Int.random(in: -1...7, using: &dice))
                schema.columns[index].isRequired = Bool.random(using: &dice)
            }
        }
        for format in [format, TableFormat()] {
            let limit = Int.random(in: -1...30, using: &dice)
            let reading = TableReader.read(
                SourceFile(path: "fuzz.csv", bytes: bytes), schema: schema, format: format, faultLimit: limit)
            reading.expectWhole("\(bytes)")
            #expect(reading.table.rejectedRows == 0 || !reading.diagnostics.isEmpty)
            for diagnostic in reading.diagnostics {
                for language in Language.allCases { _ = diagnostic.rendered(in: language) }
            }
        }
    }

    @Test("random bytes", arguments: 0..<4)
    func randomBytes(part: Int) {
        var dice = Dice(seed: UInt64(part) + 11)
        for _ in 0..<500 {
            let count = Int.random(in: 0...120, using: &dice)
            let highest: UInt8 = [255, 127, 59].randomElement(using: &dice) ?? 255
            check((0..<count).map { _ in UInt8.random(in: 0...highest, using: &dice) }, &dice)
        }
    }

    @Test("good tables with something changed", arguments: 0..<4)
    func mutated(part: Int) {
        var dice = Dice(seed: UInt64(part) + 77)
        for _ in 0..<800 {
            var bytes = Array(Self.good.utf8)
            for _ in 0...Int.random(in: 0...4, using: &dice) {
                let start = Int.random(in: 0...bytes.count, using: &dice)
                let end = min(bytes.count, start + Int.random(in: 0...6, using: &dice))
                bytes.replaceSubrange(start..<end, with: Self.pieces.randomElement(using: &dice) ?? [])
            }
            check(bytes, &dice)
        }
    }

    @Test("only meaningful pieces", arguments: 0..<4)
    func pieced(part: Int) {
        var dice = Dice(seed: UInt64(part) + 177)
        for _ in 0..<500 {
            var bytes = Bool.random(using: &dice) ? Array(saleHeader.utf8) : []
            for _ in 0...Int.random(in: 0...60, using: &dice) {
                bytes += Self.pieces.dropLast(Bool.random(using: &dice) ? 6 : 0).randomElement(using: &dice) ?? []
            }
            check(bytes, &dice)
        }
    }

    @Test("long tables with something changed", arguments: 0..<4)
    func long(part: Int) {
        var dice = Dice(seed: UInt64(part) + 277)
        for _ in 0..<5 {
            var bytes = Array(saleHeader.utf8)
            for row in 0..<1200 { bytes += Array("S\(row),2026-01-31,p\(row % 7),\(row).\(row % 100),5%,1\n".utf8) }
            for _ in 0...Int.random(in: 0...40, using: &dice) {
                let start = Int.random(in: 0...bytes.count, using: &dice)
                let end = min(bytes.count, start + Int.random(in: 0...6, using: &dice))
                bytes.replaceSubrange(start..<end, with: Self.pieces.dropLast(6).randomElement(using: &dice) ?? [])
            }
            check(bytes, &dice)
        }
    }

    @Test("a table cut off anywhere")
    func truncated() {
        var dice = Dice(seed: 5)
        let bytes = Array(Self.good.utf8)
        for count in 0...bytes.count { check(Array(bytes.prefix(count)), &dice) }
    }
}
