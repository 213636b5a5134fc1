internal import Formulas
internal import Messages

/// The keys of a YAML mapping while it is read: what was not asked for is reported with the nearest key that was.
final class Fields {
    let entry: YAMLEntry
    private let findings: Findings
    private var values: [String: (key: YAMLEntry, value: YAMLEntry)] = [:]
    private var asked: [String] = []

    /// Reads a mapping; reports anything else.
    init?(_ entry: YAMLEntry, _ findings: Findings) {
        guard let pairs = entry.pairs else {
            findings.expected(
                LocalizedText(en: "a mapping of names to values", ru: "список вида «имя: значение»"), at: entry)
            return nil
        }
        self.entry = entry
        self.findings = findings
        for (key, value) in pairs {
            if let name = findings.text(key) { values[name] = (key, value) }
        }
    }

    /// The value of a key.
    func take(_ name: String) -> YAMLEntry? {
        asked.append(name)
        return values.removeValue(forKey: name)?.value
    }

    /// The value of a key that must be there.
    func require(_ name: String) -> YAMLEntry? {
        if let value = take(name) { return value }
        // A key that only looks like this one is reported as such, and there is no other fault.
        if values.keys.contains(where: { Suggestion.lookAlike(of: $0, among: [name]) != nil }) { return nil }
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
                remedy: pair.value.text == nil && name.contains(where: { "()\"'".contains($0) })
                    ? LocalizedText(
                        en: "inside { } a text that has a comma needs quotation marks around it",
                        ru: "внутри { } текст с запятой надо взять в кавычки")
                    : Suggestion.remedy(for: name, among: asked)
                        ?? LocalizedText(
                            en: "known here: \(asked.sorted().joined(separator: ", "))",
                            ru: "здесь бывает: \(asked.sorted().joined(separator: ", "))"))
        }
    }

    /// Reports the keys that are one of these, but for a letter or an alphabet; whether there were any.
    ///
    /// For where exactly one of several keys is wanted: that none is there would be the lesser half of the truth.
    func reportMisspelt(_ wanted: [String]) -> Bool {
        let slips = values.filter { name, _ in
            Suggestion.lookAlike(of: name, among: wanted) != nil || Suggestion.nearest(to: name, among: wanted) != nil
        }
        for (name, pair) in slips.sorted(by: { $0.value.key.place < $1.value.key.place }) {
            values[name] = nil
            findings.report(
                "unknown-key", at: pair.key.place,
                LocalizedText(en: "'\(name)' is not known here", ru: "«\(name)» здесь не бывает"),
                remedy: Suggestion.remedy(for: name, among: wanted))
        }
        return !slips.isEmpty
    }

    /// The keys nobody asked for are not worth a word: something larger is wrong.
    func ignoreRest() { values = [:] }
}
