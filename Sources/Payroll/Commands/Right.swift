/// Something that one may be allowed to do or see.
public enum Right: String, Sendable, Hashable, CaseIterable {
    /// See what somebody is paid, and why.
    case seePay = "see_pay"
    /// Object to somebody's pay.
    case openDispute = "open_dispute"
    /// Answer an objection.
    case answerDispute = "answer_dispute"
    /// Propose that somebody's pay is changed by hand, or that such a change counts no longer.
    case proposeAdjustment = "propose_adjustment"
    /// Decide about what somebody else has proposed.
    case decideAdjustment = "decide_adjustment"
    /// Take rows in.
    case importRows = "import"
    /// Write targets; of one's own people they are proposals, which count once somebody who writes everybody's has accepted them.
    case setTargets = "set_targets"
    /// Calculate a pay period.
    case calculate
    /// Show people their statements.
    case review
    /// Approve a pay period.
    case approve
    /// Hand what is payable to payroll.
    case pay
    /// End a pay period.
    case close
    /// Open a pay period again.
    case reopen
    /// See key account work: what one looks after, what one's people look after, or everything.
    case seeAccounts = "see_accounts"
    /// Read plans.
    case readPlans = "read_plans"
    /// Write plans.
    case writePlans = "write_plans"
    /// Approve plans.
    case approvePlans = "approve_plans"
    /// Read the ledger.
    case readLedger = "read_ledger"
    /// Check the chain of records.
    case checkRecords = "check_records"
    /// Back the records up, and restore them.
    case keepRecords = "keep_records"
    /// Say who may do what.
    case grantRights = "grant_rights"
}

/// Whom a right reaches; a farther one includes the nearer ones.
public enum Reach: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// Only what is about himself.
    case own
    /// The people he answers for, and himself.
    case team
    /// Everybody.
    case all

    /// Orders reaches from the nearest to the farthest.
    public static func < (left: Reach, right: Reach) -> Bool { left.rawValue < right.rawValue }
}

/// What somebody may do, each right as far as it reaches.
public struct Rights: Sendable, Hashable {
    private var reaches: [Right: Reach]

    /// Makes rights.
    public init(_ reaches: [Right: Reach]) { self.reaches = reaches }

    /// No rights.
    public static let none = Rights([:])

    /// Every right, for everybody.
    public static let all = Rights(Dictionary(uniqueKeysWithValues: Right.allCases.map { ($0, .all) }))

    /// How far a right reaches; `nil` when it is not among them.
    public subscript(_ right: Right) -> Reach? { reaches[right] }

    /// What either of two grants: whoever has two roles may do what one of them may.
    public func joined(with other: Rights) -> Rights {
        Rights(reaches.merging(other.reaches) { max($0, $1) })
    }
}
