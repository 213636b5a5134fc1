import ArgumentParser
import Calculation
import Company
import Formulas
import Foundation
import Ledger
import Payroll
import Periods
import Quantities
import Storage

/// `stimul explain`: from a figure down to the events.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain a person's pay, a figure, or an event.",
        discussion: """
            Begins with the answer: a line for each award, the total, what is held until when, what was paid. Then the way \
            down to the events. What the folder holds now is explained; when it differs from a run of the workspace, that \
            is said, and --run explains the run with its own rules and rows.

              stimul explain acme anna --period 2026-03                    every award of a month
              stimul explain acme anna --period 2026-03 --summary          the answer alone
              stimul explain acme anna --run 84f08feb                      as it was decided on
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
    @Option(name: .customLong("run"), help: "Explain with the rules and rows of this run of the workspace.")
    var askedRun: String?
    @Flag(help: "Only the answer: awards, total, what is held and paid.")
    var summary = false
    @Option(help: "How many events are listed under a figure.")
    var events: Int = 10
    @Flag(help: "Write JSON.")
    var json = false
    @OptionGroup var options: CommonOptions

    func run() throws {
        let company = try explained()
        let model = company.model
        if event != nil || metric != nil { return show(try figures(company)) }
        if let component { try validate(component, model) }
        let person = try person(model)
        let range = try company.period.range(model, options)
        let explainer = AwardExplainer(model, EventEngine(model), eventLimit: max(0, events))
        if company.period.isEverything, explainer.hasNoPeriods { throw options.console.nothingRecorded() }
        // What pays nothing comes last: whoever asks wants the answer first.
        let lines = explainer.lines(of: person, in: range, component: component)
        let awards = (lines.filter { !$0.paysNothing } + lines.filter(\.paysNothing))
            .map { (line: $0, explanation: explainer.explanation(of: $0)) }
        let recorded = company.recorded.filter { $0.isInside(range, model.calendar) }
        tellDifferences(awards, recorded, company, range)
        if awards.isEmpty { return show([explainer.whyNothing(person, in: range, component: component)]) }
        if component == nil, !json {
            let summary = ExplainSummary(
                model: model, person: person, period: company.period.period, awards: awards,
                standings: try standings(lines, range, model), recorded: recorded, language: options.language)
            options.console.print(summary.text)
            if self.summary { return }
            options.console.print("")
        }
        show(awards.map(\.explanation))
    }

    private func show(_ nodes: [Explanation]) {
        let console = options.console
        if json, let text = try? ExplanationJSON.text(nodes, in: options.language) { return console.print(text) }
        for node in nodes { console.print(node.lines(in: options.language).joined(separator: "\n")) }
    }

    // MARK: What is explained

    /// The company of the folder, or that of a run.
    private struct Explained {
        let model: CompanyModel
        /// The period asked for; that of the run unless another one is.
        let period: PeriodOption
        /// What the workspace has recorded of the person.
        let recorded: [RecordedPay]
        let isOfRun: Bool
    }

    private func explained() throws -> Explained {
        let console = options.console
        guard let askedRun else {
            return Explained(
                model: try console.load(company.company), period: period, recorded: recorded(console), isOfRun: false)
        }
        let cycle = PayCycle(try console.workspace(company.company), text: [])
        let pay = try console.stopping { try cycle.recordedPay(of: subject, in: askedRun) }
        let model = try console.stopping { try cycle.company(of: pay.run) }
        var period = period
        if period.period == "all" { period.period = pay.run.period }
        return Explained(model: model, period: period, recorded: [pay], isOfRun: true)
    }

    /// What a workspace beside the folder has recorded; one that cannot be read keeps nobody from an explanation.
    private func recorded(_ console: Console) -> [RecordedPay] {
        let file = (company.company as NSString).appendingPathComponent(Workspace.fileName)
        guard FileManager.default.fileExists(atPath: file) else { return [] }
        do {
            let cycle = PayCycle(try Workspace.openReadOnly(at: company.company), text: [])
            return try cycle.recordedPay(of: subject)
        } catch {
            let text = PayrollFailure(error).text
            console.error(
                LocalizedText(
                    en: "not compared with what is recorded: \(text.en)",
                    ru: "не сравнено с тем, что записано: \(text.ru)"))
            return []
        }
    }

    private func tellDifferences(
        _ awards: [(line: AwardLine, explanation: Explanation)], _ recorded: [RecordedPay], _ company: Explained,
        _ range: DayRange
    ) {
        let differences = RecordedDifference.differences(of: awards, from: recorded, company.model) { award in
            guard case .award(_, let name, let earned) = award.matter, component == nil || component == name else {
                return false
            }
            guard let days = company.model.calendar.parse(earned)?.range else { return false }
            return days.until > range.from && days.until <= range.until
        }
        for difference in differences {
            let text =
                company.isOfRun
                ? difference.textOfVersions(company.model.currency) : difference.text(company.model.currency)
            if json { options.console.error(text) } else { options.console.print(text[options.language]) }
        }
    }

    /// Where awards stand at the end of a range; nowhere when it has none.
    private func standings(_ lines: [AwardLine], _ range: DayRange, _ model: CompanyModel) throws -> [Obligation:
        Standing]
    {
        guard range.until != .latest else { return [:] }
        let known = StandingCalculator.asksWhatIsKnown(model) ? model.known(before: range.until) : model
        let calculator = StandingCalculator(
            Run(model, EventEngine(model)), known: Run(known, EventEngine(known)), end: range.until)
        return try options.console.stopping { try calculator.standings(of: lines) }
    }

    private func figures(_ company: Explained) throws -> [Explanation] {
        let model = company.model
        if let event { return [try eventExplanation(event, model)] }
        let explainer = AwardExplainer(model, EventEngine(model), eventLimit: max(0, events))
        guard let metric else { return [] }
        return [try metricExplanation(metric, explainer, company)]
    }

    private func person(_ model: CompanyModel) throws -> Int32 {
        if let person = model.people.number(of: subject) { return person }
        throw options.unknown(LocalizedText(en: "person", ru: "сотрудник"), subject, among: model.people.ids)
    }

    private func metricExplanation(
        _ name: String, _ explainer: AwardExplainer, _ company: Explained
    ) throws -> Explanation {
        let model = company.model
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
        return explainer.metric(metric, of: whom, in: try company.period.parsed(model, options))
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

extension AwardLine {
    /// Whether it is calculated, and comes to nothing.
    fileprivate var paysNothing: Bool { amount.value?.minorUnits == 0 }
}

extension RecordedPay {
    /// Whether its pay period lies within a range.
    fileprivate func isInside(_ range: DayRange, _ calendar: YearCalendar) -> Bool {
        guard let period = calendar.parse(run.period)?.range else { return false }
        return range.from <= period.from && period.until <= range.until
    }
}
