import ArgumentParser
import Calculation
import Company
import Formulas
import Periods

/// `stimul explain`: from a figure down to the events.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain a person's pay, a figure, or an event.",
        discussion: """
              stimul explain acme anna --period 2026-03                    every award of a month
              stimul explain acme anna --period 2026-03 --component bonus  one of them
              stimul explain acme anna --period 2026-Q1 --metric sales     a figure behind it
              stimul explain acme anna --event sale:4711                   whose is this sale, and why not mine?
            """)

    @OptionGroup var company: CompanyArgument
    @Argument(help: "The person's id; with --metric also a unit's id, or the word company.")
    var subject: String
    @OptionGroup var period: PeriodOption
    @Option(help: "Only this component.")
    var component: String?
    @Option(help: "Explain this metric instead of the awards.")
    var metric: String?
    @Option(help: "Explain this event, written kind:id.")
    var event: String?
    @Option(help: "How many events are listed under a figure.")
    var events: Int = 10
    @Flag(help: "Write JSON.")
    var json = false
    @OptionGroup var options: CommonOptions

    func run() throws {
        let console = options.console
        let model = try console.load(company.company)
        let nodes = try explanations(model, console)
        if json {
            console.print(try ExplanationJSON.text(nodes, in: options.language))
        } else {
            for node in nodes { console.print(node.lines(in: options.language).joined(separator: "\n")) }
        }
    }

    private func explanations(_ model: CompanyModel, _ console: Console) throws -> [Explanation] {
        if let event { return [try eventExplanation(event, model)] }
        let explainer = AwardExplainer(model, EventEngine(model), eventLimit: max(0, events))
        if let metric { return [try metricExplanation(metric, explainer, model)] }
        let person = try person(model)
        let range = try period.range(model, options)
        if let component { try validate(component, model) }
        if period.isEverything, explainer.hasNoPeriods { throw console.nothingRecorded() }
        let awards = explainer.awards(of: person, in: range, component: component)
        return awards.isEmpty ? [explainer.whyNothing(person, in: range, component: component)] : awards
    }

    private func person(_ model: CompanyModel) throws -> Int32 {
        if let person = model.people.number(of: subject) { return person }
        throw options.unknown(LocalizedText(en: "person", ru: "сотрудник"), subject, among: model.people.ids)
    }

    private func metricExplanation(
        _ name: String, _ explainer: AwardExplainer, _ model: CompanyModel
    ) throws -> Explanation {
        guard let metric = model.metric(named: name) else {
            throw options.unknown(
                LocalizedText(en: "metric", ru: "показатель"), name, among: model.metrics.map(\.name))
        }
        let whom: Subject
        if let person = model.people.number(of: subject) {
            whom = .person(person)
        } else if let unit = model.units.number(of: subject) {
            whom = .unit(unit)
        } else if subject == "company" {
            whom = .company
        } else {
            throw options.unknown(
                LocalizedText(en: "person or unit", ru: "сотрудник или подразделение"), subject,
                among: model.people.ids + model.units.ids + ["company"])
        }
        return explainer.metric(metric, of: whom, in: try period.parsed(model, options))
    }

    private func eventExplanation(_ text: String, _ model: CompanyModel) throws -> Explanation {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        let kinds = model.eventKinds.map(\.name)
        guard parts.count == 2 else {
            let example = "\(kinds.first ?? "sale"):\(text)"
            throw options.wrong(
                LocalizedText(
                    en: "an event is written kind:id, for instance '\(example)'",
                    ru: "событие пишется вид:id, например «\(example)»"))
        }
        guard kinds.contains(parts[0]) else {
            throw options.unknown(LocalizedText(en: "kind of event", ru: "вид событий"), parts[0], among: kinds)
        }
        guard let inquiry = EventInquiry(model, kind: parts[0], id: parts[1]) else {
            throw options.unknown(LocalizedText(parts[0]), parts[1], among: [])
        }
        return inquiry.explanation(for: try person(model))
    }

    private func validate(_ component: String, _ model: CompanyModel) throws {
        let known = Set(model.plans.flatMap(\.components).map(\.name)).sorted()
        if known.contains(component) { return }
        throw options.unknown(LocalizedText(en: "component", ru: "составляющая"), component, among: known)
    }
}
