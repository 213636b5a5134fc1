public import Accounts
public import Quantities

/// What a company's text says of its key account work: the section `accounts`, with `selection` and `ladder`.
public struct AccountRules: Sendable {
    /// How a client is looked after by its tier.
    public var tiers: [String: TierRule]
    /// The parts of a client's organisation that should be met.
    public var functions: Set<Key<ClientFunction>>
    /// From where on each rule of the radar speaks.
    public var thresholds: RadarThresholds
    /// What a call has to be to count.
    public var calls: CallRule
    /// Key factors with their weights; empty where the company names none.
    public var factors: [KeyFactor]
    /// The position that speaks for each department: it scores candidates, and confirms for finance and marketing.
    public var departments: [Key<Department>: String]
    /// How departments select key accounts, by name.
    public var selections: [String: SelectionModel]
    /// How clients see us, with what shows it; `nil` where the company has no ladder.
    public var ladder: Ladder?
    /// What shows each piece of evidence of the ladder.
    public var proofs: [EvidencePlace: EvidenceProof]
    /// The fewest promises that are paid by.
    public var fewestPromises: Int
    /// What is said of the work of people.
    public var jobs: JobBook

    /// What holds where the company says nothing.
    public init() {
        tiers = [:]
        functions = []
        departments = [:]
        thresholds = RadarThresholds()
        calls = CallRule()
        (factors, selections, ladder, proofs, fewestPromises) = ([], [:], nil, [:], 5)
        jobs = JobBook()
    }
}

/// How a client of a tier is looked after.
public struct TierRule: Hashable, Sendable {
    /// How many days may pass between calls of our own accord.
    public var callNorm: Int

    /// A rule of a tier.
    public init(callNorm: Int) {
        self.callNorm = callNorm
    }
}

/// What shows a piece of evidence.
public enum EvidenceProof: Hashable, Sendable {
    /// A row of `proof`, which is believed for so many days; `nil` for as long as the row says.
    case document(life: Int?)
    /// A figure that is at least so much.
    case figure(AccountFigure, atLeast: FixedDecimal, days: Int)
}

/// A figure of one client that evidence may rest on.
public enum AccountFigure: String, Hashable, Sendable, CaseIterable {
    /// Our share of what the client spends.
    case shareOfWallet = "share_of_wallet"
    /// The share of good answers.
    case satisfied = "csat"
    /// How many of the required functions were met within the days.
    case functionsMet = "functions_met"
    /// Our strength in the client's eyes beside the hardest rival.
    case relativeFactors = "relative_factors"
    /// The share of what fell due that was paid in time.
    case paidInTime = "paid_in_time"
    /// Orders within the days.
    case orders
    /// How much of the power stands well to us.
    case influence
    /// How much of the power was touched within the days.
    case covered
}
