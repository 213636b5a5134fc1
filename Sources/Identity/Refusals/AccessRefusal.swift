public import Credentials

/// Why somebody does not come in, or may not let others in; ``text`` says it. None holds anything secret.
public enum AccessRefusal: Error, Sendable, Hashable {
    // MARK: Coming in

    /// The name or the password is wrong, or there is nobody of that name: which of them is told to nobody.
    case wrongCredentials
    /// Too many tries were wrong; the next one is looked at then.
    case tooManyTries(until: Instant)
    /// As many passwords as may wait are being looked at.
    case busy
    /// The password was right, but access has ended.
    case accessEnded(User.State, since: Instant)
    /// There is no such session, or none any more.
    case noSession
    /// The password was right, and the code is still to come.
    case codeNeeded
    /// A second factor is to be set up before anything else.
    case enrolmentNeeded
    /// A code must be given just before this step.
    case freshCodeNeeded
    /// The code is wrong, or was used already.
    case wrongCode
    /// No second factor is set up, or it does not open with the server's key.
    case noSecondFactor
    /// The address is not good, or no longer.
    case linkNotGood

    // MARK: Passwords

    /// The password that was to be changed is another one.
    case wrongPassword
    /// The password is not taken.
    case badPassword(PasswordFault)

    // MARK: Users

    /// He has no right to let others in.
    case notAllowed(actor: String)
    /// Nobody changes his own access.
    case ownAccess(actor: String)
    /// It takes another administrator.
    case secondAdministrator(actor: String)
    /// No such user.
    case noSuchUser
    /// A user in this state cannot be asked for that.
    case wrongState(User.State)
    /// The name is taken.
    case nameTaken(String)
    /// The person signs in already.
    case personTaken(String)
    /// The name is no name to sign in with.
    case badName
    /// There is no such identifier of a person.
    case badPerson

    // MARK: Tokens

    /// There is no such token, or none any more.
    case noSuchToken
    /// A token ends in the future, and within a year.
    case badExpiry
    /// A token has a name of 1 to 100 characters.
    case badTokenName
    /// A token without rights.
    case noScopes
    /// A token with a right that its owner has not.
    case beyondRights(String)

    // MARK: Roles

    /// No such grant.
    case noSuchGrant
    /// Somebody has decided about the grant already.
    case grantDecided
    /// The grant does not hold any more by then.
    case grantEnded
    /// A grant of no days.
    case noDays
    /// A reason must be given.
    case noReason
    /// Nobody were left who may give roles.
    case lastAdministrator
}
