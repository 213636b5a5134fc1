import Messages
import Reports
import Testing

/// Names of sheets, which a workbook restricts.
struct SheetNameTests {
    @Test(
        "what a workbook forbids in a name is replaced",
        arguments: [
            ("January", "January"), ("2026/01", "2026-01"), ("[a]:*?\\b", "-a-----b"), ("'Q1'", "Q1"),
            ("  Q1  ", "Q1"), ("Ann's", "Ann's"), ("a\nb", "a-b"), ("", "Sheet"), ("'", "Sheet"),
            ("History", "History (2)"), ("Отдел продаж", "Отдел продаж"),
            // No more than 31 UTF-16 units, and no sign cut in two.
            ("Отдел по работе с ключевыми клиентами", "Отдел по работе с ключевыми кли"),
            (String(repeating: "👍", count: 20), String(repeating: "👍", count: 15)),
        ])
    func forbidden(given: String, written: String) throws {
        #expect(try names([given]) == [written])
    }

    @Test("names that a spreadsheet would take for the same are numbered")
    func unique() throws {
        #expect(try names(["Pay", "PAY", "pay", "Pay (2)"]) == ["Pay", "PAY (2)", "pay (3)", "Pay (2) (2)"])
        #expect(try names(["а/б", "а:б", "А-Б"]) == ["а-б", "а-б (2)", "А-Б (3)"])
    }

    @Test("a number does not make a name too long")
    func longAndEqual() throws {
        let long = String(repeating: "x", count: 40)
        let expected = (2...12).map { String(repeating: "x", count: $0 < 10 ? 27 : 26) + " (\($0))" }
        #expect(
            try names(Array(repeating: long, count: 12)) == [String(repeating: "x", count: 31)] + expected)
    }

    @Test("a sheet without a name is called so in the reader's language")
    func unnamed() throws {
        #expect(try names(["", " "], .ru) == ["Лист", "Лист (2)"])
    }

    private func names(_ names: [String], _ language: Language = .en) throws -> [String] {
        var sheets: [Sheet] = []
        for name in names {
            sheets.append(try Sheet(name: name, columns: [Sheet.Column(title: "t", kind: .text)], rows: []))
        }
        return try Scratch.written(sheets, language).sheets.map(\.name)
    }
}
