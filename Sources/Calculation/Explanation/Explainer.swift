internal import Company
internal import Formulas
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

    private struct MetricInFrame: Hashable {
        let metric: Int
        let frame: Frame
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
    func formula(_ formula: Checked<Measure>, _ label: LocalizedText, _ unit: MetricUnit, in frame: Frame)
        -> Explanation
    {
        // A constant says all by its value.
        var text: LocalizedText?
        if case .number = formula.node {} else { text = LocalizedText(model.text(of: formula)) }
        return Explanation(
            label, formula: text, evaluator.number(formula, in: frame), unit, children: parts(of: formula, in: frame))
    }

    /// A condition with its answer and the figures it compares.
    func condition(_ condition: Checked<Measure>, _ label: LocalizedText, in frame: Frame) -> Explanation {
        let content: Explanation.Content
        switch evaluator.flag(condition, in: frame) {
        case .value(let answer): content = .answer(answer)
        case .notComputable(let reason): content = .missing(reason)
        }
        return Explanation(
            label, formula: LocalizedText(model.text(of: condition)), content, children: parts(of: condition, in: frame)
        )
    }

    /// A metric with its formula.
    func metric(_ number: Int, _ label: LocalizedText? = nil, in frame: Frame) -> Explanation {
        let isOutermost = !isOpen
        isOpen = true
        defer {
            if isOutermost {
                isOpen = false
                explained.removeAll(keepingCapacity: true)
            }
        }
        // From the bottom up, so that a high tower of metrics needs no deep stack.
        for other in evaluator.facts.below[number] ?? [] { _ = known(other, in: frame) }
        var explanation = known(number, in: frame)
        if let label { explanation.label = label }
        return explanation
    }

    private func known(_ number: Int, in frame: Frame) -> Explanation {
        let key = MetricInFrame(metric: number, frame: frame)
        if let known = explained[key] { return known }
        let explanation = explain(number, in: frame)
        explained[key] = explanation
        return explanation
    }

    private func explain(_ number: Int, in frame: Frame) -> Explanation {
        let metric = model.metrics[number]
        let value = evaluator.metric(number, in: frame)
        switch metric.source {
        case .formula(let formula):
            return Explanation(
                metric.title, formula: LocalizedText(model.text(of: formula)), value, metric.unit,
                children: parts(of: formula, in: frame))
        case .entered:
            return Explanation(
                metric.title, value, metric.unit, note: enteredNote(number, frame),
                children: shorterPeriods(.entered, number, in: frame))
        }
    }

    private func enteredNote(_ metric: Int, _ frame: Frame) -> LocalizedText? {
        let subject: RecordedSubject
        switch frame.subject {
        case .person(let person), .rollup(let person): subject = .person(person)
        case .unit(let unit): subject = .unit(unit)
        case .plan: return nil
        case .company: subject = .everybody
        }
        guard let recorded = model.entered.own(metric, subject, frame.period) else { return nil }
        let evidence = recorded.evidence.isEmpty ? "" : ", \(recorded.evidence)"
        return LocalizedText(
            en: "entered by \(recorded.author)\(evidence) (\(recorded.place.address))",
            ru: "ввёл(а) \(recorded.author)\(evidence) (\(recorded.place.address))")
    }

    /// The different references of a formula, each once, unless the formula is nothing but one metric.
    private func parts(of formula: Checked<Measure>, in frame: Frame) -> [Explanation] {
        var seen: Set<Measure> = []
        return formula.references.filter { seen.insert($0).inserted }.compactMap { part($0, in: frame) }
    }

    private func part(_ measure: Measure, in frame: Frame) -> Explanation? {
        switch measure {
        case .metric(let number): return metric(number, in: frame)
        case .aggregate(let number): return aggregate(number, in: frame)
        case .target(let metric): return target(metric, in: frame)
        case .window(let window, let inner): return self.window(window, inner, in: frame)
        case .subject(let scope, let inner):
            guard let subject = evaluator.resolve(scope, in: frame) else { return nil }
            let other = frame.with(subject: subject)
            let title = model.title(of: subject)
            return formula(inner, title, unit(of: inner), in: other)
        case .person, .parameter, .days, .workingDays:
            return leaf(measure, in: frame)
        case .variable: return nil
        }
    }

    private func leaf(_ measure: Measure, in frame: Frame) -> Explanation {
        let value = evaluator.value(of: measure, in: frame, [:])
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

    private func target(_ metric: Int, in frame: Frame) -> Explanation {
        let title = model.metrics[metric].title
        var note: LocalizedText?
        let periods = shorterPeriods(.targets, metric, in: frame)
        if !frame.isWhole, frame.period != .all, evaluator.isAdditive[metric], periods.isEmpty {
            note = LocalizedText(
                en: "in proportion to the days \(frame.days) of \(frame.period)",
                ru: "пропорционально дням \(frame.days) периода \(frame.period)")
        }
        if let ramp = frame.ramp, evaluator.isAdditive[metric] { note = note?.followed(by: ramp.text) ?? ramp.text }
        return Explanation(
            LocalizedText(en: "target: \(title.en)", ru: "план: \(title.ru)"), evaluator.target(metric, in: frame),
            model.metrics[metric].unit, note: note, children: periods)
    }

    private func window(_ window: Window, _ inner: Checked<Measure>, in frame: Frame) -> Explanation {
        let text = model.text(of: .window(window, inner))
        let value = evaluator.window(window, inner, in: frame)
        let unit = unit(of: inner)
        if window == .growth, let before = evaluator.frame(.yearAgo, from: frame) {
            return Explanation(
                LocalizedText(text), value, unit,
                children: [
                    formula(inner, LocalizedText(frame.period.description), unit, in: frame),
                    formula(inner, LocalizedText(before.period.description), unit, in: before),
                ])
        }
        guard let other = evaluator.frame(window, from: frame) else {
            return Explanation(LocalizedText(text), value, MetricUnit(.plain, isPercent: true))
        }
        return Explanation(
            LocalizedText(text), value, unit, note: LocalizedText(other.days),
            children: parts(of: inner, in: other))
    }
}
