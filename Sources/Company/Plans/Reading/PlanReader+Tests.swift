internal import Formulas
internal import Messages
internal import Quantities

extension PlanReader {
    /// - Parameter written: The names of all components, also of those that are at fault: nothing is said of these once more.
    func tests(_ entry: YAMLEntry, _ plan: Plan, written: [String]) -> [PlanTest] {
        entry.elements.compactMap { test($0, plan, written) }
    }

    private func test(_ entry: YAMLEntry, _ plan: Plan, _ written: [String]) -> PlanTest? {
        guard let fields = Fields(entry, findings) else { return nil }
        let name = fields.require("name").flatMap { findings.text($0) }
        let given = fields.take("given").map { self.given($0) } ?? [:]
        let expected = fields.require("expect").map { expectations($0, plan, written) } ?? []
        fields.finish()
        guard let name, !expected.isEmpty else { return nil }
        return PlanTest(name: name, given: given, expected: expected, place: entry.place)
    }

    /// Figures by their name as a formula writes them, in canonical form.
    private func given(_ entry: YAMLEntry) -> [String: FixedDecimal] {
        guard let pairs = entry.pairs else {
            findings.expected(LocalizedText(en: "figures by name", ru: "значения по именам"), at: entry)
            return [:]
        }
        var figures: [String: FixedDecimal] = [:]
        for (key, value) in pairs {
            guard let checked = formula(key, MeasureScope(names)) else { continue }
            guard case .number(let unit) = checked.type, let text = key.text else {
                findings.expected(LocalizedText(en: "a figure", ru: "показатель"), at: key)
                continue
            }
            if let figure = constant(value, in: unit) { figures[Parser.parse(text).syntax.text] = figure }
        }
        return figures
    }

    private func expectations(_ entry: YAMLEntry, _ plan: Plan, _ written: [String]) -> [PlanTest.Expectation] {
        guard let pairs = entry.pairs else {
            findings.expected(LocalizedText(en: "amounts by component", ru: "суммы по составляющим"), at: entry)
            return []
        }
        return pairs.compactMap { key, value in
            guard let name = findings.text(key) else { return nil }
            if written.contains(name), plan.line(named: name) == nil { return nil }
            guard name == "total" || plan.line(named: name) != nil else {
                findings.add(
                    [.unknownName(name, known: plan.lines.map(\.name) + ["total"], TextSpan(0, name.count))],
                    in: key)
                return nil
            }
            if value.text == "not computable" || value.text == "не вычислить" {
                return PlanTest.Expectation(component: name, amount: nil, place: value.place)
            }
            guard let amount = constant(value, in: .money(names.currency)) else { return nil }
            return PlanTest.Expectation(component: name, amount: amount, place: value.place)
        }
    }
}
