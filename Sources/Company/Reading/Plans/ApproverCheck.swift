internal import Formulas
internal import Messages
internal import Periods

/// Looks at who alone may approve.
struct ApproverCheck {
    let people: RecordTable?
    let organisation: Organisation
    let plans: [Plan]
    let findings: Findings

    /// Makes sure that approvers are people, and that two of them are left whom no plan pays.
    func check(_ approvers: YAMLEntry) {
        var unpaid: Set<String> = []
        for entry in approvers.elements {
            guard let id = findings.text(entry) else { continue }
            guard let person = people?.number(of: id) else {
                findings.report(
                    "unknown-person", at: entry.place,
                    LocalizedText(en: "there is no person '\(id)'", ru: "сотрудника «\(id)» нет"),
                    remedy: Suggestion.remedy(forRecord: id, among: people?.ids ?? [])
                        ?? LocalizedText(en: "name people by their id", ru: "называйте сотрудников по их id"))
                continue
            }
            if !isPaid(person) { unpaid.insert(id) }
        }
        if unpaid.count < PeopleNeeded.approvals { reportFewApprovers(unpaid.sorted(), approvers.place) }
    }

    private func reportFewApprovers(_ left: [String], _ place: Place) {
        let who =
            left.first.map { LocalizedText(en: "only '\($0)' is left", ru: "остаётся только «\($0)»") }
            ?? LocalizedText(en: "nobody is left", ru: "не остаётся никого")
        findings.report(
            "few-approvers", at: place,
            LocalizedText(
                en:
                    "two must approve a period, and of the approvers \(who.en) whom no plan pays; nobody approves his own pay",
                ru:
                    "период утверждают двое, а из утверждающих, которым не платит ни один план, \(who.ru); свою выплату не утверждает никто"
            ),
            remedy: LocalizedText(
                en: "name at least two people whom no plan pays",
                ru: "назовите хотя бы двоих, кому не платит ни один план"), severity: .warning)
    }

    /// Whether some plan pays the person by the last assignment he has.
    private func isPaid(_ person: Int32) -> Bool {
        guard let last = organisation.byPerson[Int(person)].last.map({ organisation.assignments[$0] }) else {
            return false
        }
        return plans.contains { plan in
            plan.validity.overlaps(last.validity) && plan.audience.admits(last, organisation)
        }
    }

    /// How many people must do something together.
    private enum PeopleNeeded {
        /// Two approve a period.
        static let approvals = 2
    }
}
