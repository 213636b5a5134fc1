public import Formulas
public import Periods

/// A limit for a period longer than the plan pays for.
public struct LongerCap: Sendable {
    /// The most that is paid in the longer period.
    public var amount: Checked<Measure>
    /// The longer period.
    public var per: PeriodKind
}

/// What acts on every award of a plan after the component's own modifiers.
public struct PlanModifiers: Sendable {
    /// Every award is multiplied with it.
    public var multiplier: Checked<Measure>?
    /// Must be passed, else only a part of every award is left.
    public var gate: Gate?
    /// The most that a person is paid in longer periods, over all components; the shortest period first.
    public var longerCaps: [LongerCap] = []

    /// Whether any of them acts on each award by itself.
    public var actOnAwards: Bool { multiplier != nil || gate != nil }
}

/// The least that a plan pays a person for the time he worked: a draw that is not recovered.
public struct Guarantee: Sendable {
    /// The least for a whole period at full time.
    public var amount: Checked<Measure>
    /// For how many of a person's first periods on the plan it holds; `nil` for all.
    public var first: Int?
    /// The longer period that it is stated for and topped up at the end of; `nil` for the plan's own period.
    public var per: PeriodKind?
}
