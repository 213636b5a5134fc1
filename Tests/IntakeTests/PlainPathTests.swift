import Company
import Messages
import Synchronization
import Testing

/// What this room reads by itself never goes through a cleaner.
@Suite("Plain tables are read as before")
struct PlainPathTests {
    /// Counts the tables it is asked for.
    private final class Counting: TableCleaner {
        let cleaned = Mutex<[String]>([])

        func clean(_ table: TableToClean) throws(TableObjections) -> CleanedTable {
            cleaned.withLock { $0.append(table.file.path) }
            throw TableObjections([])
        }

        func entry(for table: TableToClean, among kinds: [DeclaredKind]) -> ProposedEntry? { nil }
        func recall(_ file: SourceFile, among entries: [RememberedTable]) -> RememberedTable? { nil }
        func line(_ declaration: TableDeclaration, for path: String) -> String { "" }
    }

    private func cleaned(_ folder: Folder) -> [String] {
        let counting = Counting()
        _ = CompanyReader.read(folder.sources { _ in counting })
        return counting.cleaned.withLock { $0 }
    }

    @Test(
        "a table without an entry, or with one of plain keys",
        arguments: [
            nil, "reads: sale", "delimiter: \",\"", "decimal: \",\"", "encoding: utf-8", "encoding: windows-1251",
            "header: none", "columns: {amount: Сумма}", "columns: {amount: 4}", "constants: {client: x}",
        ])
    func plain(entry: String?) {
        var folder = Folder().with("sale.csv", "id,date,seller,amount\n1,2026-01-05,anna,10\n")
        if let entry { folder = folder.saying("sale.csv: {\(entry)}") }
        #expect(cleaned(folder) == [])
    }

    @Test(
        "a table with any other key",
        arguments: [
            "header: 1", "header: [1, 2]", "decimal: {amount: \",\"}", "dates: d/m/y", "dates: {date: d/m/y}",
            "time: drop", "zone: \"+03:00\"", "year: 2026", "empty: [x]", "totals: drop", "notes: drop", "id: row",
            "id: [date]", "wide: {columns: periods, key: date, value: amount}",
            "owners: {column: seller, separator: \";\"}", "names: [seller]", "columns: {amount: \"Сумма#2\"}",
            "fill: [seller]", "skip: {seller: [x]}",
            "encoding: windows-1252", "encoding: koi8-r", "encoding: utf-16le",
        ])
    func other(entry: String) {
        let folder = Folder().with("sale.csv", "id,date,seller,amount\n1,2026-01-05,anna,10\n")
            .saying("sale.csv: {\(entry)}")
        #expect(cleaned(folder) == ["sale.csv"])
    }

    @Test("a workbook, without a word about it")
    func workbook() {
        #expect(cleaned(Folder().with("sale.xlsx", "PK")) == ["sale.xlsx"])
    }
}
