internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// Explains figures by walking the same formulas the evaluator walks, asking it for every value on the way.
final class Explainer {
    let evaluator: MeasureEvaluator
    let model: CompanyModel
    /// How many events are listed under a figure.
    var eventLimit = 10
    /// What was explained for the question that is open, so that a metric that is named again is not explained again.
    private var explained: [MetricInFrame: Explanation] = [:]
    private var isOpen = false
    /// What computed rows go down to; made when the first one is listed.
    private(set) lazy var derivedSources = DerivedSources(model)

    private struct MetricInFrame: Hashable {
        let metric: Int
        let context: EvaluationContext
    }

    init(_ evaluator: MeasureEvaluator) {
        self.evaluator = evaluator
        model = evaluator.model
    }

    /// How a formula's figure is shown.
    func unit(of formula: Checked<Measure>) -> MetricUnit {
        if case .reference(.metric(let metric)) = formula.node { return model.metrics[metric].unit }
        return MetricUnit(formula.unit)
    }

    /// A formula with its value and what it rests on.
    func formula(_ formula: Checked<Measure>, _ label: LocalizedText, _ unit: MetricUnit, in context: EvaluationContext)
        -> Explanation
    {
        // A constant says all by its value.
        var text: LocalizedText?
        if case .number = formula.node {} else { text = LocalizedText(model.text(of: formula)) }
        return Explanation(
            label, formula: text, evaluator.number(formula, in: context), unit,
            children: parts(of: formula, in: context))
    }

    /// A condition with its answer and the figures it compares.
    func condition(_ condition: Checked<Measure>, _ label: LocalizedText, in context: EvaluationContext) -> Explanation
    {
        let content: Explanation.Content
        switch evaluator.flag(condition, in: context) {
        case .value(let answer): content = .answer(answer)
        case .notComputable(let reason): content = .missing(reason)
        }
        return Explanation(
            label, formula: LocalizedText(model.text(of: condition)), content,
            children: parts(of: condition, in: context)
        )
    }

    /// A metric with its formula.
    func metric(_ number: Int, _ label: LocalizedText? = nil, in context: EvaluationContext) -> Explanation {
        let isOutermost = !isOpen
        isOpen = true
        defer {
            if isOutermost {
                isOpen = false
                explained.removeAll(keepingCapacity: true)
            }
        }
        // From the bottom up, so that a high tower of metrics needs no deep stack.
        for other in evaluator.facts.below[number] ?? [] { _ = known(other, in: context) }
        var explanation = known(number, in: context)
        if let label { explanation.label = label }
        return explanation
    }

    private func known(_ number: Int, in context: EvaluationContext) -> Explanation {
        let key = MetricInFrame(metric: number, context: context)
        if let known = explained[key] { return known }
        let explanation = explain(number, in: context)
        explained[key] = explanation
        return explanation
    }

    private func explain(_ number: Int, in context: EvaluationContext) -> Explanation {
        let metric = model.metrics[number]
        let value = evaluator.metric(number, in: context)
        switch metric.source {
        case .formula(let formula):
            return Explanation(
                metric.title, formula: LocalizedText(model.text(of: formula)), value, metric.unit,
                children: parts(of: formula, in: context))
        case .entered:
            return Explanation(
                metric.title, value, metric.unit, note: enteredNote(number, context),
                children: shorterPeriods(.entered, number, in: context))
        }
    }

    private func enteredNote(_ metric: Int, _ context: EvaluationContext) -> LocalizedText? {
        let subject: RecordedSubject
        switch context.subject {
        case .person(let person), .rollup(let person): subject = .person(person)
        case .unit(let unit): subject = .unit(unit)
        case .plan: return nil
        case .company: subject = .everybody
        }
        guard let recorded = model.entered.own(metric, subject, context.period) else { return nil }
        let evidence = recorded.evidence.isEmpty ? "" : ", \(recorded.evidence)"
        return LocalizedText(
            en: "entered by \(recorded.author)\(evidence) (\(recorded.place.address))",
            ru: "ввёл(а) \(recorded.author)\(evidence) (\(recorded.place.address))")
    }

    /// The different references of a formula, each once, unless the formula is nothing but one metric.
    private func parts(of formula: Checked<Measure>, in context: EvaluationContext) -> [Explanation] {
        var seen: Set<Measure> = []
        return formula.references.filter { seen.insert($0).inserted }.compactMap { part($0, in: context) }
    }

    private func part(_ measure: Measure, in context: EvaluationContext) -> Explanation? {
        switch measure {
        case .metric(let number): return metric(number, in: context)
        case .aggregate(let number): return aggregate(number, in: context)
        case .target(let metric): return target(metric, in: context)
        case .window(let window, let inner): return self.window(window, inner, in: context)
        case .subject(let scope, let inner):
            guard let subject = evaluator.resolve(scope, in: context) else { return nil }
            let other = context.with(subject: subject)
            let title = model.title(of: subject)
            return formula(inner, title, unit(of: inner), in: other)
        case .person, .parameter, .days, .workingDays:
            return leaf(measure, in: context)
        case .variable: return nil
        }
    }

    private func leaf(_ measure: Measure, in context: EvaluationContext) -> Explanation {
        let value = evaluator.value(of: measure, in: context, [:])
        let label = LocalizedText(model.text(of: measure))
        switch value {
        case .value(.number(let number)): return Explanation(label, .figure(number, leafUnit(measure)))
        case .value(.flag(let flag)): return Explanation(label, .answer(flag))
        case .value(.text(let text)): return Explanation(label, note: LocalizedText(text))
        case .value: return Explanation(label)
        case .notComputable(let reason): return Explanation(label, .missing(reason))
        }
    }

    private func leafUnit(_ measure: Measure) -> MetricUnit {
        switch measure {
        case .days, .workingDays: MetricUnit(.days)
        case .parameter(let number): model.parameters[number].unit
        case .person(.share): MetricUnit(.plain, isPercent: true)
        case .person(.assignment(let index)): fieldUnit(model.assignmentKind.fields[index])
        case .person(.record(let index)): fieldUnit(model.people.kind.fields[index])
        default: MetricUnit(.plain)
        }
    }

    private func fieldUnit(_ field: Field) -> MetricUnit {
        MetricUnit(field.type.formulaType(model.currency).unit ?? .plain, isPercent: field.type == .percent)
    }

    private func target(_ metric: Int, in context: EvaluationContext) -> Explanation {
        let title = model.metrics[metric].title
        var note: LocalizedText?
        let periods = shorterPeriods(.targets, metric, in: context)
        if !context.isWhole, context.period != .all, evaluator.isAdditive[metric], periods.isEmpty {
            note = LocalizedText(
                en: "in proportion to the days \(context.days) of \(context.period)",
                ru: "пропорционально дням \(context.days) периода \(context.period)")
        }
        if let ramp = context.ramp, evaluator.isAdditive[metric] { note = note?.followed(by: ramp.text) ?? ramp.text }
        return Explanation(
            LocalizedText(en: "target: \(title.en)", ru: "план: \(title.ru)"), evaluator.target(metric, in: context),
            model.metrics[metric].unit, note: note, children: periods)
    }

    private func window(_ window: Window, _ inner: Checked<Measure>, in context: EvaluationContext) -> Explanation {
        let text = model.text(of: .window(window, inner))
        let value = evaluator.window(window, inner, in: context)
        let unit = unit(of: inner)
        if window == .growth, let before = evaluator.context(.yearAgo, from: context) {
            return Explanation(
                LocalizedText(text), value, unit,
                children: [
                    formula(inner, LocalizedText(context.period.description), unit, in: context),
                    formula(inner, LocalizedText(before.period.description), unit, in: before),
                ])
        }
        guard let other = evaluator.context(window, from: context) else {
            return Explanation(LocalizedText(text), value, MetricUnit(.plain, isPercent: true))
        }
        return Explanation(
            LocalizedText(text), value, unit, note: LocalizedText(other.days),
            children: parts(of: inner, in: other))
    }
}
