public import Calculation
public import Company
internal import Messages
public import Periods
public import Quantities

/// What a plan would have paid in past periods under a draft, against the text that stands.
public struct BackTest: Sendable {
    /// What both sides pay everybody in a period.
    public struct PeriodSides: Sendable {
        /// The period.
        public var period: Period
        /// What both sides pay.
        public var sides: PayComparison.Sides
    }

    /// What both sides pay a person over all periods.
    public struct PersonSides: Sendable {
        /// The person's identifier.
        public var person: String
        /// What both sides pay.
        public var sides: PayComparison.Sides
    }

    /// How many people stand on a step of a component, added up over the periods.
    public struct StepCount: Sendable {
        /// The component's name.
        public var component: String
        /// The bound, in the unit of the component's volume or as a share; `nil` below the first.
        public var bound: FixedDecimal?
        /// The unit of the bound.
        public var unit: MetricUnit
        /// How often somebody's period ended on it by the text that stands; `nil` where that has no such step.
        public var now: Int?
        /// The same by the draft.
        public var then: Int?
    }

    /// The plan.
    public let plan: String
    /// Period by period.
    public private(set) var periods: [PeriodSides] = []
    /// Every award that differs.
    public private(set) var comparisons: [PayComparison] = []
    /// Where people stand on the plan's steps.
    public private(set) var steps: [StepCount] = []

    /// What each person is paid over all periods by both sides, the largest difference first.
    public private(set) var people: [PersonSides] = []
    /// What everybody is paid over all periods.
    public private(set) var total = PayComparison.Sides()

    /// Whether nothing was paid by either side.
    public var isEmpty: Bool { total.now == nil && total.then == nil }

    private init(plan: String) { self.plan = plan }

    /// Calculates both sides, period by period.
    ///
    /// A plan of the draft that begins later than the plan of the same name is taken as if it began with that, since otherwise nothing
    /// would be compared.
    ///
    /// - Parameters:
    ///   - now: The company as it stands.
    ///   - then: The company with the draft.
    ///   - progress: Told how many periods are done; when it gives `false`, the calculation ends.
    /// - Throws: `CancellationError` when it was ended.
    public static func calculated(
        _ plan: String, now: Run, then: Run, periods: [Period], threads: Int = 2, progress: @Sendable (Int) -> Bool
    ) async throws -> BackTest {
        let sides = ComparedRuns(now: now, then: Run(then.model.beginning(with: now.model, plan), then.source))
        var test = BackTest(plan: plan)
        for (number, period) in periods.enumerated() {
            guard progress(number) else { throw CancellationError() }
            let comparison = await sides.comparison(in: period.range, threads: threads)
            test.periods.append(PeriodSides(period: period, sides: comparison.total))
            test.comparisons.append(comparison)
        }
        test.sumUp()
        test.steps = steps(plan, sides, periods)
        return test
    }

    private mutating func sumUp() {
        var byPerson: [String: PayComparison.Sides] = [:]
        for comparison in comparisons {
            for person in comparison.byPerson {
                byPerson[person.person, default: PayComparison.Sides()].add(person.sides)
            }
            total.add(comparison.total)
        }
        people = byPerson.map { PersonSides(person: $0.key, sides: $0.value) }.sorted {
            let sizes = ($0.sides.difference.magnitude, $1.sides.difference.magnitude)
            return sizes.0 == sizes.1 ? $0.person < $1.person : sizes.0 > sizes.1
        }
    }

    // MARK: Steps

    private struct Step: Hashable {
        let component: String
        let bound: FixedDecimal?
    }

    private static func steps(_ plan: String, _ sides: ComparedRuns, _ periods: [Period]) -> [StepCount] {
        let (now, then) = (counts(plan, sides.now, periods), counts(plan, sides.then, periods))
        let known = Set(now.keys).union(then.keys)
        return known.sorted { left, right in
            left.component == right.component
                ? (left.bound.map { $0.raw } ?? .min) < (right.bound.map { $0.raw } ?? .min)
                : left.component < right.component
        }.compactMap { step in
            guard let unit = (then[step] ?? now[step])?.unit else { return nil }
            return StepCount(
                component: step.component, bound: step.bound, unit: unit, now: now[step]?.count,
                then: then[step]?.count)
        }
    }

    private static func counts(
        _ name: String, _ run: Run, _ periods: [Period]
    ) -> [Step: (count: Int, unit: MetricUnit)] {
        guard let number = run.model.plans.firstIndex(where: { $0.name == name }) else { return [:] }
        let plan = run.model.plans[number]
        let reader = StandingReader(run.model, run.source)
        var counts: [Step: (count: Int, unit: MetricUnit)] = [:]
        let ended = Set(periods.flatMap { run.model.calendar.periods(plan.period, in: $0.range) }).filter { period in
            periods.contains { $0.range.from < period.range.until && period.range.until <= $0.range.until }
        }
        for period in ended {
            for standing in reader.standings(of: number, in: period).values.joined() where !standing.bounds.isEmpty {
                let component = plan.components[standing.component].name
                // Every step is named, also one that nobody has reached.
                for bound in [nil] + standing.bounds.map(Optional.some) {
                    let known = counts[Step(component: component, bound: bound)]
                    counts[Step(component: component, bound: bound)] = (known?.count ?? 0, standing.unit)
                }
                let reached = standing.bounds.last { standing.reached >= $0 }
                counts[Step(component: component, bound: reached)]?.count += 1
            }
        }
        return counts
    }
}

extension PayComparison.Sides {
    fileprivate mutating func add(_ other: PayComparison.Sides) {
        now.add(other.now)
        then.add(other.then)
    }
}

extension PayComparison.Pay? {
    fileprivate mutating func add(_ other: PayComparison.Pay?) {
        guard let other else { return }
        var sum = self ?? PayComparison.Pay()
        sum.minorUnits += other.minorUnits
        sum.missing += other.missing
        sum.reasons += other.reasons.filter { !sum.reasons.contains($0) }
        self = sum
    }
}

extension CompanyModel {
    /// The same with a plan in force from the day on which it is in another company, when it begins later.
    fileprivate func beginning(with other: CompanyModel, _ name: String) -> CompanyModel {
        guard let own = plans.firstIndex(where: { $0.name == name }),
            let before = other.plans.first(where: { $0.name == name }),
            before.validity.from < plans[own].validity.from,
            let days = DayRange(from: before.validity.from, until: plans[own].validity.until)
        else { return self }
        var model = self
        model.plans[own].validity = days
        return model
    }
}
