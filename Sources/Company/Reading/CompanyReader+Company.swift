internal import Formulas
internal import Periods
internal import Quantities

extension CompanyReader {
    func readCompany() {
        let parts = sections[.company] ?? []
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
        if let name = fields.require("name").flatMap({ findings.localized($0) }) { companyName = name }
        if let currency = fields.require("currency") {
            readCurrency(currency)
        } else {
            assumeCurrency()
        }
        for language in fields.take("languages")?.elements ?? [] { _ = findings.choice(language, Language.self) }
        let weekend = fields.take("weekend").map { readWeekend($0) } ?? [.saturday, .sunday]
        let holidays = fields.take("holidays").map { days($0) } ?? []
        let extra = fields.take("extra_working_days").map { days($0) } ?? []
        workingCalendar = WorkingCalendar(
            weekend: Set(weekend), holidays: Set(holidays), extraWorkingDays: Set(extra))
        if let year = fields.take("calendar") { readCalendar(year) }
        if let rules = fields.take("ledger") { readLedgerRules(rules) }
        approvers = fields.take("approvers")
        fields.finish()
    }

    private func readCurrency(_ entry: Entry) {
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
        names.currency = currency
    }

    /// Reads on without the company's currency; nothing is said of amounts in a currency that nobody has named.
    private func assumeCurrency() {
        if let likely = likelyCurrency() { names.currency = likely } else { findings.unknownCurrency = names.currency }
    }

    /// The currency that the metrics are declared in: without it one wrong letter would fault every formula.
    private func likelyCurrency() -> Currency? {
        (sections[.metrics] ?? []).lazy.compactMap { definition in
            definition.value.pairs?.first { $0.key.text == "unit" }?.value.text.flatMap { Currency(validating: $0) }
        }.first
    }

    private func readWeekend(_ entry: Entry) -> [Weekday] {
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

    private func days(_ entry: Entry) -> [CivilDay] {
        entry.elements.compactMap { day($0) }
    }

    /// A day written `2026-01-31`.
    func day(_ entry: Entry) -> CivilDay? {
        guard let text = findings.text(entry) else { return nil }
        guard let day = CivilDay(parsing: text) else {
            findings.report(
                "no-such-day", at: entry.place,
                LocalizedText(en: "there is no day '\(text)'", ru: "дня «\(text)» не бывает"),
                remedy: LocalizedText(en: "write year-month-day: 2026-01-31", ru: "пишите год-месяц-день: 2026-01-31"))
            return nil
        }
        return day
    }

    /// `{from: …, until: …}`; what is missing is open.
    func validity(_ entry: Entry) -> DayRange? {
        guard let fields = Fields(entry, findings) else { return nil }
        let from = fields.take("from").flatMap { day($0) } ?? .earliest
        let until = fields.take("until").flatMap { day($0) } ?? .latest
        fields.finish()
        if let range = DayRange(from: from, until: until), !range.isEmpty { return range }
        findings.report(
            "empty-range", at: entry.place,
            LocalizedText(
                en: "no day is left: it begins on \(from) and has ended on \(until)",
                ru: "не остаётся ни дня: начало \(from), а \(until) уже всё"),
            remedy: LocalizedText(
                en: "'until' is the first day after", ru: "«until» — первый день после окончания"))
        return nil
    }

    private func readCalendar(_ entry: Entry) {
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
        calendar = .fourFourFive(system)
    }
}

/// `last saturday of january`: which weekday of which month ends a 4-4-5 year.
private struct YearEndText {
    let rule: FourFourFive.YearEnd
    let month: Int
    let weeksStartOn: Weekday

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    init?(_ text: String) {
        let words = text.lowercased().split(separator: " ").map(String.init)
        guard words.count == 4, words[2] == "of", let rule = FourFourFive.YearEnd(rawValue: words[0]),
            let last = Weekday.allCases.firstIndex(where: { "\($0)" == words[1] }),
            let month = Self.months.firstIndex(of: words[3])
        else { return nil }
        self.rule = rule
        self.month = month + 1
        weeksStartOn = Weekday.allCases[(last + 1) % 7]
    }
}

// MARK: - Constants and parameters

extension CompanyReader {
    /// A constant in a unit: `60 000 RUB`, `5%`; zero needs no unit.
    func constant(_ entry: Entry, in unit: Unit) -> FixedDecimal? {
        guard let (value, found) = constant(entry) else { return nil }
        if found == unit || (value.isZero && found.isPlain) || (unit == .pieces && found.isPlain) { return value }
        let what = FormulaType.number(unit).described
        findings.report(
            "wrong-unit", at: entry.place,
            LocalizedText(
                en: "expected \(what.en), found \(FormulaType.number(found).described.en)",
                ru: "ожидается \(what.ru), а здесь \(FormulaType.number(found).described.ru)"),
            remedy: FormulaFault.unitRemedy(for: .number(unit), found: .number(found)))
        return nil
    }

    /// A constant and its unit.
    func constant(_ entry: Entry) -> (value: FixedDecimal, unit: Unit)? {
        guard let text = entry.text else {
            findings.expected(LocalizedText(en: "a number", ru: "число"), at: entry)
            return nil
        }
        let (formula, faults) = Checker.check(text, in: ConstantScope())
        findings.add(faults, in: entry)
        guard let formula, let unit = formula.type.unit else {
            if faults.isEmpty { findings.expected(LocalizedText(en: "a number", ru: "число"), at: entry) }
            return nil
        }
        let outcome = formula.evaluateNumber { (reference: Never) -> Outcome<FormulaValue> in }
        switch outcome {
        case .value(let value): return (value, unit)
        case .notComputable(let reason):
            findings.report("not-computable", at: entry.place, reason.text)
            return nil
        }
    }

    func readParameters() {
        for definition in definitions(.parameters) {
            let steps =
                definition.value.isList ? definition.value.elements.compactMap { step($0) } : undated(definition.value)
            guard let unit = steps.first?.unit else {
                if definition.value.isList, definition.value.elements.isEmpty {
                    findings.expected(
                        LocalizedText(en: "a number", ru: "число"), at: definition.value)
                }
                continue
            }
            if let odd = steps.first(where: { $0.unit != unit }) {
                findings.report(
                    "wrong-unit", at: odd.place,
                    LocalizedText(
                        en: "the unit of '\(definition.name)' changes from \(unit) to \(odd.unit)",
                        ru: "единица «\(definition.name)» меняется: была \(unit), стала \(odd.unit)"),
                    remedy: LocalizedText(
                        en: "write every value in the same unit", ru: "пишите все значения в одной единице"))
                continue
            }
            let sorted = steps.sorted { $0.from < $1.from }
            for (earlier, later) in zip(sorted, sorted.dropFirst()) where earlier.from == later.from {
                findings.report(
                    "duplicate-value", at: later.place,
                    LocalizedText(
                        en: "'\(definition.name)' has two values from \(later.from)",
                        ru: "у «\(definition.name)» два значения с \(later.from)"),
                    remedy: LocalizedText(en: "keep one of them", ru: "оставьте одно"))
            }
            add(definition, unit, sorted)
        }
    }

    private struct ParameterStep {
        let from: CivilDay
        let value: FixedDecimal
        let unit: Unit
        /// Whether it was written as a percentage, and is shown as one.
        let isPercent: Bool
        let place: Place
    }

    private func undated(_ entry: Entry) -> [ParameterStep] {
        [parameterStep(entry, from: .earliest, at: entry.place)].compactMap { $0 }
    }

    private func step(_ entry: Entry) -> ParameterStep? {
        guard let fields = Fields(entry, findings) else { return nil }
        let from = fields.require("from").flatMap { day($0) }
        let value = fields.require("value")
        fields.finish()
        guard let from, let value else { return nil }
        return parameterStep(value, from: from, at: entry.place)
    }

    private func parameterStep(_ entry: Entry, from: CivilDay, at place: Place) -> ParameterStep? {
        constant(entry).map { value, unit in
            ParameterStep(
                from: from, value: value, unit: unit, isPercent: entry.text?.hasSuffix("%") ?? false, place: place)
        }
    }

    /// Each value holds until the next begins.
    private func add(_ definition: Definition, _ unit: Unit, _ steps: [ParameterStep]) {
        let ends = steps.dropFirst().map(\.from) + [CivilDay.latest]
        let dated = zip(steps, ends).map { step, end in
            Dated(step.value, DayRange(from: step.from, clampingUntil: end))
        }
        guard let values = try? Timeline(dated) else { return }
        names.parameters[definition.name] = (parameters.count, unit)
        let isPercent = steps.contains(where: \.isPercent)
        parameters.append(
            Parameter(name: definition.name, unit: MetricUnit(unit, isPercent: isPercent), values: values))
    }
}
