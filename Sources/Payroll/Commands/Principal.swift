/// Whoever acts: how he is known in the records, who he is in the company, and what he may do.
///
/// Whoever makes one vouches for it; the rules of ``Command`` ask nothing else about him.
public struct Principal: Sendable, Hashable {
    /// The name under which the records note what he does: a person's identifier, or what a program is called.
    public let name: String
    /// The person that he is in the company, whose pay is his own; `nil` for a program.
    public let person: String?
    /// What he may do.
    public let rights: Rights
    /// The people he answers for, whom rights that reach a team reach.
    public let team: Set<String>
    /// The digest of the request by which he acts, which the records note; `nil` where nobody asks for it again.
    public private(set) var request: String?

    /// A person of the company; one who works under two names would be two people to the rules, so he has but this one.
    public init(person: String, rights: Rights, team: Set<String> = []) {
        name = person
        self.person = person
        self.rights = rights
        self.team = team
    }

    /// A program that acts for nobody, such as one that brings sales in.
    public init(program: String, rights: Rights) {
        name = program
        person = nil
        self.rights = rights
        team = []
    }

    /// Whoever works on the files themselves, in the name of a person of the company: what the file system lets him do he may do.
    public static func localOperator(_ person: String) -> Principal {
        Principal(person: person, rights: .all)
    }

    /// The same, acting by a request that can be told again in the records.
    public func acting(by request: String) -> Principal {
        var principal = self
        principal.request = request
        return principal
    }

    /// Whether it is his own pay.
    public func isPaid(as person: String) -> Bool { self.person == person }

    /// Whether he has a right, for somebody or, where nobody is named, at all.
    public func may(_ right: Right, for person: String? = nil) -> Bool {
        guard let reach = rights[right] else { return false }
        guard let person else { return reach == .all }
        return switch reach {
        case .own: isPaid(as: person)
        case .team: isPaid(as: person) || team.contains(person)
        case .all: true
        }
    }
}
