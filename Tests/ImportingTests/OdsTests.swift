import Importing
import Periods
import Testing

/// What an `.ods` holds, by how the file stores it (OpenDocument 1.3 Part 3).
struct OdsTests {
    private func cells(_ rows: String, mergedRows: ClosedRange<Int>? = nil) throws -> [String: Cell] {
        try opened(OdsParts(rows: rows).written).rows(mergedRows: mergedRows)
    }

    private func day(_ text: String) throws -> CivilDay { try #require(CivilDay(parsing: text)) }

    @Test("every kind of value")
    func values() throws {
        let cells = try cells(
            """
            <table:table-row>
            <table:table-cell office:value-type="float" office:value="1234.50"><text:p>1 234,50</text:p></table:table-cell>
            <table:table-cell office:value-type="percentage" office:value="0.07"><text:p>7 %</text:p></table:table-cell>
            <table:table-cell office:value-type="currency" office:currency="RUB" office:value="5E3"><text:p>5 000 ₽</text:p></table:table-cell>
            <table:table-cell office:value-type="date" office:date-value="2026-02-28"><text:p>28.02.26</text:p></table:table-cell>
            <table:table-cell office:value-type="date" office:date-value="2026-02-28T14:30:00"><text:p>28.02.26</text:p></table:table-cell>
            <table:table-cell office:value-type="time" office:time-value="PT36H30M05S"><text:p>36:30:05</text:p></table:table-cell>
            <table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>ИСТИНА</text:p></table:table-cell>
            <table:table-cell office:value-type="string"><text:p>текст &amp; знак</text:p></table:table-cell>
            <table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>
            <table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0"><text:p>#DIV/0!</text:p></table:table-cell>
            <table:table-cell table:formula="of:=NOW()"/>
            </table:table-row>
            """)
        #expect(
            cells == [
                "A1": .number("1234.5"), "B1": .number("0.07"), "C1": .number("5000"),
                "D1": .day(try day("2026-02-28")), "E1": .moment(try day("2026-02-28"), second: 52_200),
                "F1": .time(seconds: 131_405), "G1": .boolean(true), "H1": .text("текст & знак"),
                "I1": .error(.code("#N/A")), "J1": .error(.code("#DIV/0!")), "K1": .error(.notCalculated),
            ])
    }

    @Test("a text has its paragraphs, spelt-out spaces and tabs, and neither comments nor drawings")
    func paragraphs() throws {
        let cells = try cells(
            """
            <table:table-row><table:table-cell office:value-type="string">
            <office:annotation><text:p>замечание</text:p></office:annotation>
            <text:p>  один   <text:span>два</text:span><text:s text:c="3"/>три<text:tab/>четыре</text:p>
            <text:p>пять<text:line-break/>шесть</text:p>
            <draw:frame><draw:text-box><text:p>рисунок</text:p></draw:text-box></draw:frame>
            </table:table-cell></table:table-row>
            """)
        #expect(cells == ["A1": .text("один два   три\tчетыре\nпять\nшесть")])
    }

    @Test("repeated rows and cells count; those that hold nothing only move what follows")
    func repeated() throws {
        let seven = "office:value-type=\"float\" office:value=\"7\""
        let cells = try cells(
            """
            <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3"/>
            <table:table-cell table:number-columns-repeated="2" \(seven)/></table:table-row>
            <table:table-row table:number-rows-repeated="100"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
            <table:table-header-rows><table:table-row><table:table-cell \(seven)/></table:table-row></table:table-header-rows>
            <table:table-row table:number-rows-repeated="1048473"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
            """)
        let seven7 = Cell.number("7")
        #expect(cells == ["D1": seven7, "E1": seven7, "D2": seven7, "E2": seven7, "A103": seven7])
    }

    @Test("a merged header has its value in every cell where that is asked for; what it covers stays out of sight")
    func merged() throws {
        let rows = """
            <table:table-row><table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>Январь</text:p></table:table-cell>
            <table:covered-table-cell office:value-type="string"><text:p>под ним</text:p></table:covered-table-cell>
            <table:table-cell table:number-rows-spanned="2" office:value-type="string"><text:p>Всего</text:p></table:table-cell></table:table-row>
            <table:table-row><table:table-cell office:value-type="string"><text:p>план</text:p></table:table-cell>
            <table:table-cell office:value-type="string"><text:p>факт</text:p></table:table-cell><table:covered-table-cell/></table:table-row>
            """
        let plain: [String: Cell] = [
            "A1": .text("Январь"), "C1": .text("Всего"), "A2": .text("план"), "B2": .text("факт"),
        ]
        #expect(try cells(rows) == plain)
        let filled = plain.merging(["B1": .text("Январь"), "C2": .text("Всего")]) { $1 }
        #expect(try cells(rows, mergedRows: 1...2) == filled)
    }

    @Test("sheets by name; hidden ones, tables of links and tables inside cells are told apart")
    func sheets() throws {
        let cell = { (value: Int) in
            "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"\(value)\"/></table:table-row>"
        }
        var parts = OdsParts(
            """
            <table:table table:name="скрытый" table:style-name="ta2">\(cell(1))</table:table>
            <table:table table:name="Продажи" table:style-name="ta1">\(cell(2))</table:table>
            <table:dde-links><table:dde-link><table:table table:name="связь">\(cell(9))</table:table></table:dde-link></table:dde-links>
            """)
        parts.styles = """
            <style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>
            <style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
            """
        let book = try opened(parts.written)
        #expect(book.format == .ods)
        #expect(book.sheets.map(\.name) == ["скрытый", "Продажи"])
        #expect(book.sheets.map(\.isHidden) == [true, false])
        #expect(try book.rows() == ["A1": .number("2")])
        #expect(try book.rows(.named("скрытый")) == ["A1": .number("1")])
    }

    @Test("a password, a letter instead of a workbook")
    func refused() throws {
        var encrypted = OdsParts(rows: "")
        encrypted.manifest = "<m:file-entry><m:encryption-data/></m:file-entry>"
        #expect(try fault(encrypted.written) == .encrypted)
        let letter = OdsParts(rows: "").parts.map {
            $0.0 == "mimetype" ? ($0.0, Array("application/vnd.oasis.opendocument.text".utf8)) : $0
        }
        #expect(try fault { try $0.zip(letter) } == .otherContent(.otherDocument))
    }

    @Test(
        "numbers of repetitions that no sheet has are refused, not obeyed",
        arguments: [
            ("1", "16385", WorkbookFault.tooLarge(.columns(row: 1, limit: 16_384))),
            ("1048577", "1", .tooLarge(.rows(limit: 1_048_576))),
            ("1048576", "16384", .tooLarge(.cells(limit: 1_000_000))),
            ("1", "999999999999999999", .tooLarge(.columns(row: 1, limit: 16_384))),
        ])
    func hostile(rows: String, columns: String, expected: WorkbookFault) throws {
        let parts = OdsParts(
            rows: """
                <table:table-row table:number-rows-repeated="\(rows)"><table:table-cell
                table:number-columns-repeated="\(columns)" office:value-type="float" office:value="1"/></table:table-row>
                """)
        var limits = WorkbookLimits()
        limits.cells = rows == "1048577" ? limits.cells : 1_000_000
        #expect(try fault(limits: limits, parts.written) == expected)
    }

    @Test("a document type is refused in every part")
    func documentType() throws {
        for part in ["content.xml", "META-INF/manifest.xml"] {
            let parts = OdsParts(rows: "").parts.map { name, bytes in
                name == part ? (name, Array("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".utf8)) : (name, bytes)
            }
            #expect(try fault { try $0.zip(parts) } == .documentType(part: part))
        }
    }
}
