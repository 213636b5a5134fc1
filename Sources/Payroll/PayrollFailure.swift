internal import Ledger
public import Messages
public import Quantities
public import Storage

/// Why a step of the pay cycle was not taken. Nothing was written.
public enum PayrollFailure: Error, Sendable {
    /// A rule refuses it.
    case refused(Refusal)
    /// The workspace could not be read or written.
    case storage(StorageFailure)
    /// The company's text and its stored rows do not fit together.
    case company([Diagnostic])
    /// The rules of an earlier period do not fit the rows of today.
    case earlierCompany(period: String, [Diagnostic])
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
        case let refusal as Refusal: self = .refused(refusal)
        case let refusal as LifeCycleRefusal: self = .refused(Refusal(refusal))
        case StorageFailure.broken(.lifeCycle(let refusal)): self = .refused(Refusal(refusal))
        case StorageFailure.broken(let invariant): self = .refused(.invariant(invariant))
        case StorageFailure.noSuchAdjustment(let number): self = .refused(.noSuchAdjustment(number))
        case StorageFailure.noSuchDispute(let number): self = .refused(.noSuchDispute(number))
        case let failure as StorageFailure: self = .storage(failure)
        case let error as QuantityError: self = .quantity(error)
        default: self = .unexpected(String(describing: error))
        }
    }

    /// What can be done about it; `nil` where the text says all there is.
    public var next: NextStep? {
        switch self {
        case .refused(let refusal): refusal.next
        case .storage(let failure): NextStep(about: failure)
        case .company, .earlierCompany, .unexpected, .quantity: nil
        }
    }
}

extension NextStep {
    /// What can be done about records that could not be read or written.
    init?(about failure: StorageFailure) {
        switch failure {
        case .noWorkspace: self = .importRows
        case .noSuchRun, .noSuchModel: self = .listRuns
        case .noSuchAdjustment: self = .listAdjustments
        case .noSuchDispute: self = .listDisputes
        case .notAsWritten, .broken: self = .audit
        case .notABackup: self = .backUp
        case .alreadyThere, .notAWorkspace, .newerVersion, .busy, .diskFull, .readOnly, .corrupted, .inaccessible,
            .system, .closed, .database, .ambiguousRun, .malformedTable, .notAKey, .leadsNowhere, .goesOn, .badBackup,
            .objectHasChanged:
            return nil
        }
    }
}
