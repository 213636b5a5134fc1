public import Messages
public import Periods

/// What somebody made of somebody's level in a competency.
public struct Assessment: Hashable, Sendable {
    /// Its number.
    public let id: Key<Assessment>
    /// Whose level.
    public let person: Key<Person>
    /// In what.
    public let competency: Key<Competency>
    /// When.
    public let day: CivilDay
    /// The level, from 1 to 5.
    public let level: Int
    /// Who says so.
    public let by: Assessor
    /// What it rests on.
    public let evidence: String?

    /// Who assesses.
    public enum Assessor: String, Hashable, Sendable, CaseIterable {
        /// Whoever is assessed. It opens a talk and counts for nothing else.
        case own = "self"
        /// His head.
        case head
        /// Somebody who works with him.
        case peer
        /// A client.
        case client

        /// Who it is, as people say it.
        public var words: LocalizedText {
            switch self {
            case .own: LocalizedText(en: "self", ru: "сам")
            case .head: LocalizedText(en: "head", ru: "руководитель")
            case .peer: LocalizedText(en: "colleague", ru: "коллега")
            case .client: LocalizedText(en: "client", ru: "клиент")
            }
        }
    }

    /// An assessment; refused for a level that there is none of.
    public init(
        _ id: Key<Assessment>, of person: Key<Person>, in competency: Key<Competency>, on day: CivilDay, level: Int,
        by assessor: Assessor, evidence: String? = nil
    ) throws(Refusal) {
        guard Competency.levels.contains(level) else {
            throw .outsideScale(
                LocalizedText(en: "level of \(competency)", ru: "уровень «\(competency)»"), level, Competency.levels)
        }
        (self.id, self.person, self.competency, self.day, self.level, self.by, self.evidence) = (
            id, person, competency, day, level, assessor, evidence
        )
    }

    /// For how many days an assessment is believed.
    public static let life = 365
}

/// Assessments of everybody, and the levels that follow from them.
///
/// A level is what others say: of the newest words of the head, of a colleague and of a client, each at most a year old, the middle one,
/// the lower of two. What somebody says of himself stands beside it. Who was never assessed by others has no level, and counts as
/// having none: unknown is never good.
public struct SkillRecord: Sendable {
    private let assessments: [Key<Person>: [Assessment]]

    /// The record of some assessments.
    public init(_ assessments: [Assessment]) {
        self.assessments = Dictionary(grouping: assessments.sorted { ($0.day, $0.id) < ($1.day, $1.id) }, by: \.person)
    }

    /// The newest word of somebody on a level by a day, however old; of two on one day the one with the higher number.
    public func newest(
        of person: Key<Person>, in competency: Key<Competency>, by assessor: Assessment.Assessor, on day: CivilDay
    ) -> Assessment? {
        assessments[person]?.last { $0.competency == competency && $0.by == assessor && $0.day <= day }
    }

    /// A level with whose words it rests on.
    public struct Level: Hashable, Sendable {
        /// From 1 to 5.
        public let value: Int
        /// The words, the newest first.
        public let from: [Assessment]
    }

    /// The level on a day; nil where nobody else has assessed it within a year.
    public func level(of person: Key<Person>, in competency: Key<Competency>, on day: CivilDay) -> Level? {
        let words = Assessment.Assessor.allCases.filter { $0 != .own }
            .compactMap { newest(of: person, in: competency, by: $0, on: day) }
            .filter { $0.day.days(until: day) <= Assessment.life }
        let levels = words.map(\.level).sorted()
        guard !levels.isEmpty else { return nil }
        return Level(value: levels[(levels.count - 1) / 2], from: words.sorted { $0.day > $1.day })
    }

    /// How much a level has changed from before a day to the last word after it; nil where one of both is missing.
    public func change(
        of person: Key<Person>, in competency: Key<Competency>, from day: CivilDay, to last: CivilDay
    ) -> Int? {
        guard let before = day.adding(days: -1), let was = level(of: person, in: competency, on: before),
            let now = level(of: person, in: competency, on: last),
            now.from.contains(where: { $0.day >= day })
        else { return nil }
        return now.value - was.value
    }
}
