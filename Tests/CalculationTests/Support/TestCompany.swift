import Calculation
import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

/// A company written down in a test, read exactly as a company folder is read.
///
/// `staff` are sellers of the unit `sales`, at full time since 2024; a test that says more about people brings
/// tables of its own. Amounts and figures come back as text, so that a test shows what a payslip shows.
struct TestCompany {
    let model: CompanyModel
    let diagnostics: [Diagnostic]
    let engine: EventEngine
    let run: Run

    init(staff: String = "", _ yaml: String, _ tables: [String: String] = [:]) throws {
        var files = ["test.yaml": yaml]
        if !yaml.hasPrefix("company:") { files["company.yaml"] = "company: {name: Test, currency: RUB}" }
        let people = staff.split(separator: " ")
        if !people.isEmpty {
            files["staff.yaml"] = "positions: {seller: {title: Seller}}\nunits: {sales: {title: Sales}}"
            files["people.csv"] = "id,name\n" + people.map { "\($0),\($0)\n" }.joined()
            files["assignments.csv"] =
                "person,position,unit,from\n" + people.map { "\($0),seller,sales,2024-01-01\n" }.joined()
        }
        files.merge(tables) { $1 }
        try self.init(files: files)
    }

    init(files: [String: String]) throws {
        let (model, diagnostics) = CompanyReader.read(files.map { SourceFile(path: $0, bytes: Array($1.utf8)) })
        guard let model else {
            throw NotRead(description: diagnostics.map { $0.rendered(in: .en) }.joined(separator: "\n"))
        }
        self.model = model
        self.diagnostics = diagnostics
        engine = .reference(model)
        run = Run(model, engine)
    }

    struct NotRead: Error, CustomStringConvertible {
        let description: String
    }

    // MARK: Pay

    /// The award lines of every plan period that ends within `2026-01`, `2026-Q1`, `2026` … or `all`.
    func lines(_ period: String) throws -> [AwardLine] {
        run.tasks(in: try range(period)).flatMap { run.lines($0) }
    }

    /// What is paid: `["anna commission": "104 500.00"]`; why not, where there is no amount.
    ///
    /// A person paid for two stretches of one period has their sum.
    func pay(_ period: String) throws -> [String: String] { pay(try lines(period)) }

    /// What is paid when it is computed in columns; it has to be the same as ``pay(_:)-(String)``.
    func payInColumns(_ period: String) async throws -> [String: String] {
        let run = await Run(model, LineEngine.computed(model))
        return pay(try await run.lines(run.tasks(in: range(period))))
    }

    private func pay(_ lines: [AwardLine]) -> [String: String] {
        var minor: [String: Int64] = [:]
        var pay: [String: String] = [:]
        for line in lines {
            let key = key(line)
            if let amount = line.amount.value?.minorUnits { minor[key, default: 0] += amount }
            pay[key] = line.amount.reason?.code ?? Self.text(minor[key, default: 0])
        }
        return pay
    }

    /// The pay of one person for one component.
    func pay(_ person: String, _ component: String, _ period: String) throws -> String {
        try #require(try pay(period)["\(person) \(component)"], "nothing for \(person) \(component) in \(period)")
    }

    /// The remarks on one person's award.
    func remarks(_ person: String, _ component: String, _ period: String) throws -> [Remark] {
        try lines(period).filter { key($0) == "\(person) \(component)" }.flatMap(\.remarks)
    }

    private func key(_ line: AwardLine) -> String {
        "\(model.people.id(line.participation.person)) \(model.plans[line.plan].line(line.component).name)"
    }

    private static func text(_ kopecks: Int64) -> String {
        let amount = FixedDecimal.zero
        let roubles = (try? FixedDecimal(minorUnits: kopecks, places: 2)) ?? amount
        return roubles.text(places: 2, group: " ")
    }

    // MARK: Figures

    /// A metric of a person, a unit or `company`, in its unit; the reason's code when it has no value.
    func figure(_ metric: String, of subject: String, _ period: String) throws -> String {
        let number = try #require(model.metric(named: metric), "no metric \(metric)")
        let evaluator = MeasureEvaluator(model, engine)
        switch evaluator.metric(number, in: EvaluationContext(try self.subject(subject), try self.period(period))) {
        case .value(let value): return UnitFigure(value, model.metrics[number].unit).description
        case .notComputable(let reason): return reason.code
        }
    }

    func subject(_ id: String) throws -> Subject {
        if id == "company" { return .company }
        if let unit = model.units.number(of: id) { return .unit(unit) }
        return .person(try person(id))
    }

    func person(_ id: String) throws -> Int32 { try #require(model.people.number(of: id), "no person \(id)") }

    func period(_ label: String) throws -> Period {
        if label == "all" { return .all }
        return try #require(model.calendar.parse(label), "no period \(label)")
    }

    func range(_ label: String) throws -> DayRange { try period(label).range }

    /// The codes of what the linter objects to.
    var warnings: [String] { diagnostics.filter { $0.severity == .warning }.map(\.code) }
}
