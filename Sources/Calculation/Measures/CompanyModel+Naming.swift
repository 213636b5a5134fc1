public import Company
public import Formulas
public import Messages
internal import Periods
internal import Quantities

extension CompanyModel {
    /// A measure as a formula writes it: `sales`, `target(sales)`, `ytd(sales)`.
    public func text(of measure: Measure) -> String {
        switch measure {
        case .metric(let metric): metrics[metric].name
        case .aggregate(let number): aggregates[number].text
        case .target(let metric): "target(\(metrics[metric].name))"
        case .window(let window, let inner): text(of: window, inner)
        case .subject(let scope, let inner): "\(scope.rawValue)(\(text(of: inner)))"
        case .person(let field): "person.\(name(of: field))"
        case .parameter(let number): parameters[number].name
        case .days: "days(period)"
        case .workingDays: "working_days(period)"
        case .variable(let variable): variable.rawValue
        }
    }

    private func text(of window: Window, _ inner: Checked<Measure>) -> String {
        let figure = text(of: inner)
        return switch window {
        case .yearToDate: "ytd(\(figure))"
        case .trailing(let count): "trailing(\(figure), \(count))"
        case .previous(let count): count == 1 ? "previous(\(figure))" : "previous(\(figure), \(count))"
        case .yearAgo: "year_ago(\(figure))"
        case .growth: "growth(\(figure))"
        case .toDate: "todate(\(figure))"
        case .variation(let count): "variation(\(figure), \(count))"
        }
    }

    private func name(of field: PersonField) -> String {
        switch field {
        case .share: "share"
        case .tenure: "tenure"
        case .assignment(let index): assignmentKind.fields[index].name
        case .record(let index): people.kind.fields[index].name
        }
    }

    /// A checked formula as text.
    public func text(of formula: Checked<Measure>) -> String {
        formula.syntax { measure in
            let (syntax, _) = Parser.parse(text(of: measure))
            return syntax
        }.text
    }

    /// The identifier of a subject.
    public func id(of subject: Subject) -> String {
        switch subject {
        case .person(let person): people.id(person)
        case .rollup(let person): "rollup(\(people.id(person)))"
        case .unit(let unit): units.id(unit)
        case .plan(let plan): plans[Int(plan)].name
        case .company: "company"
        }
    }

    /// The name of a subject for people.
    public func title(of subject: Subject) -> LocalizedText {
        switch subject {
        case .person(let person): return people.title(person)
        case .rollup(let person):
            let name = people.title(person)
            return LocalizedText(en: "\(name.en) with reports", ru: "\(name.ru) с подчинёнными")
        case .unit(let unit): return units.title(unit)
        case .plan(let plan): return plans[Int(plan)].title
        case .company: return name
        }
    }
}
