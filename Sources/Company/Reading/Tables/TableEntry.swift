internal import Formulas
internal import Messages

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

    /// What to do with an entry.
    ///
    /// - Parameter inPlace: Whether the table has an entry already.
    static func paste(_ line: String, inPlace: Bool) -> LocalizedText {
        inPlace
            ? LocalizedText(
                en: "put this in the place of its entry under 'tables:': \(line)",
                ru: "поставьте это вместо её записи в «tables:»: \(line)")
            : LocalizedText(en: "say so under 'tables:': \(line)", ru: "укажите в «tables:»: \(line)")
    }
}
