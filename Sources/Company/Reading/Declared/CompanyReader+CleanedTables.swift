internal import Formulas

/// Shares of owners that stood in the cells of events.
struct OwnersShares {
    /// The file, with the shares as its content.
    let file: SourceFile
    /// Where the shares come from.
    let lines: CleanedLines
    /// The table of splits that gets them.
    let split: Int
}

/// Tables that somebody else turns into what is read here.
extension CompanyReader {
    /// Reads a table as it is declared.
    func readCleaned(
        _ file: SourceFile, by cleaner: any TableCleaner, _ spec: TableSpec, _ columns: [TableSchema.Column]
    ) -> ColumnTable {
        reportUnknownFields(file, spec, columns)
        let table = tableToClean(file, spec.declaration, declaredKind(tableKinds[file.path] ?? "", columns))
        let schema = TableSchema(columns: columns.map(\.cleaned), ignoresUnknownColumns: true)
        let cleaned: CleanedTable
        do {
            cleaned = try cleaner.clean(table)
        } catch {
            let reading = TableReader.unread(file, schema, objections(error, to: table, cleaner))
            return taken(reading, file, columns) { noteSetAside($0, schema, file, TableFormat()) }
        }
        findings.originals[file.path] = cleaned.original
        let lines = CleanedLines(cleaned.bytes, rows: cleaned.rows)
        let plain = SourceFile(path: file.path, bytes: cleaned.bytes).counting { lines.row(ofLine: $0) }
        var reading = TableReader.read(plain, schema: schema, division: division)
        reading.diagnostics = reading.diagnostics.map { placed($0, cleaned, lines) } + unread(cleaned, file, spec)
        reading.table.takeRows(of: lines)
        takeShares(cleaned, file, spec)
        return taken(reading, file, columns) { noteSetAside($0, schema, plain, TableFormat()) }
    }

    /// A table of which more is said than is read here, without anybody who reads it.
    func reportUnclean(_ file: SourceFile, _ spec: TableSpec) {
        findings.report(
            "wrong-shape", at: spec.place,
            LocalizedText(
                en: "what is said of '\(file.path)' goes beyond a plain table, and nothing here reads it",
                ru: "о «\(file.path)» сказано больше, чем о простой таблице, и здесь её нечем прочитать"))
    }

    /// The records of a kind by their names: those of the files, and those that are kept elsewhere.
    func known(_ kind: String) -> [KnownRecord] {
        let kinds = kind == DeclaredField.subject ? [BuiltInKind.person, BuiltInKind.unit] : [kind]
        return kinds.flatMap { kind in
            let table = records[kind] ?? RecordTable(kind: RecordKind(name: kind, fields: []))
            let own = table.ids.indices.map { row in
                KnownRecord(
                    id: table.ids[row], names: [table.titles[row].en, table.titles[row].ru].unique,
                    aliases: aliases[kind]?[table.ids[row]] ?? [])
            }
            return own + kept(kind).filter { table.number(of: $0.id) == nil }
        }
    }

    /// The records of a kind that are kept elsewhere, with their other spellings.
    func kept(_ kind: String) -> [KnownRecord] {
        if let known = keptRecords[kind] { return known }
        let name = BuiltInKind.tableName(of: kind)
        let tables = keptTables?([name, Self.aliasTable]) ?? []
        let spellings = tables.filter { $0.kind == Self.aliasTable }.flatMap { $0.spellings(of: kind) }
        let aliases = Dictionary(grouping: spellings, by: \.id).mapValues { $0.map(\.alias) }
        let records = tables.filter { $0.kind == name }.flatMap { $0.records(aliases) }
        keptRecords[kind] = records
        return records
    }

    /// The tables whose rows have their numbers as ids.
    var rowNumbered: [String: String] {
        tableKinds.filter { path, _ in
            (tableSpecs[path]?.declaration ?? usualDeclaration).id == .row
        }
    }

    // MARK: What is said

    /// What stands against a table, at its places; with the entry that mends all of it, where there is one.
    private func objections(
        _ error: TableObjections, to table: TableToClean, _ cleaner: any TableCleaner
    ) -> [Diagnostic] {
        if let original = error.original { findings.originals[table.file.path] = original }
        let found = error.all.map { objection in
            var diagnostic = Diagnostic(
                code: objection.code, at: Place(file: table.file.path, line: objection.row), objection.message,
                remedy: objection.remedy)
            diagnostic.place = findings.place(ofCell: objection.cell, in: diagnostic.place)
            return diagnostic
        }
        return proposing(cleaner, for: table, found) ?? found
    }

    /// A finding in the table as it was read, at its place in the file.
    private func placed(_ diagnostic: Diagnostic, _ cleaned: CleanedTable, _ lines: CleanedLines) -> Diagnostic {
        guard let place = diagnostic.place, place.line > 0 else { return diagnostic }
        var moved = diagnostic
        let cell = lines.cell(at: place).flatMap { cleaned.columns[$0] }
        moved.place = findings.place(ofCell: cell, in: Place(file: place.file, line: lines.row(ofLine: place.line)))
        return moved
    }

    /// Columns that nobody reads are told, unless the entry says which columns there are.
    private func unread(_ cleaned: CleanedTable, _ file: SourceFile, _ spec: TableSpec) -> [Diagnostic] {
        guard spec.columns.isEmpty, spec.declaration.wide == nil else { return [] }
        return cleaned.unread.map { name in
            let name = VisibleText.shortened(VisibleText.line(name))
            return Diagnostic(
                .warning, code: "unknown-column", at: Place(file: file.path),
                LocalizedText(
                    en: "the column '\(name)' belongs to no field and is not read",
                    ru: "колонка «\(name)» не относится ни к одному полю и не читается"),
                remedy: LocalizedText(
                    en: "declare a field of that name, or say 'columns' for this table",
                    ru: "объявите поле с таким именем или укажите «columns» для этой таблицы"))
        }
    }

    // MARK: Owners

    /// Keeps the shares of owners until the events are read.
    private func takeShares(_ cleaned: CleanedTable, _ file: SourceFile, _ spec: TableSpec) {
        guard let owners = spec.declaration.owners else { return }
        guard let event = names.eventKind(named: tableKinds[file.path] ?? "") else {
            return reportOwners(
                spec,
                LocalizedText(en: "only events have owners who share", ru: "доли владельцев бывают только у событий"),
                remedy: LocalizedText(en: "take 'owners' out", ru: "уберите «owners»"))
        }
        let kind = names.eventKinds[event]
        let splits = names.splitKinds.indices.filter {
            names.splitKinds[$0].event == event && names.splitKinds[$0].inherited == nil
                && (owners.split == nil || owners.split == names.splitKinds[$0].name)
        }
        guard let split = splits.first, splits.count == 1 else {
            let known = names.splitKinds.filter { $0.event == event && $0.inherited == nil }.map(\.name)
            return reportOwners(
                spec,
                LocalizedText(
                    en: "'owners' needs one table of splits of '\(kind.name)' for the shares",
                    ru: "для «owners» нужна одна таблица долей события «\(kind.name)»"),
                remedy: known.isEmpty
                    ? LocalizedText(
                        en:
                            "declare it: 'splits: {\(kind.name)_share: {of: \(kind.name)}}', and 'credit: split(\(kind.name)_share)'",
                        ru:
                            "объявите её: «splits: {\(kind.name)_share: {of: \(kind.name)}}» и «credit: split(\(kind.name)_share)»"
                    )
                    : LocalizedText(
                        en: "say which: 'split: \(known.joined(separator: " | "))'",
                        ru: "скажите какая: «split: \(known.joined(separator: " | "))»"))
        }
        if !kind.credit.divides(by: split) {
            findings.doubt(
                "unused-owners", at: spec.place,
                LocalizedText(
                    en: "the owners of '\(kind.name)' share, but its credit gives it to one",
                    ru: "владельцы «\(kind.name)» делят событие, но зачтётся оно одному"),
                remedy: LocalizedText(
                    en: "write 'credit: split(\(names.splitKinds[split].name))' at the event",
                    ru: "напишите у события «credit: split(\(names.splitKinds[split].name))»"))
        }
        guard let shares = cleaned.shares else { return }
        ownersShares[event, default: []].append(
            OwnersShares(
                file: SourceFile(path: file.path, bytes: shares.bytes),
                lines: CleanedLines(shares.bytes, rows: shares.rows), split: split))
    }

    private func reportOwners(_ spec: TableSpec, _ message: LocalizedText, remedy: LocalizedText) {
        findings.report("bad-owners", at: spec.place, message, remedy: remedy)
    }

    /// The shares of owners for a table of splits, read like one.
    func ownersShares(of split: Int, _ columns: [TableSchema.Column]) -> [(file: SourceFile, table: ColumnTable)] {
        let kind = names.splitKinds[split]
        return (ownersShares[kind.event] ?? []).filter { $0.split == split }.map { shares in
            var reading = TableReader.read(
                shares.file, schema: TableSchema(columns: columns, ignoresUnknownColumns: true), division: division)
            reading.table.takeRows(of: shares.lines)
            for diagnostic in reading.diagnostics {
                var moved = diagnostic
                moved.place = diagnostic.place.map { Place(file: $0.file, line: shares.lines.row(ofLine: $0.line)) }
                findings.add(moved)
            }
            shelf?.put(reading, columns, kind: kind.name)
            return (shares.file, reading.table)
        }
    }
}

extension CreditRule {
    /// Whether it divides by a table of splits.
    fileprivate func divides(by split: Int) -> Bool {
        if case .split(let own, _) = self { own == split } else { false }
    }
}

extension PlainTable {
    /// The records of a table that is kept.
    fileprivate func records(_ aliases: [String: [String]]) -> [KnownRecord] {
        guard let id = columns.firstIndex(of: "id") else { return [] }
        let titles = ["title", "title_en", "title_ru", "name"].compactMap { columns.firstIndex(of: $0) }
        return rows.map { row in
            KnownRecord(
                id: row.cells[id], names: titles.map { row.cells[$0] }.filter { !$0.isEmpty }.unique,
                aliases: aliases[row.cells[id]] ?? [])
        }
    }

    /// The other spellings of a kind's records in a table of them that is kept.
    fileprivate func spellings(of kind: String) -> [(id: String, alias: String)] {
        guard let id = columns.firstIndex(of: "id"), let alias = columns.firstIndex(of: "alias") else { return [] }
        let kinds = columns.firstIndex(of: "kind")
        return rows.filter { row in
            let own = kinds.map { row.cells[$0] } ?? ""
            return (own.isEmpty ? BuiltInKind.person : own) == kind
        }.map { ($0.cells[id], $0.cells[alias]) }
    }
}

extension TableSchema.Column {
    /// The column under its own name, as it stands in a cleaned table; constants stand there too.
    fileprivate var cleaned: TableSchema.Column {
        var column = self
        column.source = .named(name)
        column.constant = nil
        return column
    }
}

extension [String] {
    /// Each once.
    fileprivate var unique: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
