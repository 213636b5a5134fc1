import Importing
import Periods
import Testing

/// What the cells of an `.xlsx` hold, by how the file stores them.
struct XlsxCellTests {
    private func cells(_ parts: XlsxParts, mergedRows: ClosedRange<Int>? = nil) throws -> [String: Cell] {
        try opened(parts.written).rows(mergedRows: mergedRows)
    }

    private func day(_ text: String) throws -> CivilDay { try #require(CivilDay(parsing: text)) }

    @Test("texts, numbers, booleans, errors and formulas of one row")
    func row() throws {
        let cells = try cells(
            XlsxParts(
                """
                <row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>1234.50</v></c><c r="C2" t="b"><v>1</v></c>
                <c r="D2" t="e"><v>#N/A</v></c><c r="E2" t="str"><f>A1&amp;B1</f><v>итог</v></c>
                <c r="F2"><f>SUM(B2:B3)</f><v>0.30000000000000004</v></c><c r="G2"><f>NOW()</f></c>
                <c r="H2" t="inlineStr"><is><t>прямо</t></is></c><c r="I2" s="0"/></row>
                """, shared: "<si><t>нет</t></si><si><t>да</t></si>"))
        #expect(
            cells == [
                "A2": .text("да"), "B2": .number("1234.5"), "C2": .boolean(true), "D2": .error(.code("#N/A")),
                "E2": .text("итог"), "F2": .number("0.3"), "G2": .error(.notCalculated), "H2": .text("прямо"),
            ])
    }

    @Test("a text in runs of different looks is one text, without readings; spaces count where xml:space says so")
    func richText() throws {
        let cells = try cells(
            XlsxParts(
                """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>
                <c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c></row>
                """,
                shared: """
                    <si><r><t xml:space="preserve">Сумма, </t></r><r><rPr><b/></rPr><t>руб.</t></r></si>
                    <si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>
                    <si><t>
                       внутри  два </t></si><si><t xml:space="preserve"> с краю </t></si>
                    <si><t>a_x000D_b_x005F_x0041_ &lt;&#1071;&gt;</t></si>
                    """))
        #expect(
            cells == [
                "A1": .text("Сумма, руб."), "B1": .text("東京"), "C1": .text("внутри  два"), "D1": .text(" с краю "),
                "E1": .text("a\rb_x0041_ <Я>"),
            ])
    }

    @Test("rows and cells without places follow one another; empty rows are not told")
    func places() throws {
        let cells = try cells(
            XlsxParts(
                "<row><c><v>1</v></c><c><v>2</v></c></row><row/><row r=\"9\"><c r=\"C9\"><v>3</v></c><c><v>4</v></c></row>"
            ))
        #expect(cells == ["A1": .number("1"), "B1": .number("2"), "C9": .number("3"), "D9": .number("4")])
    }

    // 46081 is 28 February 2026; .604166666664 of a day is 14:30.
    @Test(
        "the number format tells days and times from numbers",
        arguments: [
            (14, nil, "46081", "2026-02-28"), (22, nil, "46081.604166666664", "2026-02-28 52200"),
            (164, "dd.mm.yyyy", "46081", "2026-02-28"), (164, "dd.mm.yyyy", "46081.9", "2026-02-28"),
            (164, "[$-419]d mmmm yyyy;@", "46081", "2026-02-28"),
            (164, "yyyy\\-mm\\-dd\\ h:mm", "46081.5", "2026-02-28 43200"),
            (164, "mmm yy", "46081", "2026-02-28"), (164, "ДД.ММ.ГГГГ", "46081", "2026-02-28"),
            (20, nil, "0.5", "time 43200"), (46, nil, "1.5", "time 129600"), (164, "[h]:mm:ss", "2", "time 172800"),
            (164, "h:mm AM/PM", "0.25", "time 21600"), (164, "mm:ss.0", "0.5", "time 43200"),
            (20, nil, "46081.5", "2026-02-28 43200"),
            (0, nil, "46081", "46081"), (4, nil, "46081.5", "46081.5"), (164, "General", "5", "5"),
            (164, "Основной", "5", "5"), (164, "#,##0.00\\ &quot;руб. за день&quot;", "7.50", "7.5"),
            (164, "0.00E+00", "7", "7"), (164, "[Red]0;[Blue]-0", "7", "7"), (164, "@", "7", "7"),
            (164, "# ##0 [$USD]", "7", "7"), (14, nil, "-5", "-5"), (14, nil, "9000000", "9000000"),
            (14, nil, "0", "0"),
        ])
    func formats(id: Int, code: String?, stored: String, expected: String) throws {
        let parts = XlsxParts(
            "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(stored)</v></c></row>", styles: [0, id],
            formats: code.map { [164: $0] } ?? [:])
        #expect(try Self.shown(#require(cells(parts)["A1"])) == expected)
    }

    private static func shown(_ cell: Cell) -> String {
        switch cell {
        case .day(let day): day.description
        case .moment(let day, second: let second): "\(day) \(second)"
        case .time(let seconds): "time \(seconds)"
        case .number(let text), .text(let text): text
        default: "\(cell)"
        }
    }

    // ECMA-376 Part 1, 18.17.4.1: in the 1900 system serial 60 is the 29 February 1900 that never was.
    @Test(
        "days before March 1900, and days counted from 1904",
        arguments: [
            (false, "1", "1900-01-01"), (false, "59", "1900-02-28"), (false, "60", "1900-02-29"),
            (false, "61", "1900-03-01"), (false, "2958465", "9999-12-31"), (true, "0", "1904-01-01"),
            (true, "44619", "2026-02-28"),
        ])
    func systems(from1904: Bool, stored: String, expected: String) throws {
        var parts = XlsxParts("<row r=\"1\"><c r=\"A1\" s=\"0\"><v>\(stored)</v></c></row>", styles: [14])
        if from1904 { parts.properties = "date1904=\"1\"" }
        #expect(try Self.shown(#require(cells(parts)["A1"])) == expected)
    }

    @Test("a strict workbook has other namespaces and spells days out")
    func strict() throws {
        var parts = XlsxParts(
            "<row r=\"1\"><c r=\"A1\" s=\"0\" t=\"d\"><v>2026-02-28T00:00:00</v></c><c r=\"B1\" t=\"d\" s=\"1\"><v>2026-02-28T14:30:00Z</v></c></row>",
            styles: [14, 22])
        parts.isStrict = true
        #expect(
            try cells(parts) == ["A1": .day(day("2026-02-28")), "B1": .moment(day("2026-02-28"), second: 52_200)])
    }

    @Test("a merged header has its value in every cell only where that is asked for")
    func merged() throws {
        var parts = XlsxParts(
            """
            <row r="1"><c r="A1" t="inlineStr"><is><t>Январь</t></is></c><c r="C1" t="inlineStr"><is><t>Всего</t></is></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t>план</t></is></c><c r="B2" t="inlineStr"><is><t>факт</t></is></c></row>
            <row r="3"><c r="A3"><v>1</v></c></row>
            """)
        parts.sheets[0].behind =
            "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"C1:C2\"/><mergeCell ref=\"A3:B3\"/></mergeCells>"
        let plain: [String: Cell] = [
            "A1": .text("Январь"), "C1": .text("Всего"), "A2": .text("план"), "B2": .text("факт"), "A3": .number("1"),
        ]
        #expect(try cells(parts) == plain)
        let filled = plain.merging(["B1": .text("Январь"), "C2": .text("Всего")]) { $1 }
        #expect(try cells(parts, mergedRows: 1...2) == filled)
    }

    @Test("a number that is none stays a text, for a message that names its place")
    func notANumber() throws {
        #expect(try cells(XlsxParts("<row r=\"1\"><c r=\"A1\"><v>12,5</v></c></row>")) == ["A1": .text("12,5")])
    }
}
