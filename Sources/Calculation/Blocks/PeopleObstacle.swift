internal import Company
internal import Formulas
internal import Messages
internal import Periods

/// Why a part of a formula over people has no step: it is asked person by person, which takes many times as long.
enum PeopleObstacle: Hashable, Sendable, CaseIterable {
    /// There are steps for numbers and answers only.
    case texts
    /// "Empty" and "not known" are one for steps.
    case emptiness
    case variation
    /// A group seen from a group.
    case group
    /// A figure that no cells hold, or on days that no cells hold.
    case figure
    /// What is below somebody is no sum.
    case rollup
    case entered

    var text: LocalizedText {
        switch self {
        case .texts: LocalizedText(en: "compares texts or days", ru: "сравнивает тексты или даты")
        case .emptiness: LocalizedText(en: "asks whether something is empty", ru: "спрашивает, пусто ли значение")
        case .variation:
            LocalizedText(en: "measures how a figure varies", ru: "измеряет, как колеблется показатель")
        case .group: LocalizedText(en: "looks at a group from a group", ru: "смотрит на группу из группы")
        case .figure:
            LocalizedText(
                en: "asks for a figure that the pass over lines does not keep for these days",
                ru: "берёт показатель, которого проход по строкам за эти дни не хранит")
        case .rollup:
            LocalizedText(
                en: "asks for something of those below that does not add up",
                ru: "берёт о подчинённых то, что не складывается")
        case .entered: LocalizedText(en: "reads values that are entered", ru: "читает введённые значения")
        }
    }
}

extension LineEngine {
    /// The formulas of people that are asked person by person, in whole or in part, with the reason; of each plan for its first
    /// period.
    public var slowFormulas: [SlowFigure] {
        let run = Run(model, self)
        let tasks = run.tasks(in: .always)
        var found: [SlowFigure] = []
        for (number, plan) in model.plans.enumerated() {
            guard let task = tasks.first(where: { $0.plan == number }) else { continue }
            var context = EvaluationContext(
                .company, days: task.period.range, period: task.period, audience: plan.audience)
            context.dayCount = plan.proration
            let program = PeopleProgram(PeopleSource(self), context)
            for component in plan.components where !component.isShared {
                let known = program.questions.count
                for formula in component.kind.award.asked.formulas + component.modifiers.formulas {
                    _ = program.compile(formula)
                }
                for question in program.questions[known...] {
                    guard let obstacle = question.obstacle else { continue }
                    let name = question.metric.map { model.metrics[$0].name } ?? "\(plan.name).\(component.name)"
                    let slow = SlowFigure(name: LocalizedText(name), why: obstacle.text)
                    if !found.contains(slow) { found.append(slow) }
                }
            }
        }
        return found
    }
}
