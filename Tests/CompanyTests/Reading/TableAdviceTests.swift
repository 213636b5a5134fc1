import Company
import Formulas
import Messages
import Testing

@Suite("A table that is written otherwise needs one line under 'tables', and is told it whole")
struct TableAdviceTests {
    /// An export of an accounting program: Windows-1251, semicolons, decimal commas, names of its own.
    private static let export: [UInt8] =
        bytes1251(
            "Номер;Дата документа;Менеджер;\"Сумма, руб.\";Склад\n1;31.01.2026;anna;1 250,50;Центр\n2;31.01.2026;boris;70 325,82;Центр\n"
        )

    private static func bytes1251(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { scalar in
            switch scalar.value {
            case 0x410...0x44F: UInt8(scalar.value - 0x410 + 0xC0)
            default: UInt8(truncatingIfNeeded: scalar.value)
            }
        }
    }

    private static func read(_ tables: String) -> [SourceFile] {
        SmallCompany.changed(byBytes: ["sale.csv": export, "tables.yaml": Array(tables.utf8)])
    }

    private static let line =
        "sale.csv: {encoding: windows-1251, delimiter: \";\", decimal: \",\", columns: {id: Номер, date: Дата документа, seller: Менеджер, amount: \"Сумма, руб.\"}}"

    @Test("encoding, delimiter, decimal mark and columns at once")
    func atOnce() {
        #expect(said(Self.read("")).hasSuffix("\n   help: say so under 'tables:': \(Self.line)"))
        #expect(said(Self.read(""), .ru).hasSuffix("\n   совет: укажите в «tables:»: \(Self.line)"))
    }

    @Test("who does as told is done", arguments: Language.allCases)
    func asTold(language: Language) {
        #expect(said(Self.read("tables:\n  \(Self.line)\n"), language) == "")
    }

    @Test("what is said already stays in the line")
    func merged() {
        let tables = "tables:\n  sale.csv: {reads: sale, encoding: windows-1251}\n"
        #expect(
            said(Self.read(tables)).contains(
                "help: put this in the place of its entry under 'tables:': sale.csv: {reads: sale, encoding: windows-1251, delimiter: \";\", decimal: \",\", columns: {"
            ))
        #expect(
            said(Self.read(tables), .ru).contains(
                "совет: поставьте это вместо её записи в «tables:»: sale.csv: {reads: sale, "))
    }

    @Test("an entry that stands there twice is to be merged")
    func twice() {
        let text = said(["tables.yaml": "tables:\n  sale.csv: {reads: sale}\n  sale.csv: {decimal: \".\"}\n"])
        #expect(text.contains("help: merge both into one, or keep one of them"))
    }

    @Test("a whole column written otherwise is one finding, with its rows")
    func column() {
        let rows = (1...16).map { "\($0),2026-01-10,anna,\"5,5\"" }.joined(separator: "\n")
        let files = ["sale.csv": "id,date,seller,amount\n" + rows]
        #expect(
            said(files)
                == """
                sale.csv:2:22: error: '5,5' has a decimal comma; this table's decimal mark is the point; in 16 rows, also on lines 3, 4, 5, 6, 7 …
                    2 | 1,2026-01-10,anna,"5,5"
                      |                    ^~~
                   help: say so under 'tables:': sale.csv: {decimal: ","}
                """.replacing(":2:22:", with: ":2:20:"))
        #expect(said(files, .ru).contains("так в строках: 16, ещё в строках 3, 4, 5, 6, 7 …"))
    }

    @Test("empty cells do not hide what is wrong with other rows")
    func others() {
        let rows = (1...50).map { "\($0),,anna,5" }.joined(separator: "\n")
        let text = said(["sale.csv": "id,date,seller,amount\n\(rows)\n51,2026-02-31,anna,5"])
        #expect(text.contains("'date' is empty; in 50 rows, also on lines 3, 4, 5, 6, 7 …"))
        #expect(text.contains("put a question mark behind the field's type: 'date: …?'"))
        #expect(text.contains("sale.csv:52:4: error: there is no 31 February 2026"))
        #expect(!text.contains("more row"))
    }

    @Test("a mark with three digits behind it has two readings, and both are named")
    func marks() {
        let tables = "tables: {sale.csv: {decimal: \",\", delimiter: \";\"}}"
        let files = ["t.yaml": tables, "sale.csv": "id;date;seller;amount\n1;2026-01-10;anna;1.200"]
        #expect(
            said(files).hasSuffix(
                "help: two readings: if it is 1200, export numbers without marks between thousands; if it is a fraction, say so under 'tables:': sale.csv: {decimal: \".\"}"
            ))
        #expect(
            said(files, .ru).hasSuffix(
                "совет: прочесть можно двояко: если это 1200, выгрузите числа без знаков между тысячами; если дробь, укажите в «tables:»: sale.csv: {decimal: \".\"}"
            ))
    }

    @Test(
        "the part of a cell that keeps it from being a number is named",
        arguments: [
            (
                "$12", "export the number alone, without a currency or a unit",
                "выгрузите одно число, без валюты и единицы"
            ),
            (
                "80 000 ₽", "export the number alone, without a currency or a unit",
                "выгрузите одно число, без валюты и единицы"
            ),
            ("(5.50)", "write a minus in place of the parentheses: -5.50", "вместо скобок пишите минус: -5.50"),
            ("610000.00-", "the minus stands in front: -610000.00", "минус ставится впереди: -610000.00"),
            (
                "850'000.00", "export numbers without marks between thousands",
                "выгрузите числа без знаков между тысячами"
            ),
            ("N/A", "leave the cell empty where there is none", "оставьте ячейку пустой, если значения нет"),
            ("x", "write plain numbers such as -1234.5", "пишите числа просто, например -1234.5"),
        ])
    func disturbance(cell: String, en: String, ru: String) {
        let files = ["sale.csv": "id,date,seller,amount\n1,2026-01-10,anna,\(cell)"]
        #expect(said(files).hasSuffix("   help: \(en)"))
        #expect(said(files, .ru).hasSuffix("   совет: \(ru)"))
    }
}
