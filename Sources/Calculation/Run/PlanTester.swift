public import Company
internal import Formulas
public import Messages
internal import Periods
public import Quantities

/// Runs the tests that plans carry with them.
public struct PlanTester {
    private let model: CompanyModel

    /// Makes a tester for a company's plans.
    public init(_ model: CompanyModel) {
        self.model = model
    }

    /// One component of one test that was looked at.
    public struct Result: Sendable {
        /// The plan's name.
        public var plan: String
        /// The test's name.
        public var test: String
        /// The component, or `total`.
        public var component: String
        /// What the test expects; `nil` for "not computable".
        public var expected: FixedDecimal?
        /// What the plan pays.
        public var actual: Outcome<FixedDecimal>
        /// Where the expectation stands.
        public var place: Place

        /// Whether the plan pays what the test expects.
        public var passed: Bool {
            expected == nil ? actual.value == nil : actual.value == expected
        }
    }

    /// The results of all tests of all plans, in the order of the files.
    public func results() -> [Result] {
        model.plans.indices.flatMap { number in model.plans[number].tests.flatMap { results($0, number) } }
    }

    /// What a plan pays somebody for a whole period when these figures are given, line by line.
    ///
    /// - Parameter given: Figures by their name as a formula would write them, as ``PlanTest/given`` has them.
    public func pay(of number: Int, given: [String: FixedDecimal]) -> [Outcome<Money>] {
        let period = testPeriod(model.plans[number])
        let participation = Participation(
            person: 0, period: period, days: period.range, workedDays: .one, periodDays: 1)
        let pay = PlanPay(number, MeasureEvaluator(model, NoEvents(), given: given))
        return pay.lines(of: [participation]).joined().map(\.amount)
    }

    /// A test knows one person: a pool or a contest then has one member.
    private func results(_ test: PlanTest, _ number: Int) -> [Result] {
        let plan = model.plans[number]
        let paid = pay(of: number, given: test.given)
        return test.expected.map { expectation in
            let actual = plan.line(named: expectation.component).map { paid[$0].map(\.amount) } ?? total(paid)
            return Result(
                plan: plan.name, test: test.name, component: expectation.component, expected: expectation.amount,
                actual: actual, place: expectation.place)
        }
    }

    private func total(_ amounts: [Outcome<Money>]) -> Outcome<FixedDecimal> {
        if let reason = amounts.lazy.compactMap(\.reason).first { return .notComputable(reason) }
        return .computing { () throws(QuantityError) in try amounts.compactMap { $0.value?.amount }.total() }
    }

    /// A test has no calendar of its own: it is a whole period at the plan's beginning.
    private func testPeriod(_ plan: Plan) -> Period {
        let day = plan.validity.from == .earliest ? CivilDay(number: 0) : plan.validity.from
        return model.calendar.period(plan.period, containing: day) ?? .all
    }
}

/// What a plan's test sees of events: nothing.
struct NoEvents: AggregateSource {
    func figure(_ aggregate: Int, of parts: [GroupPart], in days: DayRange) -> Outcome<FixedDecimal> {
        .notComputable(.noEvents)
    }
    func figureOfCompany(_ aggregate: Int, in days: DayRange, countsUndated: Bool) -> Outcome<FixedDecimal> {
        .notComputable(.noEvents)
    }
    func events(_ aggregate: Int, of parts: [GroupPart]) -> [CreditedEvent] { [] }
}
