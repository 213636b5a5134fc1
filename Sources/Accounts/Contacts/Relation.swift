internal import Messages
public import Periods

/// How a contact stood to us on a day, as somebody assessed it.
public struct Relation: Hashable, Sendable {
    /// Who.
    public let contact: Key<Contact>
    /// When.
    public let day: CivilDay
    /// How well.
    public let level: RelationLevel
    /// Who says so.
    public let by: Key<Person>
    /// The touches it rests on.
    public let evidence: Set<Key<Touch>>

    /// An assessment.
    public init(
        _ contact: Key<Contact>, on day: CivilDay, level: RelationLevel, by person: Key<Person>,
        evidence: Set<Key<Touch>> = []
    ) {
        (self.contact, self.day, self.level, by, self.evidence) = (contact, day, level, person, evidence)
    }

    /// For how many days an assessment is believed.
    public static let life = 180

    /// Whether it is still believed on a day: made by then, and at most 180 days old.
    public func isKnown(on day: CivilDay, life: Int = life) -> Bool {
        let age = self.day.days(until: day)
        return age >= 0 && age <= life
    }

    /// A refusal where it jumps by two or more from the one before without two touches to show for it.
    public func requireEvidence(after former: Relation?) throws(Refusal) {
        guard let former, abs(level.value - former.level.value) >= 2, evidence.count < 2 else { return }
        throw Refusal(
            "relation-jumps",
            LocalizedText(
                en: "contact \(contact): relation goes from \(former.level.value) to \(level.value)",
                ru: "контакт \(contact): отношение меняется с \(former.level.value) на \(level.value)"),
            remedy: LocalizedText(
                en: "name two touches that show it", ru: "назовите два контакта, которые это показывают"))
    }
}

extension [Relation] {
    /// The assessments that are believed on a day, by contact: the newest of each.
    func known(on day: CivilDay) -> [Key<Contact>: Relation] {
        var known: [Key<Contact>: Relation] = [:]
        for relation in self
        where relation.isKnown(on: day) && relation.day >= known[relation.contact]?.day ?? .earliest {
            known[relation.contact] = relation
        }
        return known
    }
}
