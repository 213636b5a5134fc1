internal import Company
internal import Formulas
internal import Periods

extension DataNotes {
    /// Rewards that no plan pays: nobody with a budget for them had the person on that day.
    static func unpaidRewards(_ model: CompanyModel) -> [Diagnostic] {
        let payer = RewardPayer(model)
        let unpaid = model.spotRewards.filter { payer.payer(of: $0) == nil }
        guard let first = unpaid.first else { return [] }
        return [
            Diagnostic(
                .note, code: "unpaid-rewards", at: first.place,
                LocalizedText(
                    en: "no plan pays \(unpaid.count) of \(model.spotRewards.count) rewards: \(list(unpaid.map(\.id)))",
                    ru: "ни один план не платит вознаграждения (\(unpaid.count) из \(model.spotRewards.count)): "
                        + list(unpaid.map(\.id))),
                remedy: LocalizedText(
                    en: "a plan with a component 'spot: …' must be for the person on the day it was given",
                    ru: "план с составляющей «spot: …» должен действовать для сотрудника в день вознаграждения"))
        ]
    }

    /// Goals that no plan pays: none with `goals` has the person in a period of exactly that length.
    static func unpaidGoals(_ model: CompanyModel) -> [Diagnostic] {
        let plans = model.plans.filter { plan in
            plan.components.contains { component in
                if case .goals = component.kind { true } else { false }
            }
        }
        let participation = Participation(model: model)
        let unpaid = model.goals.values.filter { key, _ in
            !plans.contains { plan in
                guard plan.period == key.period.kind, let inForce = plan.validity.intersection(key.period.range) else {
                    return false
                }
                return !participation.stints(of: plan, person: key.person, in: key.period, inForce).isEmpty
            }
        }
        let first = unpaid.compactMap(\.value.first?.place).min { ($0.file, $0.line) < ($1.file, $1.line) }
        guard let first else { return [] }
        let names = unpaid.keys.map { "\(model.people.id($0.person)) \($0.period)" }.sorted()
        return [
            Diagnostic(
                .note, code: "unpaid-goals", at: first,
                LocalizedText(
                    en: "no plan pays these goals: \(list(names))", ru: "ни один план не платит за цели: \(list(names))"
                ),
                remedy: LocalizedText(
                    en: "a plan with a component 'goals: …' must be for the person and have periods of that length",
                    ru: "план с составляющей «goals: …» должен быть для этого сотрудника и с периодом такой длины"))
        ]
    }

    /// The first ten names.
    private static func list(_ names: [String]) -> String {
        names.prefix(10).joined(separator: ", ") + (names.count > 10 ? ", …" : "")
    }
}
