internal import Calculation
internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// The figures of a metric for a person over periods, by the rows of now.
struct KPIFigures {
    /// What a period has.
    struct Point {
        let period: Period
        let actual: Outcome<FixedDecimal>
        let target: Outcome<FixedDecimal>
    }

    let model: CompanyModel
    let source: any AggregateSource

    /// The figures of somebody: with his reports where he has any, for that is what a head answers for.
    ///
    /// - Parameter periods: One after another.
    func points(_ metric: Int, of person: Int32, _ periods: [Period], withReports: Bool) -> [Point] {
        let evaluator = MeasureEvaluator(model, source)
        return periods.map { period in
            let context = EvaluationContext(withReports ? .rollup(person) : .person(person), period)
            return Point(
                period: period, actual: evaluator.metric(metric, in: context),
                target: evaluator.target(metric, in: context))
        }
    }

    /// The fewest people among whom somebody is given a rank: of fewer each would know the others' figures.
    static let fewest = 5

    /// The place of somebody among those on his plan and position, 1 for the best; nil for fewer than five of them, without a value,
    /// and where being on target is what counts.
    func rank(_ metric: Int, of person: Int32, in period: Period) -> (place: Int, of: Int)? {
        guard let own = Peers(model).groups(in: period).first(where: { $0.people.contains(person) }),
            own.people.count >= Self.fewest, model.metrics[metric].better != .target
        else { return nil }
        let evaluator = MeasureEvaluator(model, source)
        let values = own.people.reduce(into: [Int32: FixedDecimal]()) { values, other in
            values[other] = evaluator.metric(metric, in: EvaluationContext(.person(other), period)).value
        }
        guard let mine = values[person], values.count >= Self.fewest else { return nil }
        let isHigher = model.metrics[metric].better == .higher
        let better = values.values.count { isHigher ? $0 > mine : $0 < mine }
        return (better + 1, values.count)
    }
}

/// People who can be compared: on the same plan in the same position.
struct Peers {
    let model: CompanyModel

    init(_ model: CompanyModel) { self.model = model }

    /// People of one plan and position in a period.
    struct Group {
        let plan: Int
        let position: Int32
        /// By number.
        var people: [Int32]
    }

    /// The groups of a period, in the order of the plans; a person stands where he was last.
    ///
    /// - Parameter people: Only these; everybody when nil.
    func groups(in period: Period, among people: Set<Int32>? = nil) -> [Group] {
        var groups: [Group] = []
        for (number, plan) in model.plans.enumerated() {
            guard let days = plan.validity.intersection(period.range) else { continue }
            var byPosition: [Int32: [Int32]] = [:]
            for person in people.map({ $0.sorted() }) ?? Array(0..<Int32(model.people.count)) {
                let held = model.organisation.assignments(of: person, in: days)
                    .filter { plan.audience.admits($0.assignment, model.organisation) }
                if let last = held.last { byPosition[last.assignment.position, default: []].append(person) }
            }
            groups += byPosition.sorted { $0.key < $1.key }.map {
                Group(plan: number, position: $0.key, people: $0.value)
            }
        }
        return groups
    }
}
