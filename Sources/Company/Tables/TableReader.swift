public import Formulas

/// A table and what was found while reading it.
public struct TableReading: Sendable {
    /// The table; it has no rows when the file as such could not be read.
    public var table: ColumnTable
    /// Faults and warnings in the order of the file.
    public var diagnostics: [Diagnostic]

    /// Makes a reading.
    public init(table: ColumnTable, diagnostics: [Diagnostic]) {
        self.table = table
        self.diagnostics = diagnostics
    }
}

/// Reads CSV tables into typed columns.
///
///     let reading = TableReader.read(file, schema: schema, format: TableFormat())
///     reading.table.columns["amount"]      // .decimal(DecimalColumn(values: [125050], scale: 2))
///
/// A row with any fault is set aside as a whole and every fault in it is reported with its place; no file, whatever it
/// holds, stops the program.
public enum TableReader {
    /// Reads a table. After `faultLimit` faults further ones are only counted. A large table is divided among threads, which
    /// changes nothing in what is read.
    public static func read(
        _ file: SourceFile, schema: TableSchema, format: TableFormat = TableFormat(), faultLimit: Int = 20,
        division: Division = Division()
    ) -> TableReading {
        do {
            return try readOrThrow(file, schema, format, faultLimit, division)
        } catch {
            return TableReading(table: emptyTable(file, schema), diagnostics: error.diagnostics)
        }
    }

    /// Why no row of a file can be read.
    private struct Unreadable: Error {
        var diagnostics: [Diagnostic]
    }

    private static func readOrThrow(
        _ file: SourceFile, _ schema: TableSchema, _ format: TableFormat, _ faultLimit: Int, _ division: Division
    ) throws(Unreadable) -> TableReading {
        let messages = TableMessages(file: file.path)
        let source: SourceText
        do { source = try SourceText(file, encoding: format.encoding) } catch {
            throw Unreadable(diagnostics: [error])
        }
        let first = try firstRow(of: source, file, format)
        guard let first else {
            let empty = messages.emptyFile(schema, hasHeader: format.hasHeader)
            throw Unreadable(diagnostics: [empty])
        }
        let match = HeaderMatch(schema, format, first, source.bytes, messages)
        guard match.isReadable else { throw Unreadable(diagnostics: match.diagnostics) }

        let rows = TableRows(match.plan, format, file: file.path, faultLimit: faultLimit, division: division)
        let reading = rows.read(source.bytes, from: first, hasHeader: format.hasHeader)
        return TableReading(table: reading.table, diagnostics: match.diagnostics + reading.diagnostics)
    }

    private static func firstRow(
        of source: SourceText, _ file: SourceFile, _ format: TableFormat
    ) throws(Unreadable) -> FirstRow? {
        let row: FirstRow?
        do {
            row = try FirstRow(source.bytes, from: source.start, delimiter: format.delimiter)
        } catch {
            throw Unreadable(diagnostics: [FaultReport.diagnostic(ofFirstRow: error, file.path, source)])
        }
        if let row, let byte = source.bytes[row.bytes].first(where: { $0 < 0x20 && !$0.isTextControl }) {
            throw Unreadable(diagnostics: [SourceMessages(file: file).controlCharacter(byte)])
        }
        return row
    }

    private static func emptyTable(_ file: SourceFile, _ schema: TableSchema) -> ColumnTable {
        let columns = schema.columns.map { ($0.name, FilledColumn.empty($0.type, rows: 0)) }
        return ColumnTable(
            rowCount: 0, file: file.path, lineNumbers: [],
            columns: Dictionary(columns, uniquingKeysWith: { first, _ in first }), rejectedRows: 0, totalRows: 0)
    }
}

extension UInt8 {
    /// Whether a byte below the space is usual in tables.
    var isTextControl: Bool { self == .tab || self == .lineFeed || self == .carriageReturn }
}
