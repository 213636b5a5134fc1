internal import Credentials
internal import Identity
internal import Payroll

/// A duty in the company; parts of pages have roles too.
typealias Duty = Role

/// Whoever is signed in, and what he may do today.
struct Reader: Sendable {
    /// Who signs in.
    let user: UserID
    /// Who he is in the company.
    let person: String
    /// What he may do.
    let rights: Rights
    /// Whether a browser asks, and not a program by a token.
    let isBrowser: Bool

    /// Whether he has a right over everybody.
    func mayAll(_ right: Right) -> Bool { rights[right] == .all }

    /// As the rules of the pay cycle ask for him.
    func principal(team: Set<String> = []) -> Principal { Principal(person: person, rights: rights, team: team) }
}
