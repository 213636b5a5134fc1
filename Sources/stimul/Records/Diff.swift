import ArgumentParser
import Foundation
internal import Messages
import Payroll

/// `stimul diff`: why two runs of a period award differently.
struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .said(
            en: "Show what changed between two runs of a period, and what each change is worth.",
            ru: "Показать, что изменилось между двумя расчётами периода и сколько стоит каждое изменение."),
        discussion: .said(
            en: """
                The causes are put in place one after the other and calculated each time, so they sum exactly to the whole
                difference. A run is named by its identifier or the beginning of it.

                  stimul diff acme --period 2026-03            the last two runs of March; of one, what it changes of what is posted
                  stimul diff acme 3f2a 91bc --person anna
                """,
            ru: """
                Причины применяются одна за другой, каждый раз с новым расчётом, поэтому в сумме дают ровно всю разницу. \
                Расчёт называют идентификатором или его началом.

                  stimul diff acme --period 2026-03            два последних расчёта марта; если один — что он меняет в проведённом
                  stimul diff acme 3f2a 91bc --person anna
                """))

    @OptionGroup var company: CompanyArgument
    @Argument(help: .said(en: "Two runs of one period.", ru: "Два расчёта одного периода."))
    var runs: [String] = []
    @Option(
        help: .said(
            en: "Compare the last two runs of this pay period; when there is one, with what was posted before it.",
            ru: "Сравнить два последних расчёта этого периода; если он один — с проведённым до него."))
    var period: String?
    @Option(help: .said(en: "Only what changed for this person.", ru: "Только изменения у этого сотрудника."))
    var person: String?
    @Option(
        help: .said(
            en:
                "table, csv or json; csv holds the changes of amounts alone (default: table, or what the file's ending says).",
            ru:
                "table, csv или json; в csv только изменения сумм (по умолчанию table или то, что говорит окончание файла)."
        )
    )
    var format: RecordFormat?
    @OptionGroup var output: OutputOptions
    @OptionGroup var options: CommonOptions

    func validate() throws {
        _ = try form()
        if period == nil ? runs.count == 2 : runs.isEmpty { return }
        throw options.wrong(
            LocalizedText(
                en: "name two runs, or '--period' for the last two of a period",
                ru: "назовите два расчёта или «--period» — два последних за период"))
    }

    func run() async throws {
        let console = options.console
        let place = try output.place(company.company, isPrivate: true, console)
        let cycle = PayCycle(try console.workspace(company.company), text: [])
        let difference = try await console.stopping {
            if let period { return try await cycle.difference(ofLastRunsOf: period) }
            return try await cycle.difference(from: runs[0], to: runs[1])
        }
        let person = try person.map { try console.recordedPerson($0, cycle.workspace) }
        if let person { _ = try options.person(person, among: difference.people.map { KnownName($0) }) }
        let report = DifferenceReport(difference, person: person, language: options.language)
        let text =
            switch try form() {
            case .table: report.table
            case .csv, .workbook, .pdf: report.csv
            case .json: try report.json()
            }
        try console.write(Data((text + "\n").utf8), to: place)
    }

    private func form() throws -> OutputForm {
        try output.form(asked: format?.form, of: [.table, .csv, .json], options)
    }
}
