public import Formulas
internal import Messages
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
