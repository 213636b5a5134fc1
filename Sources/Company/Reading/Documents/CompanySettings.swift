internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// What the section `company` says: whose company it is, in which currency it pays, by which calendar.
struct CompanySettings {
    var name = LocalizedText("")
    /// The currency; a likely one, or none that exists, when the text does not say it.
    var currency = Currency.unknown
    var calendar = YearCalendar.civil
    var workingCalendar = WorkingCalendar.fiveDays
    var ledgerRules = LedgerRules()
    /// Who alone may approve, as it is written; `nil` when everybody may whom a run does not pay.
    var approvers: YAMLEntry?

    /// Makes the settings of a company that says nothing.
    init() {}

    /// Reads the section.
    init(_ documents: Documents, _ findings: Findings) {
        var reader = SettingsReader(documents: documents, findings: findings)
        reader.read()
        self = reader.settings
    }
}

private struct SettingsReader {
    let documents: Documents
    let findings: Findings
    var settings = CompanySettings()

    mutating func read() {
        let parts = documents[.company]
        if parts.isEmpty, !findings.hasErrors {
            findings.report(
                "no-company", at: nil,
                LocalizedText(en: "no file has a section 'company'", ru: "ни в одном файле нет раздела «company»"),
                remedy: LocalizedText(
                    en: "add 'company: {name: …, currency: RUB}'", ru: "добавьте «company: {name: …, currency: RUB}»"))
        }
        for part in parts.dropFirst() {
            findings.report(
                "duplicate-name", at: part.key.place,
                LocalizedText(
                    en: "there is a second section 'company'; the first is at \(parts[0].key.place.address)",
                    ru: "раздел «company» стоит дважды; первый: \(parts[0].key.place.address)"),
                remedy: LocalizedText(en: "a folder is one company: keep one", ru: "одна папка — одна компания"))
        }
        guard let entry = parts.first?.value, let fields = Fields(entry, findings) else { return }
        if let name = fields.require("name").flatMap({ findings.localized($0) }) { settings.name = name }
        if let currency = fields.require("currency") {
            readCurrency(currency)
        } else {
            assumeCurrency()
        }
        for language in fields.take("languages")?.elements ?? [] { _ = findings.choice(language, Language.self) }
        let weekend = fields.take("weekend").map { readWeekend($0) } ?? [.saturday, .sunday]
        let holidays = fields.take("holidays").map { days($0) } ?? []
        let extra = fields.take("extra_working_days").map { days($0) } ?? []
        settings.workingCalendar = WorkingCalendar(
            weekend: Set(weekend), holidays: Set(holidays), extraWorkingDays: Set(extra))
        if let year = fields.take("calendar") { readCalendar(year) }
        if let rules = fields.take("ledger") { settings.ledgerRules = findings.ledgerRules(rules) }
        settings.approvers = fields.take("approvers")
        fields.finish()
    }

    private mutating func readCurrency(_ entry: YAMLEntry) {
        guard let text = findings.text(entry) else { return }
        guard let currency = Currency(validating: text) else {
            findings.report(
                "unknown-currency", at: entry.place,
                LocalizedText(
                    en: "'\(text)' is not a currency code of ISO 4217", ru: "«\(text)» — не код валюты ISO 4217"),
                remedy: LocalizedText(en: "for instance RUB, USD, EUR", ru: "например, RUB, USD, EUR"))
            assumeCurrency()
            return
        }
        settings.currency = currency
    }

    /// Reads on without the company's currency; nothing is said of amounts in a currency that nobody has named.
    private mutating func assumeCurrency() {
        if let likely = likelyCurrency() {
            settings.currency = likely
        } else {
            findings.unknownCurrency = settings.currency
        }
    }

    /// The currency that the metrics are declared in: without it one wrong letter would fault every formula.
    private func likelyCurrency() -> Currency? {
        documents[.metrics].lazy.compactMap { definition in
            definition.value.pairs?.first { $0.key.text == "unit" }?.value.text.flatMap { Currency(validating: $0) }
        }.first
    }

    private func readWeekend(_ entry: YAMLEntry) -> [Weekday] {
        entry.elements.compactMap { element in
            let known = Weekday.allCases.map { "\($0)" }
            guard let text = element.text, let index = known.firstIndex(of: text) else {
                findings.expected(
                    LocalizedText(
                        en: "one of \(known.joined(separator: ", "))", ru: "одно из \(known.joined(separator: ", "))"),
                    at: element)
                return nil
            }
            return Weekday.allCases[index]
        }
    }

    private func days(_ entry: YAMLEntry) -> [CivilDay] {
        entry.elements.compactMap { findings.day($0) }
    }

    private mutating func readCalendar(_ entry: YAMLEntry) {
        if entry.text == "civil" { return }
        guard let fields = Fields(entry, findings) else { return }
        let pattern = fields.require("pattern").flatMap { findings.choice($0, FourFourFive.Pattern.self) }
        let ends = fields.require("ends").flatMap { findings.text($0) }
        let named = fields.take("named").flatMap { findings.choice($0, FourFourFive.YearName.self) }
        fields.finish()
        guard let pattern, let ends else { return }
        guard let end = YearEndText(ends),
            let system = FourFourFive(
                weeksStartOn: end.weeksStartOn, pattern: pattern, yearEnds: end.rule, toEndOf: end.month,
                named: named ?? .byEnd)
        else {
            findings.report(
                "bad-calendar", at: entry.place,
                LocalizedText(
                    en: "'\(ends)' does not say when the year ends", ru: "«\(ends)» не говорит, когда кончается год"),
                remedy: LocalizedText(
                    en: "write 'last saturday of january' or 'nearest saturday of january'",
                    ru: "пишите 'last saturday of january' или 'nearest saturday of january'"))
            return
        }
        settings.calendar = .fourFourFive(system)
    }
}
