internal import Formulas
public import Messages
public import Periods
public import Quantities

/// A company as it was read: complete, consistent, ready to be calculated.
public struct CompanyModel: Sendable {
    /// Its name.
    public var name: LocalizedText
    /// The currency it pays in.
    public var currency: Currency
    /// How it cuts its year.
    public var calendar: YearCalendar
    /// Its working days.
    public var workingCalendar: WorkingCalendar
    /// Records of every kind, by the kind's name.
    public var records: [String: RecordTable]
    /// The kind of the extra columns of assignments.
    public var assignmentKind: RecordKind
    /// The extra columns of assignments, by ``Assignment/row``.
    public var assignmentColumns: [EventColumn]
    /// The dated organisation.
    public var organisation: Organisation
    /// Roles.
    public var teams: Teams
    /// Event kinds.
    public var eventKinds: [EventKind]
    /// What happened, one table for each event kind.
    public var events: [EventTable]
    /// Tables of shares.
    public var splitKinds: [SplitKind]
    /// The shares, one table for each split kind.
    public var splits: [SplitTable]
    /// Named constants.
    public var parameters: [Parameter]
    /// What is measured.
    public var metrics: [Metric]
    /// Every figure out of events that a formula asks for.
    public var aggregates: [Aggregate]
    /// Targets.
    public var targets: RecordedValues
    /// Values written down by people.
    public var entered: RecordedValues
    /// The rows of the tables that awards are paid by.
    public var awardRows: AwardRows
    /// How people are paid.
    public var plans: [Plan]
    /// What it says of its key accounts; `nil` when it keeps no book of them.
    public var accounts: AccountSettings?
    /// The tables it defines.
    public var reports: [Report] = []
    /// How it settles and pays.
    public var ledgerRules = LedgerRules()
    /// The positions that no plan is meant to pay.
    public var unpaidPositions: Set<Int32> = []
    /// Warnings of what its files say that would silently pay what can hardly be meant.
    public var doubts: [Diagnostic] = []

    /// The number of a metric by its name.
    public func metric(named name: String) -> Int? {
        metrics.firstIndex { $0.name == name }
    }

    /// Records of a kind; an empty table when there are none.
    public func records(_ kind: String) -> RecordTable {
        records[kind] ?? RecordTable(kind: RecordKind(name: kind, fields: []))
    }

    /// The people.
    public var people: RecordTable { records(BuiltInKind.person) }
    /// The units.
    public var units: RecordTable { records(BuiltInKind.unit) }
}
