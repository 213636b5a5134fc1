internal import Formulas
internal import Messages

extension Pool {
    func objections(_ component: Component, _ plan: Plan, _ model: CompanyModel) -> [Diagnostic] {
        Linter.allOrNothingFindings(component, isPaidAtOnce: true)
    }

    func doubts(_ component: Component, _ model: CompanyModel) -> [Diagnostic] { [] }
}
