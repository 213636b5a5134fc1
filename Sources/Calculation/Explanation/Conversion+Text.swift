internal import Company
internal import Formulas
internal import Messages
internal import Quantities

extension Conversion {
    /// `1 000.00 USD at 78.50 from 2026-03-01`; a rate for more than one unit says for how many.
    var text: LocalizedText {
        let amount = ExactMoney(amount, rate.currency)
        let short = (try? rate.rate.rounded(toPlaces: 2)) ?? rate.rate
        let price = LocalizedText { LocalizedNumber.grouped(rate.rate, places: short == rate.rate ? 2 : nil, in: $0) }
        guard rate.units != .one else {
            return LocalizedText(
                en: "\(amount) at \(price) from \(rate.from)", ru: "\(amount) по курсу \(price) с \(rate.from)")
        }
        let units = LocalizedText { LocalizedNumber.grouped(rate.units, in: $0) }
        return LocalizedText(
            en: "\(amount) at \(price) for \(units) from \(rate.from)",
            ru: "\(amount) по курсу \(price) за \(units) с \(rate.from)")
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
