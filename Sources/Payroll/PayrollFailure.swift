public import Formulas
public import Ledger
public import Quantities
public import Storage

/// Why a step of the pay cycle was not taken. Nothing was written.
public enum PayrollFailure: Error, Sendable {
    /// The workspace could not be read or written.
    case storage(StorageFailure)
    /// The company's text and its stored rows do not fit together.
    case company([Diagnostic])
    /// The rules of an earlier period do not fit the rows of today.
    case earlierCompany(period: String, [Diagnostic])
    /// The life of the period does not allow it.
    case lifeCycle(LifeCycleRefusal)
    /// There is no period of this name.
    case noSuchPeriod(String)
    /// The name is a period, but not of the kind the company pays by.
    case notAPayPeriod(String, kind: String)
    /// The company pays by other periods than those that were posted.
    case payPeriodChanged(posted: String)
    /// The company's text names another currency than the one in which was posted.
    case currencyChanged(posted: String, now: String)
    /// Two runs of different periods cannot be compared.
    case otherPeriods(String, String)
    /// There is no person of this identifier.
    case noSuchPerson(String)
    /// Nothing is stored yet.
    case nothingImported
    /// The period stands on no run.
    case notCalculated(String)
    /// Nothing was handed to payroll in the period yet.
    case notPaid(String)
    /// Two runs are compared, and the period has fewer.
    case nothingToCompare(String, runs: Int)
    /// An approved adjustment has no sum with the rest of the pay.
    case adjustmentTooLarge(Int64, person: String)
    /// The rows or the text that a run names as its basis are not those that are kept.
    case otherBasis(String, RunBasis)
    /// Figures of the period's run are not what they must be.
    case deviates(String, [RunDeviation])
    /// Payments to the same people were made before a restore took them out of the records.
    case paidBeforeRestore([UndonePayment], Restore)
    /// The workspace's rules refuse it.
    case refused(Refusal)
    /// Something that no rule foresees; the text is the system's own.
    case unexpected(String)
    /// An amount does not fit.
    case quantity(QuantityError)
}

extension PayrollFailure {
    /// A failure of the parts a step is made of.
    public init(_ error: any Error) {
        switch error {
        case let failure as PayrollFailure: self = failure
        case let refusal as LifeCycleRefusal: self = .lifeCycle(refusal)
        case StorageFailure.refused(.lifeCycle(let refusal)): self = .lifeCycle(refusal)
        case StorageFailure.refused(let refusal): self = .refused(refusal)
        case let failure as StorageFailure: self = .storage(failure)
        case let error as QuantityError: self = .quantity(error)
        default: self = .unexpected(String(describing: error))
        }
    }
}
