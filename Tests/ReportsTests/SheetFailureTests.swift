import Foundation
import Messages
import Periods
import Quantities
import Testing

@testable import Reports

/// What cannot be made or written, and what is said about it.
struct SheetFailureTests {
    private static let text = Sheet.Column(title: "Person", kind: .text)
    private static let pay = Sheet.Column(title: "Pay", kind: .money(Currency(code: "RUB")))

    @Test("a row has one cell for each column", arguments: [0, 1, 3])
    func rowLength(cells: Int) {
        #expect(throws: SheetFailure.rowLength(sheet: "s", row: 2, cells: cells, columns: 2)) {
            try Sheet(
                name: "s", columns: [Self.text, Self.pay],
                rows: [[.text("a"), .money(1)], Array(repeating: .empty, count: cells)])
        }
    }

    @Test(
        "a cell is of its column's kind",
        arguments: [
            (.text, .money(1)), (.text, .number(1)), (.text, .day(.earliest)), (.day, .money(1)), (.day, .number(1)),
            (.number, .money(1)), (.number, .day(.earliest)), (.money(Currency(code: "RUB")), .number(1)),
            (.money(Currency(code: "RUB")), .day(.earliest)),
        ] as [(Sheet.Kind, Sheet.Cell)])
    func otherKind(kind: Sheet.Kind, cell: Sheet.Cell) {
        #expect(throws: SheetFailure.otherKind(SheetPlace(sheet: "s", column: "t", row: 1))) {
            try Sheet(name: "s", columns: [Sheet.Column(title: "t", kind: kind)], rows: [[cell]])
        }
    }

    @Test("a text longer than a cell holds is refused with its place; the longest one is written")
    func textTooLong() throws {
        let longest = String(repeating: "я", count: 32_767)
        let fits = try Sheet(name: "s", columns: [Self.text], rows: [[.text(longest)]])
        #expect(try Scratch.written([fits]).sheets.first?.cells["A2"] == .text(longest))

        let tooLong = try Sheet(name: "s", columns: [Self.text], rows: [[.text("a")], [.text(longest + "я")]])
        let place = SheetPlace(sheet: "s", column: "Person", row: 2)
        try refused([tooLong], .textTooLong(place, length: 32_768))
    }

    @Test("length counts as spreadsheets count it: an emoji is two, an escape what it takes in the file")
    func lengthOfSigns() throws {
        let place = SheetPlace(sheet: "s", column: "Person", row: 1)
        let emoji = try Sheet(
            name: "s", columns: [Self.text], rows: [[.text(String(repeating: "👍", count: 16_384))]])
        try refused([emoji], .textTooLong(place, length: 32_768))
        // 4,600 × 7 signs fit, but every one of them needs 6 more.
        let escapes = try Sheet(
            name: "s", columns: [Self.text], rows: [[.text(String(repeating: "_x0041_", count: 4_600))]])
        try refused([escapes], .textTooLong(place, length: 59_800))
    }

    @Test("a title that is too long is refused, and quoted shortly")
    func titleTooLong() throws {
        let title = String(repeating: "t", count: 40_000)
        let sheet = try Sheet(name: "s", columns: [Sheet.Column(title: title, kind: .text)], rows: [])
        let failure = SheetFailure.textTooLong(SheetPlace(sheet: "s", column: title, row: 0), length: 40_000)
        try refused([sheet], failure)
        #expect(failure.text.en.utf8.count < 300)
    }

    @Test("more columns than a workbook has")
    func tooManyColumns() throws {
        let sheet = try Sheet(name: "s", columns: Array(repeating: Self.text, count: 16_385), rows: [])
        try refused([sheet], .tooManyColumns(sheet: "s", count: 16_385))
    }

    @Test("more rows than a workbook has, header and total counted")
    func tooManyRows() throws {
        let rows = Array(repeating: [Sheet.Cell.empty], count: 1_048_575)
        let sheet = try Sheet(name: "s", columns: [Self.pay], rows: rows, total: true)
        try refused([sheet], .tooManyRows(sheet: "s", count: 1_048_577))
    }

    @Test("a folder that is not there")
    func noFolder() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let path = scratch.path("nowhere/book.xlsx")
        #expect(throws: SheetFailure.noFolder(path)) { try SheetXLSX.write([small], to: path) }
        #expect(try scratch.names == [])
    }

    @Test("a folder, a device or no name at all is no file to write")
    func notAFile() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        for path in [scratch.folder.path, scratch.folder.path + "/", "/dev/full", ""] {
            #expect(throws: SheetFailure.notAFile(path)) { try SheetXLSX.write([small], to: path) }
        }
        #expect(try scratch.names == [])
    }

    @Test("a folder that nobody may write to, not even root")
    func noPermission() throws {
        let path = "/sys/book.xlsx"
        #expect(throws: SheetFailure.noPermission(path)) { try SheetXLSX.write([small], to: path) }
    }

    @Test("a file that may only be read stays as it is", .enabled(if: geteuid() != 0, "root may write anything"))
    func readOnlyFile() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let path = scratch.path("book.xlsx")
        try Data("kept".utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: path)
        #expect(throws: SheetFailure.noPermission(path)) { try SheetXLSX.write([small], to: path) }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "kept")
    }

    @Test("what is there is replaced by the whole workbook, and nothing else is left in the folder")
    func replaced() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let path = scratch.path("book.xlsx")
        try Data("old".utf8).write(to: URL(fileURLWithPath: path))
        try SheetXLSX.write([small], to: path)
        #expect(try WrittenWorkbook(path).sheets.map(\.name) == ["small"])
        #expect(try scratch.names == ["book.xlsx"])
    }

    @Test("a file keeps its rights when it is written anew", arguments: [0o600, 0o640, 0o664])
    func rights(mode: Int) throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let path = scratch.path("book.xlsx")
        try Data("old".utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        try SheetXLSX.write([small], to: path)
        let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
        #expect(rights?.intValue == mode)
    }

    @Test("a sheet that is refused leaves the file that was there")
    func keptWhenRefused() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let path = scratch.path("book.xlsx")
        try Data("old".utf8).write(to: URL(fileURLWithPath: path))
        let wide = try Sheet(name: "s", columns: Array(repeating: Self.text, count: 16_385), rows: [])
        #expect(throws: SheetFailure.self) { try SheetXLSX.write([small, wide], to: path) }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
        #expect(try scratch.names == ["book.xlsx"])
    }

    @Test(
        "the system's reasons by their numbers",
        arguments: [
            (ENOSPC, .diskFull("b")), (EDQUOT, .diskFull("b")), (EROFS, .readOnly("b")),
            (EACCES, .noPermission("b")), (ENOTDIR, .noFolder("b")), (ENOMEM, .outOfMemory("b")),
            (EIO, .other("b", reason: "Input/output error")),
        ] as [(Int32, SheetFailure)])
    func systemReasons(code: Int32, failure: SheetFailure) {
        #expect(SheetFailure(system: code, "b") == failure)
    }

    @Test("a failure says in both languages what happened and what to do")
    func messages() {
        #expect(
            SheetFailure.noFolder("out/book.xlsx").text
                == LocalizedText(
                    en: "'out/book.xlsx' cannot be written: its folder does not exist; make the folder first",
                    ru: "«out/book.xlsx» не записывается: такой папки нет; сначала создайте папку"))
        #expect(
            SheetFailure.diskFull("book.xlsx").text
                == LocalizedText(
                    en:
                        "'book.xlsx' cannot be written: the disk is full; free some space, or name a file on another disk",
                    ru:
                        "«book.xlsx» не записывается: на диске нет места; освободите место или назовите файл на другом диске"
                ))
        #expect(
            SheetFailure.textTooLong(SheetPlace(sheet: "Pay", column: "Note", row: 7), length: 40_000).text
                == LocalizedText(
                    en:
                        "sheet 'Pay', column 'Note', row 7: the text has 40000 characters, a cell holds 32767; shorten the text, or write the table as CSV",
                    ru:
                        "лист «Pay», столбец «Note», строка 7: в тексте 40\u{A0}000 знаков, в ячейку входит 32\u{A0}767; сократите текст или запишите таблицу в CSV"
                ))
    }

    /// A sheet that nothing can be said against.
    private let small: Sheet

    init() throws {
        small = try Sheet(name: "small", columns: [Self.text], rows: [[.text("a")]])
    }

    private func refused(_ sheets: [Sheet], _ failure: SheetFailure) throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        #expect(throws: failure) { try SheetXLSX.write(sheets, to: scratch.path("book.xlsx")) }
        #expect(try scratch.names == [])
    }
}
