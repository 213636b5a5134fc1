internal import Formulas
internal import Messages
internal import Periods

/// The whole entry for a table that is not read as it stands, said once.
extension TableSource {
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
        let paste = TableEntry.paste(cleaner.line(entry.declaration, for: path), inPlace: entries.specs[path] != nil)
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
        guard !options.arePlain, let cleaner = file.cleaner, let columns = log.columns[file.path] else { return nil }
        let kind = declaredKind(log.kinds[file.path] ?? "", columns)
        let spec = entries.specs[file.path]?.declaration ?? entries.usual(of: file.path)
        let entry = proposal(cleaner, for: tableToClean(file, spec, kind), among: [kind])
        guard let entry, entry.isEnough else { return nil }
        return TableEntry.paste(
            cleaner.line(entry.declaration, for: file.path), inPlace: entries.specs[file.path] != nil)
    }

    /// The same for the file of a row.
    func entryRemedy(at place: Place) -> LocalizedText? {
        files.read.first { $0.path == place.file }.flatMap { entryRemedy(for: $0) }
    }

    /// An entry, once for each table.
    func proposal(
        _ cleaner: any TableCleaner, for table: TableToClean, among kinds: [DeclaredKind]
    ) -> ProposedEntry? {
        guard !log.proposed.contains(table.file.path), var entry = cleaner.entry(for: table, among: kinds) else {
            return nil
        }
        if entry.declaration.isPlain, !table.file.isSheet {
            guard let kind = kinds.first(where: { $0.name == entry.declaration.reads }) else { return nil }
            if !entry.isEnough || !readsPlainly(table.file, entry.declaration, kind) {
                entry.declaration.readOtherwise(entry.firstRow)
            }
        }
        log.proposed.insert(table.file.path)
        return entry
    }

    /// Whether a table is read by this room as an entry says.
    private func readsPlainly(_ file: SourceFile, _ declaration: TableDeclaration, _ kind: DeclaredKind) -> Bool {
        let spec = TableSpec(place: Place(file: file.path), declaration: declaration)
        let schema = TableSchema(columns: columns(kind.columns, spec), ignoresUnknownColumns: true)
        let reading = TableReader.read(file, schema: schema, format: spec.format, division: options.division)
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

    /// A table with what is said of it.
    func tableToClean(_ file: SourceFile, _ declaration: TableDeclaration, _ kind: DeclaredKind) -> TableToClean {
        TableToClean(file: file, declaration: declaration, kind: kind) { known.named($0) }
    }

    // MARK: What a table may hold

    /// What a table that nothing reads may hold.
    var declaredKinds: [DeclaredKind] {
        let events = names.eventKinds.map { declaredKind($0.name, $0.tableColumns) }
        let records = names.recordKinds.values.sorted { $0.name < $1.name }.map {
            declaredKind(BuiltInKind.tableName(of: $0.name), $0.tableColumns)
        }
        return events + records + [
            declaredKind("assignments", names.assignmentKind.assignmentColumns),
            declaredKind("targets", RecordedValues.tableColumns(entered: false)),
            declaredKind("entered", RecordedValues.tableColumns(entered: true)),
        ]
    }
}

extension TableDeclaration {
    /// Says something that is in the table anyway, so that it is not read as a plain one.
    fileprivate mutating func readOtherwise(_ firstRow: Int) {
        if header == .none { dropsNotes = true } else { header = .rows(firstRow...firstRow) }
    }
}
