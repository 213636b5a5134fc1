internal import Formulas

/// Files without an entry whose header an entry knows: next month's file.
extension CompanyReader {
    /// Gives them that entry, as they need it.
    func recallTables() {
        let entries = tableSpecs.filter { $0.value.declaration.fingerprint != nil }.sorted { $0.key < $1.key }
        guard !entries.isEmpty, !readsPlainTables else { return }
        let remembered = entries.map { RememberedTable(name: $0.key, declaration: $0.value.declaration) }
        let known = Set(tableNames + tableNames.map { BuiltInKind.tableName(of: $0) })
        for file in files where file.isTable && tableSpecs[file.path] == nil {
            guard let found = file.cleaner?.recall(file, among: remembered), let spec = tableSpecs[found.name] else {
                continue
            }
            // A file that is named after something else is that.
            if known.contains(file.tableName), !names(file.tableName, found.declaration.reads) { continue }
            tableSpecs[file.path] = TableSpec(place: spec.place, declaration: found.declaration)
            findings.report(
                "recalled-table", at: Place(file: file.path),
                LocalizedText(
                    en: "its header is that of '\(found.name)', by whose entry it is read",
                    ru: "заголовок как у «\(found.name)», по этой записи файл и прочитан"), severity: .note)
        }
    }

    /// Whether a table of this name is what `reads` says.
    private func names(_ table: String, _ reads: String?) -> Bool {
        guard let reads else { return false }
        return table == reads || table == BuiltInKind.tableName(of: reads)
    }
}
