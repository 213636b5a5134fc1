public import Ledger
public import Periods
public import Quantities
public import Storage

/// Why something is refused, as a code with arguments; ``text`` says it, and ``next`` what can be done about it.
public enum Refusal: Error, Sendable, Hashable {
    // MARK: Who may

    /// His rights do not hold it.
    case notAllowed(actor: String, Right)
    /// His right does not reach this person.
    case outOfReach(actor: String, Right, person: String)
    /// Only a person approves or decides.
    case notAPerson(actor: String)
    /// Nobody approves what pays himself.
    case ownPay(period: String, actor: String)
    /// The second approval must come from somebody else.
    case sameApprover(period: String, actor: String)
    /// The company's text names the people who may approve, and he is not among them.
    case notAnApprover(actor: String, approvers: [String])
    /// Nobody adjusts his own pay.
    case ownAdjustment(actor: String)
    /// Nobody decides about what he proposed himself.
    case ownProposal(Int64, actor: String)
    /// Nobody decides about an adjustment of his own pay, or proposes to withdraw it.
    case decisionOnOwnPay(Int64, actor: String)
    /// Nobody answers a dispute about his own pay.
    case ownDispute(Int64, actor: String)

    // MARK: What was written

    /// There is no period of this name.
    case noSuchPeriod(String)
    /// The name is a period, but not of the kind the company pays by.
    case notAPayPeriod(String, kind: PeriodKind)
    /// There is no person of this identifier.
    case noSuchPerson(String)
    /// An adjustment of nothing.
    case zeroAmount
    /// The currency has no units so small.
    case tooFine(FixedDecimal, Currency)
    /// No pay is changed by so much.
    case tooLarge(FixedDecimal, most: FixedDecimal, Currency)
    /// A disciplinary cut that would give.
    case givingCut(FixedDecimal)
    /// A text that must say something does not.
    case empty(WrittenPart)
    /// Two runs of different periods cannot be compared.
    case otherPeriods(String, String)

    // MARK: What there is

    /// No adjustment has this number.
    case noSuchAdjustment(Int64)
    /// No dispute has this number.
    case noSuchDispute(Int64)
    /// Nothing is stored yet.
    case nothingImported
    /// The period stands on no run.
    case notCalculated(period: String)
    /// Nothing was handed to payroll in the period yet.
    case notPaid(period: String)
    /// Two runs are compared, and the period has fewer.
    case nothingToCompare(period: String, runs: Int)

    // MARK: How far it has come

    /// The period has not come so far, or is beyond it.
    case outOfOrder(period: String, PeriodState, PeriodStep.Action)
    /// The approval is for a run that is no longer the period's.
    case otherRun(period: String, approving: String, current: String)
    /// Disputes of the period are still open.
    case openDisputes(period: String, count: Int)
    /// An earlier period is not approved yet, or not even calculated.
    case earlierUnapproved(period: String, earlier: String)
    /// An earlier period was posted and is not closed yet.
    case earlierUnclosed(period: String, earlier: String, PeriodState)
    /// A later period has been approved: corrections belong into the open one.
    case laterApproved(period: String, later: String)
    /// Entries were posted after the run was calculated.
    case stale(period: String)
    /// Rows or rules have changed since somebody looked at what an import would do.
    case rowsMovedOn
    /// The calculation was stopped before its run was kept.
    case stopped(period: String)
    /// The adjustment was decided before.
    case decidedAlready(Int64, by: String)
    /// Only an adjustment that was approved, and not withdrawn, can be withdrawn.
    case notInForce(Int64)
    /// A proposal to withdraw the adjustment waits already.
    case withdrawalWaits(Int64, author: String)
    /// The dispute was answered before.
    case answeredAlready(Int64, by: String)

    // MARK: What the books hold

    /// The amount has no sum with the adjustments that count or wait; the largest of them is named.
    case noSum(FixedDecimal, with: Int64)
    /// An approved adjustment has no sum with the rest of the pay.
    case adjustmentHasNoSum(Int64, person: String)
    /// An approved adjustment is for what the company's calendar of now knows no more.
    case adjustmentOfNoPeriod(Int64, period: String)
    /// The company pays by other periods than those that were posted.
    case payPeriodChanged(posted: String)
    /// The company's text names another currency than the one in which was posted.
    case currencyChanged(posted: Currency, now: Currency)
    /// The rows or the text that a run names as its basis are not those that are kept.
    case otherBasis(period: String, RunBasis)
    /// Figures of the period's run are not what they must be.
    case deviates(period: String, [RunDeviation])
    /// Payments to the same people were made before a restore took them out of the records.
    case paidBeforeRestore([UndonePayment], Restore)
    /// What the workspace itself does not take, whoever asks.
    case invariant(Invariant)

    /// A text that somebody must write.
    public enum WrittenPart: String, Sendable, Hashable, CaseIterable {
        case reason, order, objection, answer
    }

    /// What a refusal is about, as a server tells it by its status.
    public enum Kind: Sendable, Hashable, CaseIterable {
        /// Somebody else must do it.
        case person
        /// What was written does not mean anything here.
        case input
        /// What was named is not there.
        case absent
        /// It is not the time for it, or the books do not bear it.
        case state
    }
}

extension PayrollFailure {
    /// A refusal of a period's life.
    static func refused(_ refusal: LifeCycleRefusal) -> PayrollFailure { .refused(Refusal(refusal)) }
}

extension Refusal {
    /// What a period's life refuses.
    init(_ refusal: LifeCycleRefusal) {
        switch refusal {
        case .outOfOrder(let period, let state, let action): self = .outOfOrder(period: period, state, action)
        case .otherRun(let period, let approving, let current):
            self = .otherRun(period: period, approving: approving, current: current)
        case .sameApprover(let period, let actor): self = .sameApprover(period: period, actor: actor)
        case .noReason: self = .empty(.reason)
        }
    }
}
