extension AccessRefusal {
    /// A stable identifier of the kind of refusal; never translated.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        case wrongCredentials = "wrong-credentials"
        case tooManyTries = "too-many-tries"
        case busy
        case accessEnded = "access-ended"
        case noSession = "no-session"
        case codeNeeded = "code-needed"
        case enrolmentNeeded = "enrolment-needed"
        case freshCodeNeeded = "fresh-code-needed"
        case wrongCode = "wrong-code"
        case noSecondFactor = "no-second-factor"
        case linkNotGood = "link-not-good"
        case wrongPassword = "wrong-password"
        case badPassword = "bad-password"
        case notAllowed = "access-not-allowed"
        case ownAccess = "own-access"
        case secondAdministrator = "second-administrator"
        case noSuchUser = "no-such-user"
        case wrongState = "wrong-state"
        case nameTaken = "name-taken"
        case personTaken = "person-taken"
        case badName = "bad-name"
        case badPerson = "bad-person"
        case noSuchToken = "no-such-token"
        case badExpiry = "bad-expiry"
        case badTokenName = "bad-token-name"
        case noScopes = "no-scopes"
        case beyondRights = "beyond-rights"
        case noSuchGrant = "no-such-grant"
        case grantDecided = "grant-decided"
        case grantEnded = "grant-ended"
        case noDays = "no-days"
        case noReason = "no-reason"
        case lastAdministrator = "last-administrator"
    }

    /// What it is, without its arguments.
    public var code: Code {
        switch self {
        case .wrongCredentials: .wrongCredentials
        case .tooManyTries: .tooManyTries
        case .busy: .busy
        case .accessEnded: .accessEnded
        case .noSession: .noSession
        case .codeNeeded: .codeNeeded
        case .enrolmentNeeded: .enrolmentNeeded
        case .freshCodeNeeded: .freshCodeNeeded
        case .wrongCode: .wrongCode
        case .noSecondFactor: .noSecondFactor
        case .linkNotGood: .linkNotGood
        case .wrongPassword: .wrongPassword
        case .badPassword: .badPassword
        case .notAllowed: .notAllowed
        case .ownAccess: .ownAccess
        case .secondAdministrator: .secondAdministrator
        case .noSuchUser: .noSuchUser
        case .wrongState: .wrongState
        case .nameTaken: .nameTaken
        case .personTaken: .personTaken
        case .badName: .badName
        case .badPerson: .badPerson
        case .noSuchToken: .noSuchToken
        case .badExpiry: .badExpiry
        case .badTokenName: .badTokenName
        case .noScopes: .noScopes
        case .beyondRights: .beyondRights
        case .noSuchGrant: .noSuchGrant
        case .grantDecided: .grantDecided
        case .grantEnded: .grantEnded
        case .noDays: .noDays
        case .noReason: .noReason
        case .lastAdministrator: .lastAdministrator
        }
    }
}
