public import Periods

/// Who or what says that a promise was kept: never its owner.
public struct Confirmation: Hashable, Sendable {
    /// By whom or what.
    public let by: Source
    /// Who wrote it down.
    public let enteredBy: Key<Person>
    /// The day it was written down.
    public let day: CivilDay

    /// What a confirmation rests on.
    public enum Source: Hashable, Sendable {
        /// The colleague who received the work.
        case receiver(Key<Person>)
        /// A person at the client, with the row that shows it, such as a touch.
        case contact(Key<Contact>, evidence: String)
        /// A document, such as `sale S3067`, that exists whoever names it.
        case document(String)
    }

    /// A confirmation as it is written down.
    public init(by source: Source, enteredBy person: Key<Person>, on day: CivilDay) {
        (by, enteredBy, self.day) = (source, person, day)
    }
}
