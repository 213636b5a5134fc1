internal import Formulas
internal import Messages
internal import Periods

/// How the two totals are called of which the difference is paid.
enum TotalLabel {
    case soFar
    case before

    /// The total of some days.
    func total(_ days: DayRange) -> LocalizedText {
        switch self {
        case .soFar: LocalizedText(en: "total so far (\(days))", ru: "итог с начала (\(days))")
        case .before: LocalizedText(en: "total before (\(days))", ru: "итог до этого (\(days))")
        }
    }

    /// What the total is worth.
    var price: LocalizedText {
        switch self {
        case .soFar: LocalizedText(en: "earned by the total so far", ru: "заработано по итогу с начала")
        case .before: LocalizedText(en: "earned by the total before", ru: "заработано по итогу до этого")
        }
    }
}
