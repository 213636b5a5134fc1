public import Company
public import Periods

extension Run {
    /// The award lines of some people for the plans' periods that end within a range, by the reference: every formula walked
    /// event by event and one person after the other, without programs, blocks or passes.
    ///
    /// Where a component is shared (a contest, a pool) everybody on its plan is calculated, since one share needs the others.
    public static func reference(_ model: CompanyModel, in range: DayRange, people: Set<Int32>) -> [AwardLine] {
        let run = Run(model, EventEngine.reference(model))
        let evaluator = MeasureEvaluator(model, run.source)
        return run.tasks(in: range).flatMap { task -> [AwardLine] in
            if model.plans[task.plan].components.contains(where: \.isShared) {
                return run.lines(task, evaluator).filter { people.contains($0.participation.person) }
            }
            return people.sorted().flatMap { person in
                run.lines(task, evaluator, people: Int(person)..<Int(person) + 1)
            }
        }
    }
}
