internal import Formulas
public import Messages

/// A table and what was found while reading it.
public struct TableReading: Sendable {
    /// The table; it has no rows when the file as such could not be read.
    public var table: ColumnTable
    /// Faults and warnings in the order of the file.
    public var diagnostics: [Diagnostic]
    /// Whether letters and marks may stand apart in it that are one when composed.
    var mayChange = false

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
        let reading = readAsItIs(file, schema, format, faultLimit, division)
        guard reading.mayChange, let composed = file.composed else { return reading }
        return readAsItIs(composed, schema, format, faultLimit, division)
    }

    private static func readAsItIs(
        _ file: SourceFile, _ schema: TableSchema, _ format: TableFormat, _ faultLimit: Int, _ division: Division
    ) -> TableReading {
        do {
            return try Begun(file, schema, format).reading(faultLimit, division)
        } catch {
            return unread(file, schema, error.diagnostics)
        }
    }

    /// Reads a table whose columns nobody needs as a whole: its rows are handed over piece by piece, on several threads and in
    /// no order. Of the table nothing more is held than the pieces being read, and the different texts of its columns of codes.
    ///
    /// - Returns: What was found. With an error among it, the rows handed over are not to be used.
    public static func scan(
        _ file: SourceFile, schema: TableSchema, format: TableFormat = TableFormat(), faultLimit: Int = 20,
        division: Division = Division(), _ body: @escaping @Sendable (TablePiece) -> Void
    ) -> [Diagnostic] {
        do {
            let begun = try Begun(file, schema, format)
            return try begun.match.diagnostics + begun.rows(faultLimit, division).scan(body)
        } catch {
            return error.diagnostics
        }
    }

    /// What is left of a file of which no row is read.
    static func unread(_ file: SourceFile, _ schema: TableSchema, _ diagnostics: [Diagnostic]) -> TableReading {
        TableReading(table: emptyTable(file, schema), diagnostics: diagnostics)
    }

    /// Why no row of a file can be read.
    struct Unreadable: Error {
        var diagnostics: [Diagnostic]
    }

    /// A table of which the first row was read.
    private struct Begun {
        let file: SourceFile
        let format: TableFormat
        let head: TableHead
        let first: FirstRow
        let match: HeaderMatch

        init(_ file: SourceFile, _ schema: TableSchema, _ format: TableFormat) throws(Unreadable) {
            self.file = file
            self.format = format
            do {
                head = try TableHead(file, format)
            } catch {
                throw Unreadable(diagnostics: [TableMessages(file: file.path).unreadable(error)])
            }
            if let kind = FileKind(file.content.excerpt(0..<16)) {
                throw Unreadable(diagnostics: [SourceMessages(file: file).notText(kind)])
            }
            do throws(Unreadable) {
                first = try Self.firstRow(of: head, file, schema, format)
                match = HeaderMatch(schema, format, first, head.text, TableMessages(file: file.path))
                guard match.isReadable else { throw Unreadable(diagnostics: match.diagnostics) }
            } catch {
                // Bytes that are no text are the better reason.
                throw Self.fault(in: file, format.encoding) ?? error
            }
        }

        func rows(_ faultLimit: Int, _ division: Division) -> TableRows {
            TableRows(match.plan, format, file, head, first, faultLimit: faultLimit, division: division)
        }

        func reading(_ faultLimit: Int, _ division: Division) throws(Unreadable) -> TableReading {
            var reading = try rows(faultLimit, division).read()
            reading.diagnostics = match.diagnostics + reading.diagnostics
            return reading
        }

        private static func fault(in file: SourceFile, _ encoding: TableFormat.Encoding) -> Unreadable? {
            var check = SourceCheck(encoding)
            do {
                try check.take(file)
            } catch {
                return Unreadable(diagnostics: [TableMessages(file: file.path).unreadable(error)])
            }
            return check.fault(in: file).map { Unreadable(diagnostics: [$0]) }
        }

        private static func firstRow(
            of head: TableHead, _ file: SourceFile, _ schema: TableSchema, _ format: TableFormat
        ) throws(Unreadable) -> FirstRow {
            let row: FirstRow?
            do {
                row = try head.firstRow.get()
            } catch {
                throw Unreadable(diagnostics: [FaultReport.diagnostic(ofFirstRow: error, file.path, head)])
            }
            guard let row else {
                let messages = TableMessages(file: file.path)
                throw Unreadable(diagnostics: [messages.emptyFile(schema, hasHeader: format.hasHeader)])
            }
            if let byte = head.text[row.bytes].first(where: { $0 < 0x20 && !$0.isTextControl }) {
                throw Unreadable(diagnostics: [SourceMessages(file: file).controlCharacter(byte)])
            }
            return row
        }
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
