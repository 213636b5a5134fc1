internal import Formulas
internal import Messages

extension Bonus {
    func objections(_ component: Component, _ plan: Plan, _ model: CompanyModel) -> [Diagnostic] {
        Linter.goalFindings(component, plan, paysPerDeal: per != nil)
            + Linter.allOrNothingFindings(component, isPaidAtOnce: per == nil)
    }

    func doubts(_ component: Component, _ model: CompanyModel) -> [Diagnostic] { [] }
}
