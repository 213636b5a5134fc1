internal import Formulas
internal import Messages

/// What somebody meant who asks for a field of a person where a figure of a group is asked for.
struct PersonInGroup: Sendable {
    /// What to write instead.
    let remedy: LocalizedText
    /// Whether it is an amount that is paid.
    var isAmount = false

    /// A fund, a prize, a pot or a budget.
    static let amount = PersonInGroup(
        remedy: LocalizedText(
            en: "a fund, a prize and a budget are figures of the group; write a figure of it, such as 'sales'",
            ru: "фонд, приз и бюджет — показатели группы; напишите её показатель, например «sales»"), isAmount: true)
}

extension PlanReader {
    /// A formula that is asked of a group; a field of a person never has a value in it, which is an error.
    func groupFormula(
        _ entry: YAMLEntry, expecting type: FormulaType? = nil, _ meant: PersonInGroup
    ) -> Checked<Measure>? {
        let formula = formula(entry, MeasureScope(names), expecting: type)
        refusePerson(in: formula, entry, meant)
        if meant.isAmount { lookAtFactors(of: formula, in: entry) }
        return formula
    }

    /// Reports a field of a person in a formula that is asked of a group, also when a metric asks for it.
    func refusePerson(in formula: Checked<Measure>?, _ entry: YAMLEntry, _ meant: PersonInGroup) {
        // Each metric after those it is made of, as they are mostly written: a high tower of metrics needs no deep stack.
        if chainsToPerson.isEmpty { for metric in metrics.indices { _ = chainToPerson(metric) } }
        guard let found = formula.flatMap(partAboutPerson) else { return }
        let metrics = found.metrics.map { self.metrics[$0].name }
        let message =
            metrics.isEmpty
            ? LocalizedText(
                en: "a group is no person and has no 'person.…'", ru: "группа — не человек, у неё нет «person.…»")
            : LocalizedText(
                en:
                    "a group is no person and has no 'person.…', which is asked for by \(metrics.joined(separator: " → "))",
                ru: "группа — не человек, у неё нет «person.…», а его спрашивает \(metrics.joined(separator: " → "))")
        findings.add(
            [FormulaFault("person-of-group", at: found.span, message, remedy: meant.remedy)], in: entry)
    }

    /// Where a formula asks for a field of the person.
    struct PersonPart {
        /// What stands in the formula.
        let span: TextSpan
        /// The metrics through which it asks; none when the field itself stands there.
        let metrics: [Int]
    }

    /// The first part of a formula that asks for a field of the person.
    private func partAboutPerson(_ formula: Checked<Measure>) -> PersonPart? {
        switch formula.node {
        case .number, .text, .day, .flag: return nil
        case .reference(let measure): return partAboutPerson(measure, formula.span)
        case .negation(let operand), .not(let operand), .emptiness(let operand, _): return partAboutPerson(operand)
        case .binary:
            // From the left end on: a long sum would go too deep.
            let chain = Checked<Measure>.Chain(formula)
            return ([chain.first] + chain.links.map(\.right)).lazy.compactMap { self.partAboutPerson($0) }.first
        case .conditional(let condition, let first, let second):
            return [condition, first, second].lazy.compactMap { self.partAboutPerson($0) }.first
        case .function(_, let arguments): return arguments.lazy.compactMap { self.partAboutPerson($0) }.first
        }
    }

    private func partAboutPerson(_ measure: Measure, _ span: TextSpan) -> PersonPart? {
        switch measure {
        case .person: return PersonPart(span: span, metrics: [])
        case .window(_, let inner), .subject(_, let inner): return partAboutPerson(inner)
        case .metric(let metric):
            let chain = chainToPerson(metric)
            return chain.isEmpty ? nil : PersonPart(span: span, metrics: chain)
        case .aggregate, .target, .parameter, .days, .workingDays, .variable: return nil
        }
    }

    /// The metrics from one on, each naming the next, down to the one in which a field of the person stands; none when it asks for
    /// none. Looked up once for each metric.
    private func chainToPerson(_ metric: Int) -> [Int] {
        if let known = chainsToPerson[metric] { return known }
        var chain: [Int] = []
        if case .formula(let formula) = metrics[metric].source, let part = partAboutPerson(formula) {
            chain = [metric] + part.metrics
        }
        chainsToPerson[metric] = chain
        return chain
    }
}
