import Company
import Foundation
internal import Messages
import Storage
import Synchronization

/// Reads a table, checks every cell of it and adds up every column, keeping nothing: what other engines call a scan.
struct Scan {
    private let path: String
    private let threads: Int
    private let schema: TableSchema

    /// Takes a file, a number of threads, and the columns as `name:type`, with `?` behind the type of one that may be empty.
    init?(_ arguments: some Sequence<String>) {
        let arguments = Array(arguments)
        guard arguments.count >= 3, let threads = Int(arguments[1]), threads > 0 else { return nil }
        let columns = arguments.dropFirst(2).compactMap { text -> TableSchema.Column? in
            let parts = text.split(separator: ":").map(String.init)
            guard parts.count == 2, let type = ColumnType(rawValue: parts[1].replacing("?", with: "")) else {
                return nil
            }
            return TableSchema.Column(parts[0], type, isOptional: parts[1].hasSuffix("?"))
        }
        guard columns.count == arguments.count - 2 else { return nil }
        path = arguments[0]
        self.threads = threads
        schema = TableSchema(columns: columns)
    }

    /// Prints rows, seconds and sums as one line of JSON; what is wrong with the table goes to the standard error.
    func run() throws {
        let rows = Mutex(0)
        let sums = Mutex([String: Int64]())
        let clock = ContinuousClock()
        let start = clock.now
        let found = TableReader.scan(
            SourceFile(path: (path as NSString).lastPathComponent, content: try FileBytes(of: path)), schema: schema,
            division: Division(threads: threads)
        ) { piece in
            let added = piece.columns.mapValues { Self.sum($0) }
            rows.withLock { $0 += piece.rowCount }
            sums.withLock { $0.merge(added) { $0 &+ $1 } }
        }
        let seconds = (clock.now - start) / .seconds(1)
        for diagnostic in found {
            FileHandle.standardError.write(Data((diagnostic.rendered(in: .en) + "\n").utf8))
        }
        let columns = sums.withLock { $0 }.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }
        print(
            "{\"engine\": \"stimul\", \"rows\": \(rows.withLock { $0 }), \"seconds\": \(seconds), "
                + "\"sums\": {\(columns.joined(separator: ", "))}}")
    }

    /// The sum of numbers, days and flags; of texts, which have none, that of their bytes or codes.
    private static func sum(_ column: ColumnData) -> Int64 {
        switch column {
        case .day(let days): days.reduce(0) { $1 == ColumnData.emptyDay ? $0 : $0 &+ Int64($1) }
        case .decimal(let numbers): numbers.values.reduce(0) { $1 == DecimalColumn.empty ? $0 : $0 &+ $1 }
        case .code(let codes): codes.codes.reduce(0) { $0 &+ Int64($1) }
        case .key(let keys): keys.bytes.reduce(0) { $0 &+ Int64($1) }
        case .flag(let flags): flags.reduce(0) { $0 &+ Int64($1) }
        }
    }
}
