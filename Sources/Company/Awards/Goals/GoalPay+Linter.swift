internal import Formulas
internal import Messages
internal import Quantities

extension GoalPay {
    func objections(_ component: Component, _ plan: Plan, _ model: CompanyModel) -> [Diagnostic] {
        payout.fallingFindings(component)
    }

    func doubts(_ component: Component, _ model: CompanyModel) -> [Diagnostic] {
        [Linter.thresholdFinding(threshold, cap, of: component.name, at: component.place)].compactMap { $0 }
    }
}
