public import Accounts
public import Periods

/// What people learn: places in trainings, and marks of competencies.
public struct LearningView: Sendable {
    /// Places, the newest first.
    public let places: [Place]
    /// The newest mark of each competency, by person and competency.
    public let marks: [Mark]

    /// Somebody's place in a training.
    public struct Place: Sendable {
        /// The place as it stands on the day.
        public let place: TrainingPlace
        /// What the training is, as it was written.
        public let kind: String
        /// What it teaches.
        public let competencies: String
    }

    /// A mark of a competency.
    public struct Mark: Sendable {
        /// The row.
        public let id: String
        /// Whose.
        public let person: Key<Person>
        /// Of what.
        public let competency: String
        /// When.
        public let day: CivilDay
        /// How far, from 1 to 5.
        public let level: Int
        /// How far is needed; `nil` where nobody says so.
        public let need: Int?
        /// Who gave it: self, head, peer, client.
        public let by: String
    }
}

extension AccountBook {
    /// What some people learn, as it stood on a day.
    public func learning(of people: Set<Key<Person>>, on day: CivilDay) -> LearningView {
        let places = learning.places.filter { people.contains($0.person) }.map { place in
            LearningView.Place(
                place: place, kind: text("training", place.training.text, "kind") ?? place.training.text,
                competencies: text("training", place.training.text, "competencies") ?? "")
        }.sorted { ($1.place.plannedOn, $0.place.id) < ($0.place.plannedOn, $1.place.id) }
        return LearningView(places: places, marks: marks(of: people, on: day))
    }

    private func marks(of people: Set<Key<Person>>, on day: CivilDay) -> [LearningView.Mark] {
        guard let table = source.tables["assessment"] else { return [] }
        var newest: [String: LearningView.Mark] = [:]
        for number in 0..<table.rowCount {
            let row = AccountRow(table: table, number: number)
            guard let person = row.text("person"), people.contains(Key(person)),
                let competency = row.text("competency"),
                let seen = row.day("day"), seen <= day, let level = (try? row.whole("level")) ?? nil
            else { continue }
            let by = row.text("by") ?? ""
            let key = "\(person)\u{1F}\(competency)\u{1F}\(by)"
            if let known = newest[key], known.day > seen { continue }
            newest[key] = LearningView.Mark(
                id: row.id, person: Key(person), competency: competency, day: seen, level: level,
                need: (try? row.whole("need")) ?? nil, by: by)
        }
        return newest.values.sorted { ($0.person, $0.competency, $0.by) < ($1.person, $1.competency, $1.by) }
    }
}
