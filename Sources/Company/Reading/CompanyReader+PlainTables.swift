internal import Formulas
public import Messages

/// Tables between files and where rows are kept: out of a company's files, and back into a company.
extension CompanyReader {
    /// The tables of a company's files as they are kept, with the faults of single cells and rows.
    ///
    /// Only the cells are judged here. Whether a row fits the others is seen when they are read together; see
    /// ``read(text:tables:)``.
    ///
    /// - Returns: The tables, by kind; what is wrong with the files, those among them that nothing reads; how many rows were set
    ///   aside for it, by kind.
    public static func plainTables(
        in files: [SourceFile]
    ) -> (tables: [PlainTable], diagnostics: [Diagnostic], rejected: [String: Int]) {
        let incoming = incomingTables(in: files)
        return (incoming.tables.map(\.plain), incoming.diagnostics, incoming.rejected)
    }

    /// What came of reading tables that are to be kept.
    public struct Incoming: Sendable {
        /// The tables, by kind.
        public var tables: [IncomingTable]
        /// What is wrong with the files, those among them that nothing reads.
        public var diagnostics: [Diagnostic]
        /// How many rows were set aside for it, by kind.
        public var rejected: [String: Int]
        /// Whether the files make a company by themselves, without a fault.
        public var isWhole: Bool
        /// The company that the files make by themselves, where its large tables are those that its kept rows give: each out of one
        /// file, row by row; only where it is asked for.
        public var company: CompanyModel?
        /// The files whose rows have their numbers as ids (`id: row`), with what they hold.
        public var rowNumbered: [String: String] = [:]
    }

    /// As ``plainTables(in:)``, with the tables in the columns they were read into.
    ///
    /// - Parameters:
    ///   - kinds: The tables that are asked for; all when `nil`. The others are not read.
    ///   - keepingCompany: Whether the company is asked for that all tables make.
    ///   - kept: Gives tables that are kept already, of the kinds that are asked for: cells may call a record by its name, and the
    ///     record need not come in beside them.
    public static func incomingTables(
        in files: [SourceFile], of kinds: Set<String>? = nil, keepingCompany: Bool = false,
        beside kept: ((Set<String>) -> [PlainTable])? = nil
    ) -> Incoming {
        var request = ReadingRequest(files)
        request.tables.kept = kept
        request.tables.wanted = kinds
        return incoming(request, keepingCompany: kinds == nil && keepingCompany)
    }

    /// Rows as programs send them: under the company's own names of tables and fields, whatever `tables` says of files.
    ///
    /// - Parameters:
    ///   - folder: What stands before the name of a table where a row tells its place: `api/sale.csv:2`.
    ///   - text: The YAML files.
    public static func incomingRows(_ tables: [PlainTable], from folder: String, in text: [SourceFile]) -> Incoming {
        let files = tables.map { SourceFile(path: "\(folder)/\($0.kind).csv", bytes: TableText($0).bytes) }
        return incoming(
            ReadingRequest(text, [], beside: files, supposing: Scenario(), stored: nil), keepingCompany: false)
    }

    private static func incoming(_ asked: ReadingRequest, keepingCompany: Bool) -> Incoming {
        let shelf = TableShelf()
        var request = asked
        request.tables.shelf = shelf
        let reader = ReadCompany(request)
        // What can hardly be meant in a table is told where it comes in: kept rows have lost how they were written.
        let tables = Set((reader.tables.files.read.filter(\.isTable) + reader.tables.files.others).map(\.path))
        let unread = reader.findings.doubts.filter { $0.place.map { tables.contains($0.file) } ?? false }
        let isWhole = !reader.findings.hasErrors && shelf.rejected.isEmpty
        return Incoming(
            tables: shelf.tables.values.sorted { $0.kind < $1.kind },
            diagnostics: (shelf.diagnostics + unread).inReadingOrder(), rejected: shelf.rejected, isWhole: isWhole,
            company: isWhole && keepingCompany ? reader.model.asKept : nil,
            rowNumbered: reader.tables.rowNumbered)
    }

    /// A company out of its text and rows that were kept.
    ///
    /// - Parameters:
    ///   - text: The YAML files. What they say under `tables` about files is not asked.
    ///   - tables: The rows.
    ///   - scenario: What is supposed beside them.
    ///   - stored: The large tables, when they were read out of these rows before; `tables` need not hold them then. Nothing is
    ///     said again of what was found in them, and there is no company when they are not those of the text.
    /// - Returns: The company unless something is wrong; what was found, where possible with the place a row came from; the rows
    ///   that do not fit, by table and row.
    public static func read(
        text: [SourceFile], tables: [PlainTable], supposing scenario: Scenario = Scenario(),
        stored: StoredTables? = nil
    ) -> (model: CompanyModel?, diagnostics: [Diagnostic], faulty: Set<FaultyRow>) {
        let request = ReadingRequest(text, tables.map { TableText($0) }, supposing: scenario, stored: stored)
        let reader = ReadCompany(request)
        let numbers = Dictionary(uniqueKeysWithValues: tables.indices.map { (tables[$0].kind + ".csv", $0) })
        let faulty = reader.findings.faultyLines.compactMap { line -> FaultyRow? in
            guard let table = numbers[line.file], tables[table].rows.indices.contains(line.line - 2) else { return nil }
            return FaultyRow(kind: tables[table].kind, key: tables[table].rows[line.line - 2].key)
        }
        let diagnostics = reader.diagnostics.map { diagnostic -> Diagnostic in
            guard let place = diagnostic.place, let table = numbers[place.file] else { return diagnostic }
            return diagnostic.moved(to: tables[table].rows, line: place.line)
        }
        return (reader.modelOfKeptRows, diagnostics, Set(faulty))
    }

    /// The company alone, as ``read(text:tables:supposing:stored:)`` gives it.
    ///
    /// What is wrong where there is none is said by a reading that has the rows.
    public static func model(
        text: [SourceFile], tables: [TableText], stored: StoredTables? = nil
    ) -> CompanyModel? {
        ReadCompany(ReadingRequest(text, tables, supposing: Scenario(), stored: stored)).modelOfKeptRows
    }
}

/// A row that does not fit the others.
public struct FaultyRow: Hashable, Sendable {
    /// The table's kind.
    public var kind: String
    /// The row's key.
    public var key: String

    /// Names a row.
    public init(kind: String, key: String) {
        self.kind = kind
        self.key = key
    }
}

extension Diagnostic {
    /// The same at the place where a kept row came from.
    fileprivate func moved(to rows: [PlainRow], line: Int) -> Diagnostic {
        guard rows.indices.contains(line - 2), !rows[line - 2].place.isEmpty else { return self }
        var moved = self
        moved.place = Place(row: rows[line - 2].place)
        moved.place?.lineText = place?.lineText
        return moved
    }
}
