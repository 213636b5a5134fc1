import ArgumentParser
import Calculation
import Company
import Foundation
internal import Messages
import Periods
import Reports

/// `stimul run`: who earned what.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: .said(en: "Calculate what the plans pay.", ru: "Рассчитать, что платят планы."),
        discussion: .said(
            en: """
                A period pays every plan whose own period ends in it: March pays the month of March and the first quarter. \
                The ending of a file decides its form: .txt, .csv, .json or .xlsx.

                  stimul run acme --period 2026-03
                  stimul run acme --output march.csv
                """,
            ru: """
                За период платят все планы, чей период в нём кончается: за март — март и первый квартал. Вид файла определяет \
                окончание: .txt, .csv, .json или .xlsx.

                  stimul run acme --period 2026-03
                  stimul run acme --output march.csv
                """))

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, csv, json

        /// The form that it asks for.
        var form: OutputForm {
            switch self {
            case .table: .table
            case .csv: .csv
            case .json: .json
            }
        }
    }

    @OptionGroup var company: CompanyArgument
    @OptionGroup var period: PeriodOption
    @Option(help: .said(en: "Only this plan, by its name or its title.", ru: "Только этот план: имя или название."))
    var plan: String?
    @Option(
        help: .said(
            en: "Only this person, by the identifier or the name.", ru: "Только этот сотрудник: идентификатор или имя.")
    )
    var person: String?
    @Option(
        help: .said(
            en: "table, csv or json (default: table, or what the file's ending says).",
            ru: "table, csv или json (по умолчанию table или то, что говорит окончание файла)."))
    var format: Format?
    @Flag(help: .said(en: "Only the total of each person.", ru: "Только итог каждого сотрудника."))
    var totals = false
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
            try await text($0, &stopwatch)
        }
        try write(made, to: place, console)
        stopwatch.finish("write")
        if console.store(made.opened, made.engine.tables, threads: threads.count) { stopwatch.finish("store") }
        let model = made.opened.model
        timings.show(stopwatch, model, made.engine, lines: made.lines, on: console)
        for note in made.notes { console.show(note, of: company.company) }
        if made.tasks.isEmpty {
            if period.isEverything, !model.plans.isEmpty { throw console.nothingRecorded() }
            console.error(
                LocalizedText(
                    en: "no plan has a period that ends in \(period.period)",
                    ru: "ни у одного плана нет периода, который кончается в \(period.period)"))
        }
    }

    /// What is written.
    private struct Made {
        /// The result, unless it is a workbook.
        let text: String
        let sheet: Sheet?
        let lines: Int
        let notes: [Diagnostic]
        let tasks: [Run.Task]
        let engine: LineEngine
        let opened: OpenedCompany
    }

    /// Computes the lines.
    private func text(_ opened: OpenedCompany, _ stopwatch: inout Stopwatch) async throws -> Made {
        let (console, model) = (options.console, opened.model)
        stopwatch.finish(opened.phase)
        let plan = try plan.map { try options.plan($0, of: model) }
        let person = try person.map { try options.person($0, of: model) }
        let range = try period.range(model, options)
        console.progress(LocalizedText(en: "figures", ru: "показатели"))
        let engine = await LineEngine.computed(
            model, tables: opened.tables, packed: opened.packed, threads: threads.count)
        stopwatch.finish("lay out")
        let run = Run(model, engine)
        let tasks = run.tasks(in: range).filter { plan == nil || model.plans[$0.plan].name == plan }
        var lines = await run.lines(tasks, threads: threads.count) { done in
            console.progress(
                LocalizedText(en: "period \(done) of \(tasks.count)", ru: "период \(done) из \(tasks.count)"))
        }
        console.endProgress()
        stopwatch.finish("calculate")
        if let person { lines = lines.filter { model.people.id($0.participation.person) == person } }
        let form = try form()
        return Made(
            text: try text(lines, model, form),
            sheet: form == .workbook ? try ResultSheet(model, options.language).sheet(lines) : nil,
            lines: lines.count, notes: form == .table ? notes(model, person) : [],
            tasks: tasks, engine: engine, opened: opened)
    }

    /// The notes that list people and events, none of which need concern the one who is asked for.
    private static let notesOnOthers: Set<String> = ["unpaid-people", "uncredited-events"]

    /// What concerns everybody, or the one who is asked for.
    private func notes(_ model: CompanyModel, _ person: String?) -> [Diagnostic] {
        let notes = DataNotes.ofPay(model)
        guard let number = person.flatMap({ model.people.number(of: $0) }) else { return notes }
        return notes.filter { !Self.notesOnOthers.contains($0.code) } + DataNotes.notes(model, of: number)
    }

    func validate() throws {
        try threads.check(options)
        let form = try form()
        if totals, form != .table {
            throw options.wrong(
                LocalizedText(
                    en: "'--totals' goes with '--format table' only", ru: "«--totals» бывает только с «--format table»")
            )
        }
    }

    private func form() throws -> OutputForm {
        try output.form(asked: format?.form, of: [.table, .csv, .json, .workbook], options)
    }

    private func text(_ lines: [AwardLine], _ model: CompanyModel, _ form: OutputForm) throws -> String {
        switch form {
        case .table:
            ResultTable(model, options.language, width: output.path == nil ? Screen.width : nil)
                .text(lines, totalsOnly: totals)
        case .csv: ResultCSV(model, options.language).text(lines)
        case .json: try ResultJSON.text(lines, model, options.language)
        case .workbook, .pdf: ""
        }
    }

    private func write(_ made: Made, to place: OutputPlace, _ console: Console) throws {
        guard let sheet = made.sheet else { return try console.write(Data((made.text + "\n").utf8), to: place) }
        try console.write([sheet], to: place)
    }
}
