import Importing
import Messages
import Testing

/// Which sheets an `.xlsx` has and which of them is read.
struct XlsxSheetTests {
    private func book() throws -> Workbook {
        var parts = XlsxParts("")
        parts.sheets = [
            .init(name: "Справка &amp; имена", rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", state: "hidden"),
            .init(name: "Продажи", rows: "<row r=\"1\"><c r=\"A1\"><v>2</v></c></row>"),
            .init(name: "Q1", rows: "<row r=\"1\"><c r=\"A1\"><v>3</v></c></row>", state: "veryHidden"),
        ]
        return try opened(parts.written)
    }

    @Test("sheets are listed in their order, with which of them are hidden")
    func list() throws {
        let book = try book()
        #expect(book.format == .xlsx)
        #expect(book.sheets.map(\.name) == ["Справка & имена", "Продажи", "Q1"])
        #expect(book.sheets.map(\.isHidden) == [true, false, true])
    }

    @Test(
        "the first sheet in sight is read, or the one that is named",
        arguments: [
            (Workbook.Choice.first, "2"), (.named("Q1"), "3"), (.named("Справка & имена"), "1"),
            (.named(" продажи "), "2"),
        ])
    func choice(choice: Workbook.Choice, expected: String) throws {
        #expect(try book().rows(choice) == ["A1": .number(expected)])
    }

    @Test("a name that is not there is answered with those that are")
    func missing() throws {
        let book = try book()
        let failure = #expect(throws: WorkbookFailure.self) { try book.read(.named("Лист1")) { _ in .goOn } }
        #expect(failure?.message.en == "there is no sheet 'Лист1'")
        #expect(failure?.remedy.en == "it has 'Справка & имена', 'Продажи', 'Q1'")
        #expect(failure?.remedy.ru == "в нём есть «Справка & имена», «Продажи», «Q1»")
    }

    @Test("reading stops when no row is wanted any more, and can begin again")
    func stop() throws {
        let rows = (1...1_000).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0)</v></c></row>" }.joined()
        let book = try opened(XlsxParts(rows).written)
        for _ in 1...2 {
            var numbers: [Int] = []
            try book.read { row in
                numbers.append(row.number)
                return row.number == 3 ? .stop : .goOn
            }
            #expect(numbers == [1, 2, 3])
        }
    }

    @Test("what the reader of rows throws comes out as it is")
    func thrown() throws {
        struct Enough: Error {}
        let book = try book()
        #expect(throws: Enough.self) { try book.read { _ in throw Enough() } }
    }

    @Test("a workbook without shared texts, styles or folders of its own is read")
    func bare() throws {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        let parts: [(String, String)] = [
            (
                "_rels/.rels",
                "<Relationships xmlns='\(package)'><Relationship Id='a' Type='\(relations)/officeDocument' Target='/Book.xml'/></Relationships>"
            ),
            (
                "_rels/Book.xml.rels",
                "<Relationships xmlns='\(package)'><Relationship Id='s' Type='\(relations)/worksheet' Target='S.XML'/></Relationships>"
            ),
            (
                "book.xml",
                "<x:workbook xmlns:x='\(main)' xmlns:q='\(relations)'><x:sheets><x:sheet name='S' q:id='s'/></x:sheets></x:workbook>"
            ),
            (
                "s.xml",
                "<x:worksheet xmlns:x='\(main)'><x:sheetData><x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>"
            ),
        ]
        let book = try opened { try $0.zip(parts.map { ($0.0, Array($0.1.utf8)) }) }
        #expect(try book.rows() == ["A1": .number("5")])
    }
}
