internal import Formulas
internal import Messages

/// The records of a company, and what is said of them beside their fields.
struct Records {
    /// The records by kind; every kind has a table.
    fileprivate(set) var tables: [String: RecordTable] = [:]
    /// The unit above each unit, as written.
    fileprivate(set) var unitParents: [String: (parent: String, place: Place)] = [:]
    /// The positions that no plan is meant to pay.
    fileprivate(set) var unpaidPositions: Set<String> = []

    /// Reads the tables of records, and the positions and units of the text.
    init(_ documents: Documents, _ tables: TableSource, _ findings: Findings) {
        var reader = RecordsReader(documents: documents, tables: tables, findings: findings, read: Records())
        reader.readAll()
        self = reader.read
    }

    /// Has no kinds.
    init() {}
}

/// Reads records in two rounds: first who there is, then what their fields say, which may name any of them.
private struct RecordsReader {
    let documents: Documents
    var tables: TableSource
    let findings: Findings
    var read: Records

    /// A table whose identifiers are known and whose other cells are not looked at yet.
    private struct Pending {
        let file: SourceFile
        let table: ColumnTable
        /// How many records its kind had before.
        let before: Int
    }

    mutating func readAll() {
        let kinds = tables.names.recordKinds
        for (name, kind) in kinds { read.tables[name] = RecordTable(kind: kind) }
        readYAMLRecords(.positions, BuiltInKind.position)
        readYAMLRecords(.units, BuiltInKind.unit)
        let order = kinds.named
        var pending: [String: [Pending]] = [:]
        for kind in order { pending[kind.name] = readIdentifiers(kind) }
        tables.known.tables = read.tables
        let finder = RecordFinder(tables)
        for kind in order { readFields(kind, pending[kind.name] ?? [], finder) }
    }

    // MARK: In YAML

    /// Positions and units may be written in YAML: `kam: {title: …}`.
    private mutating func readYAMLRecords(_ section: Documents.Section, _ kind: String) {
        for definition in documents.definitions(section, findings) {
            var title = LocalizedText(definition.name)
            if definition.value.pairs != nil, let fields = Fields(definition.value, findings) {
                if let text = fields.take("title").flatMap({ findings.localized($0) }) { title = text }
                if section == .units, let parent = fields.take("parent").flatMap({ findings.text($0) }) {
                    read.unitParents[definition.name] = (parent, definition.value.place)
                }
                if section == .positions, let plan = fields.take("plan") { readUnpaid(definition.name, plan) }
                fields.finish()
            } else if let text = definition.value.text {
                title = LocalizedText(text)
            }
            add(definition.name, title, to: kind, at: definition.key.place)
        }
    }

    /// `plan: none` says that no plan pays those who hold the position, so that nobody wonders.
    private mutating func readUnpaid(_ position: String, _ entry: YAMLEntry) {
        guard entry.text == "none" else {
            findings.expected(
                LocalizedText(en: "'none'", ru: "«none»"), at: entry,
                remedy: LocalizedText(
                    en: "leave it out where a plan pays; the plan says whom it is 'for'",
                    ru: "там, где план платит, ключ не нужен: план сам говорит, для кого он («for»)"))
            return
        }
        read.unpaidPositions.insert(position)
    }

    private mutating func add(_ id: String, _ title: LocalizedText, to kind: String, at place: Place) {
        guard var table = read.tables[kind] else { return }
        read.tables[kind] = nil
        if !table.add(id, title: title, at: place) {
            let first = table.number(of: id).map { table.places[Int($0)].address } ?? ""
            findings.report(
                "duplicate-id", at: place,
                LocalizedText(en: "'\(id)' is there already, at \(first)", ru: "«\(id)» уже есть: \(first)"),
                remedy: LocalizedText(
                    en: "every \(kind) needs an id of its own", ru: "у каждой записи должен быть свой id"))
        }
        read.tables[kind] = table
    }

    // MARK: Tables

    private mutating func readIdentifiers(_ kind: RecordKind) -> [Pending] {
        var pending: [Pending] = []
        for (file, spec) in tables.files(for: BuiltInKind.tableName(of: kind.name), kind: kind.name) {
            tables.known.tables = read.tables
            let table = tables.read(file, spec, kind.tableColumns)
            guard let before = addIdentifiers(table, file, kind) else { continue }
            pending.append(Pending(file: file, table: table, before: before))
        }
        return pending
    }

    /// Adds the records of a table; how many of the kind there were before, or `nil` when it has no identifiers.
    private mutating func addIdentifiers(_ table: ColumnTable, _ file: SourceFile, _ kind: RecordKind) -> Int? {
        guard case .key(let ids)? = table.columns["id"], var records = read.tables.removeValue(forKey: kind.name) else {
            return nil
        }
        let before = records.count
        for row in 0..<table.rowCount {
            let place = Place(file: file.path, line: Int(table.lineNumbers[row]))
            if !records.add(ids[row], title: Self.title(table, row) ?? LocalizedText(ids[row]), at: place) {
                reportRepeated(ids[row], kind, records, place)
            }
            if kind.name == BuiltInKind.unit, let parent = table.text("parent", row) {
                read.unitParents[ids[row]] = (parent, place)
            }
        }
        read.tables[kind.name] = records
        return before
    }

    private func reportRepeated(_ id: String, _ kind: RecordKind, _ records: RecordTable, _ place: Place) {
        findings.report(
            "duplicate-id", at: place,
            records.number(of: id).map { records.places[Int($0)].address }.map { first in
                LocalizedText(en: "'\(id)' is there already, at \(first)", ru: "«\(id)» уже есть: \(first)")
            } ?? LocalizedText(en: "'\(id)' is there already", ru: "«\(id)» уже есть"),
            remedy: LocalizedText(
                en: "every \(kind.name) needs an id of its own", ru: "у каждой записи должен быть свой id"))
    }

    private mutating func readFields(_ kind: RecordKind, _ pending: [Pending], _ finder: RecordFinder) {
        guard !pending.isEmpty, var records = read.tables.removeValue(forKey: kind.name) else { return }
        var columns = kind.fields.map { EventColumn.empty(for: $0.type) }
        for part in pending {
            for (index, field) in kind.fields.enumerated() {
                columns[index].pad(to: part.before, field.type)
                finder.append(
                    part.table, field, part.file, to: &columns[index],
                    as: kind.name == BuiltInKind.person ? .level : .figure)
            }
        }
        records.columns = columns
        read.tables[kind.name] = records
    }

    private static func title(_ table: ColumnTable, _ row: Int) -> LocalizedText? {
        let either = table.text("title", row) ?? table.text("name", row)
        let en = table.text("title_en", row) ?? either ?? table.text("title_ru", row)
        let ru = table.text("title_ru", row) ?? either ?? table.text("title_en", row)
        guard let en, let ru else { return nil }
        return LocalizedText(en: EnglishText(en), ru: RussianText(ru))
    }
}

extension [String: RecordKind] {
    /// The kinds by their names, those first that fields of others name: cells of these may call them by a name.
    ///
    /// Each kind waits for those that its fields name; of kinds that name each other the one comes first whose turn it is.
    fileprivate var named: [RecordKind] {
        var ordered: [RecordKind] = []
        var seen: Set<String> = []
        for name in keys.sorted() where seen.insert(name).inserted {
            // A chain of kinds may be as long as a text: it is walked along, not called into.
            var waiting = self[name].map { [(kind: $0, field: 0)] } ?? []
            while let (kind, field) = waiting.last {
                guard field < kind.fields.count else {
                    ordered.append(kind)
                    waiting.removeLast()
                    continue
                }
                waiting[waiting.count - 1].field += 1
                guard case .record(let other) = kind.fields[field].type, let next = self[other],
                    seen.insert(other).inserted
                else { continue }
                waiting.append((next, 0))
            }
        }
        return ordered
    }
}
