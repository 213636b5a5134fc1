internal import Formulas
internal import Messages
internal import Periods

/// How tables are read, and for whom.
struct TableOptions {
    /// How they are divided among threads.
    var division = Division()
    /// Gives tables that are kept elsewhere, of the kinds asked for.
    var kept: ((Set<String>) -> [PlainTable])?
    /// Takes the tables as they are read, when somebody wants to keep them.
    var shelf: TableShelf?
    /// The tables that are read; all when `nil`.
    var wanted: Set<String>?
    /// Whether the tables are kept rows: named by their kind, with the company's own field names.
    var arePlain = false
    /// The kept tables of which no row is left, nor a word about their columns.
    var bare: Set<String> = []
}

/// Gives the steps of reading a company their tables: the files that hold one, read as `tables:` says, with what a
/// scenario supposes of them.
///
/// What comes of each table is added to the ``TableLog``, what is wrong with it to the findings.
struct TableSource {
    /// The files, those of supposed rows among them.
    let files: CompanyFiles
    /// What `tables:` says of them.
    let entries: TableEntries
    let options: TableOptions
    /// What tables may hold.
    let names: Names
    let calendar: YearCalendar
    /// What a scenario supposes of rows.
    let supposed: SupposedRows
    /// The records by whose names cells may call them, as far as they are read.
    var known: KnownRecords
    let findings: Findings
    let log: TableLog

    /// Gives the tables of a company whose records are not read yet.
    init(
        _ files: CompanyFiles, _ entries: TableEntries, _ options: TableOptions, _ names: Names,
        _ calendar: YearCalendar, _ supposed: SupposedRows, _ findings: Findings
    ) {
        self.files = files.adding(supposed.files)
        self.entries = entries
        self.options = options
        self.names = names
        self.calendar = calendar
        self.supposed = supposed
        self.findings = findings
        known = KnownRecords(kept: KeptRecords(options.kept))
        log = TableLog(done: entries.misread)
    }

    /// The same tables for those who know other spellings of records.
    func knowing(_ aliases: Aliases) -> TableSource {
        var source = self
        source.known.aliases = aliases
        return source
    }

    /// The same tables for those who know the records.
    func knowing(_ records: Records) -> TableSource {
        var source = self
        source.known.tables = records.tables
        return source
    }

    /// The files that hold a table: those that say so, and the file of that name.
    func files(for table: String, kind: String) -> [(file: SourceFile, spec: TableSpec)] {
        files.read.compactMap { file in
            guard file.isTable || entries.specs[file.path] != nil else { return nil }
            let spec = entries.spec(of: file)
            let name = spec.reads ?? file.tableName
            guard name == table || name == kind else { return nil }
            log.note(file, holds: table)
            if let wanted = options.wanted, !wanted.contains(table) { return nil }
            return (file, spec)
        }
    }

    /// Reads one file with the columns of its kind, as the company's `tables` section says.
    func read(_ file: SourceFile, _ spec: TableSpec, _ columns: [TableSchema.Column]) -> ColumnTable {
        log.columns[file.path] = columns
        if !options.arePlain, let cleaner = file.cleaner, file.isSheet || !spec.declaration.isPlain {
            return readCleaned(file, by: cleaner, spec, columns)
        }
        if !spec.declaration.isPlain { reportUnclean(file, spec) }
        let named = self.columns(columns, spec)
        reportUnknownFields(file, spec, columns)
        findings.formats[file.path] = spec.format
        let schema = TableSchema(columns: named, ignoresUnknownColumns: options.arePlain || !spec.columns.isEmpty)
        var file = file
        if options.bare.contains(file.path) {
            file = SourceFile(path: file.path, bytes: PlainTable(kind: "", columns: columns.map(\.name)).bytes)
        }
        var reading = TableReader.read(file, schema: schema, format: spec.format, division: options.division)
        reading.diagnostics = advised(reading.diagnostics, file, spec, schema)
        return taken(reading, file, columns) { noteSetAside($0, schema, file, spec.format) }
    }

    /// Columns with where an entry says they stand.
    func columns(_ columns: [TableSchema.Column], _ spec: TableSpec) -> [TableSchema.Column] {
        columns.map { column in
            var column = column
            if let source = spec.columns[column.name] {
                column.source = source
            } else if !spec.format.hasHeader, let number = columns.firstIndex(where: { $0.name == column.name }) {
                // Without a header row and without a word about it, columns stand in the order of the reference.
                if spec.columns.isEmpty { column.source = .number(number + 1) } else { column.constant = "" }
            }
            if let constant = spec.constants[column.name] { column.constant = constant }
            return column
        }
    }

    /// What was read, with what was found in it and what is supposed of it.
    func taken(
        _ reading: TableReading, _ file: SourceFile, _ columns: [TableSchema.Column], _ note: (TableReading) -> Void
    ) -> ColumnTable {
        for diagnostic in reading.diagnostics { findings.add(diagnostic) }
        note(reading)
        let kind = log.kinds[file.path] ?? ""
        options.shelf?.put(reading, columns, kind: kind)
        var table = reading.table
        if !supposed.changes.isEmpty { suppose(&table, kind) }
        return table
    }

    func reportUnknownFields(_ file: SourceFile, _ spec: TableSpec, _ columns: [TableSchema.Column]) {
        for name in spec.columns.keys.sorted() where !columns.contains(where: { $0.name == name }) {
            findings.report(
                "unknown-name", at: spec.place,
                LocalizedText(
                    en: "'\(file.path)' has no field '\(name)'", ru: "у таблицы «\(file.path)» нет поля «\(name)»"),
                remedy: Suggestion.remedy(for: name, among: columns.map(\.name))
                    ?? LocalizedText(
                        en: "its fields are \(columns.map(\.name).joined(separator: ", "))",
                        ru: "её поля: \(columns.map(\.name).joined(separator: ", "))"))
        }
    }

    /// A row of a table; its text is looked up only when something is reported there.
    func place(_ file: SourceFile, line: Int32) -> Place {
        Place(file: file.path, line: Int(line))
    }
}

extension SourceFile {
    /// The file's name without folders and extension.
    var tableName: String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard isTable, let point = name.lastIndex(of: ".") else { return name }
        return String(name[..<point])
    }

    /// The bytes of a line, cut to 1,200; `nil` when there is no such line.
    func lineBytes(_ number: Int) -> [UInt8]? {
        guard let start = start(ofLine: number), start < content.count else { return nil }
        let bytes = content.excerpt(start..<start + 1_200)
        let from = start == 0 && bytes.starts(with: TableHead.byteOrderMark) ? 3 : 0
        return Array(bytes[from...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") })
    }

    /// Where a line begins; `nil` when there are fewer.
    private func start(ofLine number: Int) -> Int? {
        var linesBefore = number - 1
        var begin = 0
        var start = linesBefore > 0 ? nil : 0
        content.forEachBlock { block in
            var position = 0
            while linesBefore > 0, let end = ByteWords.first(.lineFeed, in: block.span, from: position) {
                position = end + 1
                linesBefore -= 1
                if linesBefore == 0 { start = begin + position }
            }
            begin += block.count
            return start == nil
        }
        return start
    }
}
