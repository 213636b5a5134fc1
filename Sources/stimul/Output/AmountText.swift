import Quantities
import Reports

/// Sums of minor units as texts; of any width, because a sum over everybody may be wide.
struct AmountText {
    let currency: Currency

    /// `104 500.00 RUB`
    func readable(_ minorUnits: some BinaryInteger) -> String {
        "\(MoneyText.text(minorUnits, in: currency, group: " ")) \(currency.code)"
    }

    /// `+104 500.00 RUB`: a change.
    func change(_ minorUnits: some BinaryInteger) -> String {
        (minorUnits > 0 ? "+" : "") + readable(minorUnits)
    }

    /// `104500.00`, for other programs.
    func plain(_ minorUnits: some BinaryInteger) -> String { MoneyText.text(minorUnits, in: currency) }
}
