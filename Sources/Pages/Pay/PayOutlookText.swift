public import HTML

/// What a period will pay if it goes on like this, or why that cannot be said.
public enum PayOutlookText: Sendable {
    /// The middle case, and between which amounts eight of ten cases lie.
    case forecast(Amount, low: Amount, high: Amount)
    /// From this day on.
    case tooEarly(String)
    /// There is too little past.
    case tooFew
}

/// One line under what was earned.
struct OutlookLine: Component {
    let outlook: PayOutlookText
    let currency: String
    let language: Language

    var body: some Markup {
        switch outlook {
        case .forecast(let middle, let low, let high):
            p {
                OutlookWords.middle[language] + " "
                strong { AmountText(middle, in: language) }
                " " + currency + " (" + OutlookWords.between[language] + " "
                AmountText(low, in: language)
                " " + OutlookWords.and[language] + " "
                AmountText(high, in: language)
                ")"
            }
        case .tooEarly(let day): p(.class(.muted)) { OutlookWords.tooEarly(day)[language] }
        case .tooFew: p(.class(.muted)) { OutlookWords.tooFew[language] }
        }
    }
}

enum OutlookWords {
    static let middle = Words(ru: "Если так пойдёт и дальше:", en: "If it goes on like this:")
    static let between = Words(ru: "в восьми случаях из десяти между", en: "in eight cases of ten between")
    static let and = Words(ru: "и", en: "and")
    static func tooEarly(_ day: String) -> Words {
        Words(
            ru: "Прогноз появится на третий рабочий день: \(day).",
            en: "A forecast needs three working days; the first one is on \(day).")
    }
    static let tooFew = Words(
        ru: "Для прогноза нужны хотя бы два прежних периода со сделками.",
        en: "A forecast needs two earlier periods with deals.")
}
