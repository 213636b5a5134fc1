import ArgumentParser
import Calculation
import Company
import Formulas
import Foundation
import Periods

/// `stimul report`: a table that the company defines.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write a table of figures and pay that the company defines.",
        discussion: """
            Its columns stand under 'reports' in the company's files. The table is CSV: a row for each person and period.

              stimul report acme month --period 2026-03
              stimul report acme month --output months.csv
              stimul report acme month --columns       large tables are not read again
            """)

    @OptionGroup var company: CompanyArgument
    @Argument(help: "The report.")
    var name: String
    @OptionGroup var period: PeriodOption
    @Option(help: "Write to this file instead of the screen.", completion: .file())
    var output: String?
    @Option(help: "How many threads calculate; the result does not depend on it.")
    var threads: Int = 2
    @OptionGroup var columns: ColumnOption
    @Flag(
        help: "Print to standard error how long each phase took and how much memory the process has needed by its end.")
    var timings = false
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let console = options.console
        var stopwatch = Stopwatch()
        let opened = try await console.open(company.company, columns: columns.columns, threads: threads)
        let model = opened.model
        stopwatch.finish(opened.phase)
        let report = try report(of: model)
        let range = try period.range(model, options)
        let engine = await LineEngine.computed(model, tables: opened.tables, threads: threads)
        stopwatch.finish("lay out")
        let table = ReportBlocks(report, engine)
        let csv = ReportCSV(report, model)
        let tasks = table.tasks(in: range)
        let pieces = await table.map(
            tasks, threads: threads,
            progress: { done in
                console.progress(
                    LocalizedText(en: "period \(done) of \(tasks.count)", ru: "период \(done) из \(tasks.count)"))
            },
            { block in (bytes: csv.bytes(block), rows: block.people.count) })
        console.endProgress()
        stopwatch.finish("calculate")
        try console.write(Data(csv.head + pieces.flatMap(\.bytes)), to: output)
        stopwatch.finish("write")
        if console.store(opened, engine.tables) { stopwatch.finish("store") }
        let rows = pieces.reduce(0) { $0 + $1.rows }
        if timings {
            console.error(
                LocalizedText(stopwatch.report(events: model.events.reduce(0) { $0 + $1.rowCount }, lines: rows)))
        }
        if tasks.isEmpty { console.error(noPeriod(model.plans[report.plan])) }
    }

    func validate() throws {
        if threads < 1 {
            throw options.wrong(
                LocalizedText(en: "'--threads' must be at least 1", ru: "«--threads» должно быть не меньше 1"))
        }
    }

    private func report(of model: CompanyModel) throws -> Report {
        if let report = model.reports.first(where: { $0.name == name }) { return report }
        throw options.unknown(LocalizedText(en: "report", ru: "отчёт"), name, among: model.reports.map(\.name))
    }

    private func noPeriod(_ plan: Plan) -> LocalizedText {
        LocalizedText(
            en: "the plan '\(plan.name)' has no period that ends in \(period.period)",
            ru: "у плана «\(plan.name)» нет периода, который кончается в \(period.period)")
    }
}
