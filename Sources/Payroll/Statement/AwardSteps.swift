public import Calculation
public import Company
public import Messages
public import Periods
internal import Quantities

/// How the awards of a person came about, each with its way down to the events: what a statement unfolds into.
public struct AwardSteps: Sendable {
    /// The awards.
    public var steps: [Step]
    /// What they come to, in minor units; another sum than the run's when this version calculates otherwise.
    public var sum: Int128

    /// An award.
    public struct Step: Sendable {
        /// What names it, as ``PayStatement/Award/node``.
        public var node: String
        /// `Commission · Sales manager`, with the days when they are a part of the period.
        public var title: LocalizedText
        /// The way down.
        public var explanation: Explanation
    }

    /// Calculates the awards of a period again, with a trace.
    ///
    /// - Parameter eventLimit: How many events are listed under a figure; the rest is told by its number and sum.
    public init(
        of person: String, in period: Period, _ company: CompanyModel, _ source: any AggregateSource,
        eventLimit: Int = 10
    ) {
        guard let number = company.people.number(of: person) else {
            (steps, sum) = ([], 0)
            return
        }
        let explainer = AwardExplainer(company, source, eventLimit: eventLimit)
        let lines = explainer.lines(of: number, in: period.range)
        steps = lines.map { line in
            Step(
                node: line.node(company), title: line.title(company), explanation: explainer.explanation(of: line))
        }
        sum = lines.reduce(0) { $0 + Int128($1.amount.value?.minorUnits ?? 0) }
    }
}

extension AwardLine {
    /// What names the line among those of a person: plan, component, period and first day.
    public func node(_ company: CompanyModel) -> String {
        let plan = company.plans[plan]
        return [
            plan.name, plan.line(component).name, participation.period.description, participation.days.from.description,
        ].joined(separator: "/")
    }

    /// `Commission · Sales manager`, with the days when they are a part of the period.
    fileprivate func title(_ company: CompanyModel) -> LocalizedText {
        let plan = company.plans[plan]
        let component = plan.line(component).title
        let (days, period) = (participation.days, participation.period)
        let isPart = period != .all && days != period.range
        return LocalizedText { language in
            let part = isPart ? " (\(days.text(in: language)))" : ""
            return "\(component[language])\(part) · \(plan.title[language])"
        }
    }
}
