import ArgumentParser
import Calculation
import Company
import Files
import Foundation
internal import Messages
import Periods

/// `stimul report`: a table that the company defines.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: .said(
            en: "Write a table of figures and pay that the company defines.",
            ru: "Вывести таблицу показателей и выплат, которую описала компания."),
        discussion: .said(
            en: """
                Its columns stand under 'reports' in the company's files. The table is CSV: a row for each person and period.

                  stimul report acme month --period 2026-03
                  stimul report acme month --output months.csv
                  stimul report acme month --columns       large tables are not read again
                """,
            ru: """
                Столбцы описаны в «reports» в файлах компании. Таблица — CSV: строка на каждого сотрудника и период.

                  stimul report acme month --period 2026-03
                  stimul report acme month --output months.csv
                  stimul report acme month --columns       большие таблицы не читаются заново
                """))

    @OptionGroup var company: CompanyArgument
    @Argument(help: .said(en: "The report.", ru: "Отчёт."))
    var name: String
    @OptionGroup var period: PeriodOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var threads: ThreadOption
    @OptionGroup var columns: ColumnOption
    @OptionGroup var timings: TimingOption
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let console = options.console
        var stopwatch = Stopwatch()
        let place = try output.place(company.company, console)
        let made = try await console.calculating(company.company, columns: columns.columns, threads: threads.count) {
            try await table($0, &stopwatch, place)
        }
        try console.writing(to: place) { () throws(FileCause) in try made.file.finish() }
        stopwatch.finish("write")
        if console.store(made.opened, made.engine.tables, threads: threads.count) { stopwatch.finish("store") }
        let model = made.opened.model
        timings.show(stopwatch, model, made.engine, lines: made.rows, on: console)
        if made.tasks.isEmpty {
            if period.isEverything, !model.plans.isEmpty { throw console.nothingRecorded() }
            console.error(noPeriod(model.plans[try report(of: model).plan]))
        }
    }

    /// A table that only waits for its name.
    private struct Made {
        let file: OutputFile
        let rows: Int
        let tasks: [Run.Task]
        let engine: LineEngine
        let opened: OpenedCompany
    }

    /// Computes the table and writes it, period after period.
    private func table(
        _ opened: OpenedCompany, _ stopwatch: inout Stopwatch, _ place: OutputPlace
    ) async throws -> Made {
        let (console, model) = (options.console, opened.model)
        stopwatch.finish(opened.phase)
        let report = try report(of: model)
        let range = try period.range(model, options)
        let engine = await LineEngine.computed(
            model, tables: opened.tables, packed: opened.packed, threads: threads.count)
        stopwatch.finish("lay out")
        let table = ReportBlocks(report, engine)
        let csv = ReportCSV(report, model)
        let tasks = table.tasks(in: range)
        var rows = 0
        let file = try console.writing(to: place) { () throws(FileCause) in
            let file = try place.file()
            try file.append(csv.head)
            return file
        }
        try await table.forEach(
            tasks, threads: threads.count,
            progress: { done in
                console.progress(
                    LocalizedText(en: "period \(done) of \(tasks.count)", ru: "период \(done) из \(tasks.count)"))
            },
            { block in (bytes: csv.bytes(block), rows: block.people.count) },
            { piece in
                try console.writing(to: place) { () throws(FileCause) in try file.append(piece.bytes) }
                rows += piece.rows
            })
        console.endProgress()
        stopwatch.finish("calculate")
        return Made(file: file, rows: rows, tasks: tasks, engine: engine, opened: opened)
    }

    func validate() throws {
        try threads.check(options)
        _ = try output.form(asked: nil, of: [.csv], options)
    }

    private func report(of model: CompanyModel) throws -> Report {
        let what = LocalizedText(en: "report", ru: "отчёт")
        let known = model.reports.map { KnownName($0.name, $0.title) }
        let name = try options.name(what, self.name, among: known)
        guard let report = model.reports.first(where: { $0.name == name }) else {
            throw options.wrong(LocalizedText(en: "there is no report", ru: "отчёта нет"))
        }
        return report
    }

    private func noPeriod(_ plan: Plan) -> LocalizedText {
        LocalizedText(
            en: "the plan '\(plan.name)' has no period that ends in \(period.period)",
            ru: "у плана «\(plan.name)» нет периода, который кончается в \(period.period)")
    }
}
