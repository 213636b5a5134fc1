import ArgumentParser
import Calculation
import Company
import Foundation
internal import Messages
import Payroll
import Periods
import Storage

/// `stimul what-if`: what would be paid under another plan, or with one more deal.
struct WhatIf: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "what-if",
        abstract: .said(
            en: "Compare the pay with what other definitions or other events would pay.",
            ru: "Сравнить выплаты с теми, что были бы при других описаниях или других событиях."),
        discussion: .said(
            en: """
                Nothing is written: the company as it is and as it is supposed to be are compared.

                  stimul what-if acme --with new-plan.yaml --from 2025-01-01 --period 2025
                  stimul what-if acme --add "sale: date=2026-02-20, seller=anna, client=Мак, amount=300 000 RUB" --for anna
                  stimul what-if acme --change "sale 4: amount=900 000" --cancel "sale 5"

                A definition of a file takes the place of the one with the same name; others are added. Without events the \
                difference is shown by person and plan, with events by award; --awards shows awards in either case.
                """,
            ru: """
                Ничего не записывается: сравниваются компания как есть и компания, какой она предположена.

                  stimul what-if acme --with new-plan.yaml --from 2025-01-01 --period 2025
                  stimul what-if acme --add "sale: date=2026-02-20, seller=anna, client=Мак, amount=300 000 RUB" --for anna
                  stimul what-if acme --change "sale 4: amount=900 000" --cancel "sale 5"

                Описание из файла заменяет одноимённое, остальные добавляются. Без событий разница показана по сотрудникам и планам, \
                с событиями — по начислениям; --awards показывает начисления в обоих случаях.
                """))

    @OptionGroup var company: CompanyArgument
    @OptionGroup var supposed: ScenarioOptions
    @OptionGroup var period: PeriodOption
    @Option(name: .customLong("for"), help: .said(en: "Only this person.", ru: "Только этот сотрудник."))
    var person: String?
    @Flag(
        help: .said(
            en: "Every award that moves, not the difference by person and plan.",
            ru: "Каждое изменившееся начисление, а не разница по сотрудникам и планам."))
    var awards = false
    @Flag(
        help: .said(
            en: "Take the rows that the workspace keeps, not the tables of the folder.",
            ru: "Взять строки из рабочего пространства, а не таблицы папки."))
    var imported = false
    @Option(
        help: .said(
            en: "table, csv or json (default: table, or what the file's ending says).",
            ru: "table, csv или json (по умолчанию table или то, что говорит окончание файла)."))
    var format: RunCommand.Format?
    @OptionGroup var output: OutputOptions
    @OptionGroup var threads: ThreadOption
    @OptionGroup var timings: TimingOption
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let console = options.console
        let place = try output.place(company.company, console)
        var scenario = try supposed.scenario(options)
        var stopwatch = Stopwatch()
        let isKept = try imported || console.keepsTablesInWorkspace(company.company, threads: threads.count)
        if scenario.isOnlyRows {
            if let followed = try await followed(scenario, isKept: isKept, console, &stopwatch) {
                return try await show(
                    followed.comparison, followed.model, followed.model, true, followed.range, to: place, stopwatch,
                    supposed: { followed.model.changed(by: followed.changes) })
            }
            if timings.isOn { console.error(Self.twice) }
        }
        let files = try sources(isKept: isKept, console)
        let now = try console.model(files.read())
        let range = try period.range(now, options)
        let plans = now.plans.map { KnownName($0.name, $0.title) }
        scenario.withoutPlans = scenario.withoutPlans.map { written in
            // What is no plan is told with its place, as every other fault of a scenario.
            let finding = NameLookup(what: LocalizedText(en: "plan", ru: "план"), known: plans).find(written)
            return if case .found(let name) = finding { name } else { written }
        }
        let then = try console.model(files.read(supposing: scenario))
        let person = try person.map { try options.person($0, among: now.people.known + then.people.known) }
        let pair = WhatIfRun(now: now, then: then)
        if period.isEverything, pair.hasNoPeriods { throw console.nothingRecorded() }
        var comparison = await pair.comparison(in: range, threads: threads.count)
        stopwatch.finish("twice")
        if let person { comparison = comparison.of(person) }
        try await show(
            comparison, now, then, awards || !scenario.rows.isEmpty, range, to: place, stopwatch, supposed: { then })
    }

    private static let twice = LocalizedText(
        en: "these rows cannot be followed: both sides are read and calculated",
        ru: "за этими строками не проследить: обе стороны читаются и считаются целиком")

    /// What rows of events would move, without reading or calculating the company twice; `nil` when that takes both.
    private func followed(
        _ scenario: Scenario, isKept: Bool, _ console: Console, _ stopwatch: inout Stopwatch
    ) async throws -> FollowedWhatIf? {
        let opened =
            isKept
            ? try await console.followableRows(company.company, threads: threads.count)
            : try await console.followable(company.company, threads: threads.count)
        guard let opened else { return nil }
        stopwatch.finish(opened.phase)
        guard let changes = opened.changes(scenario) else { return nil }
        stopwatch.finish("rows")
        let model = opened.asked.model
        let range = try period.range(model, options)
        let person = try person.map { try options.person($0, among: model.people.known) }
        let comparison = await opened.asked.followed(
            changes, in: range, person: person, threads: threads.count, &stopwatch)
        return comparison.map { comparison in
            FollowedWhatIf(
                comparison: person.map { comparison.of($0) } ?? comparison, model: model, range: range,
                changes: changes)
        }
    }

    /// - Parameter supposed: Makes the company as it is supposed to be, where something of it is asked for.
    private func show(
        _ comparison: PayComparison, _ now: CompanyModel, _ then: CompanyModel, _ byAward: Bool, _ range: DayRange,
        to place: OutputPlace, _ stopwatch: Stopwatch, supposed: () -> CompanyModel
    ) async throws {
        let console = options.console
        var stopwatch = stopwatch
        var report = WhatIfReport(comparison, now, then, byAward: byAward, options.language)
        if report.byAward, then.plans.contains(where: { $0.components.contains { $0.payout != nil } }) {
            let waiting = WhatIfHeld(model: supposed(), range: range, threads: threads.count)
            report.held = try await console.stopping { try await waiting.held(comparison.moved) }
        }
        if output.path != nil { report.width = nil }
        try console.write(Data((report.text(try form()) + "\n").utf8), to: place)
        stopwatch.finish("write")
        timings.show(stopwatch, now, nil, lines: comparison.awards.count, on: console)
    }

    func validate() throws {
        try threads.check(options)
        _ = try form()
        if supposed.isEmpty {
            throw options.wrong(
                LocalizedText(
                    en: "what if what? Give --with, --without, --add, --change or --cancel",
                    ru: "что, если — что? Укажите --with, --without, --add, --change или --cancel"))
        }
    }

    private func form() throws -> OutputForm {
        try output.form(asked: format?.form, of: [.table, .csv, .json], options)
    }

    private func sources(isKept: Bool, _ console: Console) throws -> CompanySources {
        guard isKept else { return CompanySources(files: try console.files(of: company.company), kept: nil) }
        let cycle = try console.payCycle(company.company, threads: threads.count)
        let kept = try console.stopping {
            let tables = try cycle.workspace.read { try $0.tables() }
            if tables.isEmpty { throw Refusal.nothingImported }
            return tables
        }
        return CompanySources(files: cycle.text, kept: kept)
    }
}

/// Where a company is read from: its folder, or its text and the rows that its workspace keeps.
private struct CompanySources {
    let files: [SourceFile]
    let kept: [PlainTable]?

    func read(supposing scenario: Scenario = Scenario()) -> (model: CompanyModel?, diagnostics: [Diagnostic]) {
        guard let kept else { return CompanyReader.read(files, supposing: scenario) }
        let (model, diagnostics, _) = CompanyReader.read(text: files, tables: kept, supposing: scenario)
        return (model, diagnostics)
    }
}

extension Console {
    /// The company that was read; its errors are shown and end the command.
    fileprivate func model(_ reading: (model: CompanyModel?, diagnostics: [Diagnostic])) throws -> CompanyModel {
        if let model = reading.model { return model }
        for diagnostic in reading.diagnostics where diagnostic.severity == .error { show(diagnostic) }
        summary(reading.diagnostics)
        throw ExitStatus.faults
    }
}
