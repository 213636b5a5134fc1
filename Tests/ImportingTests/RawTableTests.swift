import Importing
import Messages
import Testing

/// Rows and cells of a text by RFC 4180, as spreadsheets and exporters write it.
struct RawTableTests {
    private static func shown(_ text: String) throws -> [String] {
        try Kinds.table(text).rows.map { row in
            "\(row.number):"
                + row.cells.map { cell in
                    if case .text(let text) = cell.value { "\(cell.column)=\(text)" } else { "?" }
                }.joined(separator: ",")
        }
    }

    @Test(
        "rows have the number of the line where they begin, and empty cells are not there",
        arguments: [
            ("a;b\n1;2\n", ["1:0=a,1=b", "2:0=1,1=2"]),
            ("a;b\r\n1;2\r\n", ["1:0=a,1=b", "2:0=1,1=2"]),
            ("a;b\r1;2", ["1:0=a,1=b", "2:0=1,1=2"]),
            ("\u{FEFF}a;b\n\n;;\n1;\n", ["1:0=a,1=b", "4:0=1"]),
            ("a;b\n\"x\ny\";1\nz;2\n", ["1:0=a,1=b", "2:0=x\ny,1=1", "4:0=z,1=2"]),
            ("a;b\n\"x\r\ny\" ;1\nz;2\n", ["1:0=a,1=b", "2:0=x\r\ny,1=1", "4:0=z,1=2"]),
            ("a;b\n\"say \"\"so\"\"\";ООО \"Луч\"\n", ["1:0=a,1=b", "2:0=say \"so\",1=ООО \"Луч\""]),
            ("a;b\n\"\";1\n", ["1:0=a,1=b", "2:1=1"]),
            ("", []), ("\n\n", []),
        ])
    func rows(text: String, expected: [String]) throws { #expect(try Self.shown(text) == expected) }

    @Test("quotation marks that do not close are told by their line")
    func quotes() {
        #expect(throws: RawTableFault.openQuotes(line: 2)) { try Kinds.table("a;b\n1;\"x\n2;y\n") }
        #expect(throws: RawTableFault.textBehindQuotes(line: 2)) { try Kinds.table("a;b\n\"Луч\" ООО;1\n") }
        #expect(
            RawTableFault.openQuotes(line: 2).message.ru == "строка 2: кавычка открыта и не закрыта")
    }

    @Test("what is larger than memory should hold is refused")
    func limits() throws {
        var limits = RawTableLimits()
        limits.cells = 3
        let text = try PlainTable(Array("a;b\n1;2\n".utf8))
        #expect(throws: RawTableFault.tooManyCells(limit: 3)) { try RawTable(text: text, limits: limits) }
        limits = RawTableLimits()
        limits.columns = 1
        #expect(throws: RawTableFault.tooManyColumns(line: 1, limit: 1)) { try RawTable(text: text, limits: limits) }
        limits = RawTableLimits()
        limits.bytes = 4
        #expect(throws: RawTableFault.tooLarge(bytes: 4)) { try RawTable(text: text, limits: limits) }
    }

    @Test("a sheet with a title, a merged header and spreadsheets' days is read like a text")
    func sheet() throws {
        let scratch = try Scratch()
        var parts = XlsxParts(
            """
            <row r="1"><c r="A1" t="inlineStr"><is><t>Продажи за январь</t></is></c></row>
            <row r="3"><c r="A3" t="inlineStr"><is><t>Номер</t></is></c><c r="B3" t="inlineStr"><is><t>Дата</t></is></c>
            <c r="C3" t="inlineStr"><is><t>Сумма</t></is></c></row>
            <row r="4"><c r="C4" t="inlineStr"><is><t>Выручка</t></is></c><c r="D4" t="inlineStr"><is><t>Себестоимость</t></is></c></row>
            <row r="5"><c r="A5"><v>1</v></c><c r="B5" s="1"><v>46053</v></c><c r="C5"><v>100.5</v></c><c r="D5"><v>60</v></c></row>
            <row r="6"><c r="A6"><v>2</v></c><c r="B6" s="1"><v>46054.5</v></c><c r="C6"><v>1234.5</v></c><c r="D6"><v>90</v></c></row>
            <row r="7"><c r="A7" t="inlineStr"><is><t>Итого</t></is></c><c r="C7"><v>1335</v></c><c r="D7"><v>150</v></c></row>
            """, styles: [0, 164], formats: [164: "dd.mm.yyyy h:mm"])
        parts.sheets[0].behind =
            "<mergeCells count=\"3\"><mergeCell ref=\"A3:A4\"/><mergeCell ref=\"B3:B4\"/><mergeCell ref=\"C3:D3\"/></mergeCells>"
        let path = try scratch.write(
            ZipBomb.archive(parts.parts.map { ZipBomb.Part($0.0, $0.1, spaces: 0) }))
        let table = try RawTable(Workbook(opening: path))
        let proposal = try #require(MappingProposal(table, kinds: Kinds.all, named: "sale.xlsx"))
        #expect(
            proposal.yaml
                == "sale.xlsx: {reads: sale, header: [3, 4], time: drop, totals: drop, columns: {amount: Сумма Выручка, cost: Сумма Себестоимость, date: Дата, id: Номер}}"
        )
        let clean = try proposal.rules.applied(to: table, as: proposal.kind)
        #expect(
            Kinds.lines(clean) == ["id,date,amount,cost", "1,2026-01-31,100.5,60", "2,2026-02-01,1234.5,90"])
        #expect(clean.sourceRows == [5, 6])
    }

    @Test("a million columns, a line without end, a quotation mark without end: refused where they begin, at once")
    func endless() throws {
        let clock = ContinuousClock()
        let start = clock.now
        let wide = [UInt8](repeating: UInt8(ascii: ";"), count: 1_000_000)
        #expect(throws: RawTableFault.tooManyColumns(line: 2, limit: 4_096)) {
            try RawTable(text: PlainTable(Array("a;b\n".utf8) + wide, declared: .utf8))
        }
        var limits = RawTableLimits()
        limits.bytes = 1 << 20
        #expect(throws: RawTableFault.tooLarge(bytes: 1 << 20)) {
            try RawTable(text: PlainTable([UInt8](repeating: 0x61, count: 2 << 20), declared: .utf8), limits: limits)
        }
        #expect(throws: RawTableFault.openQuotes(line: 1)) {
            try RawTable(text: PlainTable([0x22] + [UInt8](repeating: 0x61, count: 4 << 20), declared: .utf8))
        }
        #expect(clock.now - start < .seconds(20))
    }
}
