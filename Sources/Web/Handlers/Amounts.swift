internal import Calculation
internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Quantities

/// Amounts and figures of the company as pages show them.
struct Amounts {
    let currency: Currency
    let language: PageLanguage

    /// Minor units of the company's currency; a dash for what is beyond any pay.
    func money(_ minorUnits: some BinaryInteger) -> Amount { figure(minorUnits).map(Amount.figure) ?? tooLarge }

    /// A change, with its sign.
    func change(_ minorUnits: some BinaryInteger) -> Amount { figure(minorUnits).map(Amount.change) ?? tooLarge }

    /// Minor units as a figure; nil for what is beyond any pay.
    func figure(_ minorUnits: some BinaryInteger) -> Figure? {
        Int128(exactly: minorUnits).flatMap { Figure(units: $0, places: currency.minorDigits) }
    }

    /// In a sentence: "197,688.30 RUB".
    func text(_ minorUnits: some BinaryInteger) -> String {
        let figure = figure(minorUnits).map { HTML.FigureText.text($0, in: language) } ?? HTML.FigureText.absent
        return figure + "\u{00A0}" + currency.code
    }

    /// What is not there, and why.
    func absent(_ reason: String) -> Amount { .absent(reason: reason, address: nil) }

    private var tooLarge: Amount { absent(language == .ru ? "слишком большое число" : "the number is too large") }

    /// A figure of an explanation in its unit: money of the company as an amount, anything else with its unit in words.
    func amount(_ value: FixedDecimal, _ unit: MetricUnit) -> Amount {
        if unit.unit.isMoney, unit.unit.currency == currency,
            let figure = figure(of: value, least: currency.minorDigits)
        {
            return .figure(figure)
        }
        return .words(text(value, unit))
    }

    /// "108 %", "12 шт.", "1 250 000,00 USD".
    private func text(_ value: FixedDecimal, _ unit: MetricUnit) -> String {
        if unit.isPercent {
            let hundreds = (try? value.multiplied(by: 100)) ?? value
            return plain(hundreds) + "\u{00A0}%"
        }
        let name: String
        switch unit.unit {
        case .days: name = language == .ru ? "дн." : "d"
        case .pieces: name = language == .ru ? "шт." : "pcs"
        case .minutes: name = language == .ru ? "мин" : "min"
        default: name = unit.unit.isPlain ? "" : unit.unit.description
        }
        return name.isEmpty ? plain(value) : plain(value) + "\u{00A0}" + name
    }

    private func plain(_ value: FixedDecimal) -> String {
        figure(of: value, least: 0).map { HTML.FigureText.text($0, in: language) } ?? value.description
    }

    /// A decimal with at most four places and no idle zeros beyond the least places.
    private func figure(of value: FixedDecimal, least: Int) -> Figure? {
        guard let rounded = try? value.rounded(toPlaces: 4) else { return nil }
        var units = rounded.raw / 1_000_000_000_000
        var places = 4
        while places > least, units % 10 == 0 {
            units /= 10
            places -= 1
        }
        return Figure(units: units, places: places)
    }
}

/// Periods as people call them.
enum PeriodNames {
    private static let months: [Words] = [
        Words(ru: "январь", en: "January"), Words(ru: "февраль", en: "February"), Words(ru: "март", en: "March"),
        Words(ru: "апрель", en: "April"), Words(ru: "май", en: "May"), Words(ru: "июнь", en: "June"),
        Words(ru: "июль", en: "July"), Words(ru: "август", en: "August"), Words(ru: "сентябрь", en: "September"),
        Words(ru: "октябрь", en: "October"), Words(ru: "ноябрь", en: "November"), Words(ru: "декабрь", en: "December"),
    ]

    /// The same where it begins a line: "Ноябрь 2026".
    static func heading(_ label: String, _ language: PageLanguage) -> String {
        title(label, language).beginning
    }

    /// "ноябрь 2026" of `2026-11`; other periods keep their label.
    static func title(_ label: String, _ language: PageLanguage) -> String {
        let parts = label.split(separator: "-")
        guard parts.count == 2, parts[0].count == 4, parts[1].count == 2, let month = Int(parts[1]),
            months.indices.contains(month - 1)
        else { return label }
        return months[month - 1][language] + " " + parts[0]
    }
}
