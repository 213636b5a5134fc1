import Files
import Importing
import Messages
import Testing

/// Files that are made to do harm, or are broken: always a message, in little time and memory.
struct HostileXlsxTests {
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    /// The good workbook with one part replaced.
    private func fault(_ part: String, _ content: String, limits: WorkbookLimits = .standard) throws -> WorkbookFault? {
        let good = XlsxParts("<row><c><v>1</v></c></row>", shared: "<si><t>a</t></si>").parts
        #expect(good.contains { $0.0 == part })
        return try ImportingTests.fault(limits: limits) { scratch in
            try scratch.zip(good.map { $0.0 == part ? (part, Array(content.utf8)) : $0 })
        }
    }

    @Test(
        "a document type is refused in every part, before any entity of it is looked at",
        arguments: [
            "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "_rels/.rels",
            "xl/_rels/workbook.xml.rels",
        ])
    func documentType(part: String) throws {
        let laughs = (1...9).map { "<!ENTITY l\($0) \"&l\($0 - 1);&l\($0 - 1);&l\($0 - 1);&l\($0 - 1);&l\($0 - 1);\">" }
        for type in [
            "<!DOCTYPE x>", "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
            "<!DOCTYPE x [<!ENTITY l0 \"ha\">\(laughs.joined())]>",
        ] {
            let found = try fault(part, "<?xml version=\"1.0\"?>\(type)<x>&e;&l9;</x>")
            #expect(found == .documentType(part: part))
        }
    }

    @Test("an entity that nobody declared is damage; the five of XML and references to characters are text")
    func entities() throws {
        let sheet = { (text: String) in
            "<worksheet xmlns='\(Self.main)'><sheetData><row><c t='inlineStr'><is><t>\(text)</t></is></c></row></sheetData></worksheet>"
        }
        guard case .damaged(let part, _) = try fault("xl/worksheets/sheet1.xml", sheet("&nbsp;")) else {
            Issue.record("an entity was made up")
            return
        }
        #expect(part == "xl/worksheets/sheet1.xml")
        #expect(try fault("xl/worksheets/sheet1.xml", sheet("&lt;&gt;&amp;&quot;&apos;&#65;&#x42F;")) == nil)
    }

    @Test("more columns or rows than a sheet has are refused where they begin")
    func tooMany() throws {
        let sheet = "xl/worksheets/sheet1.xml"
        let rows = { (rows: String) in "<worksheet xmlns='\(Self.main)'><sheetData>\(rows)</sheetData></worksheet>" }
        let million = String(repeating: "<c><v>1</v></c>", count: 1_000_000)
        #expect(try fault(sheet, rows("<row>\(million)</row>")) == .tooLarge(.columns(row: 1, limit: 16_384)))
        #expect(
            try fault(sheet, rows("<row><c r='XFE1'><v>1</v></c></row>")) == .tooLarge(.columns(row: 1, limit: 16_384)))
        #expect(try fault(sheet, rows("<row><c r='XFD1'><v>1</v></c></row>")) == nil)
        #expect(
            try fault(sheet, rows("<row r='7'><c r='ZZZZZZZZZZZZ1'><v>1</v></c></row>"))
                == .tooLarge(.columns(row: 7, limit: 16_384)))
        #expect(try fault(sheet, rows("<row r='1048577'><c><v>1</v></c></row>")) == .tooLarge(.rows(limit: 1_048_576)))
        // Two cells of one place, a hundred thousand times.
        let same = String(repeating: "<c r='A1'><v>1</v></c>", count: 100_000)
        #expect(try fault(sheet, rows("<row>\(same)</row>")) == .tooLarge(.columns(row: 1, limit: 16_384)))
        #expect(
            try fault(sheet, rows("<row r='5'><c><v>1</v></c></row><row r='4'><c><v>1</v></c></row>"))
                == .damaged(part: sheet, detail: "row 4 after 5"))
        #expect(
            try fault(sheet, rows("<row><c t='s'><v>1</v></c></row>"))
                == .damaged(part: sheet, detail: "row 1: shared text"))
    }

    @Test("texts without end, elements without end, elements inside elements without end")
    func endless() throws {
        let sheet = "xl/worksheets/sheet1.xml"
        let rows = { (rows: String) in "<worksheet xmlns='\(Self.main)'><sheetData>\(rows)</sheetData></worksheet>" }
        let long = String(repeating: "a", count: 3 << 20)
        #expect(
            try fault(sheet, rows("<row><c t='str'><v>\(long)</v></c></row>"))
                == .tooLarge(.text(row: 1, bytes: 1 << 20)))
        #expect(
            try fault("xl/sharedStrings.xml", "<sst xmlns='\(Self.main)'><si><t>\(long)</t></si></sst>")
                == .tooLarge(.strings))
        let attributes = (0..<400_000).map { " a\($0)=''" }.joined()
        #expect(try fault(sheet, rows("<row\(attributes)/>")) == .tooLarge(.element(sheet)))
        let some = (0..<257).map { " a\($0)=''" }.joined()
        #expect(try fault(sheet, rows("<row\(some)/>")) == .tooLarge(.element(sheet)))
        let spaces = { (depth: Int) in (0..<60).map { " xmlns:n\(depth)x\($0)='u'" }.joined() }
        #expect(try fault(sheet, rows("<a\(spaces(1))><b\(spaces(2))><row/></b><b\(spaces(3))/></a>")) == nil)
        let nested = (1...5).map { "<a\(spaces($0))>" }.joined()
        #expect(try fault(sheet, rows(nested)) == .tooLarge(.element(sheet)))
        #expect(try fault(sheet, rows("<row a='\(long)'/>")) == .tooLarge(.element(sheet)))
        #expect(try fault(sheet, rows("<!--\(long)--><row/>")) == .tooLarge(.element(sheet)))
        #expect(try fault(sheet, rows(String(repeating: "<a>", count: 100_000))) == .tooLarge(.element(sheet)))
    }

    @Test("bounds that are set lower hold as well")
    func limits() throws {
        var limits = WorkbookLimits()
        limits.strings = 2
        let texts = { String(repeating: "<si><t>a</t></si>", count: $0) }
        #expect(try fault("xl/sharedStrings.xml", "<sst xmlns='\(Self.main)'>\(texts(2))</sst>", limits: limits) == nil)
        #expect(
            try fault("xl/sharedStrings.xml", "<sst xmlns='\(Self.main)'>\(texts(3))</sst>", limits: limits)
                == .tooLarge(.strings))
        limits = WorkbookLimits()
        limits.definitions = 3
        let sheets = String(repeating: "<sheet name='a' r:id='rId1'/>", count: 4)
        let relations = "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"
        #expect(
            try fault(
                "xl/workbook.xml", "<workbook xmlns='\(Self.main)' \(relations)><sheets>\(sheets)</sheets></workbook>",
                limits: limits)
                == .tooLarge(.definitions(limit: 3)))
        limits = WorkbookLimits()
        limits.parts = 4
        #expect(try fault("xl/styles.xml", "", limits: limits) == .tooLarge(.parts(limit: 4)))
        limits = WorkbookLimits()
        limits.fileBytes = 100
        #expect(try fault("xl/styles.xml", "", limits: limits) == .tooLarge(.file(bytes: 100)))
    }

    @Test("a zip bomb is stopped by its size or its growth, whatever it says of its size")
    func zipBomb() throws {
        let start = Array("<worksheet xmlns='\(Self.main)'><sheetData><row><c><v>1</v></c></row></sheetData>".utf8)
        // 80 MB of spaces out of half a megabyte, which is 158 times as much; the most that deflate can do is 1,032.
        let bomb = ZipBomb.Part("xl/worksheets/sheet1.xml", start, spaces: 80 << 20)
        let good = XlsxParts("").parts.filter { $0.0 != "xl/worksheets/sheet1.xml" }
        let parts = good.map { ZipBomb.Part($0.0, $0.1, spaces: 0) }
        for claimed in [3 << 30, 100] {
            var part = bomb
            part.size = claimed
            let archive = ZipBomb.archive(parts + [part])
            var limits = WorkbookLimits()
            limits.ratio = 100
            let found = try ImportingTests.fault(limits: limits) { try $0.write(archive) }
            #expect(found == .tooLarge(.ratio("xl/worksheets/sheet1.xml", times: 100)))
            limits.sheetBytes = 1 << 20
            #expect(
                try ImportingTests.fault(limits: limits) { try $0.write(archive) }
                    == .tooLarge(.part("xl/worksheets/sheet1.xml", bytes: 1 << 20)))
        }
    }

    @Test("parts without number are refused before memory is taken for them")
    func manyParts() throws {
        let many = (0..<10_001).map { ZipBomb.Part("p\($0)", [], spaces: 0) }
        #expect(try ImportingTests.fault { try $0.write(ZipBomb.archive(many)) } == .tooLarge(.parts(limit: 10_000)))
        let claimed = ZipBomb.archive(Array(many.prefix(1)), claimedCount: 65_535)
        #expect(try ImportingTests.fault { try $0.write(claimed) } == .tooLarge(.parts(limit: 10_000)))
    }

    @Test("encrypted parts, a file cut off at any place, a byte flipped in a part")
    func broken() throws {
        let rows = (1...500).map { "<row><c><v>\($0 * 7_919)</v></c></row>" }.joined()
        let parts = XlsxParts(rows).parts
        #expect(try ImportingTests.fault { try $0.zip(parts, password: "тайна") } == .encrypted)
        let bytes = try Scratch().bytes(parts)
        for length in stride(from: 4, to: bytes.count, by: 97) {
            #expect(
                try ImportingTests.fault { try $0.write(Array(bytes.prefix(length))) } == .truncated, "\(length) bytes")
        }
        var flipped = bytes
        // The sheet is the last part, and the directory behind it is shorter than 700 bytes.
        flipped[bytes.count - 1_000] ^= 0x10
        guard case .damaged(let part, _) = try ImportingTests.fault({ try $0.write(flipped) }) else {
            Issue.record("a flipped byte was not noticed")
            return
        }
        #expect(part == "xl/worksheets/sheet1.xml")
    }

    @Test(
        "what is no workbook is told by its content",
        arguments: [
            ("", WorkbookFault.empty), ("id;amount\n1;5\n", .otherContent(.text)), ("%PDF-1.7", .otherContent(.pdf)),
            ("<html><body><table>", .otherContent(.html)),
            (
                "<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>",
                .otherContent(.excelXML)
            ),
            ("\u{1}\u{2}\u{3}", .otherContent(.unknown)), ("\u{9}\u{4}\u{6}\u{0}", .otherContent(.ancientExcel)),
            ("PK\u{3}\u{4}", .truncated),
        ])
    func other(content: String, expected: WorkbookFault) throws {
        #expect(try ImportingTests.fault { try $0.write(Array(content.utf8)) } == expected)
    }

    @Test("other archives and documents of office suites are told by their parts")
    func archives() throws {
        for (part, expected) in [
            ("xl/workbook.bin", OtherContent.xlsb), ("word/document.xml", .otherDocument), ("photo.jpg", .archive),
        ] {
            #expect(try ImportingTests.fault { try $0.zip([(part, [1])]) } == .otherContent(expected))
        }
    }

    @Test("a folder, a file that is not there")
    func unreadable() throws {
        let scratch = try Scratch()
        #expect(ImportingTests.fault(scratch.path("")) == .unreadable(.isFolder))
        #expect(ImportingTests.fault(scratch.path("none.xlsx")) == .unreadable(.noSuchFile))
        #expect(ImportingTests.fault("/dev/zero") == .unreadable(.notAFile))
    }

    @Test("every fault has its words in both languages, with a remedy")
    func words() {
        let faults: [WorkbookFault] = [
            .unreadable(.noPermission), .empty, .encrypted, .truncated, .damaged(part: "p", detail: "d"),
            .documentType(part: "p"),
            .noSheet(name: "n", sheets: ["a"]), .noSheets,
        ]
        let others: [OtherContent] = [
            .html, .excelXML, .text, .pdf, .xlsb, .ancientExcel, .otherDocument, .archive, .unknown,
        ]
        let excesses: [WorkbookExcess] = [
            .file(bytes: 1 << 30), .parts(limit: 10_000), .part("p", bytes: 5 << 20), .ratio("p", times: 250),
            .element("p"), .strings,
            .definitions(limit: 5), .text(row: 1, bytes: 1_024), .row(2, bytes: 10), .columns(row: 3, limit: 16_384),
            .rows(limit: 1_048_576), .cells(limit: 5),
        ]
        let all = faults + others.map { .otherContent($0) } + excesses.map { .tooLarge($0) }
        var seen: Set<String> = []
        for fault in all {
            let text = WorkbookFailure(path: "a\u{1B}.xlsx", fault: fault).text
            #expect(seen.insert(text.en).inserted)
            #expect(text.en.hasPrefix("'a\u{FFFD}.xlsx' cannot be read: "))
            #expect(text.ru.hasPrefix("«a\u{FFFD}.xlsx» не читается: "))
            #expect(text.ru.contains(/[а-я]{4}.*; .*[а-я]{4}/), "\(text.ru)")
            #expect(!text.en.contains(/[а-я]/), "\(text.en)")
        }
        #expect(
            WorkbookFailure(path: "продажи.xlsx", fault: .tooLarge(.columns(row: 1, limit: 16_384))).text.ru
                == "«продажи.xlsx» не читается: в строке 1 больше 16\u{A0}384 столбцов; разделите его, уберите лишнее или сохраните лист в формате CSV"
        )
        #expect(
            WorkbookFailure(path: "sales.xlsx", fault: .encrypted).text.en
                == "'sales.xlsx' cannot be read: it is protected by a password; open it in the spreadsheet and save it without the password"
        )
    }
}
