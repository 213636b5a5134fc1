internal import Company
internal import Periods

/// Finds the one component that pays a reward, so that two budgets never pay it twice.
struct RewardPayer {
    private let model: CompanyModel

    init(_ model: CompanyModel) {
        self.model = model
    }

    /// The first plan, in the order of the files, that pays the person on the day and has a budget, and its first budget.
    func payer(of reward: SpotReward) -> (plan: String, component: String)? {
        for plan in model.plans {
            let budget = plan.components.first { $0.pays(by: .spot) }
            if let budget, pays(plan, reward) { return (plan.name, budget.name) }
        }
        return nil
    }

    private func pays(_ plan: Plan, _ reward: SpotReward) -> Bool {
        let day = reward.given.day
        guard let period = plan.period == .all ? .all : model.calendar.period(plan.period, containing: day),
            let inForce = plan.validity.intersection(period.range)
        else { return false }
        return ParticipationFinder(model: model).participations(of: plan, person: reward.person, in: period, inForce)
            .contains { $0.days.contains(day) }
    }
}
