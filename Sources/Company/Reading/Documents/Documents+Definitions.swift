internal import Formulas
internal import Messages

extension Documents {
    /// The definitions of a section; a name defined twice is reported and the first one kept.
    func definitions(_ section: Section, _ findings: Findings) -> [Definition] {
        // Formulas name metrics and parameters alike, and tables name records, events and splits alike.
        var seen: [String: Definition] = [:]
        for other in section.sharingNames {
            for definition in sections[other] ?? [] { seen[definition.name] = seen[definition.name] ?? definition }
        }
        return (sections[section] ?? []).filter { definition in
            if let first = seen[definition.name] {
                findings.report(
                    "duplicate-name", at: definition.key.place,
                    LocalizedText(
                        en: "'\(definition.name)' is defined already, at \(first.key.place.address)",
                        ru: "«\(definition.name)» уже есть: \(first.key.place.address)"),
                    remedy: section == .tables
                        ? LocalizedText(en: "merge both into one", ru: "объедините обе записи в одну")
                        : LocalizedText(en: "rename one of them", ru: "переименуйте одно из них"))
                return false
            }
            seen[definition.name] = definition
            Self.checkName(definition.name, definition.key, section, findings)
            return true
        }
    }

    /// Names that formulas use must be identifiers.
    private static func checkName(
        _ name: String, _ entry: YAMLEntry, _ section: Section, _ findings: Findings
    ) {
        guard [.parameters, .metrics, .events, .splits, .records, .rateTables].contains(section) else { return }
        findings.checkName(name, entry)
    }
}

extension Documents.Section {
    /// The sections read before this one whose names it may not repeat.
    fileprivate var sharingNames: [Documents.Section] {
        switch self {
        case .metrics: [.parameters]
        case .events: [.records]
        case .splits: [.records, .events]
        case .rateTables: [.records, .events, .splits]
        default: []
        }
    }
}

extension Findings {
    /// A name that a formula may have to write.
    func checkName(_ name: String, _ entry: YAMLEntry) {
        let parsed = Parser.parse(name)
        if parsed.faults.isEmpty, case .name(let path, _) = parsed.syntax, path.count == 1 { return }
        report(
            "bad-name", at: entry.place,
            LocalizedText(
                en: "'\(name)' cannot be a name: formulas could not use it",
                ru: "«\(name)» не годится как имя: его нельзя написать в формуле"),
            remedy: LocalizedText(
                en: "use letters of any script, digits and '_'; begin with a letter",
                ru: "пишите буквы любого алфавита, цифры и «_», начните с буквы"))
    }
}
