import CFreeXL
import Importing
import Periods
import Testing

/// What an old `.xls` holds, by its records ([MS-XLS]).
struct XlsTests {
    private func cells(_ file: XlsFile, mergedRows: ClosedRange<Int>? = nil) throws -> [String: Cell] {
        try opened(file.written).rows(mergedRows: mergedRows)
    }

    private func day(_ text: String) throws -> CivilDay { try #require(CivilDay(parsing: text)) }

    @Test("numbers, texts, booleans and errors")
    func values() throws {
        let file = XlsFile(
            [
                XlsFile.number(1, 0, 1_234.56), XlsFile.short(1, 1, -7), XlsFile.short(1, 2, 123_456, hundredths: true),
                XlsFile.many(2, 0, [1, 2, 3]), XlsFile.shared(2, 5, 1), XlsFile.label(3, 0, XlsFile.text("прямо")),
                XlsFile.boolean(3, 1, 1), XlsFile.boolean(3, 2, 0x07, isError: true), XlsFile.number(4, 0, 0.1 + 0.2),
            ], globals: [XlsFile.sharedTexts(["нет", "да"])])
        #expect(
            try cells(file) == [
                "A1": .number("1234.56"), "B1": .number("-7"), "C1": .number("1234.56"), "A2": .number("1"),
                "B2": .number("2"), "C2": .number("3"), "F2": .text("да"), "A3": .text("прямо"), "B3": .boolean(true),
                "C3": .error(.code("#DIV/0!")), "A4": .number("0.3"),
            ])
    }

    // [MS-XLS] 2.5.133: FF FF at the end of the result means that it is no number.
    @Test("formulas count with their last result")
    func formulas() throws {
        let file = XlsFile([
            XlsFile.formula(1, 0, XlsFile.double(84_358.01)), XlsFile.formula(1, 1, [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]),
            XlsFile.formulaText("итог"), XlsFile.formula(1, 2, [1, 0, 1, 0, 0, 0, 0xFF, 0xFF]),
            XlsFile.formula(1, 3, [2, 0, 0x2A, 0, 0, 0, 0xFF, 0xFF]),
            XlsFile.formula(1, 4, [3, 0, 0, 0, 0, 0, 0xFF, 0xFF]),
        ])
        #expect(
            try cells(file) == [
                "A1": .number("84358.01"), "B1": .text("итог"), "C1": .boolean(true), "D1": .error(.code("#N/A")),
            ])
    }

    @Test("days by the cell's format, counted from 1900 or from 1904")
    func days() throws {
        let formats = [
            XlsFile.cellFormat(0), XlsFile.cellFormat(14), XlsFile.format(164, "dd.mm.yyyy h:mm"),
            XlsFile.cellFormat(164),
        ]
        let rows = [
            XlsFile.number(1, 0, 46_081), XlsFile.short(1, 1, 46_081, format: 1),
            XlsFile.number(1, 2, 46_081.5, format: 2),
        ]
        #expect(
            try cells(XlsFile(rows, globals: formats)) == [
                "A1": .number("46081"), "B1": .day(day("2026-02-28")),
                "C1": .moment(day("2026-02-28"), second: 43_200),
            ])
        let from1904 = XlsFile(
            [XlsFile.number(1, 0, 44_619, format: 1)], globals: formats + [.init(kind: 0x22, content: [1, 0])])
        #expect(try cells(from1904) == ["A1": .day(day("2026-02-28"))])
    }

    @Test("a shared text goes on in the next record, there perhaps of other width; looks and readings are left out")
    func continued() throws {
        let counts = XlsFile.long(3) + XlsFile.long(3)
        let file = XlsFile(
            [XlsFile.shared(1, 0, 0), XlsFile.shared(1, 1, 1), XlsFile.shared(1, 2, 2)],
            globals: [
                // Three texts: 'abcdЯя' breaks behind 'ab' and again behind 'cd'; 'x' has two runs of looks, of four bytes each,
                // and a reading of four bytes.
                .init(kind: 0x00FC, content: counts + [6, 0, 0] + Array("ab".utf8)),
                XlsFile.continuation([0] + Array("cd".utf8)),
                XlsFile.continuation(
                    [1, 0x2F, 0x04, 0x4F, 0x04] + [1, 0, 0x0C, 2, 0, 4, 0, 0, 0, 0x78] + [1, 2, 3, 4, 5]),
                XlsFile.continuation([6, 7, 8, 9, 10, 11, 12] + XlsFile.text("конец")),
            ])
        #expect(try cells(file) == ["A1": .text("abcdЯя"), "B1": .text("x"), "C1": .text("конец")])
    }

    @Test("sheets by name, hidden ones, merged headers")
    func sheets() throws {
        var file = XlsFile([])
        file.sheets = [
            ("скрытый", true, [XlsFile.number(1, 0, 1)]),
            (
                "Продажи", false,
                [
                    XlsFile.label(1, 0, XlsFile.text("Январь")), XlsFile.number(2, 0, 2),
                    XlsFile.merged([(1...1, 0...1), (2...2, 0...1)]),
                ]
            ),
        ]
        let book = try opened(file.written)
        #expect(book.format == .xls)
        #expect(book.sheets.map(\.name) == ["скрытый", "Продажи"])
        #expect(book.sheets.map(\.isHidden) == [true, false])
        #expect(try book.rows(mergedRows: 1...1) == ["A1": .text("Январь"), "B1": .text("Январь"), "A2": .number("2")])
        #expect(try book.rows(.named("скрытый")) == ["A1": .number("1")])
    }

    @Test("Excel 5 and 95 spell texts in a code page")
    func codePage() throws {
        // 'Итого' in windows-1251.
        let text: [UInt8] = [0xC8, 0xF2, 0xEE, 0xE3, 0xEE]
        var file = XlsFile(
            [XlsFile.label(1, 0, XlsFile.word(5) + text), XlsFile.number(1, 1, 5)],
            globals: [.init(kind: 0x42, content: XlsFile.word(1_251))])
        file.version = 0x0500
        file.sheets[0].name = "Sheet1"
        let bytes = file.bytes(streamName: "Book")
        #expect(try opened { try $0.write(bytes) }.rows() == ["A1": .text("Итого"), "B1": .number("5")])
    }

    @Test("a small workbook lies in small sectors")
    func small() throws {
        let bytes = XlsFile([XlsFile.number(1, 0, 5)]).bytes(padded: false)
        #expect(try opened { try $0.write(bytes) }.rows() == ["A1": .number("5")])
    }

    @Test("a password, another document, a file cut off")
    func refused() throws {
        let encrypted = XlsFile([], globals: [.init(kind: 0x2F, content: [0, 0])])
        #expect(try fault(encrypted.written) == .encrypted)
        let modern = XlsFile.compound([1, 2, 3], streamName: "EncryptedPackage")
        #expect(try fault { try $0.write(modern) } == .encrypted)
        let letter = XlsFile.compound([1, 2, 3], streamName: "WordDocument")
        #expect(try fault { try $0.write(letter) } == .otherContent(.otherDocument))
        let bytes = XlsFile((1...1_000).map { XlsFile.number($0, 0, 5) }).bytes()
        #expect(try fault { try $0.write(Array(bytes.prefix(bytes.count / 2))) } == .truncated)
    }

    /// The system's own reader of `.xls` knows no formulas, booleans or errors; in the rest it agrees.
    @Test("another reader finds the same numbers, texts and days")
    func peer() throws {
        let rows = (1...200).flatMap { row in
            [
                XlsFile.shared(row, 0, row % 3), XlsFile.number(row, 1, Double(row) * 1.25),
                XlsFile.short(row, 2, row * 7),
                XlsFile.number(row, 3, Double(46_000 + row), format: 1),
            ]
        }
        let file = XlsFile(
            [XlsFile.dimension(rows: 200, columns: 4)] + rows,
            globals: [XlsFile.cellFormat(0), XlsFile.cellFormat(14), XlsFile.sharedTexts(["а", "bb", "ввв"])])
        let scratch = try Scratch()
        let path = try file.written(scratch)
        let ours = try Workbook(opening: path).rows()
        let theirs = try FreeXLSheet.cells(path)
        #expect(theirs.count == 800)
        #expect(ours.mapValues { Self.shown($0) } == theirs)
    }

    private static func shown(_ cell: Cell) -> String {
        switch cell {
        case .number(let text), .text(let text): text
        case .day(let day): day.description
        default: "\(cell)"
        }
    }
}

/// The first sheet of an old workbook as libfreexl reads it, cells by their address.
enum FreeXLSheet {
    struct Failure: Error { let code: Int32 }

    static func cells(_ path: String) throws -> [String: String] {
        var handle: UnsafeRawPointer?
        try check(freexl_open(path, &handle))
        defer { freexl_close(handle) }
        try check(freexl_select_active_worksheet(handle, 0))
        var rows: UInt32 = 0
        var columns: UInt16 = 0
        try check(freexl_worksheet_dimensions(handle, &rows, &columns))
        var cells: [String: String] = [:]
        for row in 0..<rows {
            for column in 0..<columns {
                var cell = FreeXL_CellValue()
                try check(freexl_get_cell_value(handle, row, column, &cell))
                cells[Workbook.letters(Int(column)) + "\(row + 1)"] = text(cell)
            }
        }
        return cells
    }

    private static func text(_ cell: FreeXL_CellValue) -> String? {
        switch Int32(cell.type) {
        case FREEXL_CELL_INT: String(cell.value.int_value)
        case FREEXL_CELL_DOUBLE: DecimalText.plain(cell.value.double_value)
        case FREEXL_CELL_NULL: nil
        default: cell.value.text_value.map { String(cString: $0) }
        }
    }

    private static func check(_ code: Int32) throws {
        guard code == FREEXL_OK else { throw Failure(code: code) }
    }
}
