public import Ledger

/// What can be done about a failure: a command line shows it as the words to write, a server as a link.
public enum NextStep: Sendable, Hashable {
    /// Take the step that a period waits for.
    case take(PeriodStep.Action, period: String)
    /// Go on with the period that follows on a closed one.
    case followingPeriod(period: String)
    /// Answer the disputes of a period.
    case answerDisputes(period: String, count: Int)
    /// Take tables in.
    case importRows
    /// Propose that an adjustment counts no longer.
    case withdraw(Int64)
    /// Look which run each period stands on.
    case listRuns
    /// Look at the adjustments.
    case listAdjustments
    /// Look at the disputes.
    case listDisputes
    /// See what a period changes in earlier ones.
    case compare(period: String)
    /// Check the chain of records.
    case audit
    /// Make a backup.
    case backUp
    /// Make a statement.
    case writeStatement
}

extension NextStep {
    /// What a period waits for in a state.
    public static func after(_ state: PeriodState, of period: String) -> NextStep {
        switch state {
        case .open: .take(.calculate, period: period)
        case .calculated: .take(.review, period: period)
        case .inReview, .halfApproved: .take(.approve, period: period)
        case .approved: .take(.pay, period: period)
        case .paid: .take(.close, period: period)
        case .closed: .followingPeriod(period: period)
        }
    }
}
