internal import Formulas
internal import Periods

/// The whole entry for a table that is not read as it stands, said once.
extension CompanyReader {
    /// The findings of a table; the first of them says the entry that mends it, with what is to be looked at behind them.
    ///
    /// - Parameter onlyEnough: Whether an entry with which the table is still not read is worth no word.
    /// - Returns: `nil` when there is no such entry.
    func proposing(
        _ cleaner: any TableCleaner, for table: TableToClean, _ found: [Diagnostic], onlyEnough: Bool = false
    ) -> [Diagnostic]? {
        guard let first = found.firstIndex(where: { $0.severity == .error }),
            let entry = proposal(cleaner, for: table, among: [table.kind]),
            entry.isEnough || !entry.doubts.isEmpty || !onlyEnough
        else { return nil }
        let path = table.file.path
        let paste = Self.paste(cleaner.line(entry.declaration, for: path), inPlace: tableSpecs[path] != nil)
        var advised = found
        if entry.isEnough {
            for place in advised.indices where advised[place].severity == .error { advised[place].remedy = nil }
            advised[first].remedy = paste
        } else {
            advised.append(
                Diagnostic(
                    .note, code: Diagnostic.tableEntry, at: Place(file: path),
                    LocalizedText(
                        en: "what can be seen of the table is not enough to read it",
                        ru: "того, что видно по самой таблице, для чтения мало"),
                    remedy: paste))
        }
        return advised + questions(entry, path)
    }

    /// The entry with which a table is read as a whole; `nil` when there is none, or it has been said.
    func entryRemedy(for file: SourceFile) -> LocalizedText? {
        guard !readsPlainTables, let cleaner = file.cleaner, let columns = readColumns[file.path] else { return nil }
        let kind = declaredKind(tableKinds[file.path] ?? "", columns)
        let spec = tableSpecs[file.path]?.declaration ?? usualDeclaration(of: file.path)
        let entry = proposal(cleaner, for: tableToClean(file, spec, kind), among: [kind])
        guard let entry, entry.isEnough else { return nil }
        return Self.paste(cleaner.line(entry.declaration, for: file.path), inPlace: tableSpecs[file.path] != nil)
    }

    /// An entry, once for each table.
    func proposal(
        _ cleaner: any TableCleaner, for table: TableToClean, among kinds: [DeclaredKind]
    ) -> ProposedEntry? {
        guard !proposedTables.contains(table.file.path), var entry = cleaner.entry(for: table, among: kinds) else {
            return nil
        }
        if entry.declaration.isPlain, !table.file.isSheet {
            guard let kind = kinds.first(where: { $0.name == entry.declaration.reads }) else { return nil }
            if !entry.isEnough || !readsPlainly(table.file, entry.declaration, kind) {
                entry.declaration.readOtherwise(entry.firstRow)
            }
        }
        proposedTables.insert(table.file.path)
        return entry
    }

    /// Whether a table is read by this room as an entry says.
    private func readsPlainly(_ file: SourceFile, _ declaration: TableDeclaration, _ kind: DeclaredKind) -> Bool {
        let spec = TableSpec(place: Place(file: file.path), declaration: declaration)
        let schema = TableSchema(columns: columns(kind.columns, spec), ignoresUnknownColumns: true)
        let reading = TableReader.read(file, schema: schema, format: spec.format, division: division)
        // A period is judged only once its row is: not by the cells alone.
        let periods = kind.fields.filter { $0.content == .period }.map { reading.table.columns[$0.name] }
        let arePeriods = periods.allSatisfy { column in
            guard case .code(let codes)? = column else { return true }
            return codes.dictionary.allSatisfy { calendar.parse($0) != nil }
        }
        return arePeriods && !reading.diagnostics.contains { $0.severity == .error }
    }

    /// What to look at before an entry is believed.
    func questions(_ entry: ProposedEntry, _ path: String) -> [Diagnostic] {
        (entry.doubts + entry.questions).map {
            Diagnostic(.note, code: Diagnostic.tableQuestion, at: Place(file: path), $0)
        }
    }

    static func paste(_ line: String, inPlace: Bool) -> LocalizedText {
        inPlace
            ? LocalizedText(
                en: "put this in the place of its entry under 'tables:': \(line)",
                ru: "поставьте это вместо её записи в «tables:»: \(line)")
            : LocalizedText(en: "say so under 'tables:': \(line)", ru: "укажите в «tables:»: \(line)")
    }

    /// A table with what is said of it.
    func tableToClean(_ file: SourceFile, _ declaration: TableDeclaration, _ kind: DeclaredKind) -> TableToClean {
        TableToClean(file: file, declaration: declaration, kind: kind) { self.known($0) }
    }

    // MARK: What a table may hold

    /// What a table that nothing reads may hold.
    var declaredKinds: [DeclaredKind] {
        let events = names.eventKinds.map { declaredKind($0.name, Self.columns(of: $0)) }
        let records = names.recordKinds.values.sorted { $0.name < $1.name }.map {
            declaredKind(BuiltInKind.tableName(of: $0.name), Self.columns(of: $0))
        }
        return events + records + [
            declaredKind("assignments", Self.assignmentColumns(names.assignmentKind)),
            declaredKind("targets", Self.valueColumns(entered: false)),
            declaredKind("entered", Self.valueColumns(entered: true)),
        ]
    }

    static func columns(of kind: EventKind) -> [TableSchema.Column] {
        [TableSchema.Column("id", .key)] + kind.ownFields.map(\.column)
    }

    static func columns(of kind: RecordKind) -> [TableSchema.Column] {
        let titles = ["title", "title_en", "title_ru", "name"].map { TableSchema.Column($0, .code, isOptional: true) }
        let parent = kind.name == BuiltInKind.unit ? [TableSchema.Column("parent", .code, isOptional: true)] : []
        return [TableSchema.Column("id", .key)] + titles + kind.fields.map(\.column) + parent
    }

    static func assignmentColumns(_ kind: RecordKind) -> [TableSchema.Column] {
        [
            TableSchema.Column("person", .code), TableSchema.Column("position", .code),
            TableSchema.Column("unit", .code), TableSchema.Column("manager", .code, isOptional: true),
            TableSchema.Column("from", .day), TableSchema.Column("until", .day, isOptional: true),
            TableSchema.Column("share", .percent, isOptional: true),
        ] + kind.fields.map(\.column)
    }

    static func valueColumns(entered isEntered: Bool) -> [TableSchema.Column] {
        let columns = [
            TableSchema.Column("metric", .code), TableSchema.Column("subject", .code, isOptional: true),
            TableSchema.Column("period", .code), TableSchema.Column("value", .percent),
        ]
        guard isEntered else { return columns }
        return columns + [
            TableSchema.Column("author", .code), TableSchema.Column("evidence", .code, isOptional: true),
            TableSchema.Column("date", .day, isOptional: true),
        ]
    }
}

extension TableDeclaration {
    /// Says something that is in the table anyway, so that it is not read as a plain one.
    fileprivate mutating func readOtherwise(_ firstRow: Int) {
        if header == .none { dropsNotes = true } else { header = .rows(firstRow...firstRow) }
    }
}
