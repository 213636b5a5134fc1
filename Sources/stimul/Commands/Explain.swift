import ArgumentParser
import Calculation
import Company
import Foundation
import Ledger
internal import Messages
import Payroll
import Periods
import Quantities
import Storage
internal import Vesting

/// `stimul explain`: from a figure down to the events.
struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .said(
            en: "Explain a person's pay, a figure, or an event.",
            ru: "Объяснить выплату сотруднику, показатель или событие."),
        discussion: .said(
            en: """
                Begins with the answer: a line for each award, the total, what is held until when, what was paid. Then the way \
                down to the events. What the folder holds now is explained, or what its workspace holds when there are no \
                tables beside the text; when that differs from a run of the workspace, it is said, and --run explains the run \
                with its own rules and rows.

                  stimul explain acme anna --period 2026-03                    every award of a month
                  stimul explain acme anna --period 2026-03 --summary          the answer alone
                  stimul explain acme anna --run 84f08feb                      as it was decided on
                  stimul explain acme anna --period 2026-03 --component bonus  one of them
                  stimul explain acme anna --period 2026-Q1 --metric sales     a figure behind it
                  stimul explain acme anna --event sale:4711                   whose is this sale, and why not mine?
                """,
            ru: """
                Сначала ответ: строка на каждое начисление, итог, что и до когда удержано, что выплачено. Потом путь вниз до \
                событий. Объясняется то, что сейчас в папке, а если рядом с текстом нет таблиц — то, что в рабочем пространстве; если это \
                расходится с её расчётом, об этом сказано, а --run объясняет расчёт по его правилам и строкам.

                  stimul explain acme anna --period 2026-03                    все начисления за месяц
                  stimul explain acme anna --period 2026-03 --summary          только ответ
                  stimul explain acme anna --run 84f08feb                      как было решено
                  stimul explain acme anna --period 2026-03 --component bonus  одно из них
                  stimul explain acme anna --period 2026-Q1 --metric sales     показатель за ними
                  stimul explain acme anna --event sale:4711                   чья это продажа и почему не моя?
                """))

    @OptionGroup var company: CompanyArgument
    @Argument(
        help: .said(
            en: "The person, by the identifier or the name; with --metric also a unit, or the word company.",
            ru: "Сотрудник: идентификатор или имя; с --metric также подразделение или слово company."))
    var subject: String
    @OptionGroup var period: PeriodOption
    @Option(
        help: .said(
            en: "Only this component, by its name or its title.", ru: "Только эта составляющая: имя или название."))
    var component: String?
    @Option(
        help: .said(
            en: "Explain this metric, by its name or its title, instead of the awards.",
            ru: "Объяснить этот показатель (имя или название) вместо начислений."))
    var metric: String?
    @Option(
        help: .said(
            en: "Explain this event: kind:id, or the id alone where no other kind has it.",
            ru: "Объяснить это событие: вид:id или один id, если он есть только у одного вида."))
    var event: String?
    @Option(
        name: .customLong("run"),
        help: .said(
            en: "Explain with the rules and rows of this run of the workspace.",
            ru: "Объяснить по правилам и строкам этого расчёта из рабочего пространства."))
    var askedRun: String?
    @Flag(
        help: .said(
            en: "Only the answer: awards, total, what is held and paid.",
            ru: "Только ответ: начисления, итог, что удержано и что выплачено."))
    var summary = false
    @Option(
        help: .said(
            en: "How many events are listed under a figure.", ru: "Сколько событий перечислять под показателем."))
    var events: Int = 10
    @Flag(help: .said(en: "Write JSON.", ru: "Вывести JSON."))
    var json = false
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let company = try await explained()
        let model = company.model
        if let event { return show([try eventExplanation(event, model)]) }
        let source = await company.asked.source()
        if let metric {
            let explainer = AwardExplainer(model, source, eventLimit: max(0, events))
            return show([try metricExplanation(metric, explainer, company)])
        }
        let component = try component.map { try options.component($0, of: model) }
        let person = try person(model)
        let range = try company.period.range(model, options)
        let explainer = AwardExplainer(model, source, eventLimit: max(0, events))
        if company.period.isEverything, explainer.hasNoPeriods { throw options.console.nothingRecorded() }
        // What pays nothing comes last: whoever asks wants the answer first.
        let lines = explainer.lines(of: person, in: range, component: component)
        let awards = (lines.filter { !$0.paysNothing } + lines.filter(\.paysNothing))
            .map { (line: $0, explanation: explainer.explanation(of: $0)) }
        let recorded = company.recorded.filter { $0.isInside(range, model.calendar) }
        tellDifferences(awards, recorded, company, range, component)
        if awards.isEmpty { return show([explainer.whyNothing(person, in: range, component: component)]) }
        if component == nil, !json {
            let summary = ExplainSummary(
                model: model, person: person, period: company.period.period, awards: awards,
                standings: try standings(lines, of: person, range, explainer, model, source), recorded: recorded,
                language: options.language)
            options.console.print(summary.text)
            if self.summary { return }
            options.console.print("")
        }
        show(awards.map(\.explanation))
    }

    private func show(_ nodes: [Explanation]) {
        let console = options.console
        if json, let text = try? ExplanationJSON.text(nodes, in: options.language) { return console.print(text) }
        for node in nodes { console.print(lines: node.lines(in: options.language)) }
    }

    // MARK: What is explained

    /// The company of the folder, or that of a run.
    private struct Explained {
        let asked: AskedCompany
        /// The period asked for; that of the run unless another one is.
        let period: PeriodOption
        /// What the workspace has recorded of the person.
        let recorded: [RecordedPay]
        let isOfRun: Bool

        var model: CompanyModel { asked.model }
    }

    private func explained() async throws -> Explained {
        let console = options.console
        guard let askedRun else {
            return Explained(
                asked: try await console.asked(company.company), period: period, recorded: recorded(console),
                isOfRun: false)
        }
        let cycle = try console.payCycle(company.company)
        let person = try console.recordedPerson(subject, cycle.workspace)
        let pay = try console.stopping { try cycle.recordedPay(of: person, in: askedRun) }
        let asked = try await console.stopping { try await cycle.asked(pay.run) }
        var period = period
        if period.period == "all" { period.period = pay.run.period }
        return Explained(asked: asked, period: period, recorded: [pay], isOfRun: true)
    }

    /// What a workspace beside the folder has recorded; one that cannot be read keeps nobody from an explanation.
    private func recorded(_ console: Console) -> [RecordedPay] {
        let file = (company.company as NSString).appendingPathComponent(Workspace.fileName)
        guard FileManager.default.fileExists(atPath: file) else { return [] }
        do {
            let cycle = PayCycle(try Workspace.openReadOnly(at: company.company), text: [])
            let person = (try? console.recordedPerson(subject, cycle.workspace)) ?? subject
            return try cycle.recordedPay(of: person)
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
        _ range: DayRange, _ component: String?
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
    private func standings(
        _ lines: [AwardLine], of person: Int32, _ range: DayRange, _ explainer: AwardExplainer, _ model: CompanyModel,
        _ source: PersonalEngine
    ) throws -> [Obligation: TargetBalance] {
        guard range.until != .latest else { return [:] }
        let now = Run(model, source)
        let known =
            VestingCalculator.asksWhatIsKnown(model)
            ? Self.known(model, before: range.until) : now
        let calculator = VestingCalculator(now, known: known, end: range.until)
        return try options.console.stopping {
            try calculator.standings(of: lines) {
                explainer.lines(of: person, in: .always).filter { $0.participation.period.range.until <= range.from }
            }
        }
    }

    private static func known(_ model: CompanyModel, before end: CivilDay) -> Run {
        let known = model.known(before: end)
        return Run(known, EventEngine(known))
    }

    private func person(_ model: CompanyModel) throws -> Int32 {
        // The lookup finds no one who is not there.
        model.people.number(of: try options.person(subject, of: model)) ?? 0
    }

    private func metricExplanation(
        _ name: String, _ explainer: AwardExplainer, _ company: Explained
    ) throws -> Explanation {
        let model = company.model
        let metric = model.metric(named: try options.metric(name, of: model)) ?? 0
        let subject = try options.name(
            LocalizedText(en: "person or unit", ru: "сотрудник или подразделение"), subject,
            among: model.people.known + model.units.known
                + [KnownName("company", LocalizedText(en: "company", ru: "компания"))])
        let whom: Subject =
            if let person = model.people.number(of: subject) {
                .person(person)
            } else if let unit = model.units.number(of: subject) {
                .unit(unit)
            } else {
                .company
            }
        return explainer.metric(metric, of: whom, in: try company.period.parsed(model, options))
    }

    private func eventExplanation(_ text: String, _ model: CompanyModel) throws -> Explanation {
        try EventName(text).inquiry(model, options).explanation(for: try person(model))
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
