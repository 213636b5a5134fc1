internal import Formulas
internal import Messages

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

/// What the section `tables` says of all tables and of each one.
struct TableEntries {
    /// What is said of every table that does not say otherwise stands under this name.
    static let allTables = "default"

    /// What is said of all tables.
    private(set) var usual = TableDeclaration()
    /// What is said of each table, by its path.
    private(set) var specs: [String: TableSpec] = [:]
    /// The tables of which is said that they hold what no table holds: no more is said of them.
    private(set) var misread: Set<String> = []

    /// Says nothing.
    init() {}

    /// Reads the section; what it says of files that are not there is reported.
    init(_ documents: Documents, _ files: CompanyFiles, _ findings: Findings) {
        let definitions = documents.definitions(.tables, findings)
        for definition in definitions where definition.name == Self.allTables {
            guard let keys = TableKeys(definition.value, of: nil, findings) else { continue }
            usual = keys.declaration(over: TableDeclaration())
        }
        for definition in definitions where definition.name != Self.allTables {
            guard let keys = TableKeys(definition.value, of: definition.name, findings) else { continue }
            var spec = TableSpec(place: definition.key.place)
            spec.declaration = keys.declaration(over: usual(of: definition.name))
            if let reads = spec.reads { check(reads, of: definition, documents, findings) }
            specs[definition.name] = spec
            // It may be kept for the header it knows, or comes out of a database.
            if spec.declaration.fingerprint != nil || spec.declaration.query != nil { continue }
            if let other = files.others.first(where: { $0.path == definition.name }) {
                findings.report(
                    "no-such-table", at: definition.key.place, OtherFiles.notRead(other.path),
                    remedy: OtherFiles.saveAsCSV(other))
            } else if !files.read.contains(where: { $0.path == definition.name }) {
                findings.report(
                    "no-such-table", at: definition.key.place,
                    LocalizedText(
                        en: "there is no file '\(definition.name)' in the company folder",
                        ru: "в папке компании нет файла «\(definition.name)»"),
                    remedy: Suggestion.remedy(for: definition.name, among: files.read.map(\.path))
                        ?? LocalizedText(
                            en: "write its path inside the folder", ru: "пишите её путь внутри папки"))
            }
        }
    }

    /// What is said of a table that has no entry of its own, or by whose entry more is said.
    func usual(of path: String) -> TableDeclaration {
        var usual = self.usual
        // A workbook says itself how it is encoded.
        if SourceFile(path: path, bytes: []).isSheet { (usual.encoding, usual.delimiter) = (nil, nil) }
        return usual
    }

    /// What is said of a file.
    func spec(of file: SourceFile) -> TableSpec {
        specs[file.path]
            ?? TableSpec(
                place: Place(file: file.path), declaration: file.isOwn ? TableDeclaration() : usual(of: file.path))
    }

    private mutating func check(
        _ reads: String, of definition: Documents.Definition, _ documents: Documents, _ findings: Findings
    ) {
        let known = documents.tableNames
        let files = known.map { BuiltInKind.tableName(of: $0) } + ["assignment", "team", "target", "alias"]
        if (known + files).contains(reads) { return }
        misread.insert(definition.name)
        let list = known.joined(separator: ", ")
        let place = definition.value.pairs?.first { $0.key.text == "reads" }?.value.place
        findings.report(
            "unknown-name", at: place ?? definition.key.place,
            LocalizedText(en: "no table holds '\(reads)'", ru: "таблиц «\(reads)» не бывает"),
            remedy: Suggestion.remedy(for: reads, among: known)
                ?? LocalizedText(en: "a table holds one of \(list)", ru: "в таблице бывает одно из \(list)"))
    }
}

/// Files without an entry whose header an entry knows: next month's file.
extension TableEntries {
    /// Reads the section, and gives such files their entry.
    init(recalling documents: Documents, _ files: CompanyFiles, _ findings: Findings) {
        self.init(documents, files, findings)
        recall(files, documents, findings)
    }

    /// Gives them that entry, as they need it.
    private mutating func recall(_ files: CompanyFiles, _ documents: Documents, _ findings: Findings) {
        let entries = specs.filter { $0.value.declaration.fingerprint != nil }.sorted { $0.key < $1.key }
        guard !entries.isEmpty else { return }
        let remembered = entries.map { RememberedTable(name: $0.key, declaration: $0.value.declaration) }
        let names = documents.tableNames
        let known = Set(names + names.map { BuiltInKind.tableName(of: $0) })
        for file in files.read where file.isTable && specs[file.path] == nil {
            guard let found = file.cleaner?.recall(file, among: remembered), let spec = specs[found.name] else {
                continue
            }
            // A file that is named after something else is that.
            if known.contains(file.tableName), !Self.isNamed(file.tableName, found.declaration.reads) { continue }
            specs[file.path] = TableSpec(place: spec.place, declaration: found.declaration)
            findings.report(
                "recalled-table", at: Place(file: file.path),
                LocalizedText(
                    en: "its header is that of '\(found.name)', by whose entry it is read",
                    ru: "заголовок как у «\(found.name)», по этой записи файл и прочитан"), severity: .note)
        }
    }

    /// Whether a table of this name is what `reads` says.
    private static func isNamed(_ table: String, _ reads: String?) -> Bool {
        guard let reads else { return false }
        return table == reads || table == BuiltInKind.tableName(of: reads)
    }
}

extension Documents {
    /// What a table can hold, by the words of `reads`.
    var tableNames: [String] {
        let declared = [Section.events, .splits, .records, .rateTables].flatMap { self[$0] }.map(\.name)
        let kinds = Set(BuiltInKind.all + declared).subtracting([RecordKind.assignment])
        return
            (Array(kinds) + AwardTable.allCases.map(\.rawValue)
            + ["assignments", "teams", "targets", "entered", Aliases.table, ExchangeRatesReader.table])
            .sorted()
    }
}
