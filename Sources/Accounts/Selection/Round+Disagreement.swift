public import Quantities

/// How far departments lie apart about a client, on a criterion or on a whole axis.
public struct Disagreement: Hashable, Sendable {
    /// About whom.
    public let client: Key<Client>
    /// About what.
    public let subject: Subject
    /// Largest − smallest.
    public let spread: FixedDecimal
    /// Departments with the largest, in the order of the rules.
    public let highest: [Key<Department>]
    /// Departments with the smallest.
    public let lowest: [Key<Department>]
    /// Departments without a score.
    public let missing: [Key<Department>]
    /// Whether the spread reaches the bound from which on a session is held.
    public let needsSession: Bool

    /// A criterion or the index of an axis.
    public enum Subject: Hashable, Sendable {
        /// One criterion.
        case criterion(Key<Criterion>)
        /// The weighted mean of an axis.
        case axis(SelectionAxis)
    }
}

extension Round {
    /// The map of disagreement: every client by every criterion and axis, those furthest apart first.
    ///
    /// Where fewer than two departments have scored there is nothing to compare, and no row.
    public var disagreements: [Disagreement] {
        let standing = standing
        var map: [Disagreement] = []
        for client in candidates {
            for criterion in model.criteria {
                let scores = model.departments.map {
                    standing[ScorePlace(client, $0, criterion.id)].map { FixedDecimal($0.value) }
                }
                if let row = disagreement(client, .criterion(criterion.id), scores) { map.append(row) }
            }
            for axis in SelectionAxis.allCases {
                let indices = model.departments.map { try? index(axis, of: client, by: $0, in: standing) }
                if let row = disagreement(client, .axis(axis), indices) { map.append(row) }
            }
        }
        // A stable order: of equal spreads the first candidate and the first criterion come first.
        return map.enumerated().sorted { ($1.element.spread, $0.offset) < ($0.element.spread, $1.offset) }
            .map(\.element)
    }

    /// Clients about whom a session has to be held, in the order of the round.
    ///
    /// A session that was held stays due until its minutes are signed, even if they bring the departments together; that
    /// is why it goes by the scores as they were given.
    public var sessionsDue: [Key<Client>] {
        var blind = self
        blind.minutes = []
        let apart = Set(blind.disagreements.filter(\.needsSession).map(\.client))
        return candidates.filter(apart.contains)
    }

    private func disagreement(
        _ client: Key<Client>, _ subject: Disagreement.Subject, _ scores: [FixedDecimal?]
    ) -> Disagreement? {
        let given = scores.compactMap(\.self)
        guard given.count >= 2, let least = given.min(), let most = given.max(),
            let spread = try? most.subtracting(least)
        else { return nil }
        func departments(_ score: FixedDecimal?) -> [Key<Department>] {
            zip(model.departments, scores).filter { $0.1 == score }.map(\.0)
        }
        return Disagreement(
            client: client, subject: subject, spread: spread, highest: departments(most), lowest: departments(least),
            missing: departments(nil), needsSession: spread >= model.bounds.spread)
    }
}
