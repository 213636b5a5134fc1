internal import Company
internal import Formulas
internal import Messages
internal import Quantities

/// How a kind of award is calculated: by the reference, which explains itself, and by fast forms that give the same.
///
/// All that this side of the house knows of a kind stands in the folder of its name. Nothing here has an answer by default: a kind
/// that forgets one does not compile. A fast form may answer `nil`, which asks the slower one.
enum AwardRule {
    /// The award depends on the person alone.
    case personal(any PersonalAward)
    /// Everybody's award depends on everybody's.
    case shared(any SharedAward)
}

/// An award that depends on the person alone.
protocol PersonalAward: AwardKind {
    /// The reference: the award of a participation before what acts on it afterwards.
    func award(_ component: Component, _ plan: Plan, _ participation: Participation, in context: AwardContext)
        -> RawAward

    /// The same for a block of people who are there for the whole period; `nil` when each is asked of the reference.
    func block(_ component: Component, _ people: PeopleContext, in plan: PlanBlocks) -> RawAwardBlock?

    /// The same as steps for one person of a followed period; `nil` when a block of him alone is asked.
    func steps(_ component: Component, _ members: PlanBlocks.Members, in plan: PlanBlocks, _ program: PersonProgram)
        -> AwardSteps?

    /// The commission whose lines a pass prices one by one; `nil` when there are none.
    var linePricing: EventPricing? { get }
}

/// An award of which everybody's depends on everybody's.
protocol SharedAward: AwardKind {
    /// The reference: the awards of a group's members, in the order of their participations, before what acts on them afterwards.
    func awards(_ component: Component, _ plan: Plan, _ members: AwardMembers, in context: AwardContext) -> [RawAward]

    /// Whether a person takes part once, with all his days of the period, in the group he is in at the end of them.
    var takesPartOnce: Bool { get }

    /// Whether what it pays a person in a group is decided once, over all his days there, and paid with his last participation.
    var isDecidedOnce: Bool { get }

    /// How it is divided, when everybody's part follows from a fund and weights alone; `nil` when the reference has to decide.
    var division: FundDivision? { get }
}

/// A fund that is divided by weights.
struct FundDivision: Sendable {
    /// The fund of a group.
    let fund: Checked<Measure>
    /// A member's weight.
    let weight: Checked<Measure>
}

/// What an award is calculated with.
struct AwardContext {
    let calculator: AwardCalculator
    /// Where the steps are written down; `nil` when nobody asks for them.
    let trace: Trace?

    var evaluator: MeasureEvaluator { calculator.evaluator }
    var explainer: Explainer { calculator.explainer }
    var model: CompanyModel { calculator.model }
    /// How amounts of the company's currency are shown.
    var money: MetricUnit { calculator.money }

    func context(_ participation: Participation, _ plan: Plan) -> EvaluationContext {
        calculator.context(participation, plan)
    }
}
