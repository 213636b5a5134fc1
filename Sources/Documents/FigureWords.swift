public import Calculation
public import Company
public import HTML
public import Messages
public import Quantities

/// Amounts and figures of a company as pages and paper show them: the same digits in both.
public struct FigureWords: Sendable {
    /// The currency of the company.
    public let currency: Currency
    /// In whose way figures are written.
    public let language: HTML.Language

    /// The way of a language.
    public init(currency: Currency, language: HTML.Language) {
        self.currency = currency
        self.language = language
    }

    /// Minor units as a figure; `nil` for what is beyond any pay.
    public func figure(_ minorUnits: some BinaryInteger) -> Figure? {
        Int128(exactly: minorUnits).flatMap { Figure(units: $0, places: currency.minorDigits) }
    }

    /// Minor units as they stand in a table whose head names the currency: "57,400.00".
    public func text(_ minorUnits: some BinaryInteger, signed: Bool = false) -> String {
        figure(minorUnits).map { HTML.FigureText.text($0, in: language, signed: signed) } ?? HTML.FigureText.absent
    }

    /// Minor units in a sentence: "57,400.00 RUB".
    public func sentence(_ minorUnits: some BinaryInteger) -> String {
        text(minorUnits) + "\u{00A0}" + currency.code
    }

    /// A figure of an explanation in its unit: money of the company as an amount, anything else with its unit in words.
    public func amount(_ value: FixedDecimal, _ unit: MetricUnit) -> Amount {
        if unit.unit.isMoney, unit.unit.currency == currency,
            let figure = figure(of: value, least: currency.minorDigits)
        {
            return .figure(figure)
        }
        return .words(words(value, unit))
    }

    /// What an explanation shows, as it stands in a column of figures.
    public func text(_ content: Calculation.Explanation.Content) -> String {
        switch content {
        case .figure(let value, let unit):
            switch amount(value, unit) {
            case .figure(let figure): HTML.FigureText.text(figure, in: language)
            case .change(let figure): HTML.FigureText.text(figure, in: language, signed: true)
            case .words(let text): text
            case .absent: HTML.FigureText.absent
            }
        case .answer(let answer):
            LocalizedText(en: answer ? "yes" : "no", ru: answer ? "да" : "нет")[language.ofTexts]
        case .missing: HTML.FigureText.absent
        case .none: ""
        }
    }

    /// "108 %", "12 шт.", "1 250 000,00 USD".
    private func words(_ value: FixedDecimal, _ unit: MetricUnit) -> String {
        if unit.isPercent {
            let hundreds = (try? value.multiplied(by: 100)) ?? value
            return plain(hundreds) + "\u{00A0}%"
        }
        let name = Self.name(of: unit.unit, in: language)
        return name.isEmpty ? plain(value) : plain(value) + "\u{00A0}" + name
    }

    /// A unit as it stands behind a number; empty for a plain number.
    static func name(of unit: Unit, in language: HTML.Language) -> String {
        switch unit {
        case .days: language == .ru ? "дн." : "d"
        case .pieces: language == .ru ? "шт." : "pcs"
        case .minutes: language == .ru ? "мин" : "min"
        default: unit.isPlain ? "" : unit.description
        }
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

extension HTML.Language {
    /// The same language where texts and formulas name it.
    var ofTexts: Messages.Language { self == .ru ? .ru : .en }
}

extension Messages.Language {
    /// The same language where pages and paper name it.
    public var ofPages: HTML.Language { self == .ru ? .ru : .en }
}
