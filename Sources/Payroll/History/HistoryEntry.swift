public import Storage

/// Something that somebody did with the workspace, as people tell it.
public struct HistoryEntry: Sendable, Hashable {
    /// The number of its first record in the audit chain.
    public var record: Int64
    /// When, as ISO 8601 in UTC.
    public var at: String
    /// Who, by identifier.
    public var actor: String
    /// What was done.
    public var deed: Deed
    /// The pay period it was done with; `nil` where it belongs to none.
    public var period: String?
    /// Whom it concerns alone; `nil` where it concerns more than one.
    public var person: String?
    /// The run it was done with.
    public var run: String?
    /// The amount it was about, in minor units: what a run makes payable, what was paid, an adjustment.
    public var amount: Int64?
    /// The reason, objection or answer that was given; empty where none was.
    public var reason = ""

    /// What can be done.
    public enum Deed: Sendable, Hashable {
        /// Rows came in from a source, by kind.
        case imported(source: String, [String: ImportReport.Counts])
        /// A period was calculated; whether the company's text was new.
        case calculated(newText: Bool)
        /// People were shown what they get.
        case reviewed
        /// A run was approved, by this many so far.
        case approved(by: Int)
        /// Everything payable was handed to payroll.
        case paid
        /// A period was finished.
        case closed
        /// A period was opened again.
        case reopened
        /// An adjustment was entered.
        case adjusted(Int64)
        /// An adjustment was approved or rejected.
        case decided(Int64, Adjustment.Decision.Verdict)
        /// It was proposed that an approved adjustment counts no longer.
        case withdrawn(Int64)
        /// That was approved or rejected.
        case withdrawalDecided(Int64, Adjustment.Decision.Verdict)
        /// A backup was put in the place of what was there.
        case restored
        /// A dispute was opened.
        case disputed(Int64)
        /// A dispute was answered.
        case answered(Int64)
        /// What this version has no name for, with its detail as JSON.
        case other(String, detail: String)
    }
}
