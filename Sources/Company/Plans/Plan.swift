public import Formulas
public import Messages
public import Periods
public import Quantities

/// How a group of people is paid for a kind of period.
public struct Plan: Sendable {
    /// The name in files and results.
    public var name: String
    /// The name for people.
    public var title: LocalizedText
    /// Who is paid by it.
    public var audience: Eligibility
    /// The days on which it is in force.
    public var validity: DayRange
    /// What it is meant to bring about.
    public var goal: SalesGoal?
    /// How often it pays.
    public var period: PeriodKind
    /// Target variable pay for a whole period at full time.
    public var target: Checked<Measure>?
    /// By which days a part of a period counts.
    public var proration: DayCount
    /// How a pay line is rounded to minor units.
    public var rounding: Rounding
    /// What becomes of a KPI that has no value.
    public var missingValue: MissingValuePolicy
    /// What it pays.
    public var components: [Component]
    /// The most it pays a person for a period, over all components.
    public var cap: Checked<Measure>?
    /// The least it pays a person for the time he worked; what is missing has a line of its own.
    public var guarantee: Guarantee?
    /// The advance it pays when it earns less.
    public var draw: Draw?
    /// Its own tests.
    public var tests: [PlanTest]
    /// Where it is defined.
    public var place: Place

    /// What acts on every award.
    public var modifiers = PlanModifiers()
    /// With which share the targets of people who are new on the plan count, from their first period on.
    public var ramp: [FixedDecimal] = []
}

/// Who is paid by a plan: each list that is not empty must hold the person.
public struct Eligibility: Sendable, Hashable {
    /// Positions held.
    public var positions: Set<Int32> = []
    /// Units, with everything below them.
    public var units: Set<Int32> = []
    /// People by name.
    public var people: Set<Int32> = []

    /// Whether an assignment makes its person a member.
    public func admits(_ assignment: Assignment, _ organisation: Organisation) -> Bool {
        (positions.isEmpty || positions.contains(assignment.position))
            && (people.isEmpty || people.contains(assignment.person))
            && (units.isEmpty || units.contains { organisation.unitWithSubunits($0).contains(assignment.unit) })
    }
}

/// What a plan is meant to bring about; the two ask for different pay.
public enum SalesGoal: String, Sendable, CaseIterable {
    /// As many deals as possible: pay for the result.
    case deals
    /// Partnership with few clients: mostly fixed pay.
    case relationships
}

/// What becomes of a KPI that has no value.
public enum MissingValuePolicy: String, Sendable, CaseIterable {
    /// It counts as nothing reached.
    case zero
    /// Its weight goes to the other KPIs in proportion.
    case redistribute
    /// The person gets no figure for the component.
    case exclude
}

/// One thing a plan pays for.
public struct Component: Sendable {
    /// The name in files and results.
    public var name: String
    /// The name for people.
    public var title: LocalizedText
    /// What it pays.
    public var kind: Kind
    /// What acts on the award afterwards.
    public var modifiers: Modifiers
    /// Whether the award is in proportion to the time worked.
    public var scalesWithTime: Bool
    /// When it is paid; `nil` for at once.
    public var payout: Payout?
    /// Where it is defined.
    public var place: Place
}

/// What acts on an award after it is computed, in this order.
public struct Modifiers: Sendable {
    /// Without it there is no award.
    public var condition: Checked<Measure>?
    /// The award is multiplied with it.
    public var multiplier: Checked<Measure>?
    /// Must be passed, else only a part of the award is left.
    public var gate: Gate?
    /// The least that is paid.
    public var floor: Checked<Measure>?
    /// The most that is paid.
    public var cap: Checked<Measure>?
    /// The most that is paid in longer periods, the shortest first.
    public var longerCaps: [LongerCap] = []
}

/// A condition that an award must pass.
public struct Gate: Sendable {
    /// The condition.
    public var condition: Checked<Measure>
    /// The part of the award that is left when it fails; 0 by default.
    public var otherwise: FixedDecimal
}

/// An example that a plan carries with it: given these figures, it pays this.
public struct PlanTest: Sendable {
    /// What it shows.
    public var name: String
    /// Figures by their name as a formula would write them: `sales`, `target(sales)`.
    public var given: [String: FixedDecimal]
    /// What each component (or `total`) must pay; `nil` when it must not be computable.
    public var expected: [Expectation]
    /// Where it stands.
    public var place: Place

    /// What one component must pay.
    public struct Expectation: Sendable {
        /// The component's name, or `total`.
        public var component: String
        /// The amount; `nil` when it must not be computable.
        public var amount: FixedDecimal?
        /// Where it stands.
        public var place: Place
    }
}
