import ArgumentParser
internal import Messages
import Payroll

/// `stimul history`: who did what, when and why.
struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: .said(en: "Show who did what, when and why.", ru: "Показать, кто, что, когда и почему сделал."),
        discussion: .said(
            en: """
                From the audit chain: imports, calculations, approvals, payments, closings and reopenings, adjustments and the \
                decisions about them, disputes and their answers. With --person only what concerns his pay, and his amounts alone.

                  stimul history acme --period 2026-03
                  stimul history acme --by dina --format csv
                """,
            ru: """
                Из цепочки аудита: загрузки, расчёты, утверждения, выплаты, закрытия и открытия, корректировки и решения о них, \
                возражения и ответы. С --person — только то, что касается его выплаты, и только его суммы.

                  stimul history acme --period 2026-03
                  stimul history acme --by dina --format csv
                """))

    @OptionGroup var company: CompanyArgument
    @Option(help: .said(en: "Only what was done with this pay period.", ru: "Только сделанное с этим периодом."))
    var period: String?
    @Option(
        name: .customLong("by"), help: .said(en: "Only what this person did.", ru: "Только сделанное этим сотрудником.")
    )
    var actor: String?
    @Option(
        help: .said(
            en: "Only what concerns this person's pay.", ru: "Только то, что касается выплаты этого сотрудника."))
    var person: String?
    @Option(help: .said(en: "table, csv or json.", ru: "table, csv или json."))
    var format: RecordFormat = .table
    @OptionGroup var options: CommonOptions

    func run() throws {
        let console = options.console
        let cycle = PayCycle(try console.workspace(company.company), text: [])
        let all = try console.stopping { try cycle.history() }
        try check(all)
        let filter = HistoryFilter(period: period, actor: actor, person: person)
        let entries = try console.stopping { try cycle.history(filter) }
        let currency = try console.stopping { try cycle.recordedCurrency() }
        let report = HistoryReport(entries: entries, currency: currency, language: options.language)
        switch format {
        case .table: console.print(entries.isEmpty ? report.nothing : report.table)
        case .csv: console.print(report.csv)
        case .json: console.print(try report.json())
        }
    }

    /// Refuses a period or somebody whom nothing was ever done with.
    private func check(_ all: [HistoryEntry]) throws {
        let periods = Set(all.compactMap(\.period)).sorted()
        if let period, !periods.contains(period) {
            throw options.unknown(LocalizedText(en: "period", ru: "период"), period, among: periods)
        }
        let actors = Set(all.map(\.actor)).sorted()
        if let actor, !actors.contains(actor) {
            throw options.unknown(
                LocalizedText(en: "person who did something", ru: "сотрудник, который что-то делал"), actor,
                among: actors)
        }
    }
}
