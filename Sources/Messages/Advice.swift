/// What somebody can do about a finding with Stimul itself, beyond what its text says.
///
/// A finding is shown on a terminal, on a page and by an API: how each of them calls the step is its own matter, so no text of
/// the rooms below says it.
public enum Advice: Hashable, Sendable {
    /// Make a company to begin with.
    case makeCompany
    /// Look through the library of KPIs.
    case listLibrary
    /// Ask whose an event is; the first of those that were found when none is named.
    case explainEvent(EventAddress?)
    /// Ask why somebody is paid nothing.
    case explainPerson
    /// Suppose that another event of this kind is cancelled too.
    case cancelToo(kind: String)
    /// Suppose that an event is cancelled, or that its values are others.
    case cancelOrChange(kind: String, id: String?)
    /// Name a file that holds a plan.
    case addPlan

    /// An event, and the person who asks about it.
    public struct EventAddress: Hashable, Sendable {
        /// The person's identifier.
        public let person: String
        /// The kind of the event.
        public let kind: String
        /// The event's identifier.
        public let id: String

        /// Makes an address.
        public init(person: String, kind: String, id: String) {
            (self.person, self.kind, self.id) = (person, kind, id)
        }
    }
}
