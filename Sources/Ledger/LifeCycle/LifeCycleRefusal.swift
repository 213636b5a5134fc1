/// Why a step does not follow on those that a pay period has taken.
///
/// What other periods, people and disputes say about it, whoever takes the step asks beforehand.
public enum LifeCycleRefusal: Error, Sendable, Hashable {
    /// The period has not come so far, or is beyond it.
    case outOfOrder(String, PeriodState, PeriodStep.Action)
    /// The approval is for a run that is no longer the period's.
    case otherRun(String, approving: String, current: String)
    /// The second approval must come from somebody else.
    case sameApprover(String, String)
    /// Reopening needs a reason.
    case noReason(String)

    /// The period.
    public var period: String {
        switch self {
        case .outOfOrder(let period, _, _), .otherRun(let period, _, _), .sameApprover(let period, _),
            .noReason(let period):
            period
        }
    }
}
