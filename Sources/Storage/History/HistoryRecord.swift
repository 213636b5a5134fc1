public import Ledger

/// A record of the audit chain with what it recorded: who did what, when.
public struct HistoryRecord: Sendable, Hashable {
    /// Its number in the chain.
    public var number: Int64
    /// When, as ISO 8601 in UTC.
    public var at: String
    /// Who, by identifier.
    public var actor: String
    /// What was done.
    public var event: Event

    /// What a record recorded.
    public enum Event: Sendable, Hashable {
        /// Rows came in from a source, so many versions by kind.
        case imported(source: String, [String: ImportReport.Counts])
        /// The company's text was kept, since it was a new one.
        case model(String)
        /// A run was kept, by its identifier.
        case run(String)
        /// A step in the life of a period.
        case step(PeriodStep, period: String)
        /// Entries of a run were posted; the amount is what they paid, in minor units.
        case posted(run: String, paid: Int64)
        /// An adjustment was entered, as it stands now.
        case adjustment(Adjustment)
        /// An adjustment was decided about.
        case decision(Adjustment)
        /// It was proposed that an approved adjustment counts no longer.
        case withdrawal(Adjustment, reason: String)
        /// That was decided about.
        case withdrawalDecision(Adjustment, Adjustment.Decision.Verdict, reason: String)
        /// A backup was put in the place of what was there; with the sum of the payments that it undid, in minor units.
        case restored(Restore, undone: Int64)
        /// A dispute was opened, as it stands now.
        case dispute(Dispute)
        /// A dispute was answered.
        case answer(Dispute)
        /// What this version has no name for, with its detail as JSON.
        case other(action: String, detail: String)
    }
}
