internal import Formulas
internal import Messages
internal import Periods

extension Findings {
    /// A kind of period out of those that may stand here, longer than the plan's own.
    func longerPeriod(_ entry: YAMLEntry, than period: PeriodKind, of known: [PeriodKind], orEqual: Bool = false)
        -> PeriodKind?
    {
        guard let text = entry.text, let kind = PeriodKind(rawValue: text), known.contains(kind) else {
            let list = known.map(\.rawValue).joined(separator: " | ")
            expected(LocalizedText(en: "one of \(list)", ru: "одно из \(list)"), at: entry)
            return nil
        }
        if kind > period || (orEqual && kind == period) { return kind }
        report(
            "not-longer", at: entry.place,
            LocalizedText(
                en: "a \(kind.rawValue) is not longer than the plan's period, a \(period.rawValue)",
                ru: "период «\(kind.rawValue)» не длиннее периода плана «\(period.rawValue)»"),
            remedy: LocalizedText(
                en: "name a longer period, or none to count each period by itself",
                ru: "укажите период длиннее или не указывайте: тогда каждый период сам по себе"))
        return nil
    }
}

extension [PeriodKind] {
    /// What a year is made of, and the year.
    static let partsOfYear: [PeriodKind] = [.quarter, .half, .year]
}
