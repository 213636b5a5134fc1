import Company
import Testing

@Suite("Bytes become rows")
struct RowTests {
    private let pairs = TableSchema(columns: [
        .init("a", .key, isOptional: true, isRequired: true), .init("b", .key, isOptional: true, isRequired: true),
    ])

    private func read(_ text: String, _ delimiter: Character = ",") -> TableReading {
        let format = TableFormat(delimiter: delimiter.asciiValue ?? 0)
        return TableReader.read(table(text), schema: pairs, format: format)
    }

    @Test("lines end in LF, CR LF, CR, or with the file", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(end: String) {
        for last in ["", end, end + end + end] {
            let reading = read(["a,b", "1,2", "3,4"].joined(separator: end) + last)
            #expect(reading.table.columns["a"]?.texts == ["1", "3"])
            #expect(reading.table.columns["b"]?.texts == ["2", "4"])
            #expect(reading.table.lineNumbers == [2, 3])
            #expect(reading.diagnostics.isEmpty)
        }
    }

    @Test("delimiters other than the comma", arguments: [Character(";"), "\t", "|"])
    func delimiters(delimiter: Character) {
        let reading = read("a,b\n1,\"2,\"\n,4\n".replacing(",", with: String(delimiter)), delimiter)
        #expect(reading.table.columns["a"]?.texts == ["1", ""])
        #expect(reading.table.columns["b"]?.texts == ["2\(delimiter)".trimmed, "4"])
    }

    @Test("inside quotation marks delimiters, line breaks and doubled marks are text")
    func quotation() {
        let reading = read("a,b\n\"1,1\",\"x\ny\"\n\"say \"\"hi\"\"\", \"\"\"\" \n\"\",\"a\r\nb\"\n5\",6\n")
        #expect(reading.table.columns["a"]?.texts == ["1,1", "say \"hi\"", "", "5\""])
        #expect(reading.table.columns["b"]?.texts == ["x\ny", "\"", "a\r\nb", "6"])
        #expect(reading.table.lineNumbers == [2, 4, 5, 7])
        #expect(reading.diagnostics.isEmpty)
    }

    @Test("spaces of every kind around a cell are no part of it")
    func spaces() {
        let reading = read("a, b \n \u{A0}1\u{A0}, \" 2 \" \n\u{202F}Р ,Я\u{A0}\n")
        #expect(reading.table.columns["a"]?.texts == ["1", "Р"])
        #expect(reading.table.columns["b"]?.texts == ["2", "Я"])
    }

    @Test("lines without anything in them are no rows")
    func emptyLines() {
        let reading = read("\n  \na,b\n\n1,2\n , \n\"\",\n3,4\n,\n\n")
        #expect(reading.table.columns["a"]?.texts == ["1", "", "3"])
        #expect(reading.table.lineNumbers == [5, 7, 8])
    }

    @Test("a byte order mark is no part of the first name")
    func byteOrderMark() {
        let reading = read("\u{FEFF}a,b\n1,2\n")
        #expect(reading.table.rowCount == 1)
        #expect(read("\u{FEFF}").codes == ["empty-file"])
    }

    @Test("a header alone is a table without rows")
    func headerOnly() {
        let reading = read("a,b")
        #expect(reading.table.rowCount == 0)
        #expect(reading.table.columns["a"] == .key(KeyColumn()))
        #expect(reading.diagnostics.isEmpty)
    }

    @Test("a quotation that never ends costs one row, not the rest of the table")
    func openQuotation() {
        let reading = read("a,b\n1,\"2\n3,4\n5,6\n")
        #expect(reading.codes == ["open-quotation"])
        #expect(reading.table.columns["a"]?.texts == ["3", "5"])
        #expect(reading.table.lineNumbers == [3, 4])
    }

    @Test("a row of more than a megabyte is refused")
    func longRow() {
        let long = String(repeating: "x", count: 1 << 20)
        let reading = read("a,b\n1,2\n\(long),4\n\"\(long)\",6\n7,8\n")
        #expect(reading.codes == ["row-too-long", "open-quotation"])
        #expect(reading.table.columns["a"]?.texts == ["1", "7"])
        #expect(read(long + long).codes == ["row-too-long"])
    }

    @Test("a table may have thousands of columns")
    func wide() {
        let names = (0..<20_000).map { "c\($0)" }
        let schema = TableSchema(columns: [.init("c19999", .code)], ignoresUnknownColumns: true)
        let row = names.joined(separator: ",")
        let reading = TableReader.read(table("\(row)\n\(row)\n"), schema: schema)
        #expect(reading.table.columns["c19999"]?.texts == ["c19999"])
    }

    @Test("columns are found by number in a table without a header")
    func numbers() {
        let schema = TableSchema(columns: [
            .init("amount", .decimal, source: .number(3)), .init("id", .key, source: .number(1)),
            .init("note", .code, isOptional: true),
            .init("kind", .code, constant: "order"), .init("rate", .percent, constant: "5%"),
        ])
        let reading = TableReader.read(
            table("1,x,2.5\n2,y,3\n"), schema: schema, format: TableFormat(hasHeader: false))
        #expect(reading.table.columns["id"]?.texts == ["1", "2"])
        #expect(reading.table.columns["amount"] == .decimal(DecimalColumn(values: [25, 30], scale: 1)))
        #expect(reading.table.columns["kind"]?.texts == ["order", "order"])
        #expect(reading.table.columns["note"]?.texts == ["", ""])
        #expect(reading.table.columns["rate"] == .decimal(DecimalColumn(values: [5, 5], scale: 2)))
        #expect(reading.table.lineNumbers == [1, 2])
    }

    @Test("two fields may read one column")
    func sharedColumn() {
        let schema = TableSchema(columns: [
            .init("from", .day, source: .named("d")), .init("text", .code, source: .named("d")),
        ])
        let reading = TableReader.read(table("d\n2026-01-31\n"), schema: schema)
        #expect(reading.table.columns["from"] == .day([20_484]))
        #expect(reading.table.columns["text"]?.texts == ["2026-01-31"])
    }
}

extension String {
    /// The text without a tab at its end, which is a space like any other.
    fileprivate var trimmed: String { hasSuffix("\t") ? String(dropLast()) : self }
}
