/// Who shares a pool, a contest or a budget of rewards.
public enum AwardGroup: String, Sendable, CaseIterable {
    /// The members of the plan in each unit.
    case unit
    /// All members of the plan.
    case plan
}
