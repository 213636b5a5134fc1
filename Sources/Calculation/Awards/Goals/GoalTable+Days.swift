internal import Company
internal import Formulas
internal import Messages
internal import Periods

extension GoalPay {
    /// Goals that no plan pays: none with `goals` has the person in a period of exactly that length.
    static func unpaidRows(_ model: CompanyModel) -> [Diagnostic] {
        let plans = model.plans.filter { plan in plan.components.contains { $0.pays(by: .goals) } }
        let participation = ParticipationFinder(model: model)
        let unpaid = model.awardRows.goals.values.filter { key, _ in
            !plans.contains { plan in
                guard plan.period == key.period.kind, let inForce = plan.validity.intersection(key.period.range) else {
                    return false
                }
                return !participation.participations(of: plan, person: key.person, in: key.period, inForce).isEmpty
            }
        }
        let first = unpaid.compactMap(\.value.first?.place).min { ($0.file, $0.line) < ($1.file, $1.line) }
        guard let first else { return [] }
        let names = unpaid.keys.map { "\(model.people.id($0.person)) \($0.period)" }.sorted()
        return [
            Diagnostic(
                .note, code: "unpaid-goals", at: first,
                LocalizedText(
                    en: "no plan pays these goals: \(DataNotes.list(names))",
                    ru: "ни один план не платит за цели: \(DataNotes.list(names))"
                ),
                remedy: LocalizedText(
                    en: "a plan with a component 'goals: …' must be for the person and have periods of that length",
                    ru: "план с составляющей «goals: …» должен быть для этого сотрудника и с периодом такой длины"))
        ]
    }

    /// Goals stand in their periods once they are assessed: goals for times to come are no reason to calculate them.
    static func recordedDays(_ model: CompanyModel) -> [ClosedRange<Int32>] {
        model.awardRows.goals.values.compactMap { key, goals in
            goals.contains { $0.assessment != nil } ? key.period.recordedDays : nil
        }
    }

    static func namedDays(_ model: CompanyModel) -> [Int32] {
        model.awardRows.goals.values.keys.compactMap(\.period.recordedDays).flatMap { [$0.lowerBound, $0.upperBound] }
    }
}
