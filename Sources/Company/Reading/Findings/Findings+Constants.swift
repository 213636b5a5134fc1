internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// Days, stretches of days and constants of entries; anything else is reported.
extension Findings {
    /// A day written `2026-01-31`.
    func day(_ entry: YAMLEntry) -> CivilDay? {
        guard let text = text(entry) else { return nil }
        guard let day = CivilDay(parsing: text) else {
            report(
                "no-such-day", at: entry.place,
                LocalizedText(en: "there is no day '\(text)'", ru: "дня «\(text)» не бывает"),
                remedy: LocalizedText(en: "write year-month-day: 2026-01-31", ru: "пишите год-месяц-день: 2026-01-31"))
            return nil
        }
        return day
    }

    /// `{from: …, until: …}`; what is missing is open.
    func validity(_ entry: YAMLEntry) -> DayRange? {
        guard let fields = Fields(entry, self) else { return nil }
        let from = fields.take("from").flatMap { day($0) } ?? .earliest
        let until = fields.take("until").flatMap { day($0) } ?? .latest
        fields.finish()
        if let range = DayRange(from: from, until: until), !range.isEmpty { return range }
        report(
            "empty-range", at: entry.place,
            LocalizedText(
                en: "no day is left: it begins on \(from) and has ended on \(until)",
                ru: "не остаётся ни дня: начало \(from), а \(until) уже всё"),
            remedy: LocalizedText(
                en: "'until' is the first day after", ru: "«until» — первый день после окончания"))
        return nil
    }

    /// A constant in a unit: `60 000 RUB`, `5%`; zero needs no unit.
    func constant(_ entry: YAMLEntry, in unit: Unit) -> FixedDecimal? {
        guard let (value, found) = constant(entry) else { return nil }
        if found == unit || (value.isZero && found.isPlain) || (unit == .pieces && found.isPlain) { return value }
        let what = FormulaType.number(unit).described
        report(
            "wrong-unit", at: entry.place,
            LocalizedText(
                en: "expected \(what.en), found \(FormulaType.number(found).described.en)",
                ru: "ожидается \(what.ru), а здесь \(FormulaType.number(found).described.ru)"),
            remedy: FormulaFault.unitRemedy(for: .number(unit), found: .number(found)))
        return nil
    }

    /// A constant and its unit.
    func constant(_ entry: YAMLEntry) -> (value: FixedDecimal, unit: Unit)? {
        guard let text = entry.text else {
            expected(LocalizedText(en: "a number", ru: "число"), at: entry)
            return nil
        }
        let (formula, faults) = Checker.check(text, in: ConstantScope())
        add(faults, in: entry)
        guard let formula, let unit = formula.type.unit else {
            if faults.isEmpty { expected(LocalizedText(en: "a number", ru: "число"), at: entry) }
            return nil
        }
        let outcome = formula.evaluateNumber { (reference: Never) -> Outcome<FormulaValue> in }
        switch outcome {
        case .value(let value): return (value, unit)
        case .notComputable(let reason):
            report("not-computable", at: entry.place, reason.text)
            return nil
        }
    }
}
