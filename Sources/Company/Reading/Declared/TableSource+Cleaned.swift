internal import Formulas
internal import Messages

/// Tables that somebody else turns into what is read here.
extension TableSource {
    /// Reads a table as it is declared.
    func readCleaned(
        _ file: SourceFile, by cleaner: any TableCleaner, _ spec: TableSpec, _ columns: [TableSchema.Column]
    ) -> ColumnTable {
        reportUnknownFields(file, spec, columns)
        let table = tableToClean(file, spec.declaration, declaredKind(log.kinds[file.path] ?? "", columns))
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
        var reading = TableReader.read(plain, schema: schema, division: options.division)
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

    /// The tables whose rows have their numbers as ids.
    var rowNumbered: [String: String] {
        log.kinds.filter { path, _ in (entries.specs[path]?.declaration ?? entries.usual).id == .row }
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
