internal import Formulas

/// The keys of a YAML mapping while it is read: what was not asked for is reported with the nearest key that was.
final class Fields {
    let entry: Entry
    private let findings: Findings
    private var values: [String: (key: Entry, value: Entry)] = [:]
    private var asked: [String] = []

    /// Reads a mapping; reports anything else.
    init?(_ entry: Entry, _ findings: Findings) {
        guard let pairs = entry.pairs else {
            findings.expected(
                LocalizedText(en: "a mapping of names to values", ru: "список вида «имя: значение»"), at: entry)
            return nil
        }
        self.entry = entry
        self.findings = findings
        for (key, value) in pairs { values[key.text ?? "?"] = (key, value) }
    }

    /// The value of a key.
    func take(_ name: String) -> Entry? {
        asked.append(name)
        return values.removeValue(forKey: name)?.value
    }

    /// The value of a key that must be there.
    func require(_ name: String) -> Entry? {
        if let value = take(name) { return value }
        findings.report(
            "missing-key", at: entry.place,
            LocalizedText(en: "'\(name)' is missing here", ru: "здесь не хватает «\(name)»"),
            remedy: LocalizedText(en: "add '\(name): …'", ru: "добавьте «\(name): …»"))
        return nil
    }

    /// Reports the keys nobody asked for.
    func finish() {
        for (name, pair) in values.sorted(by: { $0.value.key.place < $1.value.key.place }) {
            findings.report(
                "unknown-key", at: pair.key.place,
                LocalizedText(en: "'\(name)' is not known here", ru: "«\(name)» здесь не бывает"),
                remedy: Suggestion.remedy(for: name, among: asked)
                    ?? LocalizedText(
                        en: "known here: \(asked.sorted().joined(separator: ", "))",
                        ru: "здесь бывает: \(asked.sorted().joined(separator: ", "))"))
        }
    }
}

/// What was found while reading, in the order of finding.
final class Findings {
    private(set) var diagnostics: [Diagnostic] = []
    private let sources: [String: SourceFile]

    init(_ files: [SourceFile]) {
        sources = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    }

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// Adds a finding; one in a table gets the text of its row.
    func add(_ diagnostic: Diagnostic) {
        var diagnostic = diagnostic
        if let place = diagnostic.place, place.lineText == nil, place.line > 0 {
            diagnostic.place?.lineText = sources[place.file]?.line(place.line)
        }
        diagnostics.append(diagnostic)
    }

    func report(
        _ code: String, at place: Place?, _ message: LocalizedText, remedy: LocalizedText? = nil,
        severity: Diagnostic.Severity = .error
    ) {
        add(Diagnostic(severity, code: code, at: place, message, remedy: remedy))
    }

    func expected(_ what: LocalizedText, at entry: Entry) {
        let found =
            entry.isList
            ? LocalizedText(en: "a list", ru: "список")
            : entry.pairs != nil
                ? LocalizedText(en: "a mapping", ru: "список вида «имя: значение»")
                : entry.text.map { LocalizedText(en: "'\($0)'", ru: "«\($0)»") }
                    ?? LocalizedText(en: "nothing", ru: "ничего")
        report(
            "wrong-shape", at: entry.place,
            LocalizedText(en: "expected \(what.en), found \(found.en)", ru: "ожидается \(what.ru), а стоит \(found.ru)")
        )
    }

    /// Places the faults of a formula in its file.
    func add(_ faults: [FormulaFault], in entry: Entry) {
        for fault in faults {
            report(
                fault.code, at: entry.place(of: fault.span), fault.message, remedy: fault.remedy,
                severity: fault.severity)
        }
    }
}

// MARK: - Simple values

extension Findings {
    /// A text.
    func text(_ entry: Entry) -> String? {
        if let text = entry.text { return text }
        expected(LocalizedText(en: "a text", ru: "текст"), at: entry)
        return nil
    }

    /// A text in both languages: one text, or `{en: …, ru: …}`.
    func localized(_ entry: Entry) -> LocalizedText? {
        if let text = entry.text { return LocalizedText(text) }
        guard let fields = Fields(entry, self) else { return nil }
        let en = fields.take("en").flatMap { text($0) }
        let ru = fields.take("ru").flatMap { text($0) }
        fields.finish()
        guard let either = en ?? ru else { return nil }
        return LocalizedText(en: en ?? either, ru: ru ?? either)
    }

    /// One of a few words.
    func choice<Choice: RawRepresentable & CaseIterable>(_ entry: Entry, _ type: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        let known = type.allCases.map(\.rawValue)
        guard let text = entry.text, let choice = Choice(rawValue: text) else {
            let list = known.joined(separator: " | ")
            expected(LocalizedText(en: "one of \(list)", ru: "одно из \(list)"), at: entry)
            return nil
        }
        return choice
    }

    /// yes or no.
    func flag(_ entry: Entry) -> Bool? {
        switch entry.text {
        case "yes", "true", "да": return true
        case "no", "false", "нет": return false
        default:
            expected(LocalizedText(en: "yes or no", ru: "да или нет"), at: entry)
            return nil
        }
    }
}
