import Formulas
import Messages
import Testing

@testable import Company

@Suite("Rows cut many at once are read as rows cut one by one")
struct PlainRowTests {
    private static let header = "id,date,kind,amount\n"
    private static let schema = TableSchema(columns: [
        .init("id", .key), .init("date", .day), .init("kind", .code, isOptional: true), .init("amount", .decimal),
    ])

    private func read(_ text: String, _ division: Division = .none, schema: TableSchema = Self.schema) -> TableReading {
        TableReader.read(table(text), schema: schema, division: division)
    }

    /// Reads a table in both ways and gives what was read.
    private func readTwice(
        _ text: String, schema: TableSchema = Self.schema, _ comment: Comment = "",
        sourceLocation: SourceLocation = #_sourceLocation
    ) -> TableReading {
        let closely = read(text, .closely, schema: schema)
        expectSame(read(text, schema: schema), closely, comment, sourceLocation: sourceLocation)
        for size in [100, 1000] {
            let divided = read(text, Division(threads: 2, blockBytes: size), schema: schema)
            expectSame(divided, closely, comment, sourceLocation: sourceLocation)
        }
        return closely
    }

    /// Rows that are read closely because they come first, and then these; the first ones have two decimal places.
    private func text(_ rows: [String], _ end: String = "\n") -> String {
        Self.header + (0..<70).map { "\($0),2026-01-31,a,1.25\n" }.joined() + rows.map { $0 + end }.joined()
    }

    // MARK: Where cells end

    @Test("a cell may end at any byte of those looked at together", arguments: ["\n", "\r\n"])
    func places(end: String) {
        for length in 1...70 {
            let id = String(repeating: "x", count: length)
            let reading = readTwice(
                text((0..<150).map { "\(id)\($0),2026-02-28,k\($0 % 9),\($0).50" }, end), "\(length)")
            #expect(reading.table.rowCount == 220)
            #expect(reading.table.columns["id"]?.texts.last == "\(id)149")
        }
    }

    @Test("texts of about one word and two, in letters of one byte and of more", arguments: ["x", "7", "Ж", "€"])
    func lengths(letter: String) {
        let texts = (1...40).map { String(repeating: letter, count: $0) }
        let rows = (0..<400).map { "\(texts[$0 % 40]),2026-02-28,\(texts[($0 * 7) % 40]),7" }
        let reading = readTwice(text(rows))
        #expect(reading.diagnostics.isEmpty)
        #expect(reading.table.columns["id"]?.texts.suffix(400) == (0..<400).map { texts[$0 % 40] }[...])
        #expect(reading.table.columns["kind"]?.texts.suffix(400) == (0..<400).map { texts[($0 * 7) % 40] }[...])
    }

    @Test("line ends that change in the middle")
    func changingEnds() {
        for change in 60...160 {
            let rows = (0..<300).map {
                "\($0),2026-02-28,b,2" + ($0 < change ? "\n" : $0 < change + 90 ? "\r\n" : "\n")
            }
            #expect(readTwice(text(rows, ""), "\(change)").table.rowCount == 370)
        }
    }

    @Test("the last row has no line end, or half of one", arguments: ["", "\n", "\r", "\r\n"])
    func lastRow(end: String) {
        let rows = (0..<200).map { "\($0),2026-02-28,b,2" }.joined(separator: "\n") + end
        #expect(readTwice(text([rows], "")).table.rowCount == 270)
    }

    @Test(
        "a row with something unusual in it, wherever it is among plain ones",
        arguments: [
            "\"9\",2026-02-28,b,2", "9,2026-02-28,\"b,c\",2", "9,2026-02-28,\"b\nc\",2", "9,2026-02-28,b\"c\"d,2",
            "9,2026-02-28,b\rc,2", "9,2026-02-28,b,2,3", "9,2026-02-28,b", "", ",,,", "9,2026-02-28, b ,2",
            "9,2026-02-30,b,2", "9,2026-02-28,b,2.5.1", "9,2026-02-28,b,", ",2026-02-28,b,2", "9,2026-02-28,\t,2",
            "9,2026-02-28,b,2\r", "9,2026-02-28,\",\n,2", "9,2026-02-28,,2", "9,2026-02-28,b,2.12345",
            "9,2026-02-28,\"\n9,2026-02-28,b,2\n\",2", "9,28.02.2026,b,2", "9,2026-02-28,\u{A0},2",
        ])
    func oneOddRow(row: String) {
        for place in [0, 1, 62, 63, 64, 65, 127, 128, 129] {
            var rows = (0..<200).map { "\($0),2026-02-28,b\($0 % 3),\($0).2" }
            rows.insert(row, at: place)
            let reading = readTwice(text(rows), "\(row) at \(place)")
            #expect(reading.table.totalRows >= 269)
        }
    }

    // MARK: What is in cells

    @Test(
        "numbers of about one word, with as many decimal places as most have and with others",
        arguments: [
            ("1234.56", 123456), ("12345.67", 1_234_567), ("123456.78", 12_345_678), ("1234567", 123_456_700),
            ("12345678", 1_234_567_800), ("123456789", 12_345_678_900), ("0.01", 1), ("0.1", 10), ("7", 700),
            ("-0.01", -1), ("-1234.56", -123456), ("-12345.67", -1_234_567), ("-1234567", -123_456_700),
            ("1.500", 150), ("00012.34", 1234), ("1234567890123.45", 123_456_789_012_345), ("-0", 0), ("0.10000", 10),
            (".50", 50), ("-.5", -50),
        ])
    func numbers(cell: String, hundredths: Int64) throws {
        let reading = readTwice(text((0..<200).map { "\($0),2026-02-28,b,\($0 % 3 == 0 ? cell : "1.00")" }))
        guard case .decimal(let amounts)? = reading.table.columns["amount"] else { throw UnexpectedColumn() }
        #expect(amounts.scale == 2)
        #expect(amounts.values[70...72] == [hundredths, 100, 100])
    }

    @Test(
        "what is nearly a number is none",
        arguments: [
            "5.", "-", ".", "1..50", "1.5.0", "12/34", "12:34", "1234;56", "1e5", "12 34", "--1", "1-2", "+",
            "\u{660}", "1234.5a", "a234.56", "1234a56", "/234.56", ":234.56",
        ])
    func notNumbers(cell: String) {
        let reading = readTwice(text((0..<200).map { "\($0),2026-02-28,b,\($0 == 150 ? cell : "1.00")" }))
        #expect(reading.table.rejectedRows == 1)
        // The header, 70 rows, 150 rows, and then this one.
        #expect(reading.diagnostics.first?.place?.line == 222)
    }

    @Test("numbers with no decimal places and with many", arguments: [0, 1, 5, 6, 7, 9])
    func places(count: Int) throws {
        let fraction = count == 0 ? "" : "." + String(repeating: "3", count: count)
        let rows = (0..<300).map { "\($0),2026-02-28,b,\($0 * 37)\(fraction)" }
        let reading = readTwice(Self.header + rows.map { $0 + "\n" }.joined())
        guard case .decimal(let amounts)? = reading.table.columns["amount"] else { throw UnexpectedColumn() }
        #expect(amounts.scale == count)
        #expect(amounts.values[299] == Int64("11063" + fraction.dropFirst()))
    }

    @Test("every day of forty years, more than are known at once")
    func days() throws {
        let days = (1990...2029).flatMap { year in
            (1...12).flatMap { month in [1, 28].map { "\(year)-\(pair(month))-\(pair($0))" } }
        }
        let reading = readTwice(text((days + days).map { "1,\($0),b,1" }))
        guard case .day(let numbers)? = reading.table.columns["date"] else { throw UnexpectedColumn() }
        // 1990-01-01 is day 7305 of the calendar that begins with 1970, 2029-12-28 is day 21911.
        #expect([numbers[70], numbers.last] == [7305, 21911])
        #expect(numbers[70..<(70 + days.count)] == numbers.suffix(days.count))
    }

    @Test("days that only look like known ones", arguments: ["1926-01-31", "2026-01-3l", "2042-01-31", "2026/01/31"])
    func otherDays(cell: String) {
        let reading = readTwice(text((0..<200).map { "\($0),\($0 == 150 ? cell : "2026-01-31"),b,1" }))
        #expect(reading.table.rowCount == (cell.hasSuffix("42-01-31") || cell.hasPrefix("19") ? 270 : 269))
    }

    private func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    // MARK: Wide tables

    @Test("as many columns as anybody has", arguments: [1, 2, 300, 2047, 2048, 2049, 5000])
    func width(count: Int) {
        let schema = TableSchema(columns: (0..<count).map { .init("c\($0)", .decimal, isOptional: true) })
        let header = (0..<count).map { "c\($0)" }.joined(separator: ",")
        let rows = (1...90).map { row in (0..<count).map { "\(row + $0)" }.joined(separator: ",") }
        let text = ([header] + rows).joined(separator: "\n") + "\n"
        let closely = read(text, .closely, schema: schema)
        expectSame(read(text, schema: schema), closely, "\(count) columns")
        #expect(closely.table.rowCount == 90)
        #expect(
            closely.table.columns["c\(count - 1)"]
                == .decimal(
                    DecimalColumn(values: (1...90).map { Int64($0 + count - 1) }, scale: 0)))
    }

    // MARK: Bytes

    @Test("a byte that is no text is found wherever it is", arguments: [UInt8(0), 0xFF])
    func wrongBytes(byte: UInt8) {
        let bytes = Array(text((0..<150).map { "\($0),2026-02-28,b,1" }).utf8)
        for place in Array(500...530) + Array(1020...1030) + [bytes.count - 2] where bytes[place] != 10 {
            var wrong = bytes
            wrong[place] = byte
            let reading = TableReader.read(
                SourceFile(path: "sale.csv", bytes: wrong), schema: Self.schema, division: .none)
            #expect(reading.table.rowCount == 0, "\(place)")
            #expect(reading.codes == [byte == 0 ? "not-text" : "wrong-encoding"], "\(place)")
        }
    }

    private struct UnexpectedColumn: Error {}
}
