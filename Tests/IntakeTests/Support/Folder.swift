import Company
import Foundation
import Intake
import Messages
import Quantities
import Reports

/// A company folder of tests: a small company of roubles, and tables as somebody has them.
struct Folder {
    /// The texts and tables, by path.
    var files: [String: [UInt8]] = [
        "company.yaml": Array(Self.company.utf8),
        "people.csv": Array("id,name\nanna,Анна Орлова\nboris,Борис Котов\nvera,Вера Лисина\n".utf8),
        "units.csv": Array("id,title\nnorth,Север\n".utf8),
        "assignments.csv": Array(
            "person,position,unit,from\nanna,kam,north,2026-01-01\nboris,kam,north,2026-01-01\n".utf8),
    ]

    private static let company = """
        company: {name: Test, currency: RUB}
        records: {client: {fields: {segment: text?}}}
        positions: {kam: {title: Manager}}
        events:
          sale:
            fields: {date: day, seller: person, client: text?, amount: money, paid_on: day?, urgent: flag?, share: percent?}
            credit: split(sale_share, sale.seller)
          receipt: {fields: {date: day, seller: person, amount: money(currency), currency: text}, credit: receipt.seller}
        splits: {sale_share: {of: sale}}
        metrics:
          sales: {unit: RUB, value: sum(sale.amount)}
          loyalty: {unit: percent, value: entered}
        plans:
          kam: {for: {position: kam}, period: month, components: {commission: {commission: sales, rate: 10%}}}
        """

    /// Puts a file into the folder.
    func with(_ path: String, _ text: String, encoding: String.Encoding = .utf8) -> Folder {
        var folder = self
        folder.files[path] = Array(text.data(using: encoding) ?? Data())
        return folder
    }

    /// Puts what is said of one table into the folder.
    func saying(_ line: String) -> Folder { with("tables.yaml", "tables:\n  \(line)\n") }

    /// The files as a reader of the folder gives them.
    func sources(_ cleaner: (String) -> any TableCleaner = { FileCleaner(path: $0) }) -> [SourceFile] {
        files.sorted { $0.key < $1.key }.map { path, bytes in
            var file = SourceFile(path: path, bytes: bytes)
            file.cleaner = cleaner(path)
            return file
        }
    }

    /// What is said of the company when it is read.
    func said(_ language: Language = .en) -> String {
        CompanyReader.read(sources()).diagnostics.filter { $0.severity != .warning }
            .map { $0.rendered(in: language) }.joined(separator: "\n")
    }

    /// The rows of a kind as they would be kept: cells with a bar between them, empty ones at the end left out.
    func rows(_ kind: String, _ fields: [String] = []) -> [String] {
        let (tables, _, _) = CompanyReader.plainTables(in: sources())
        guard let table = tables.first(where: { $0.kind == kind }) else { return [] }
        let places = fields.isEmpty ? Array(table.columns.indices) : fields.compactMap(table.columns.firstIndex(of:))
        return table.rows.map { row in places.map { row.cells[$0] }.joined(separator: "|") }
    }

    /// The line that is proposed for a table; `nil` when none is.
    func line(for table: String) -> String? {
        let starts = ["say so under 'tables:': ", "the place of its entry under 'tables:': "]
        return CompanyReader.read(sources()).diagnostics.compactMap(\.remedy?.en).compactMap { remedy in
            starts.compactMap { start in
                remedy.range(of: start).map { String(remedy[$0.upperBound...]) }
            }.first
        }.first { $0.hasPrefix(table) || $0.hasPrefix("\"\(table)") }
    }
}
