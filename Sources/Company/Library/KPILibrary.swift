internal import Formulas
public import Messages

/// The bundled library of KPIs: K1–K41 of the books on pay for salespeople, their variants, and what is usual besides.
///
/// The cards are data, in `Cards/*.yaml`; the compiler puts these files into the program, so that there is nothing to
/// install beside it.
public enum KPILibrary {
    /// Every card, by family.
    public static var cards: [KPICard] { bundled.cards }

    /// What is wrong with the files of the library; a test makes sure that nothing is.
    public static var faults: [Diagnostic] { bundled.faults }

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

    /// The files in the order in which their cards are listed.
    private static let files: [(name: String, bytes: [UInt8])] = [
        ("sales.yaml", PackageResources.sales_yaml),
        ("assortment.yaml", PackageResources.assortment_yaml),
        ("clients.yaml", PackageResources.clients_yaml),
        ("lifetime_value.yaml", PackageResources.lifetime_value_yaml),
        ("loyalty.yaml", PackageResources.loyalty_yaml),
        ("activity.yaml", PackageResources.activity_yaml),
        ("funnel.yaml", PackageResources.funnel_yaml),
        ("finance.yaml", PackageResources.finance_yaml),
        ("receivables.yaml", PackageResources.receivables_yaml),
        ("service.yaml", PackageResources.service_yaml),
        ("people.yaml", PackageResources.people_yaml),
    ]

    /// Read once, when somebody first asks for a card.
    private static let bundled = KPICardReader.read(files.map { SourceFile(path: $0.name, bytes: $0.bytes) })

    private static let byCode = Dictionary(
        cards.map { ($0.code.uppercased(), $0) }, uniquingKeysWith: { first, _ in first })
}
