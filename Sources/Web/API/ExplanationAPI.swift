internal import Calculation
internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Quantities

/// Why somebody is paid what he is paid, for programs: the steps of the statement.
enum ExplanationAPI {
    /// How deep it goes when nobody says so.
    static let usualDepth = 3

    static let show: @Sendable (Asked, Permit<PayOfPerson>) async throws -> Answer = { asked, permit in
        guard let period = permit.subject.period else { throw Problem.absent }
        let reading = try PayReading(asked, permit.subject)
        let known = try await StatementHandler.company(reading, period)
        let model = known.company.model
        guard let number = model.people.number(of: permit.subject.person) else { throw Problem.absent }
        let component = asked.query["component"]
        let depth = asked.query["depth"].flatMap { Int($0) } ?? usualDepth
        let explainer = AwardExplainer(model, known.source)
        let lines = explainer.lines(of: number, in: period.range).filter { line in
            component == nil || model.plans[line.plan].line(line.component).name == component
        }
        let values = lines.map { line -> JSONValue in
            let plan = model.plans[line.plan]
            var members = value(explainer.explanation(of: line), depth, asked.language).members ?? [:]
            members["plan"] = .text(plan.name)
            members["component"] = .text(plan.line(line.component).name)
            members["period"] = .text(line.participation.period.description)
            return .object(members)
        }
        return APIValues.answer(
            .object([
                "person": .text(permit.subject.person), "period": .text(period.description), "lines": .list(values),
            ]))
    }

    private static func value(_ node: Calculation.Explanation, _ depth: Int, _ language: PageLanguage) -> JSONValue {
        var members: [String: JSONValue] = ["label": .text(node.label[language])]
        if let formula = node.formula { members["formula"] = .text(formula[language]) }
        if let note = node.note { members["note"] = .text(note[language]) }
        switch node.content {
        case .figure(let value, let unit):
            members["value"] = .text(value.description)
            members["unit"] = .text(unit.isPercent ? "percent" : unit.unit.description)
        case .answer(let answer): members["answer"] = .flag(answer)
        case .missing(let reason):
            members["missing"] = .object(["reason": .text(reason.code), "text": .text(reason.text[language])])
        case .none: break
        }
        if depth > 1, !node.children.isEmpty {
            members["parts"] = .list(node.children.map { value($0, depth - 1, language) })
        } else if !node.children.isEmpty {
            members["more"] = .whole(Int64(node.children.count))
        }
        return .object(members)
    }
}
