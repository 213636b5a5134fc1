internal import Formulas
public import Messages
internal import Periods
internal import Quantities

/// Reads files of KPI cards: `K1: {family: sales, title: {en: …, ru: …}, formula: …, unit: percent, inputs: …}`.
///
/// A card is what the library shows and what `library:` of a metric names. It is read by the reader of a company's own
/// YAML, and faults have their places.
public struct KPICardReader {
    private let findings: Findings
    private var cards: [KPICard] = []
    private var places: [String: Place] = [:]

    private init(_ files: [SourceFile]) { findings = Findings(files) }

    /// The cards in the order of their files, and what is wrong with these; a faulty card is left out.
    public static func read(_ files: [SourceFile]) -> (cards: [KPICard], faults: [Diagnostic]) {
        var reader = KPICardReader(files)
        for file in files { reader.read(file) }
        return (reader.cards, reader.findings.diagnostics)
    }

    private mutating func read(_ file: SourceFile) {
        guard let text = String(validating: file.bytes, as: UTF8.self) else {
            return findings.report(
                "encoding", at: Place(file: file.path),
                LocalizedText(en: "the file is not UTF-8 text", ru: "файл не в кодировке UTF-8"),
                remedy: LocalizedText(en: "save it as UTF-8", ru: "сохраните его в UTF-8"))
        }
        let findings = findings
        let document = YAMLDocument(path: file.path, text: text) { findings.add($0) }
        guard let root = document.root else { return }
        guard let pairs = YAMLEntry(node: root, document: document).pairs else {
            return findings.expected(
                LocalizedText(en: "cards by their codes", ru: "карточки по кодам"),
                at: YAMLEntry(node: root, document: document))
        }
        for (key, value) in pairs {
            guard let code = findings.text(key), isNew(code, key), let card = card(code, value) else { continue }
            cards.append(card)
        }
    }

    private mutating func isNew(_ code: String, _ key: YAMLEntry) -> Bool {
        guard let first = places.updateValue(key.place, forKey: code.uppercased()) else { return true }
        findings.report(
            "duplicate-name", at: key.place,
            LocalizedText(
                en: "'\(code)' is defined already, at \(first.address)", ru: "«\(code)» уже есть: \(first.address)"),
            remedy: LocalizedText(en: "rename one of them", ru: "переименуйте одно из них"))
        return false
    }

    private func card(_ code: String, _ entry: YAMLEntry) -> KPICard? {
        guard let fields = Fields(entry, findings) else { return nil }
        let family = fields.require("family").flatMap { findings.choice($0, KPICard.Family.self) }
        let (title, meaning) = (text("title", fields), text("meaning", fields))
        let calculation = self.calculation(fields, entry)
        let dimension = fields.require("unit").flatMap { findings.choice($0, KPICard.Dimension.self) }
        let better = fields.take("better").map { findings.choice($0, Metric.Direction.self) } ?? .higher
        let inputs = fields.take("inputs").map { self.inputs($0) } ?? []
        let (assessed, usedFor) = (text("assessed", fields), text("used_for", fields))
        let periods = fields.take("periods").map { self.periods($0) } ?? [.month, .quarter, .year]
        let examples = fields.take("examples").map { self.examples($0, inputs ?? []) } ?? []
        fields.finish()
        guard let family, let title, let meaning, let calculation, let dimension, let better, let inputs, let assessed,
            let usedFor, let periods, let examples
        else { return nil }
        return KPICard(
            code, family, title: title, meaning: meaning, calculation, in: dimension, better: better, inputs: inputs,
            assessed: assessed, periods: periods, usedFor: usedFor, examples: examples)
    }

    // MARK: Texts

    private func text(_ key: String, _ fields: Fields) -> LocalizedText? {
        fields.require(key).flatMap { text($0) }
    }

    /// A text in both languages: a card is read by people of either.
    private func text(_ entry: YAMLEntry) -> LocalizedText? {
        guard let fields = Fields(entry, findings) else { return nil }
        let text = self.text(of: fields)
        fields.finish()
        return text
    }

    private func text(of fields: Fields) -> LocalizedText? {
        let en = fields.require("en").flatMap { findings.text($0) }
        let ru = fields.require("ru").flatMap { findings.text($0) }
        guard let en, let ru else { return nil }
        return LocalizedText(en: EnglishText(en), ru: RussianText(ru))
    }

    // MARK: Calculation

    /// The keys that say how a value comes about.
    private enum Way: String, CaseIterable {
        case formula, entered, draft, rejected
    }

    private func calculation(_ fields: Fields, _ entry: YAMLEntry) -> KPICard.Calculation? {
        let found = Way.allCases.compactMap { way in fields.take(way.rawValue).map { (way, $0) } }
        guard found.count == 1, let (way, value) = found.first else {
            let list = Way.allCases.map(\.rawValue).joined(separator: ", ")
            findings.report(
                "wrong-shape", at: entry.place,
                LocalizedText(en: "a card has exactly one of \(list)", ru: "у карточки ровно одно из \(list)"))
            return nil
        }
        switch way {
        case .formula: return findings.text(value).map { .formula($0) }
        case .entered: return text(value).map { .entered($0) }
        case .draft: return text(value).map { .draft($0) }
        case .rejected: return text(value).map { .rejected($0) }
        }
    }

    /// `{SV: {unit: money, en: …, ru: …}, дней: {unit: days, en: …, ru: …, stands_for: days(period)}}`
    private func inputs(_ entry: YAMLEntry) -> [KPICard.Input]? {
        guard let pairs = entry.pairs else {
            findings.expected(LocalizedText(en: "inputs by name", ru: "входные величины по именам"), at: entry)
            return nil
        }
        let inputs = pairs.compactMap { key, value -> KPICard.Input? in
            guard let name = findings.text(key), let fields = Fields(value, findings) else { return nil }
            let dimension = fields.require("unit").flatMap { findings.choice($0, KPICard.Dimension.self) }
            let meaning = text(of: fields)
            let defaultFormula = fields.take("stands_for").map { findings.text($0) }
            fields.finish()
            guard let dimension, let meaning, defaultFormula != .some(nil) else { return nil }
            return KPICard.Input(
                name: name, dimension: dimension, meaning: meaning, defaultFormula: defaultFormula ?? nil)
        }
        return inputs.count == pairs.count ? inputs : nil
    }

    private func periods(_ entry: YAMLEntry) -> [PeriodKind]? {
        let periods = entry.elements.compactMap { findings.choice($0, PeriodKind.self) }
        return periods.count == entry.elements.count ? periods : nil
    }

    // MARK: Examples

    /// `[{given: {SV: 9000000, N: 6}, gives: 1500000}]`: every input has a figure.
    private func examples(_ entry: YAMLEntry, _ inputs: [KPICard.Input]) -> [KPICard.Example]? {
        let examples = entry.elements.compactMap { example($0, inputs) }
        return examples.count == entry.elements.count ? examples : nil
    }

    private func example(_ entry: YAMLEntry, _ inputs: [KPICard.Input]) -> KPICard.Example? {
        guard let fields = Fields(entry, findings) else { return nil }
        let given = fields.require("given").flatMap { self.given($0, inputs) }
        let result = fields.require("gives").flatMap { number($0) }
        fields.finish()
        guard let given, let result else { return nil }
        return KPICard.Example(given: given, result: result)
    }

    private func given(_ entry: YAMLEntry, _ inputs: [KPICard.Input]) -> [String: FixedDecimal]? {
        guard let fields = Fields(entry, findings) else { return nil }
        var given: [String: FixedDecimal] = [:]
        for input in inputs { given[input.name] = fields.require(input.name).flatMap { number($0) } }
        fields.finish()
        return given.count == inputs.count ? given : nil
    }

    private func number(_ entry: YAMLEntry) -> FixedDecimal? {
        if let number = entry.text.flatMap({ try? FixedDecimal(parsing: $0) }) { return number }
        findings.expected(LocalizedText(en: "a number", ru: "число"), at: entry)
        return nil
    }
}
