public import Quantities

/// How each language writes numbers.
public enum LocalizedNumber {
    /// What stands between thousands, and between a number and its unit, in Russian.
    public static let noBreakSpace = "\u{A0}"

    /// A number with its groups of three: `40 987.5`, in Russian `40 987,5` with a no-break space.
    ///
    /// - Parameter places: Decimals to show; `nil` for as many as the number needs.
    public static func grouped(_ number: FixedDecimal, places: Int? = nil, in language: Language) -> String {
        switch language {
        case .en: number.text(places: places, group: " ")
        case .ru: number.text(places: places, group: noBreakSpace, point: ",")
        }
    }

    /// A share of one in per cent with at most 4 decimals: `68.3125 %`.
    public static func percent(_ share: FixedDecimal, in language: Language) -> String {
        let percent = (try? share.multiplied(by: 100).rounded(toPlaces: 4)) ?? share
        return unit("%", behind: grouped(percent, in: language), in: language)
    }

    /// `40 987.50 RUB`; more decimals than the currency has are kept, up to 4.
    public static func money(_ amount: FixedDecimal, _ currency: Currency, in language: Language) -> String {
        let rounded = (try? amount.rounded(toPlaces: 4)) ?? amount
        let short = (try? rounded.rounded(toPlaces: currency.minorDigits)) ?? rounded
        let places = short == rounded ? currency.minorDigits : 4
        return unit(currency.code, behind: grouped(rounded, places: places, in: language), in: language)
    }

    /// A number and the word behind it; in Russian no line breaks between them.
    public static func unit(_ word: String, behind number: String, in language: Language) -> String {
        number + (language == .ru ? noBreakSpace : " ") + word
    }
}
