internal import Calculation
internal import Company
internal import Messages
internal import Periods
internal import Quantities
internal import Storage

/// What came out when a statement was calculated again.
public struct StatementCheck: Sendable {
    /// Where the figures differ; empty when all are equal.
    public var differences: [Difference]
    /// How many figures the statement has.
    public var compared: Int

    /// A figure that came out differently.
    public struct Difference: Sendable, Hashable {
        /// What is paid for: plan, component, period and days.
        public var item: String
        /// What the statement says; `nil` when it has no such line.
        public var stated: String?
        /// What comes out; `nil` when nothing does.
        public var calculated: String?

        /// Makes a difference.
        public init(item: String, stated: String?, calculated: String?) {
            self.item = item
            self.stated = stated
            self.calculated = calculated
        }
    }
}

extension StatementBundle {
    /// Makes sure that nobody changed the statement, and calculates it again from nothing but itself.
    ///
    /// - Parameters:
    ///   - expectedKey: The key it must be signed with; the one it names itself when `nil`.
    ///   - work: How many parts of formulas may be calculated, ``WorkBudget/ofStatement`` when `nil`: without a key anybody may
    ///     have signed it.
    public func check(
        expectedKey: [UInt8]? = nil, work: Int? = nil
    ) async throws(StatementProblem) -> StatementCheck {
        try checkShape()
        try checkSignature(by: expectedKey)
        let calculated = Self.figures(try await recalculated(WorkBudget(work ?? WorkBudget.ofStatement)))
        let stated = Self.figures(results)
        let differences = Set(calculated.keys).union(stated.keys).sorted().compactMap { item in
            stated[item] == calculated[item]
                ? nil
                : StatementCheck.Difference(item: item, stated: stated[item], calculated: calculated[item])
        }
        return StatementCheck(differences: differences, compared: results.count)
    }

    /// The figures by what they are paid for; one that stands twice counts as two.
    private static func figures(_ results: [Result]) -> [String: String] {
        Dictionary(results.map { ($0.item, $0.figure) }) { "\($0), \($1)" }
    }

    /// What comes out of the statement's own text and rows.
    func recalculated(
        _ budget: WorkBudget = WorkBudget(WorkBudget.ofStatement)
    ) async throws(StatementProblem) -> [Result] {
        let (model, diagnostics, _) = CompanyReader.read(text: files, tables: plainTables)
        guard let model else { throw .company(diagnostics) }
        guard let number = model.people.number(of: person) else { throw .nobody(person) }
        guard let period = model.calendar.parse(period) else { throw .noSuchPeriod(self.period) }
        guard budget.affordEvents(of: model) else { throw .tooMuchWork }
        let run = Run(model, EventEngine.reference(model), budget: budget)
        let lines = await run.lines(run.tasks(in: period.range), threads: 2)
        if budget.isSpent { throw .tooMuchWork }
        return lines.filter { $0.participation.person == number }.map { Result($0, model) }
    }
}

// MARK: - The company in it

extension StatementBundle {
    /// Refuses tables that nothing could have written.
    func checkShape() throws(StatementProblem) {
        var kinds: Set<String> = []
        for table in tables {
            let fits = table.rows.allSatisfy { $0.count == table.columns.count }
            guard fits, kinds.insert(table.kind).inserted, Set(table.columns).count == table.columns.count else {
                throw .malformedTable(table.kind)
            }
        }
    }

    private var files: [SourceFile] { text.map { SourceFile(path: $0.path, bytes: [UInt8]($0.content.utf8)) } }

    private var plainTables: [PlainTable] {
        tables.map { table in
            PlainTable(kind: table.kind, columns: table.columns, rows: table.rows.map { PlainRow(key: "", cells: $0) })
        }
    }
}

extension StatementBundle.Table {
    init(_ table: PlainTable) {
        self.init(kind: table.kind, columns: table.columns, rows: table.rows.map(\.cells))
    }
}

extension StatementBundle.Result {
    /// A line of a run as a statement says it.
    init(_ line: AwardLine, _ model: CompanyModel) {
        let plan = model.plans[line.plan]
        self.init(
            plan: plan.name, component: plan.line(line.component).name,
            period: line.participation.period.description, from: line.participation.days.from.description,
            until: line.participation.days.until.description, amount: line.amount.value.map(\.plainText),
            reason: line.amount.reason?.code ?? "")
    }

    /// A line as a run has kept it.
    init(_ line: RunLine, _ currency: Currency) {
        self.init(
            plan: line.plan, component: line.component, period: line.period, from: line.from, until: line.until,
            amount: line.amount.map { Money(minorUnits: $0, currency: currency).plainText },
            reason: line.reason?.code ?? "")
    }

    /// What is paid for.
    fileprivate var item: String { "\(plan) · \(component) · \(period) · \(from)…\(until)" }

    /// What it pays, or why not.
    fileprivate var figure: String { amount ?? "– (\(reason))" }
}

extension Money {
    /// The amount with a decimal point and all its minor digits: `12000.00`.
    var plainText: String { amount.text(places: currency.minorDigits) }
}
