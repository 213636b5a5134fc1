public import Formulas
public import Messages
public import Periods

/// The least that a plan pays a person for the time he worked: a draw that is not recovered.
public struct Guarantee: Sendable {
    /// The least for a whole period at full time.
    public var amount: Checked<Measure>
    /// For how many of a person's first periods on the plan it holds; `nil` for all.
    public var first: Int?
    /// The longer period that it is stated for and topped up at the end of; `nil` for the plan's own period.
    public var per: PeriodKind?
    /// Where it is defined.
    public var place: Place

    /// What its pay line is called, in files and for people.
    public static let name = "guarantee"
    /// What its pay line is called in words.
    public static let title = LocalizedText(en: "guarantee", ru: "гарантия")
}
