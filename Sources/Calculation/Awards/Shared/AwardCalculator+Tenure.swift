internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

extension AwardCalculator {
    /// The number of a participation's period in the person's unbroken run on the plan, 1 for the period in which it began.
    ///
    /// `nil` in a plan's own test, which knows no beginning, and for all time.
    func tenure(of participation: Participation, _ plan: Plan) -> Int? {
        guard evaluator.given == nil,
            let run = ParticipationFinder(model: model).run(
                of: plan, person: participation.person, holding: participation.days.from, in: .always),
            let first = model.calendar.period(plan.period, containing: run.from)
        else { return nil }
        return model.calendar.count(from: first, through: participation.period)
    }

    /// Puts into a context how long the person has been on the plan, and what it means for his targets.
    func count(_ participation: Participation, _ plan: Plan, _ context: inout EvaluationContext) {
        guard let number = tenure(of: participation, plan) else { return }
        context.tenure = number
        guard number >= 1, number <= plan.ramp.count else { return }
        context.ramp = RampStep(number: number, of: plan.ramp.count, share: plan.ramp[number - 1])
    }
}

extension CompanyModel {
    /// Whether some formula asks how long a person has been on a plan.
    var usesTenure: Bool { allFormulas.contains(where: \.asksTenure) }
}

extension Checked where Reference == Measure {
    fileprivate var asksTenure: Bool {
        references.contains { reference in
            switch reference {
            case .person(let field): field == .tenure
            case .window(_, let inner), .subject(_, let inner): inner.asksTenure
            case .metric, .aggregate, .target, .parameter, .days, .workingDays, .variable: false
            }
        }
    }
}

extension Reason {
    static let noTenure = Reason(
        "no-tenure",
        LocalizedText(
            en: "person.tenure is known only where a plan pays a person for a period",
            ru: "person.tenure известен только там, где план платит сотруднику за период"))
}
