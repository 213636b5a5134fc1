internal import Formulas
internal import Periods

extension CompanyReader {
    /// A kind of period out of those that may stand here, longer than the plan's own.
    func longerPeriod(_ entry: Entry, than period: PeriodKind, of known: [PeriodKind], orEqual: Bool = false)
        -> PeriodKind?
    {
        guard let text = entry.text, let kind = PeriodKind(rawValue: text), known.contains(kind) else {
            let list = known.map(\.rawValue).joined(separator: " | ")
            findings.expected(LocalizedText(en: "one of \(list)", ru: "одно из \(list)"), at: entry)
            return nil
        }
        if kind > period || (orEqual && kind == period) { return kind }
        findings.report(
            "not-longer", at: entry.place,
            LocalizedText(
                en: "a \(kind.rawValue) is not longer than the plan's period, a \(period.rawValue)",
                ru: "период «\(kind.rawValue)» не длиннее периода плана «\(period.rawValue)»"),
            remedy: LocalizedText(
                en: "name a longer period, or none to count each period by itself",
                ru: "укажите период длиннее или не указывайте: тогда каждый период сам по себе"))
        return nil
    }

    /// Whether a figure can be totalled over a longer period; reports one that looks at another stretch of time, which
    /// moves with each period and has no total.
    func hasTotal(_ figure: Checked<Measure>, _ entry: Entry) -> Bool {
        var seen: Set<Int> = []
        guard looksElsewhere(figure, &seen) else { return true }
        findings.report(
            "window-in-total", at: entry.place(of: figure.span),
            LocalizedText(
                en: "a figure of another stretch of time has no total over a longer period",
                ru: "у показателя за другой отрезок времени нет итога за более длинный период"),
            remedy: LocalizedText(
                en: "name the figure of the period itself; 'over' adds up what came before",
                ru: "назовите показатель самого периода; «over» прибавит то, что было раньше"))
        return false
    }

    private func looksElsewhere(_ formula: Checked<Measure>, _ seen: inout Set<Int>) -> Bool {
        for reference in formula.references {
            switch reference {
            case .window: return true
            case .subject(_, let inner):
                if looksElsewhere(inner, &seen) { return true }
            case .metric(let number):
                guard seen.insert(number).inserted, metrics.indices.contains(number),
                    case .formula(let inner) = metrics[number].source
                else { continue }
                if looksElsewhere(inner, &seen) { return true }
            case .aggregate, .target, .person, .parameter, .days, .workingDays, .variable: continue
            }
        }
        return false
    }
}

extension [PeriodKind] {
    /// What a year is made of, and the year.
    static let partsOfYear: [PeriodKind] = [.quarter, .half, .year]
}
