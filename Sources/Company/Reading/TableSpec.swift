internal import Formulas

/// What a company says about one of its tables; see "Reading tables" in `Docs/company.md`.
struct TableSpec {
    var place: Place
    var reads: String?
    /// The sheet of a workbook; the first one that is not hidden when `nil`.
    var sheet: String?
    var format = TableFormat()
    var columns: [String: TableSchema.Source] = [:]
    var constants: [String: String] = [:]
}

extension CompanyReader {
    func readTableSpecs() {
        for definition in definitions(.tables) {
            guard let fields = Fields(definition.value, findings) else { continue }
            var spec = TableSpec(place: definition.key.place)
            spec.reads = fields.take("reads").flatMap { findings.text($0) }
            if let entry = fields.take("sheet") { spec.sheet = sheet(entry, of: definition.name) }
            if let entry = fields.take("delimiter"), let mark = mark(entry, allowed: [",", ";", "tab", "|"]) {
                spec.format.delimiter = mark
            }
            if let entry = fields.take("decimal"), let mark = mark(entry, allowed: [".", ","]) {
                spec.format.decimalMark = mark
            }
            if let entry = fields.take("encoding"), let encoding = findings.choice(entry, TableFormat.Encoding.self) {
                spec.format.encoding = encoding
            }
            if let entry = fields.take("header") {
                spec.format.hasHeader = entry.text != "none"
                if entry.text != "none" {
                    findings.expected(
                        LocalizedText(en: "'none'", ru: "«none»"), at: entry,
                        remedy: LocalizedText(
                            en: "leave 'header' out when the first row names the columns",
                            ru: "не пишите «header», если первая строка называет колонки"))
                }
            }
            // Whoever reads a workbook writes its sheet in the usual encoding.
            if SourceFile(path: definition.name, bytes: []).isSheet { spec.format.encoding = .utf8 }
            for (name, source) in texts(fields.take("columns")) {
                spec.columns[name] = Int(source).map { .number($0) } ?? .named(source)
            }
            for (name, text) in texts(fields.take("constants")) { spec.constants[name] = text }
            fields.finish()
            if let reads = spec.reads { checkReads(reads, definition) }
            tableSpecs[definition.name] = spec
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

    private func sheet(_ entry: Entry, of path: String) -> String? {
        if SourceFile(path: path, bytes: []).isSheet { return findings.text(entry) }
        findings.expected(
            LocalizedText(en: "no 'sheet' of a table of text", ru: "без «sheet» у текстовой таблицы"), at: entry,
            remedy: LocalizedText(
                en: "only workbooks (\(Self.workbookEndings.joined(separator: ", "))) have sheets",
                ru: "листы есть только у книг (\(Self.workbookEndings.joined(separator: ", ")))"))
        return nil
    }

    /// The pairs of `{field: text}`.
    private func texts(_ entry: Entry?) -> [(name: String, text: String)] {
        guard let entry else { return [] }
        guard let pairs = entry.pairs else {
            findings.expected(
                LocalizedText(en: "a mapping such as {amount: Sum}", ru: "список вида {amount: Sum}"), at: entry)
            return []
        }
        return pairs.compactMap { key, value in
            guard let name = findings.text(key), let text = findings.text(value) else { return nil }
            return (name, text)
        }
    }

    /// What a table can hold, by the words of `reads`.
    var tableNames: [String] {
        let declared = [Section.events, .splits, .records, .rateTables].flatMap { sections[$0] ?? [] }.map(\.name)
        let kinds = Set(BuiltInKind.all + declared).subtracting([names.assignmentKind.name])
        return
            (Array(kinds)
            + ["assignments", "teams", "targets", "entered", "goals", "spot", Self.exchangeRatesTable]).sorted()
    }

    private func checkReads(_ reads: String, _ definition: Definition) {
        let known = tableNames
        let files = known.map { BuiltInKind.tableName(of: $0) } + ["assignment", "team", "target"]
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

    private func mark(_ entry: Entry, allowed: [String]) -> UInt8? {
        if let text = entry.text, allowed.contains(text) {
            return text == "tab" ? UInt8(ascii: "\t") : text.utf8.first
        }
        findings.expected(
            LocalizedText(
                en: "one of \(allowed.map { "'\($0)'" }.joined(separator: " "))",
                ru: "одно из \(allowed.map { "«\($0)»" }.joined(separator: " "))"),
            at: entry)
        return nil
    }

    /// The files that hold a table: those that say so, and the file of that name.
    func files(for table: String, kind: String) -> [(file: SourceFile, spec: TableSpec)] {
        files.compactMap { file in
            guard file.isTable || tableSpecs[file.path] != nil else { return nil }
            let spec = tableSpecs[file.path] ?? TableSpec(place: Place(file: file.path))
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
        let named = columns.map { column in
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
        findings.formats[file.path] = spec.format
        let schema = TableSchema(columns: named, ignoresUnknownColumns: readsPlainTables || !spec.columns.isEmpty)
        var file = file
        if bareTables.contains(file.path) {
            file = SourceFile(path: file.path, bytes: PlainTable(kind: "", columns: columns.map(\.name)).bytes)
        }
        var reading = TableReader.read(file, schema: schema, format: spec.format, division: division)
        reading.diagnostics = advised(reading.diagnostics, file, spec, schema)
        for diagnostic in reading.diagnostics { findings.add(diagnostic) }
        noteSetAside(reading, schema, file, spec.format)
        shelf?.put(reading, columns, kind: tableKinds[file.path] ?? "")
        var table = reading.table
        if !supposedChanges.isEmpty { suppose(&table, tableKinds[file.path] ?? "") }
        return table
    }

    func reportUnreadTables() {
        for file in files where file.isTable && !readPaths.contains(file.path) {
            let known = tableNames
            let list = known.joined(separator: ", ")
            let near = Suggestion.nearest(to: file.tableName, among: known)
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
