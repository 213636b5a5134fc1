internal import Formulas
internal import Messages
internal import Quantities

extension Contest {
    func objections(_ component: Component, _ plan: Plan, _ model: CompanyModel) -> [Diagnostic] {
        allOrNothingFindings(component) + prizeFindings(component)
    }

    func doubts(_ component: Component, _ model: CompanyModel) -> [Diagnostic] { [] }

    private func allOrNothingFindings(_ component: Component) -> [Diagnostic] {
        guard case .goal(_, let goal) = form, goal.comparesWithTarget else { return [] }
        return [Linter.allOrNothing(component)]
    }

    /// A contest whose next step, or better place, wins less.
    private func prizeFindings(_ component: Component) -> [Diagnostic] {
        let prizes: [Checked<Measure>]
        switch form {
        case .ranking(let byPlace): prizes = byPlace.reversed()
        case .steps(let steps): prizes = steps.map(\.prize)
        case .pot, .goal: return []
        }
        let amounts = prizes.compactMap(\.constant)
        guard amounts.count == prizes.count, zip(amounts, amounts.dropFirst()).contains(where: { $0 > $1 }) else {
            return []
        }
        return [
            Diagnostic(
                .warning, code: "falling-prizes", at: component.place,
                LocalizedText(
                    en: "in '\(component.name)' a better result wins less",
                    ru: "в «\(component.name)» за лучший результат приз меньше"),
                remedy: LocalizedText(
                    en: "let the prizes rise with the result", ru: "пусть призы растут вместе с результатом"))
        ]
    }
}
