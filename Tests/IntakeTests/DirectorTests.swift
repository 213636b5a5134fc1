import Company
import Foundation
import Intake
import Messages
import Reports
import Testing

/// The file of a sales director as her program writes it, with everything in it that a table for Stimul has not.
@Suite("A director's export is read as it is")
struct DirectorTests {
    /// Title and totals rows, times of day, full names, a currency behind numbers, a minus in parentheses, no id, no cost.
    static let rows = [
        ["Отчёт по продажам за январь 2026"],
        ["Дата", "Менеджер", "Контрагент", "Сумма, руб."],
        ["14.01.2026 14:33:00", "Анна Орлова", "ООО \"Ромашка\"", "850 000,00 руб."],
        ["20.01.2026 9:05:00", "Анна Орлова", "Василёк", "1 500 000,00 руб."],
        ["28.01.2026 0:00:00", "Борис Котов", "ООО \"Ромашка\"", "420 000,50 руб."],
        ["29.01.2026 18:20:11", "Анна Орлова", "Василёк", "(39 248,65)"],
        ["Итого", "", "", "2 730 751,85"],
    ]

    /// The same as somebody would clean it by hand.
    static let cleaned = [
        "2026-01-14|anna|ООО \"Ромашка\"|850000", "2026-01-20|anna|Василёк|1500000",
        "2026-01-28|boris|ООО \"Ромашка\"|420000.5", "2026-01-29|anna|Василёк|-39248.65",
    ]

    static let fields = ["date", "seller", "client", "amount"]

    static var text: String {
        rows.map { row in
            (row + Array(repeating: "", count: 4 - row.count)).map { cell in
                cell.contains("\"") ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
            }.joined(separator: ";") + "\r\n"
        }.joined()
    }

    static let folder = Folder().with("sale.csv", text, encoding: .windowsCP1251)

    @Test("one line is said that says all of it, and with it the file is read")
    func csv() throws {
        let line = try #require(Self.folder.line(for: "sale.csv"))
        #expect(
            line
                == "sale.csv: {reads: sale, encoding: windows-1251, delimiter: \";\", header: 2, decimal: \",\", time: drop, totals: drop, id: [date, seller, client, amount], columns: {amount: \"Сумма, руб.\", client: Контрагент, date: Дата, seller: Менеджер}, names: [seller]}"
        )
        let read = Self.folder.saying(line)
        #expect(read.said() == "")
        #expect(read.rows("sale", Self.fields) == Self.cleaned)
    }

    @Test("it is said once, with what to look at behind it", arguments: Language.allCases)
    func once(language: Language) {
        let said = Self.folder.said(language)
        #expect(said.components(separatedBy: "sale.csv: {").count == 2, "\(said)")
        #expect(said.contains(language == .ru ? "совет: укажите в «tables:»: " : "help: say so under 'tables:': "))
        #expect(said.contains(language == .ru ? "столбца с id нет" : "no column is an id"))
    }

    @Test("the same rows in a workbook")
    func workbook() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Self.write(Self.rows, to: path)
        var folder = Folder()
        folder.files["sale.xlsx"] = []
        let sources = { (folder: Folder) in folder.sources { FileCleaner(path: $0 == "sale.xlsx" ? path : $0) } }
        let found = CompanyReader.read(sources(folder)).diagnostics
        let remedy = try #require(found.compactMap(\.remedy?.en).first { $0.contains("sale.xlsx: {") })
        let line = String(remedy[try #require(remedy.range(of: "sale.xlsx: {")).lowerBound...])
        #expect(!line.contains("encoding") && !line.contains("delimiter"))
        folder = folder.saying(line)
        #expect(CompanyReader.read(sources(folder)).model != nil)
        let (tables, _, _) = CompanyReader.plainTables(in: sources(folder))
        let sale = try #require(tables.first { $0.kind == "sale" })
        let places = Self.fields.compactMap(sale.columns.firstIndex(of:))
        #expect(sale.rows.map { row in places.map { row.cells[$0] }.joined(separator: "|") } == Self.cleaned)
        #expect(sale.rows.map(\.place) == ["sale.xlsx:3", "sale.xlsx:4", "sale.xlsx:5", "sale.xlsx:6"])
    }

    private static func write(_ rows: [[String]], to path: String) throws {
        let full = rows.map { $0 + Array(repeating: "", count: 4 - $0.count) }
        let sheet = try Sheet(
            name: "Январь", columns: full[0].map { Sheet.Column(title: $0, kind: .text) },
            rows: full.dropFirst().map { $0.map { $0.isEmpty ? .empty : .text($0) } })
        try SheetXLSX.write([sheet], to: path)
    }

    @Test("a file that nothing reads is told with the whole line")
    func unread() throws {
        let folder = Folder().with("Продажи, январь.csv", Self.text, encoding: .windowsCP1251)
        let line = try #require(folder.line(for: "Продажи, январь.csv"))
        #expect(line.hasPrefix("\"Продажи, январь.csv\": {reads: sale, encoding: windows-1251, "))
        #expect(folder.saying(line).rows("sale", Self.fields) == Self.cleaned)
    }
}
