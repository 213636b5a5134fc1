internal import Credentials
internal import HTML
internal import Identity
internal import Ledger
internal import Messages
internal import NIOCore
internal import Pages
internal import Payroll
internal import Storage

extension Problem {
    /// What any error is to whoever asked.
    init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let failure as PayrollFailure: self.init(failure)
        case let refusal as Refusal: self.init(refusal)
        case let refusal as AccessRefusal: self.init(refusal)
        case let refusal as PlanRefusal: self.init(refusal)
        case let failure as StorageFailure: self.init(PayrollFailure.storage(failure))
        case is NIOTooManyBytesError: self = .badInput(.tooLarge(limit: BodyRule.largest))
        case is CancellationError: self = .starting
        default: self = .unexpected(error)
        }
    }

    /// A step that a rule refuses, or that could not be taken.
    init(_ failure: PayrollFailure) {
        if case .refused(let refusal) = failure {
            self.init(refusal)
            return
        }
        if case .storage(.busy) = failure {
            self = .starting
            code = "busy"
            title = Words(ru: "Данные заняты", en: "The records are busy")
            return
        }
        self = .unexpected(failure)
        if case .company = failure {
            status = 409
            code = "company-at-fault"
            title = Words(ru: "В правилах компании ошибка", en: "The company's rules are at fault")
            text = failure.text.words.asSentence
        }
    }

    /// A rule that refuses.
    init(_ refusal: Refusal) {
        let status: Int
        switch refusal.kind {
        case .person: status = 403
        case .input: status = 422
        case .absent: status = 404
        case .state: status = 409
        }
        self.init(
            status: status, code: refusal.code.rawValue, title: Self.title(refusal.kind),
            text: refusal.text.words.asSentence)
        if let next = refusal.next, let way = next.way { actions = [way] }
    }

    private static func title(_ kind: Refusal.Kind) -> Words {
        switch kind {
        case .person: Words(ru: "Это должен сделать кто-то другой", en: "Somebody else must do it")
        case .input: Words(ru: "Проверьте, что введено", en: "Check what was entered")
        case .absent: Words(ru: "Этого здесь нет", en: "This is not here")
        case .state: Words(ru: "Сейчас нельзя", en: "Not now")
        }
    }

    /// Why something with the text of a plan is refused.
    init(_ refusal: PlanRefusal) {
        let (status, kind): (Int, Refusal.Kind) =
            switch refusal.kind {
            case .person: (403, .person)
            case .input: (422, .input)
            case .absent: (404, .absent)
            case .state: (409, .state)
            }
        self.init(
            status: status, code: refusal.code, title: Self.title(kind), text: refusal.text.words.asSentence)
    }

    /// Why somebody does not come in, or may not let others in.
    init(_ refusal: AccessRefusal) {
        self.init(
            status: Self.status(refusal), code: refusal.code.rawValue,
            title: Words(ru: "Доступ", en: "Access"), text: refusal.text.words.asSentence)
        switch refusal {
        case .tooManyTries, .busy: retryAfter = 30
        default: break
        }
    }

    private static func status(_ refusal: AccessRefusal) -> Int {
        switch refusal {
        case .tooManyTries: 429
        case .busy: 503
        case .noSession, .codeNeeded, .enrolmentNeeded, .noSuchToken: 401
        case .notAllowed, .ownAccess, .secondAdministrator, .accessEnded, .freshCodeNeeded: 403
        case .noSuchUser, .noSuchGrant, .linkNotGood: 404
        case .nameTaken, .personTaken, .wrongState, .grantDecided, .grantEnded, .lastAdministrator: 409
        case .wrongCredentials, .wrongCode, .noSecondFactor, .wrongPassword, .badPassword, .badName, .badPerson,
            .badExpiry, .badTokenName, .noScopes, .beyondRights, .noDays, .noReason:
            422
        }
    }
}

extension Words {
    /// With a capital at its start and a full stop at its end, as pages write sentences.
    var asSentence: Words { Words(ru: Self.sentence(ru), en: Self.sentence(en)) }

    private static func sentence(_ text: String) -> String {
        let whole = text.beginning
        if whole.isEmpty { return whole }
        return ".!?:".contains(whole.last ?? ".") ? whole : whole + "."
    }
}

extension NextStep {
    /// The page where it can be done.
    var way: (title: Words, address: Address)? {
        switch self {
        case .take(let action, let period):
            guard let words = StepWords(rawValue: action.rawValue) else { return nil }
            return (words.title, Addresses.step(action.rawValue, of: period))
        case .followingPeriod: return (SectionWords.periods, Addresses.of(["periods"]))
        case .answerDisputes, .listDisputes: return (SectionWords.disputes, Addresses.of(["disputes"]))
        case .listRuns: return (SectionWords.periods, Addresses.of(["periods"]))
        case .compare(let period): return (SectionWords.periods, Addresses.period(period))
        case .audit: return (SectionWords.audit, Addresses.of(["audit"]))
        case .importRows, .withdraw, .listAdjustments, .backUp, .writeStatement: return nil
        }
    }
}
