internal import Formulas
internal import Messages

/// What to write under `tables` for a table that is not read as it stands: one line that says everything.
extension TableSource {
    /// The codes of faults that an entry under `tables` mends.
    private static let mendable: Set<String> = ["wrong-encoding", "wrong-delimiter", "missing-column", "decimal-mark"]

    /// The findings of a table; where several things have to be said of it, the first of them says all in one line.
    func advised(
        _ diagnostics: [Diagnostic], _ file: SourceFile, _ spec: TableSpec, _ schema: TableSchema
    ) -> [Diagnostic] {
        if let advised = proposed(diagnostics, file, spec, schema) { return advised }
        let places = diagnostics.indices.filter { Self.mendable.contains(diagnostics[$0].code) }
        guard !options.arePlain, let first = places.first, let guess = TableGuess(file, schema, spec.format) else {
            return diagnostics
        }
        let entry = TableEntry(file, spec, guess)
        let isSaid = entries.specs[file.path] != nil
        guard entry.changes > 1 || entry.changes == 1 && isSaid else { return diagnostics }
        var advised = diagnostics
        for place in places {
            // Two readings of a number are no matter of one line.
            if advised[place].code == "decimal-mark", place != first { continue }
            advised[place].remedy = nil
        }
        advised[first].remedy = TableEntry.paste(entry.text, inPlace: isSaid)
        return advised
    }

    /// The codes of faults of cells that another way of reading them may mend.
    private static let mendableCells: Set<String> = [
        "not-a-number", "not-a-day", "no-such-day", "time-of-day", "not-a-flag", "empty-cell", "duplicate-column",
    ]

    /// The findings of a table with an entry that was made out of all of it; `nil` when there is none that mends them.
    private func proposed(
        _ diagnostics: [Diagnostic], _ file: SourceFile, _ spec: TableSpec, _ schema: TableSchema
    ) -> [Diagnostic]? {
        let codes = Set(diagnostics.filter { $0.severity == .error }.map(\.code))
        guard !options.arePlain, let cleaner = file.cleaner, let columns = log.columns[file.path],
            !codes.isDisjoint(with: Self.mendable.union(Self.mendableCells))
        else { return nil }
        let kind = declaredKind(log.kinds[file.path] ?? "", columns)
        let table = tableToClean(file, spec.declaration, kind)
        // A cell that is simply wrong is no matter of how the table is written.
        let isOfTable = !codes.isDisjoint(with: Self.mendable)
        return proposing(
            cleaner, for: table, diagnostics.filter { $0.code != "unknown-column" }, onlyEnough: !isOfTable)
    }
}
