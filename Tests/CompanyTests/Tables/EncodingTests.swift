import Company
import Formulas
import Messages
import Testing

@Suite("Files that are not UTF-8 are recognised")
struct EncodingTests {
    /// `Анна` in Windows-1251.
    private static let anna: [UInt8] = [0xC0, 0xED, 0xED, 0xE0]

    private func read(_ bytes: [UInt8], _ encoding: TableFormat.Encoding = .utf8) -> TableReading {
        TableReader.read(
            SourceFile(path: "sale.csv", bytes: bytes), schema: saleSchema, format: TableFormat(encoding: encoding))
    }

    private func row(seller: [UInt8]) -> [UInt8] {
        Array((saleHeader + "1,2026-01-31,").utf8) + seller + Array(",12,,\n".utf8)
    }

    @Test("Windows-1251 that nobody announced, and the line to write")
    func unannounced() {
        let reading = read(row(seller: Self.anna))
        #expect(
            reading.text() == """
                sale.csv:2:14: error: the byte 0xC0 is not UTF-8; in windows-1251 the line reads '1,2026-01-31,Анна,12,,'
                    2 | 1,2026-01-31,Анна,12,,
                      |              ^
                   help: say so under 'tables:': sale.csv: {encoding: windows-1251}
                """)
        #expect(
            reading.text(.ru) == """
                sale.csv:2:14: ошибка: байт 0xC0 — не UTF-8; в windows-1251 строка читается так: «1,2026-01-31,Анна,12,,»
                    2 | 1,2026-01-31,Анна,12,,
                      |              ^
                   совет: укажите в «tables:»: sale.csv: {encoding: windows-1251}
                """)
    }

    @Test("Windows-1251 that was announced")
    func announced() {
        let typography: [UInt8] = [0xAB, 0xA8, 0xEB, 0xEA, 0xE0, 0xBB, 0x20, 0xB9, 0x31, 0x97, 0x88]
        let bytes = row(seller: Self.anna) + Array("2,2026-02-01,".utf8) + typography + Array(",x,,\n".utf8)
        let reading = read(bytes, .windows1251)
        #expect(reading.table.columns["seller"]?.texts == ["Анна"])
        #expect(
            reading.text() == """
                sale.csv:3:26: error: 'x' is not a number
                    3 | 2,2026-02-01,«Ёлка» №1—€,x,,
                      |                          ^
                   help: write plain numbers such as -1234.5
                """)
    }

    @Test("all letters of Windows-1251 are the right ones")
    func alphabet() {
        let text = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя"
        #expect(read(row(seller: Array(0xC0...0xFF)), .windows1251).table.columns["seller"]?.texts == [text])
    }

    @Test("UTF-8 that was announced as Windows-1251")
    func announcedWrongly() {
        let reading = read(row(seller: Array("Анна".utf8)), .windows1251)
        #expect(
            reading.text() == """
                sale.csv: error: the table is said to be in windows-1251, but the file is in UTF-8
                   help: take 'encoding: windows-1251' out of its entry under 'tables:'
                """)
        #expect(read(row(seller: Array("anna".utf8)), .windows1251).diagnostics.isEmpty)
    }

    @Test("bytes of some other encoding")
    func other() {
        #expect(
            read(row(seller: Array("Caf".utf8) + [0xE9])).text() == """
                sale.csv:2:17: error: the byte 0xE9 is not UTF-8
                    2 | 1,2026-01-31,Caf\u{FFFD},12,,
                      |                 ^
                   help: save the file as 'CSV UTF-8'
                """)
        #expect(read(row(seller: [0x98]), .windows1251).codes == ["wrong-encoding"])
    }

    @Test("UTF-16 with and without its mark")
    func utf16() {
        let text: [UInt8] = Array("id,date".utf8).flatMap { [$0, 0] as [UInt8] }
        let expected = """
            sale.csv: error: the file is in UTF-16 ('Unicode text' in Excel); tables are read in UTF-8 or windows-1251
               help: save the sheet as 'CSV UTF-8' and put that file here
            """
        #expect(read([0xFF, 0xFE] + text).text() == expected)
        #expect(read(text).text() == expected)
        #expect(read([0xFE, 0xFF, 0, 0x31]).text() == expected)
    }

    @Test(
        "files that are no text",
        arguments: [
            ([0x50, 0x4B, 3, 4, 20], "this is an Excel workbook, not a CSV table"),
            ([0xD0, 0xCF, 0x11, 0xE0], "this is an Excel workbook, not a CSV table"),
            ([0x1F, 0x8B, 8], "this is a compressed file, not a CSV table"),
            ([0x25, 0x50, 0x44, 0x46, 0x2D], "this is a PDF document, not a CSV table"),
            ([1, 2, 3, 4, 0, 5], "this is not a table of text: byte 5 is zero"),
            ([1, 2, 3, 4, 5], "this is not a table of text: it has the control character 0x01"),
            ([65, 7, 0xFF, 65], "this is not a table of text: it has the control character 0x07"),
        ] as [([UInt8], String)])
    func notText(bytes: [UInt8], message: String) {
        let reading = read(bytes)
        #expect(reading.codes == ["not-text"])
        #expect(reading.diagnostics.first?.message.en == message)
        #expect(reading.table.totalRows == 0)
    }
}
