internal import Calculation
internal import Company
internal import Formulas
internal import HTML
internal import Messages
internal import Pages
internal import Quantities

/// Examples of what a plan pays, each calculated by the engine: the plan's own tests, else one that follows from its targets and steps.
struct PlanExamples {
    let model: CompanyModel
    let plan: Plan
    let language: PageLanguage

    private func word(_ words: Words) -> String { words[language] }
    private var words: FormulaWords { FormulaWords(model: model, language: language) }

    /// The most examples that are shown.
    private static let most = 3

    /// The examples.
    var parts: [PlanPart] {
        guard let number = model.plans.firstIndex(where: { $0.name == plan.name }) else { return [] }
        if plan.tests.isEmpty {
            let given = made
            guard !given.isEmpty, let part = part(word(PlanWords.ownExample), given, number) else { return [] }
            return [part]
        }
        return plan.tests.prefix(Self.most).compactMap { part($0.name, $0.given, number) }
    }

    private func part(_ name: String, _ given: [String: FixedDecimal], _ number: Int) -> PlanPart? {
        let paid = PlanTester(model).pay(of: number, given: given)
        let amounts = Amounts(currency: model.currency, language: language)
        let lines = zip(plan.lines, paid).compactMap { line, outcome in
            outcome.value.map { TableRow(.name(line.title[language], nil), [.amount(amounts.money($0.minorUnits))]) }
        }
        guard !lines.isEmpty else { return nil }
        let sum = paid.reduce(Int128(0)) { $0 + Int128($1.value?.minorUnits ?? 0) }
        let said = given.sorted { $0.key < $1.key }.map { text($0.key, $0.value) }.joined(separator: "; ")
        return .clause(
            name: "example/" + name, heading: word(PlanWords.example(name)),
            lines: [word(PlanWords.given) + ": " + said + "."],
            table: DataTable(
                name: "pays/" + name, caption: word(PlanWords.pays) + ", " + model.currency.code,
                columns: [
                    Column(word(PlanWords.pays)),
                    Column(word(DraftWords.actual) + ", " + model.currency.code, figures: true),
                ], rows: lines,
                totals: lines.count > 1
                    ? [TableRow(.text(word(PlanWords.total)), [.amount(amounts.money(sum))])] : [],
                language: language))
    }

    /// A figure of an example under the name that people have for it.
    private func text(_ name: String, _ value: FixedDecimal) -> String {
        for (number, metric) in model.metrics.enumerated() {
            if metric.name == name { return "\(metric.title[language]) — \(words.figure(value, metric.unit))" }
            if "target(\(metric.name))" == name {
                return "\(words.name(.target(number))) — \(words.figure(value, metric.unit))"
            }
        }
        let fields =
            model.assignmentKind.fields.enumerated().map { (Measure.person(.assignment($0.offset)), $0.element) }
            + model.people.kind.fields.enumerated().map { (Measure.person(.record($0.offset)), $0.element) }
        for (measure, field) in fields where "person.\(field.name)" == name {
            let unit = MetricUnit(
                field.type.formulaType(model.currency).unit ?? .plain, isPercent: field.type == .percent)
            return "\(words.name(measure)) — \(words.figure(value, unit))"
        }
        return "\(name) — \(words.figure(value, MetricUnit(.plain)))"
    }

    // MARK: One that is made

    /// Figures with which everything is on target, and a volume a quarter above the last step.
    private var made: [String: FixedDecimal] {
        var given: [String: FixedDecimal] = [:]
        for component in plan.components { give(component, &given) }
        return given
    }

    private func give(_ component: Company.Component, _ given: inout [String: FixedDecimal]) {
        switch component.kind {
        case .commission(let commission):
            guard case .reference(let measure) = commission.base.node else { return }
            var volume = Self.round(commission.base.unit)
            if case .tiers(let tiers) = commission.pricing, let last = tiers.table.tiers.last?.from, last > .zero {
                let whole = tiers.target == nil ? FixedDecimal.one : volume
                volume = (try? last.multiplied(by: whole).multiplied(by: 125, dividedBy: 100)) ?? volume
                if let target = tiers.target, case .reference(let name) = target.node {
                    given[model.text(of: name)] = whole
                }
            }
            let name = model.text(of: measure)
            given[name] = given[name] ?? volume
        case .scorecard(let scorecard):
            for item in scorecard.items {
                let metric = model.metrics[item.metric]
                let target: FixedDecimal
                if case .number(let number) = item.target.node {
                    target = number
                } else {
                    target = given[metric.name] ?? Self.round(metric.unit.unit)
                    if case .reference(let name) = item.target.node { given[model.text(of: name)] = target }
                }
                given[metric.name] = given[metric.name] ?? target
            }
            if let pay = scorecard.target ?? plan.target, case .reference(.person(let field)) = pay.node {
                given[model.text(of: .person(field))] = 40_000
            }
        case .bonus, .pool, .contest, .goals, .spot, .milestones, .matrix: break
        }
    }

    /// A round figure of a unit.
    private static func round(_ unit: Unit) -> FixedDecimal { unit.isMoney ? 1_000_000 : unit.isPlain ? 1 : 10 }
}
