import AccountRows
import Accounts
import Messages
import Periods
import Quantities

/// How a contact stands to us, as who looks after the client sees it: a jump needs two touches that show it.
enum RelationSteps {
    static let all = [
        AccountStep(
            beginning: .relation, "assess", LocalizedText(en: "Assess a relation", ru: "Оценить отношение"),
            [
                .contact, StepField("relation", LocalizedText(en: "Relation", ru: "Отношение"), .whole(0...5)),
                StepField(
                    "drivers", LocalizedText(en: "What drives him", ru: "Что для него важно"), .text, isNeeded: false),
                StepField(
                    "evidence", LocalizedText(en: "Touches that show it", ru: "Контакты, которые это показывают"),
                    .many(.touch),
                    isNeeded: false),
            ], make: assess)
    ]

    static func assess(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let contact: Key<Contact> = try request.neededKey("contact")
        guard let client = request.book.client(of: contact) else { throw .noSuch(.contact, contact.text) }
        try request.requireOwnClient(client, "contact \(contact)")
        let evidence = request.list("evidence")
        for touch in evidence where request.book.row("touch", touch)?.key("contact") != contact {
            let known = request.book.rows("touch").filter { $0.key("contact") == contact }.map(\.id)
            throw .unknownName(request.field("evidence"), touch, among: known)
        }
        let relation = Relation(
            contact, on: request.today, level: try RelationLevel(try request.neededWhole("relation")), by: request.me,
            evidence: Set(evidence.map { Key($0) }))
        try relation.requireEvidence(after: former(contact, request))
        let id = request.book.newIdentifier("relation", "z")
        let row = StepRow(
            new: "relation", id,
            [
                "contact": contact.text, "day": "\(request.today)", "relation": "\(relation.level.value)",
                "by": request.me.text, "drivers": request.text("drivers"), "evidence": evidence.joined(separator: " "),
            ])
        return StepOutcome(
            id, [row],
            next: StepNext(
                LocalizedText(en: "it is assessed anew", ru: "оценить заново"), who: request.me,
                by: request.today.adding(days: Relation.life)))
    }

    /// The newest assessment that there is.
    private static func former(_ contact: Key<Contact>, _ request: StepRequest) -> Relation? {
        let rows = request.book.rows("relation").filter { $0.key("contact") == contact }
        let last = rows.max { ($0.day("day") ?? .earliest) < ($1.day("day") ?? .earliest) }
        guard let last, let day = last.day("day"), let by: Key<Person> = last.key("by"),
            let level = last.decimal("relation").flatMap({ try? $0.integer(.halfAwayFromZero) }),
            let known = try? RelationLevel(level)
        else { return nil }
        return Relation(contact, on: day, level: known, by: by)
    }
}
