public import Formulas

/// The bundled library of KPIs: K1–K41 of the books on pay for salespeople, their variants, and what is usual besides.
public enum KPILibrary {
    /// Every card, by family.
    public static let cards: [KPICard] =
        sales + assortment + clients + lifetimeValue + loyalty + activity + funnel + finance + receivables + service
        + people

    /// The card of a code, such as `K6` or `k6`; `nil` when the library has none.
    public static func card(_ code: String) -> KPICard? {
        byCode[code.uppercased()]
    }

    /// What to do about a code that the library does not have; `nil` when it has none that resembles it.
    public static func remedy(for code: String) -> LocalizedText? {
        Suggestion.remedy(for: code.uppercased(), among: cards.map(\.code))
    }

    /// The cards of a family.
    public static func cards(of family: KPICard.Family) -> [KPICard] {
        cards.filter { $0.family == family }
    }

    private static let byCode = Dictionary(
        cards.map { ($0.code.uppercased(), $0) }, uniquingKeysWith: { first, _ in first })
}
