public import Messages

/// Which score: of a client, by a department, on a criterion.
public struct ScorePlace: Hashable, Sendable, Comparable, CustomStringConvertible, LocalizedValue {
    /// The client who is scored.
    public let client: Key<Client>
    /// The department that scores.
    public let department: Key<Department>
    /// What is scored.
    public let criterion: Key<Criterion>

    /// A place in the table of a round.
    public init(_ client: Key<Client>, _ department: Key<Department>, _ criterion: Key<Criterion>) {
        (self.client, self.department, self.criterion) = (client, department, criterion)
    }

    /// Orders by client, department and criterion.
    public static func < (left: ScorePlace, right: ScorePlace) -> Bool {
        (left.client, left.department, left.criterion) < (right.client, right.department, right.criterion)
    }

    /// `c034 finance payment`
    public var description: String { "\(client) \(department) \(criterion)" }

    /// The identifiers, which are the same in every language.
    public func text(in language: Language) -> String { description }
}

/// One department's mark for one criterion of one client, as it was given blind.
public struct DepartmentScore: Hashable, Sendable {
    /// Which score it is.
    public let place: ScorePlace
    /// Who gave it, the only one for the department.
    public let rater: Key<Person>
    /// The mark.
    public let score: Score
    /// What it rests on, such as "20 days overdue in October".
    public let evidence: String?

    /// A mark as it was given.
    public init(_ place: ScorePlace, rater: Key<Person>, score: Score, evidence: String? = nil) {
        (self.place, self.rater, self.score, self.evidence) = (place, rater, score, evidence)
    }
}

/// A mark for one criterion of strength that a rival gets at a client.
public struct RivalScore: Hashable, Sendable {
    /// At which client.
    public let client: Key<Client>
    /// Who is scored.
    public let rival: Key<Rival>
    /// A criterion of the axis of strength.
    public let criterion: Key<Criterion>
    /// The mark.
    public let score: Score
    /// Where it is known from.
    public let source: String

    /// A mark with its source.
    public init(
        _ client: Key<Client>, _ rival: Key<Rival>, _ criterion: Key<Criterion>, score: Score, source: String
    ) {
        (self.client, self.rival, self.criterion, self.score, self.source) = (client, rival, criterion, score, source)
    }
}
