public import Periods

/// The minutes of a session in which departments that lay apart came to terms about a client.
///
/// The only way a score changes once a round is closed, and only when every department has signed.
public struct Minutes: Hashable, Sendable {
    /// Their number.
    public let id: Key<Minutes>
    /// The client they are about.
    public let client: Key<Client>
    /// The day of the session.
    public let held: CivilDay
    /// What changes; empty when everybody stays with what he said.
    public let changes: [Change]
    /// Why.
    public let argument: String
    /// What somebody still sees otherwise.
    public let dissent: String?
    /// Departments that have signed.
    public internal(set) var signed: Set<Key<Department>> = []

    /// One score before and after; a missing score may be given, none may be taken away.
    public struct Change: Hashable, Sendable {
        /// Whose score.
        public let department: Key<Department>
        /// Of what.
        public let criterion: Key<Criterion>
        /// The score that stood.
        public let before: Score?
        /// The score that stands from then on.
        public let after: Score

        /// A change of one score.
        public init(_ department: Key<Department>, _ criterion: Key<Criterion>, from before: Score?, to after: Score) {
            (self.department, self.criterion, self.before, self.after) = (department, criterion, before, after)
        }
    }

    /// Minutes nobody has signed yet.
    public init(
        _ id: Key<Minutes>, client: Key<Client>, held: CivilDay, changes: [Change], argument: String,
        dissent: String? = nil
    ) {
        (self.id, self.client, self.held, self.changes) = (id, client, held, changes)
        (self.argument, self.dissent) = (argument, dissent)
    }
}
