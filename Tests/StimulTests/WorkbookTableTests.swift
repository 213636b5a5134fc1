import Foundation
import Periods
import Quantities
import Reports
import Testing

/// A sheet of a workbook is a table like any other: in check, run, explain and import.
@Suite("Tables in workbooks")
struct WorkbookTableTests {
    /// The starter with its sales in a workbook instead of a CSV file: same rows, same order.
    private func company(_ name: String = "sale.xlsx", titled: Bool = false) throws -> Command {
        let stimul = try Command()
        let folder = stimul.folder.appendingPathComponent("acme")
        let csv = try String(contentsOf: folder.appendingPathComponent("sale.csv"), encoding: .utf8)
        let rows = csv.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        try FileManager.default.removeItem(at: folder.appendingPathComponent("sale.csv"))
        try write(rows, to: folder.appendingPathComponent(name).path, titled: titled)
        return stimul
    }

    /// Days as real dates, amounts as numbers, everything else as text; with a title in a row of its own above the names.
    private func write(_ rows: [[String]], to path: String, titled: Bool) throws {
        let kinds: [Sheet.Kind] = rows[0].map { name in
            switch name {
            case "date": .day
            case "amount", "cost": .number
            default: .text
            }
        }
        let titles = titled ? ["Sales of the quarter"] + rows[0].dropFirst().map { _ in "" } : rows[0]
        let names: [[Sheet.Cell]] = titled ? [rows[0].map { .text($0) }] : []
        let cells = try rows.dropFirst().map { row in
            try zip(row, rows[0]).map { cell, name -> Sheet.Cell in
                switch name {
                case "date": .day(try #require(CivilDay(parsing: cell)))
                case "amount", "cost":
                    cell.isEmpty
                        ? .empty
                        : .number(
                            try FixedDecimal(minorUnits: try #require(Int64(cell.replacing(".", with: ""))), places: 2))
                default: .text(cell)
                }
            }
        }
        let sheet = try Sheet(
            name: "Sales", columns: zip(titles, kinds).map { Sheet.Column(title: $0, kind: $1) }, rows: names + cells)
        let other = try Sheet(name: "Notes", columns: [Sheet.Column(title: "note", kind: .text)], rows: [[.text("x")]])
        try SheetXLSX.write([other, sheet], to: path)
    }

    @Test(
        "the same figures as from CSV, with and without a title above the names of the columns",
        arguments: [false, true])
    func sameFigures(titled: Bool) throws {
        let plain = try Command()
        defer { plain.remove() }
        let expected = try plain.run("run acme --period 2026-01 --format csv").output
        let stimul = try company(titled: titled)
        defer { stimul.remove() }
        try stimul.write("tables: {sale.xlsx: {sheet: Sales}}\n", to: "acme/tables.yaml")
        let run = try stimul.run("run acme --period 2026-01 --format csv")
        #expect(run.output == expected, "\(run.errors)")
        let explained = try stimul.run("explain acme boris --period 2026-01 --component commission").output
        #expect(explained.contains("sale.xlsx:\(titled ? 5 : 4)"), "\(explained)")
    }

    @Test("a workbook of any name, by 'reads'; imported by its name")
    func named() throws {
        let stimul = try company("Продажи январь.xlsx")
        defer { stimul.remove() }
        try stimul.write(
            "tables: {Продажи январь.xlsx: {reads: sale, sheet: sales}}\n", to: "acme/tables.yaml")
        #expect(try stimul.run("check acme").code == 0)
        let imported = try stimul.run("import acme --by dina")
        #expect(imported.code == 0, "\(imported.errors)")
        let again = try stimul.run(words: ["import", "acme", "acme/Продажи январь.xlsx", "--by", "dina"])
        #expect(again.code == 0, "\(again.errors)")
    }

    @Test("a sheet that is not there, a damaged workbook: said with place and remedy, in both languages")
    func faults() throws {
        let stimul = try company()
        defer { stimul.remove() }
        try stimul.write("tables: {sale.xlsx: {sheet: Продажи}}\n", to: "acme/tables.yaml")
        let missing = try stimul.run("check acme --lang ru")
        #expect(missing.code == 1)
        #expect((missing.output + missing.errors).contains("Notes"), "\(missing.output)")
        try stimul.write("PK and nothing more", to: "acme/sale.xlsx")
        try stimul.write("tables: {}\n", to: "acme/tables.yaml")
        for language in ["en", "ru"] {
            let damaged = try stimul.run("check acme --lang \(language)")
            #expect(damaged.code == 1)
            #expect((damaged.output + damaged.errors).contains("sale.xlsx"), "\(damaged.output)")
        }
    }

    @Test("'sheet' of a table of text is refused")
    func sheetOfText() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try stimul.write("tables: {sale.csv: {sheet: Sales}}\n", to: "acme/tables.yaml")
        let check = try stimul.run("check acme")
        #expect(check.code == 1)
        #expect(
            (check.output + check.errors).contains("only workbooks (xlsx, xlsm, ods, xls) have sheets"),
            "\(check.output)")
    }
}
