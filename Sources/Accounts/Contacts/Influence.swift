internal import Messages
public import Periods
public import Quantities

/// How much of the power at a client stands well to us: Σ power·relation ÷ (5·Σ power).
///
///     power 10 8 5 3, relation 4 1 5 3   // 82 ÷ 130 = 63.1 %; the lever is the second
///
/// A relation that is not known, or was assessed more than 180 days ago, counts 0.
public struct Influence: Hashable, Sendable {
    /// The figure, from 0 to 1.
    public let value: FixedDecimal
    /// With whom most can be won: the largest power·(5 − relation), of equal ones the more powerful.
    public let lever: Key<Contact>
    /// How much can be won with the lever, in points of power·relation.
    public let leverSize: Int
    /// The share of power whose relation is not known.
    public let unknown: FixedDecimal

    /// The influence at a client on a day; without value where no contact has power.
    public init(of client: Key<Client>, contacts: [Contact], relations: [Relation], on day: CivilDay) throws(NoFigure) {
        let known = relations.known(on: day)
        let there = contacts.filter { $0.client == client && $0.days.contains(day) && $0.power.value > 0 }
        let best = RelationScale.bounds.upperBound
        var (reached, power, unknown) = (0, 0, 0)
        var lever: (contact: Contact, size: Int)?
        for contact in there.sorted(by: { ($1.power, $0.id) < ($0.power, $1.id) }) {
            let relation = known[contact.id]?.level.value
            power += contact.power.value
            reached += contact.power.value * (relation ?? 0)
            unknown += relation == nil ? contact.power.value : 0
            let size = contact.power.value * (best - (relation ?? 0))
            if size > lever?.size ?? -1 { lever = (contact, size) }
        }
        let name = LocalizedText(en: "contact with power", ru: "контакт, влияющий на решения")
        guard let lever else { throw .nothingOf(name) }
        value = try Exact.share(reached, of: best * power, name)
        self.unknown = try Exact.share(unknown, of: power, name)
        (self.lever, leverSize) = (lever.contact.id, lever.size)
    }
}
