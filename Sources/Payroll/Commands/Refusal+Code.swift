internal import Ledger

extension Refusal {
    /// A stable identifier of the kind of refusal; never translated.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        case notAllowed = "not-allowed"
        case outOfReach = "out-of-reach"
        case notAPerson = "not-a-person"
        case ownPay = "own-pay"
        case sameApprover = "same-approver"
        case notAnApprover = "not-an-approver"
        case ownAdjustment = "own-adjustment"
        case ownProposal = "own-proposal"
        case decisionOnOwnPay = "decision-on-own-pay"
        case ownDispute = "own-dispute"
        case noSuchPeriod = "no-such-period"
        case notAPayPeriod = "not-a-pay-period"
        case noSuchPerson = "no-such-person"
        case zeroAmount = "zero-amount"
        case tooFine = "too-fine"
        case tooLarge = "too-large"
        case givingCut = "giving-cut"
        case empty = "empty-text"
        case otherPeriods = "other-periods"
        case noSuchAdjustment = "no-such-adjustment"
        case noSuchDispute = "no-such-dispute"
        case nothingImported = "nothing-imported"
        case notCalculated = "not-calculated"
        case notPaid = "not-paid"
        case nothingToCompare = "nothing-to-compare"
        case outOfOrder = "out-of-order"
        case otherRun = "other-run"
        case openDisputes = "open-disputes"
        case earlierUnapproved = "earlier-unapproved"
        case earlierUnclosed = "earlier-unclosed"
        case laterApproved = "later-approved"
        case stale
        case rowsMovedOn = "rows-moved-on"
        case stopped
        case decidedAlready = "decided-already"
        case notInForce = "not-in-force"
        case withdrawalWaits = "withdrawal-waits"
        case answeredAlready = "answered-already"
        case noSum = "no-sum"
        case adjustmentHasNoSum = "adjustment-has-no-sum"
        case adjustmentOfNoPeriod = "adjustment-of-no-period"
        case payPeriodChanged = "pay-period-changed"
        case currencyChanged = "currency-changed"
        case otherBasis = "other-basis"
        case deviates
        case paidBeforeRestore = "paid-before-restore"
        case invariant
    }

    /// What it is, without its arguments.
    public var code: Code { told.code }

    /// What it is about.
    public var kind: Kind { told.kind }

    private var told: (code: Code, kind: Kind) {
        switch self {
        case .notAllowed: (.notAllowed, .person)
        case .outOfReach: (.outOfReach, .person)
        case .notAPerson: (.notAPerson, .person)
        case .ownPay: (.ownPay, .person)
        case .sameApprover: (.sameApprover, .person)
        case .notAnApprover: (.notAnApprover, .person)
        case .ownAdjustment: (.ownAdjustment, .person)
        case .ownProposal: (.ownProposal, .person)
        case .decisionOnOwnPay: (.decisionOnOwnPay, .person)
        case .ownDispute: (.ownDispute, .person)
        case .noSuchPeriod: (.noSuchPeriod, .input)
        case .notAPayPeriod: (.notAPayPeriod, .input)
        case .noSuchPerson: (.noSuchPerson, .absent)
        case .zeroAmount: (.zeroAmount, .input)
        case .tooFine: (.tooFine, .input)
        case .tooLarge: (.tooLarge, .input)
        case .givingCut: (.givingCut, .input)
        case .empty: (.empty, .input)
        case .otherPeriods: (.otherPeriods, .state)
        case .noSuchAdjustment: (.noSuchAdjustment, .absent)
        case .noSuchDispute: (.noSuchDispute, .absent)
        case .nothingImported: (.nothingImported, .absent)
        case .notCalculated: (.notCalculated, .absent)
        case .notPaid: (.notPaid, .absent)
        case .nothingToCompare: (.nothingToCompare, .absent)
        case .outOfOrder: (.outOfOrder, .state)
        case .otherRun: (.otherRun, .state)
        case .openDisputes: (.openDisputes, .state)
        case .earlierUnapproved: (.earlierUnapproved, .state)
        case .earlierUnclosed: (.earlierUnclosed, .state)
        case .laterApproved: (.laterApproved, .state)
        case .stale: (.stale, .state)
        case .rowsMovedOn: (.rowsMovedOn, .state)
        case .stopped: (.stopped, .state)
        case .decidedAlready: (.decidedAlready, .state)
        case .notInForce: (.notInForce, .state)
        case .withdrawalWaits: (.withdrawalWaits, .state)
        case .answeredAlready: (.answeredAlready, .state)
        case .noSum: (.noSum, .state)
        case .adjustmentHasNoSum: (.adjustmentHasNoSum, .state)
        case .adjustmentOfNoPeriod: (.adjustmentOfNoPeriod, .state)
        case .payPeriodChanged: (.payPeriodChanged, .state)
        case .currencyChanged: (.currencyChanged, .state)
        case .otherBasis: (.otherBasis, .state)
        case .deviates: (.deviates, .state)
        case .paidBeforeRestore: (.paidBeforeRestore, .state)
        case .invariant: (.invariant, .state)
        }
    }
}

extension Refusal {
    /// What can be done about it; `nil` where the text says all there is.
    public var next: NextStep? {
        switch self {
        case .outOfOrder(let period, let state, _): .after(state, of: period)
        case .openDisputes(let period, let count): .answerDisputes(period: period, count: count)
        case .otherPeriods(let first, let second): .compare(period: max(first, second))
        case .noSuchAdjustment: .listAdjustments
        case .noSuchDispute: .listDisputes
        case .nothingImported: .importRows
        case .notCalculated(let period): .take(.calculate, period: period)
        case .notPaid(let period): .take(.pay, period: period)
        case .adjustmentHasNoSum(let number, _), .adjustmentOfNoPeriod(let number, _): .withdraw(number)
        case .otherBasis, .invariant: .audit
        case .notAllowed, .outOfReach, .notAPerson, .ownPay, .sameApprover, .notAnApprover, .ownAdjustment,
            .ownProposal,
            .decisionOnOwnPay, .ownDispute, .noSuchPeriod, .notAPayPeriod, .noSuchPerson, .zeroAmount, .tooFine,
            .tooLarge, .givingCut, .empty, .nothingToCompare, .otherRun, .earlierUnapproved, .earlierUnclosed,
            .laterApproved, .stale, .rowsMovedOn, .stopped, .decidedAlready, .notInForce, .withdrawalWaits,
            .answeredAlready,
            .noSum,
            .payPeriodChanged, .currencyChanged, .deviates, .paidBeforeRestore:
            nil
        }
    }
}
