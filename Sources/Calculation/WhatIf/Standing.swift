public import Company
internal import Formulas
internal import Messages
public import Periods
public import Quantities

/// How far somebody has come with a component of a plan that has steps or a target.
public struct Standing: Sendable, Hashable {
    /// The number of the component in the plan.
    public var component: Int
    /// What was reached: a volume, or a share of the target where ``isShare``.
    public var reached: FixedDecimal
    /// The unit of the volume; a percentage for shares.
    public var unit: MetricUnit
    /// Whether what was reached is a share of a target.
    public var isShare: Bool
    /// The volume that is the target; `nil` where there is none, and for weighted attainments.
    public var target: FixedDecimal?
    /// The bounds of the steps, rising, measured as what was reached.
    public var bounds: [FixedDecimal]

    /// How many bounds are reached.
    public var step: Int { bounds.count { reached >= $0 } }
    /// The bound that comes next; `nil` once all are reached.
    public var next: FixedDecimal? { bounds.first { $0 > reached } }

    /// How far it has come towards its target: a share of one; `nil` without a target.
    public var attainment: FixedDecimal? {
        if isShare { return reached }
        guard let target, target > .zero else { return nil }
        return try? reached.divided(by: target)
    }
}

/// Says how far people have come with the components of a plan.
///
/// Steps are the tiers of a commission, the points of a scorecard's curve and the milestones' bounds. Totals that run over longer
/// periods are left out: where they stand does not follow from one period.
public struct StandingReader {
    private let evaluator: MeasureEvaluator
    private let calculator: AwardCalculator
    private var model: CompanyModel { evaluator.model }

    /// Makes a reader over a company's events.
    public init(_ model: CompanyModel, _ source: any AggregateSource) {
        self.init(MeasureEvaluator(model, source))
    }

    private init(_ evaluator: MeasureEvaluator) {
        self.evaluator = evaluator
        calculator = AwardCalculator(evaluator)
    }

    /// Makes a reader over a company that is followed: where people stand now.
    public init(_ run: LiveRun) { self.init(run.evaluator) }

    /// Where everybody whom a plan pays for a period stands, by person; components without a value are left out.
    ///
    /// - Parameter people: Only these; everybody when `nil`.
    public func standings(of number: Int, in period: Period, people: Set<Int32>? = nil) -> [Int32: [Standing]] {
        let plan = model.plans[number]
        var standings: [Int32: [Standing]] = [:]
        let finder = ParticipationFinder(model: model)
        let found =
            people.map { people in
                plan.validity.intersection(period.range).map { inForce in
                    people.sorted().flatMap { finder.participations(of: plan, person: $0, in: period, inForce) }
                } ?? []
            } ?? finder.participations(of: plan, in: period)
        for participation in found {
            let own = plan.components.indices.compactMap { standing($0, plan, participation) }
            // Whoever comes back inside a period is shown by his last days.
            standings[participation.person] = own
        }
        return standings
    }

    private func standing(_ index: Int, _ plan: Plan, _ participation: Participation) -> Standing? {
        switch plan.components[index].kind {
        case .commission(let commission): standing(index, commission, plan, participation)
        case .scorecard(let scorecard): standing(index, scorecard, plan, participation)
        case .bonus, .pool, .contest, .goals, .spot, .milestones, .matrix: nil
        }
    }

    private func standing(
        _ index: Int, _ commission: Commission, _ plan: Plan, _ participation: Participation
    ) -> Standing? {
        let context = calculator.context(participation, plan)
        guard case .value(let volume) = evaluator.number(commission.base, in: context) else { return nil }
        let unit = calculator.explainer.unit(of: commission.base)
        var standing = Standing(
            component: index, reached: volume, unit: unit, isShare: false, target: target(of: commission.base, context),
            bounds: [])
        switch commission.pricing {
        case .rate, .rates: break
        case .events(let pricing):
            standing.bounds = pricing.tiers.map(Self.bounds) ?? []
            if let target = pricing.target { return shares(standing, target, context) }
        case .tiers(let pricing):
            guard pricing.over == nil else { return nil }
            standing.bounds = Self.bounds(pricing.table)
            if let target = pricing.target { return shares(standing, target, context) }
        }
        return standing
    }

    /// The first tier begins with nothing sold: it is no step that anybody has to reach.
    private static func bounds(_ table: TierTable) -> [FixedDecimal] { table.tiers.map(\.from).filter { $0 > .zero } }

    private func shares(
        _ standing: Standing, _ target: Checked<Measure>, _ context: EvaluationContext
    ) -> Standing? {
        guard case .value(let whole) = evaluator.number(target, in: context), whole > .zero,
            let share = try? standing.reached.divided(by: whole)
        else { return nil }
        var standing = standing
        standing.reached = share
        standing.unit = MetricUnit(.plain, isPercent: true)
        standing.isShare = true
        standing.target = whole
        return standing
    }

    /// The target of the metric that is paid on, where the formula is nothing but that.
    private func target(of base: Checked<Measure>, _ context: EvaluationContext) -> FixedDecimal? {
        guard case .reference(.metric(let metric)) = base.node else { return nil }
        return evaluator.target(metric, in: context).value
    }

    private func standing(
        _ index: Int, _ scorecard: Scorecard, _ plan: Plan, _ participation: Participation
    ) -> Standing? {
        let trace = Trace()
        _ = calculator.ownAward(plan.components[index], plan, participation, trace)
        guard let step = trace.steps.first(where: { $0.label == .weightedIndex }),
            case .figure(let reached, let unit) = step.content
        else { return nil }
        return Standing(
            component: index, reached: reached, unit: unit, isShare: true, target: nil,
            bounds: scorecard.payout.points.map(\.attainment))
    }
}
