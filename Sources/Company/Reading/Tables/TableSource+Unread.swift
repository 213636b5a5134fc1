internal import Formulas
internal import Messages

/// Tables that nothing has read.
extension TableSource {
    /// Reports them, each with what to say about it.
    ///
    /// - Parameter known: What a table can hold, by the words of `reads`.
    func reportUnread(among known: [String]) {
        for file in files.read where file.isTable && !log.paths.contains(file.path) {
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
        let table = tableToClean(file, entries.usual(of: file.path), unknown)
        guard let entry = proposal(cleaner, for: table, among: declaredKinds), !entry.declaration.hasGaps else {
            return false
        }
        findings.doubt(
            "unread-table", at: Place(file: file.path),
            LocalizedText(en: "nothing reads this table", ru: "эту таблицу ничто не читает"),
            remedy: TableEntry.paste(cleaner.line(entry.declaration, for: file.path), inPlace: false))
        for question in questions(entry, file.path) { findings.add(question) }
        return true
    }
}
