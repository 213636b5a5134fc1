internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// Reads rates and the fields that choose them, for tables of rates and for commissions alike.
struct RateReader {
    let names: Names
    let findings: Findings

    /// Whether a unit is that of a rate on another one.
    func isRate(_ rate: Unit?, on unit: Unit) -> Bool {
        guard let rate else { return false }
        if unit.isMoney { return rate.isPlain }
        return rate.droppingPieceDenominator() == .money(names.currency)
    }

    /// What a rate on a unit is, in words.
    func rateType(on unit: Unit) -> LocalizedText {
        unit.isMoney
            ? LocalizedText(en: "a percentage", ru: "процент")
            : LocalizedText(en: "money for each piece", ru: "деньги за штуку")
    }

    /// A rate that is written out.
    func rateConstant(_ entry: YAMLEntry, on unit: Unit) -> FixedDecimal? {
        guard let (value, found) = findings.constant(entry) else { return nil }
        if (value.isZero && found.isPlain) || isRate(found, on: unit) { return value }
        findings.add(
            [
                .wrongType(
                    expected: rateType(on: unit), found: FormulaType.number(found).described,
                    TextSpan(0, entry.text?.count ?? 1))
            ],
            in: entry)
        return nil
    }

    /// The text or record field of an event that a path names.
    func rateField(_ entry: YAMLEntry) -> FieldReference? {
        guard let text = findings.text(entry) else { return nil }
        let path = text.split(separator: ".").map(String.init)
        guard let event = names.eventKind(named: path.first ?? "") else {
            findings.add([.unknownName(text, known: names.eventKinds.map(\.name), TextSpan(0, text.count))], in: entry)
            return nil
        }
        let (formula, faults) = Checker.check(text, in: FieldScope(names, event: event, use: .fields))
        findings.add(faults, in: entry)
        guard let formula else { return nil }
        guard case .reference(.field(let reference)) = formula.node else {
            findings.expected(LocalizedText(en: "a field of the event", ru: "поле события"), at: entry)
            return nil
        }
        switch formula.type {
        case .text, .record: return reference
        default:
            findings.add(
                [
                    .wrongType(
                        expected: LocalizedText(en: "a text or a record", ru: "текст или запись"),
                        found: formula.type.described, formula.span)
                ],
                in: entry)
            return nil
        }
    }
}
