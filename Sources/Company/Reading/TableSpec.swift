internal import Formulas

/// What a company says about one of its tables; see "Reading tables" in `Docs/company.md`.
struct TableSpec {
    var place: Place
    var declaration = TableDeclaration()
    var reads: String? { declaration.reads }
    var columns: [String: TableSchema.Source] { declaration.columns }
    var constants: [String: String] { declaration.constants }
    /// How it is written, as far as this room reads it.
    var format: TableFormat { declaration.format }
}

extension CompanyReader {
    /// What is said of every table that does not say otherwise stands under this name.
    static let allTables = "default"

    func readTableSpecs() {
        let definitions = definitions(.tables)
        for definition in definitions where definition.name == Self.allTables {
            guard let keys = TableKeys(definition.value, of: nil, findings) else { continue }
            usualDeclaration = keys.declaration(over: TableDeclaration())
        }
        for definition in definitions where definition.name != Self.allTables {
            guard let keys = TableKeys(definition.value, of: definition.name, findings) else { continue }
            var spec = TableSpec(place: definition.key.place)
            spec.declaration = keys.declaration(over: usualDeclaration(of: definition.name))
            if let reads = spec.reads { checkReads(reads, definition) }
            tableSpecs[definition.name] = spec
            // It may be kept for the header it knows, or comes out of a database.
            if spec.declaration.fingerprint != nil || spec.declaration.query != nil { continue }
            if let other = otherFiles.first(where: { $0.path == definition.name }) {
                findings.report(
                    "no-such-table", at: definition.key.place, Self.notRead(other.path), remedy: Self.saveAsCSV(other))
            } else if !files.contains(where: { $0.path == definition.name }) {
                findings.report(
                    "no-such-table", at: definition.key.place,
                    LocalizedText(
                        en: "there is no file '\(definition.name)' in the company folder",
                        ru: "в папке компании нет файла «\(definition.name)»"),
                    remedy: Suggestion.remedy(for: definition.name, among: files.map(\.path))
                        ?? LocalizedText(
                            en: "write its path inside the folder", ru: "пишите её путь внутри папки"))
            }
        }
    }

    /// What is said of a table that has no entry of its own, or by whose entry more is said.
    func usualDeclaration(of path: String) -> TableDeclaration {
        var usual = usualDeclaration
        // A workbook says itself how it is encoded.
        if SourceFile(path: path, bytes: []).isSheet { (usual.encoding, usual.delimiter) = (nil, nil) }
        return usual
    }

    /// What a table can hold, by the words of `reads`.
    var tableNames: [String] {
        let declared = [Section.events, .splits, .records, .rateTables].flatMap { sections[$0] ?? [] }.map(\.name)
        let kinds = Set(BuiltInKind.all + declared).subtracting([names.assignmentKind.name])
        return
            (Array(kinds) + AwardTable.allCases.map(\.rawValue)
            + ["assignments", "teams", "targets", "entered", Self.aliasTable, Self.exchangeRatesTable])
            .sorted()
    }

    private func checkReads(_ reads: String, _ definition: Definition) {
        let known = tableNames
        let files = known.map { BuiltInKind.tableName(of: $0) } + ["assignment", "team", "target", "alias"]
        if (known + files).contains(reads) { return }
        readPaths.insert(definition.name)
        let list = known.joined(separator: ", ")
        let place = definition.value.pairs?.first { $0.key.text == "reads" }?.value.place
        findings.report(
            "unknown-name", at: place ?? definition.key.place,
            LocalizedText(en: "no table holds '\(reads)'", ru: "таблиц «\(reads)» не бывает"),
            remedy: Suggestion.remedy(for: reads, among: known)
                ?? LocalizedText(en: "a table holds one of \(list)", ru: "в таблице бывает одно из \(list)"))
    }

    /// The files that hold a table: those that say so, and the file of that name.
    func files(for table: String, kind: String) -> [(file: SourceFile, spec: TableSpec)] {
        files.compactMap { file in
            guard file.isTable || tableSpecs[file.path] != nil else { return nil }
            let spec =
                tableSpecs[file.path]
                ?? TableSpec(
                    place: Place(file: file.path),
                    declaration: file.isOwn ? TableDeclaration() : usualDeclaration(of: file.path))
            let name = spec.reads ?? file.tableName
            guard name == table || name == kind else { return nil }
            readPaths.insert(file.path)
            tableKinds[file.path] = table
            if let wantedTables, !wantedTables.contains(table) { return nil }
            return (file, spec)
        }
    }

    /// Reads one file with the columns of its kind, as the company's `tables` section says.
    func read(_ file: SourceFile, _ spec: TableSpec, _ columns: [TableSchema.Column]) -> ColumnTable {
        readColumns[file.path] = columns
        if !readsPlainTables, let cleaner = file.cleaner, file.isSheet || !spec.declaration.isPlain {
            return readCleaned(file, by: cleaner, spec, columns)
        }
        if !spec.declaration.isPlain { reportUnclean(file, spec) }
        let named = self.columns(columns, spec)
        reportUnknownFields(file, spec, columns)
        findings.formats[file.path] = spec.format
        let schema = TableSchema(columns: named, ignoresUnknownColumns: readsPlainTables || !spec.columns.isEmpty)
        var file = file
        if bareTables.contains(file.path) {
            file = SourceFile(path: file.path, bytes: PlainTable(kind: "", columns: columns.map(\.name)).bytes)
        }
        var reading = TableReader.read(file, schema: schema, format: spec.format, division: division)
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
        let kind = tableKinds[file.path] ?? ""
        shelf?.put(reading, columns, kind: kind)
        var table = reading.table
        if !supposedChanges.isEmpty { suppose(&table, kind) }
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

    func reportUnreadTables() {
        for file in files where file.isTable && !readPaths.contains(file.path) {
            let known = tableNames
            let list = known.joined(separator: ", ")
            let near = Suggestion.nearest(to: file.tableName, among: known)
            if reportUnread(file) { continue }
            findings.doubt(
                "unread-table", at: Place(file: file.path),
                LocalizedText(en: "nothing reads this table", ru: "эту таблицу ничто не читает"),
                remedy: near.map { kind in
                    LocalizedText(
                        en: "does it hold '\(kind)'? Then say so: 'tables: {\(file.path): {reads: \(kind)}}'",
                        ru: "в ней «\(kind)»? Тогда скажите об этом: «tables: {\(file.path): {reads: \(kind)}}»")
                }
                    ?? LocalizedText(
                        en: "say what it holds: 'tables: {\(file.path): {reads: …}}', one of \(list)",
                        ru: "скажите, что в ней: «tables: {\(file.path): {reads: …}}», одно из \(list)"))
        }
    }

    /// Says the whole entry with which a table would be read that nothing reads; whether there is one.
    private func reportUnread(_ file: SourceFile) -> Bool {
        guard let cleaner = file.cleaner, !declaredKinds.isEmpty else { return false }
        let unknown = DeclaredKind(name: "", title: LocalizedText(""), fields: [], columns: [])
        let table = tableToClean(file, usualDeclaration(of: file.path), unknown)
        guard let entry = proposal(cleaner, for: table, among: declaredKinds), !entry.declaration.hasGaps else {
            return false
        }
        findings.doubt(
            "unread-table", at: Place(file: file.path),
            LocalizedText(en: "nothing reads this table", ru: "эту таблицу ничто не читает"),
            remedy: Self.paste(cleaner.line(entry.declaration, for: file.path), inPlace: false))
        for question in questions(entry, file.path) { findings.add(question) }
        return true
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
