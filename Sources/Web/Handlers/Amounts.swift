internal import Calculation
internal import Company
internal import Documents
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
    func figure(_ minorUnits: some BinaryInteger) -> Figure? { words.figure(minorUnits) }

    /// In a sentence: "197,688.30 RUB".
    func text(_ minorUnits: some BinaryInteger) -> String { words.sentence(minorUnits) }

    /// What is not there, and why.
    func absent(_ reason: String) -> Amount { .absent(reason: reason, address: nil) }

    private var tooLarge: Amount { absent(language == .ru ? "слишком большое число" : "the number is too large") }

    /// A figure of an explanation in its unit: money of the company as an amount, anything else with its unit in words.
    func amount(_ value: FixedDecimal, _ unit: MetricUnit) -> Amount { words.amount(value, unit) }

    private var words: FigureWords { FigureWords(currency: currency, language: language) }
}

/// Periods as people call them.
enum PeriodNames {
    /// The same where it begins a line: "Ноябрь 2026".
    static func heading(_ label: String, _ language: PageLanguage) -> String {
        title(label, language).beginning
    }

    /// "ноябрь 2026" of `2026-11`; other periods keep their label.
    static func title(_ label: String, _ language: PageLanguage) -> String { PeriodTitle.of(label)[language] }
}
