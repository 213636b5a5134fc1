internal import Formulas
internal import Messages
internal import Quantities

extension PlanReader {
    /// A rate on money is a plain number; on pieces it is money per piece, and plain money means that too.
    func rate(_ entry: YAMLEntry, _ unit: Unit) -> Checked<Measure>? {
        guard let rate = formula(entry, MeasureScope(names)) else { return nil }
        if isRate(rate.type.unit, on: unit) {
            lookAtPercentages(of: rate, in: entry, as: .rate)
            return rate
        }
        findings.add([.wrongType(expected: rateType(on: unit), found: rate.type.described, rate.span)], in: entry)
        return nil
    }
}
