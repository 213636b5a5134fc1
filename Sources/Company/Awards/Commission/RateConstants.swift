internal import Formulas
internal import Quantities

/// What a rate is: of commissions, and of the tables that they are priced by.
extension CompanyReader {
    /// A rate on money is a plain number; on pieces it is money per piece, and plain money means that too.
    func rate(_ entry: Entry, _ unit: Unit) -> Checked<Measure>? {
        guard let rate = formula(entry, MeasureScope(names)) else { return nil }
        if isRate(rate.type.unit, on: unit) {
            lookAtPercentages(of: rate, in: entry, as: .rate)
            return rate
        }
        findings.add([.wrongType(expected: rateType(on: unit), found: rate.type.described, rate.span)], in: entry)
        return nil
    }

    private func isRate(_ rate: Unit?, on unit: Unit) -> Bool {
        guard let rate else { return false }
        if unit.isMoney { return rate.isPlain }
        return rate.droppingPieceDenominator() == .money(names.currency)
    }

    func rateType(on unit: Unit) -> LocalizedText {
        unit.isMoney
            ? LocalizedText(en: "a percentage", ru: "процент")
            : LocalizedText(en: "money for each piece", ru: "деньги за штуку")
    }

    func rateConstant(_ entry: Entry, on unit: Unit) -> FixedDecimal? {
        guard let (value, found) = constant(entry) else { return nil }
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
}
