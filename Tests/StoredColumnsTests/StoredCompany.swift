import Calculation
import Company
import Foundation
import Periods
import Samples
import Testing

@testable import Storage
@testable import StoredColumns

/// A company in a folder of its own, removed with it, with the columns that are stored there.
final class StoredCompany: Sendable {
    let folder: String
    let cache: ColumnCache

    init(_ files: [SourceFile], program: String = "test") throws {
        folder =
            FileManager.default.temporaryDirectory
            .appendingPathComponent("stimul-columns-\(UUID().uuidString)").path
        cache = ColumnCache(of: folder, program: program)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for file in files { try write(file.bytes, to: file.path) }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// A small one: two sellers, three sales of which one is shared, in two currencies.
    static func small() throws -> StoredCompany {
        try StoredCompany(
            [
                ("company.yaml", yaml), ("people.csv", "id,name\nanna,Anna\nboris,Boris\n"),
                (
                    "assignments.csv",
                    "person,position,unit,from\nanna,seller,north,2026-01-01\nboris,seller,north,2026-01-01\n"
                ),
                (
                    "sale.csv",
                    """
                    id,date,seller,amount,money,kind
                    s1,2026-01-05,anna,1000.00,RUB,new
                    s2,2026-01-20,boris,10.00,USD,old
                    s3,2026-02-10,anna,300.00,RUB,new

                    """
                ),
                ("share.csv", "sale,person,share\ns3,anna,0.4\ns3,boris,0.6\n"),
                ("exchange_rates.csv", "currency,from,rate\nUSD,2026-01-01,90\n"),
                ("bonus_rates.csv", "kind,rate\nnew,5%\nold,1%\n"),
            ].map { SourceFile(path: $0.0, bytes: Array($0.1.utf8)) })
    }

    private static let yaml = """
        company: {name: Small, currency: RUB}
        positions: {seller: {title: Seller}}
        units: {north: {title: North}}
        events:
          sale:
            fields: {date: day, seller: person, amount: money(money), money: text, kind: text}
            credit: split(share, sale.seller)
        splits: {share: {of: sale}}
        rate_tables: {bonus_rates: {by: {kind: sale.kind}, rate: percent}}
        metrics:
          sales: {unit: RUB, value: sum(sale.amount)}
        plans:
          seller:
            for: {position: seller}
            period: month
            components:
              commission: {commission: sales, rates: bonus_rates}

        """

    /// The example of a whole company: every kind of table there is.
    static func alfa() throws -> StoredCompany {
        let source = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../Examples/alfa")
            .standardizedFileURL
        let names = try FileManager.default.contentsOfDirectory(atPath: source.path).filter {
            $0.hasSuffix(".yaml") || $0.hasSuffix(".csv")
        }
        return try StoredCompany(
            names.map { name in
                SourceFile(path: name, bytes: [UInt8](try Data(contentsOf: source.appendingPathComponent(name))))
            })
    }

    /// A random one.
    static func random(seed: UInt64) throws -> StoredCompany {
        var files: [String: [UInt8]] = [:]
        LoadCompany(sales: 400, people: 12, months: 4, groups: 5, seed: seed).write { path, chunk in
            files[path, default: []] += chunk
        }
        return try StoredCompany(files.map { SourceFile(path: $0.key, bytes: $0.value) })
    }

    // MARK: Files

    func full(_ path: String) -> String { folder + "/" + path }

    func write(_ bytes: [UInt8], to path: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: full(path)))
    }

    func replace(_ text: String, with other: String, in path: String) throws {
        let old = try String(contentsOfFile: full(path), encoding: .utf8)
        try #require(old.contains(text))
        try write(Array(old.replacingOccurrences(of: text, with: other).utf8), to: path)
    }

    var paths: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }.sorted()
        }
    }

    func files(without empty: Set<String> = []) throws -> [SourceFile] {
        try paths.map { path in
            let bytes =
                empty.contains(path) ? [] : [UInt8](try Data(contentsOf: URL(fileURLWithPath: full(path))))
            return SourceFile(path: path, bytes: bytes)
        }
    }

    // MARK: Columns

    /// Reads the files.
    func read() throws -> CompanyModel {
        try #require(CompanyReader.read(files()).model)
    }

    /// Reads the files and stores their columns, as if reading had begun some time ago.
    @discardableResult
    func store(readAt moment: Date = Date() + 60, now: Date = Date()) throws -> CompanyModel {
        let states = try paths.map { try FileState(of: full($0)) }
        let files = try files()
        let reading = CompanyReader.reading(files)
        let model = try #require(reading.model)
        let inputs = zip(files, states).map { file, state in
            var input = InputFile(path: file.path, state: state, bytes: file.bytes)
            input.isStored = reading.storedFiles.contains(file.path)
            return input
        }
        try cache.store(model, LineEngine.tables(of: model), inputs: inputs, readAt: moment, now: now)
        return model
    }

    /// The company of the stored columns: what the files of events hold is not looked at.
    func open() async throws -> (model: CompanyModel, tables: [LineTable], columns: CompanyColumns) {
        let columns = try cache.open()
        let files = try files(without: columns.storedFiles)
        try cache.check(columns, against: files)
        let model = try #require(CompanyReader.reading(files, stored: columns.stored).model)
        return (model, try await columns.lines(threads: 2), columns)
    }
}

extension CompanyModel {
    /// All there is to know of its events and shares.
    var writtenOut: String {
        let tables = events.map { table in
            let columns = table.columns.indices.map {
                "\(table.columns[$0]) \(String(describing: table.columns.days(of: $0)))"
            }
            let rows = (0..<table.rowCount).map { row in
                let converted = table.conversions.sorted { $0.key < $1.key }.map {
                    "\($0.key) \(String(describing: $0.value.conversion(of: row)))"
                }
                return "\(table.keys[row]) \(String(describing: table.origin(of: row))) \(converted)"
            }
            return columns.joined(separator: "\n") + rows.joined(separator: "\n")
        }
        return tables.joined(separator: "\n")
            + splits.map {
                "\(String(describing: $0.rowCount)) \($0.offsets) \($0.persons) \($0.shares)"
            }.joined(separator: "\n")
    }

    /// What its plans pay.
    func lines(_ source: any AggregateSource) -> [AwardLine] {
        let run = Run(self, source)
        return run.tasks(in: .always).flatMap { run.lines($0) }
    }
}

extension LineTable {
    /// All there is to know of it.
    var writtenOut: String {
        let rest = [offsets.array.description, rows.array.description, days.array.description]
        let columns = columns.map { source, column in
            "\(source) \(column.scale) \(column.values.range) \(column.values.mayBeEmpty) "
                + "\((0..<column.values.count).map { column.values[$0] })"
        }
        return "\(key) \(rest) \(String(describing: shares?.array)) \(columns.sorted())"
    }
}
