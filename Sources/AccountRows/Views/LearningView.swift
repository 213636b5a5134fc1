public import Accounts
public import Periods

/// What people learn: places in trainings, and marks of competencies.
public struct LearningView: Sendable {
    /// Places, the newest first.
    public let places: [LearningCard.Seat]
    /// The newest mark of each competency, by person, competency and whoever gave it.
    public let marks: [AssessedLevel]
}

extension AccountBook {
    /// What some people learn, as it stood on a day.
    public func learning(of people: Set<Key<Person>>, on day: CivilDay) -> LearningView {
        let trainings = Dictionary(learning.trainings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let places = learning.places.filter { people.contains($0.person) }
            .sorted { ($1.plannedOn, $0.id) < ($0.plannedOn, $1.id) }
        return LearningView(
            places: places.map { LearningCard.Seat(place: $0, training: trainings[$0.training]) },
            marks: marks(of: people, on: day))
    }

    private func marks(of people: Set<Key<Person>>, on day: CivilDay) -> [AssessedLevel] {
        let own = learning.assessed.filter { people.contains($0.assessment.person) && $0.assessment.day <= day }
        let newest = Dictionary(grouping: own) { MarkName($0.assessment) }.values.compactMap { marks in
            marks.max { ($0.assessment.day, $0.assessment.id) < ($1.assessment.day, $1.assessment.id) }
        }
        return newest.map { (MarkName($0.assessment), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
}

/// Whose mark it is, of what, by whom.
private struct MarkName: Hashable, Comparable {
    let person: Key<Person>
    let competency: Key<Competency>
    let by: String

    init(_ assessment: Assessment) {
        (person, competency, by) = (assessment.person, assessment.competency, assessment.by.rawValue)
    }

    static func < (left: MarkName, right: MarkName) -> Bool {
        (left.person, left.competency, left.by) < (right.person, right.competency, right.by)
    }
}
