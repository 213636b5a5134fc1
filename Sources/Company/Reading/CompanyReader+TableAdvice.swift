internal import Formulas

/// What to write under `tables` for a table that is not read as it stands: one line that says everything.
extension CompanyReader {
    /// The codes of faults that an entry under `tables` mends.
    private static let mendable: Set<String> = ["wrong-encoding", "wrong-delimiter", "missing-column", "decimal-mark"]

    /// The findings of a table; where several things have to be said of it, the first of them says all in one line.
    func advised(
        _ diagnostics: [Diagnostic], _ file: SourceFile, _ spec: TableSpec, _ schema: TableSchema
    ) -> [Diagnostic] {
        if let advised = proposed(diagnostics, file, spec, schema) { return advised }
        let places = diagnostics.indices.filter { Self.mendable.contains(diagnostics[$0].code) }
        guard !readsPlainTables, let first = places.first, let guess = TableGuess(file, schema, spec.format) else {
            return diagnostics
        }
        let entry = TableEntry(file, spec, guess)
        let isSaid = tableSpecs[file.path] != nil
        guard entry.changes > 1 || entry.changes == 1 && isSaid else { return diagnostics }
        var advised = diagnostics
        for place in places {
            // Two readings of a number are no matter of one line.
            if advised[place].code == "decimal-mark", place != first { continue }
            advised[place].remedy = nil
        }
        advised[first].remedy = Self.paste(entry.text, inPlace: isSaid)
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
        guard !readsPlainTables, let cleaner = file.cleaner, let columns = readColumns[file.path],
            !codes.isDisjoint(with: Self.mendable.union(Self.mendableCells))
        else { return nil }
        let kind = declaredKind(tableKinds[file.path] ?? "", columns)
        let table = tableToClean(file, spec.declaration, kind)
        // A cell that is simply wrong is no matter of how the table is written.
        let isOfTable = !codes.isDisjoint(with: Self.mendable)
        return proposing(
            cleaner, for: table, diagnostics.filter { $0.code != "unknown-column" }, onlyEnough: !isOfTable)
    }
}

/// An entry under `tables`, as it is written.
struct TableEntry {
    /// How many things it says that were not said so far.
    private(set) var changes = 0
    /// The line.
    let text: String

    init(_ file: SourceFile, _ spec: TableSpec, _ guess: TableGuess) {
        var parts: [String] = []
        if let reads = spec.reads { parts.append("reads: \(Self.scalar(reads))") }
        let standard = TableFormat()
        if guess.format.encoding != standard.encoding { parts.append("encoding: \(guess.format.encoding.rawValue)") }
        if guess.format.delimiter != standard.delimiter {
            parts.append("delimiter: \(guess.format.delimiter == .tab ? "tab" : Self.quoted(guess.format.delimiter))")
        }
        if guess.format.decimalMark != standard.decimalMark {
            parts.append("decimal: \(Self.quoted(guess.format.decimalMark))")
        }
        if !spec.format.hasHeader { parts.append("header: none") }
        if guess.format.encoding != spec.format.encoding { changes += 1 }
        if guess.format.delimiter != spec.format.delimiter { changes += 1 }
        if guess.format.decimalMark != spec.format.decimalMark { changes += 1 }
        let guessed = Set(guess.columns.map(\.field))
        let kept = spec.columns.filter { !guessed.contains($0.key) }.sorted { $0.key < $1.key }.map { field, source in
            switch source {
            case .named(let name): "\(Self.scalar(field)): \(Self.scalar(name))"
            case .number(let number): "\(Self.scalar(field)): \(number)"
            }
        }
        let added = guess.columns.map { "\(Self.scalar($0.field)): \($0.name.map(Self.scalar) ?? "…")" }
        changes += added.count
        if !(kept + added).isEmpty { parts.append("columns: {\((kept + added).joined(separator: ", "))}") }
        let constants = spec.constants.sorted { $0.key < $1.key }.map { "\(Self.scalar($0)): \(Self.scalar($1))" }
        if !constants.isEmpty { parts.append("constants: {\(constants.joined(separator: ", "))}") }
        text = "\(Self.scalar(file.path)): {\(parts.joined(separator: ", "))}"
    }

    private static func quoted(_ mark: UInt8) -> String { "\"\(Character(UnicodeScalar(mark)))\"" }

    /// A text as YAML writes it between braces: in quotation marks where it would be read as something else.
    private static func scalar(_ text: String) -> String {
        let isPlain =
            text.first.map { $0.isLetter || $0 == "_" || $0 == "№" } ?? false
            && text.allSatisfy { $0.isLetter || $0.isNumber || " _-./№".contains($0) } && text.last != " "
            && !["yes", "no", "true", "false", "null", "on", "off"].contains(text.lowercased())
        if isPlain { return text }
        return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
