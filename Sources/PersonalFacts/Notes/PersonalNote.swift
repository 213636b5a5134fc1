public import Accounts
public import Periods

/// A fact about somebody at a client, which he has allowed us to keep.
public struct PersonalNote: Hashable, Sendable {
    /// What the audit chain calls it.
    public let key: String
    /// Of whom.
    public let contact: Key<Contact>
    /// What it serves.
    public let purpose: Consent.Purpose
    /// Who may read it besides its author.
    public let sight: Sight
    /// Who wrote it.
    public let author: Key<Person>
    /// The day it was written.
    public let madeOn: CivilDay
    /// What it says.
    public let text: String

    /// Who may read a note besides its author.
    public struct Sight: Hashable, Sendable {
        /// Whoever stands in for the account manager.
        public var deputy: Bool
        /// The author's head.
        public var head: Bool

        /// Its author alone.
        public static let author = Sight(deputy: false, head: false)

        /// Says who.
        public init(deputy: Bool, head: Bool) {
            (self.deputy, self.head) = (deputy, head)
        }

        /// `author, deputy`: the parts as they are kept.
        public var words: [String] { ["author"] + (deputy ? ["deputy"] : []) + (head ? ["head"] : []) }

        /// The parts as they are written, apart by blanks or commas; nil where one is none.
        public init?(words: String) {
            let parts = Set(words.split { " ,;".contains($0) }.map(String.init))
            guard parts.isSubset(of: ["author", "deputy", "head"]) else { return nil }
            self.init(deputy: parts.contains("deputy"), head: parts.contains("head"))
        }
    }

    /// For how many days it is kept at the longest.
    public static let life = 365
    /// For how many days it is kept once the contact has left the client.
    public static let afterLeaving = 90
    /// How long it may be.
    public static let longest = 500
}

extension Consent.Purpose {
    /// The purposes as they are written.
    public static var words: [String] { allCases.map(\.rawValue) }
}
