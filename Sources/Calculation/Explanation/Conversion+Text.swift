internal import Company
internal import Formulas
internal import Quantities

extension Conversion {
    /// `1 000.00 USD at 78.50 from 2026-03-01`; a rate for more than one unit says for how many.
    var text: LocalizedText {
        let amount = FigureText.money(amount, rate.currency)
        let short = (try? rate.rate.rounded(toPlaces: 2)) ?? rate.rate
        let price = rate.rate.text(places: short == rate.rate ? 2 : nil, group: " ")
        let units = rate.units == .one ? nil : rate.units.text(group: " ")
        return LocalizedText(
            en: "\(amount) at \(price)\(units.map { " for \($0)" } ?? "") from \(rate.from)",
            ru: "\(amount) по курсу \(price)\(units.map { " за \($0)" } ?? "") с \(rate.from)")
    }
}

extension CompanyModel {
    /// What the amount in a field of an event was before it was converted; also one that stands in the event it names.
    func conversion(_ event: Int, _ field: Int, row: Int) -> Conversion? {
        let kind = eventKinds[event]
        guard let source = kind.gathered[safe: field - kind.ownFields.count], let inner = source.field else {
            return events[event].conversions[field]?.conversion(of: row)
        }
        guard case .record(let rows) = events[event].columns[source.reference], rows[row] >= 0 else { return nil }
        return events[source.event].conversions[inner]?.conversion(of: Int(rows[row]))
    }
}
