internal import Calculation
internal import Company
public import Formulas
internal import Periods
internal import Quantities

/// What came out when a statement was calculated again.
public struct StatementCheck: Sendable {
    /// Whether nothing was changed since it was signed.
    public var isSigned: Bool
    /// Where the figures differ; empty when all are equal.
    public var differences: [Difference]
    /// How many figures were compared.
    public var compared: Int

    /// Whether the statement can be trusted.
    public var isSound: Bool { isSigned && differences.isEmpty }

    /// A figure that came out differently.
    public struct Difference: Sendable, Hashable {
        /// What is paid for: plan, component, period and days.
        public var item: String
        /// What the statement says; `nil` when it has no such line.
        public var stated: String?
        /// What comes out; `nil` when nothing does.
        public var calculated: String?
    }
}

/// Why a statement cannot be calculated again.
public enum StatementProblem: Error, Sendable {
    /// It is no statement, or one of a later form.
    case unreadable(String)
    /// Its text and rows do not make a company.
    case company([Diagnostic])
    /// It names a person or a period that its own rows do not have.
    case nobody(String)
}

extension StatementBundle {
    /// Calculates the statement again from nothing but itself.
    ///
    /// - Parameter expectedKey: The key it must be signed with; the one it names itself when `nil`.
    public func check(expectedKey: [UInt8]? = nil) async throws -> StatementCheck {
        let calculated = try await recalculated()
        let keyed = { (results: [Result]) in Dictionary(results.map { ($0.item, $0.figure) }) { first, _ in first } }
        let (ours, theirs) = (keyed(calculated), keyed(results))
        let differences = Set(ours.keys).union(theirs.keys).sorted().compactMap { item in
            ours[item] == theirs[item]
                ? nil : StatementCheck.Difference(item: item, stated: theirs[item], calculated: ours[item])
        }
        return StatementCheck(
            isSigned: try isSigned(by: expectedKey), differences: differences, compared: theirs.count)
    }

    /// What comes out of the statement's own text and rows.
    func recalculated() async throws(StatementProblem) -> [Result] {
        let (model, diagnostics, _) = CompanyReader.read(text: files, tables: plainTables)
        guard let model else { throw .company(diagnostics) }
        guard let number = model.people.number(of: person) else { throw .nobody(person) }
        guard let period = model.calendar.parse(period) else { throw .nobody(self.period) }
        let run = Run(model, await EventEngine.laidOut(model, threads: 2))
        let lines = await run.lines(run.tasks(in: period.range), threads: 2)
        return lines.filter { $0.stint.person == number }.map { Result($0, model) }
    }
}

extension StatementBundle.Result {
    /// A line of a run as a statement says it.
    init(_ line: AwardLine, _ model: CompanyModel) {
        let plan = model.plans[line.plan]
        self.init(
            plan: plan.name, component: plan.components[line.component].name,
            period: line.stint.period.description, from: line.stint.days.from.description,
            until: line.stint.days.until.description, amount: line.amount.value.map(\.plainText),
            reason: line.amount.reason?.code ?? "")
    }

    /// What is paid for.
    fileprivate var item: String { "\(plan) · \(component) · \(period) · \(from)…\(until)" }

    /// What it pays, or why not.
    fileprivate var figure: String { amount ?? "– (\(reason))" }
}

extension Money {
    /// The amount with a decimal point and all its minor digits: `12000.00`.
    var plainText: String { amount.text(places: currency.minorDigits, group: "", point: ".") }
}
