internal import Formulas
internal import Messages

extension Findings {
    func expected(_ what: LocalizedText, at entry: YAMLEntry, remedy: LocalizedText? = nil) {
        let found =
            entry.isList
            ? LocalizedText(en: "a list", ru: "перечень через «-» или в [ ]")
            : entry.pairs != nil
                ? LocalizedText(en: "a mapping", ru: "список вида «имя: значение»")
                : entry.text.map { LocalizedText(en: "'\($0)'", ru: "«\($0)»") }
                    ?? LocalizedText(en: "nothing", ru: "здесь пусто")
        let isNothing = found.en == "nothing"
        report(
            "wrong-shape", at: entry.place,
            LocalizedText(
                en: "expected \(what.en), found \(found.en)",
                ru: isNothing ? "ожидается \(what.ru), а здесь пусто" : "ожидается \(what.ru), а стоит \(found.ru)"),
            remedy: remedy)
    }

    /// Places the faults of a formula in its file.
    func add(_ faults: [FormulaFault], in entry: YAMLEntry) {
        for fault in faults {
            report(
                fault.code, at: entry.place(of: fault.span), fault.message,
                remedy: fault.remedy ?? (fault.code == "unknown-name" ? .lookAgain : nil), severity: fault.severity)
        }
    }
}

/// Simple values of entries; anything else is reported.
extension Findings {
    /// A text.
    func text(_ entry: YAMLEntry) -> String? {
        if let text = entry.text { return text }
        expected(LocalizedText(en: "a text", ru: "текст"), at: entry)
        return nil
    }

    /// A text in both languages: one text, or `{en: …, ru: …}`.
    func localized(_ entry: YAMLEntry) -> LocalizedText? {
        if let text = entry.text { return LocalizedText(text) }
        guard let fields = Fields(entry, self) else { return nil }
        let en = fields.take("en").flatMap { text($0) }
        let ru = fields.take("ru").flatMap { text($0) }
        fields.finish()
        guard let either = en ?? ru else { return nil }
        return LocalizedText(en: EnglishText(en ?? either), ru: RussianText(ru ?? either))
    }

    /// One of a few words.
    func choice<Choice: RawRepresentable & CaseIterable>(_ entry: YAMLEntry, _ type: Choice.Type) -> Choice?
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
    func flag(_ entry: YAMLEntry) -> Bool? {
        switch entry.text {
        case "yes", "true", "да": return true
        case "no", "false", "нет": return false
        default:
            expected(LocalizedText(en: "yes or no", ru: "да или нет"), at: entry)
            return nil
        }
    }
}

extension LocalizedText {
    /// What to do about a name that resembles nothing.
    fileprivate static let lookAgain = LocalizedText(
        en: "check its spelling, or define it", ru: "проверьте написание или опишите его")
}
