public import Company
public import Formulas
public import Quantities

/// How figures are written for people, in every place alike.
public enum FigureText {
    /// `68.3125 %`, at most 4 decimal places.
    public static func percent(_ value: FixedDecimal) -> String {
        let percent = (try? value.multiplied(by: 100).rounded(toPlaces: 4)) ?? value
        return percent.text(places: nil, group: " ") + " %"
    }

    /// `40 987.50 RUB`; more decimal places than the currency has are kept, up to 4.
    public static func money(_ value: FixedDecimal, _ currency: Currency) -> String {
        let rounded = (try? value.rounded(toPlaces: 4)) ?? value
        let short = (try? rounded.rounded(toPlaces: currency.minorDigits)) ?? rounded
        let places = short == rounded ? currency.minorDigits : 4
        return rounded.text(places: places, group: " ", point: ".") + " " + currency.code
    }

    /// A figure in its unit; percentages and other numbers with at most 4 decimal places.
    public static func text(_ value: FixedDecimal, _ unit: MetricUnit, in language: Language = .en) -> String {
        if unit.isPercent { return percent(value) }
        if unit.unit.isMoney, let currency = unit.unit.currency { return money(value, currency) }
        let number = ((try? value.rounded(toPlaces: 4)) ?? value).text(places: nil, group: " ")
        return unit.unit.isPlain ? number : "\(number) \(name(unit.unit, in: language))"
    }

    private static func name(_ unit: Unit, in language: Language) -> String {
        guard language == .ru else { return unit.description }
        return switch unit {
        case .days: "дн."
        case .minutes: "мин"
        case .pieces: "шт."
        default: unit.description
        }
    }
}

extension MessageArgument.Value {
    /// A figure in the unit in which it is shown.
    static func figure(_ value: FixedDecimal, _ unit: MetricUnit) -> MessageArgument.Value {
        if let currency = unit.unit.currency, unit.unit.isMoney { return .money(value, currency) }
        return .figure(value, unit: unit.isPercent ? "percent" : unit.unit.description)
    }
}
