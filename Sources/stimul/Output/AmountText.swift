internal import Messages
import Quantities
import Reports

/// Sums of minor units as texts; of any width, because a sum over everybody may be wide.
struct AmountText {
    let currency: Currency

    /// `104 500.00 RUB`, `104 500,00 RUB`
    func readable(_ minorUnits: some BinaryInteger) -> LocalizedText {
        LocalizedText { language in
            let isRussian = language == .ru
            let number = MoneyText.text(
                minorUnits, in: currency, group: isRussian ? LocalizedNumber.noBreakSpace : " ",
                point: isRussian ? "," : ".")
            return LocalizedNumber.unit(currency.code, behind: number, in: language)
        }
    }

    /// `+104 500.00 RUB`: a change.
    func change(_ minorUnits: some BinaryInteger) -> LocalizedText {
        let sign = minorUnits > 0 ? "+" : ""
        return LocalizedText { language in sign + readable(minorUnits)[language] }
    }

    /// `104500.00`, for other programs.
    func plain(_ minorUnits: some BinaryInteger) -> String { MoneyText.text(minorUnits, in: currency) }
}
