import ArgumentParser
import Foundation
import Ledger
internal import Messages
import Payroll
import Quantities

/// `stimul ledger`: where everybody's money stands, and how it came there.
struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: .said(
            en: "Show where money stands and every entry that moved it.",
            ru: "Показать, где стоят деньги, и все проводки."),
        discussion: .said(
            en: """
                Without a person: the balances of everybody, one row each. With one: his balances and his entries, from the
                award over what is held back to the payment. All accounts together are always 0.

                  stimul ledger acme --person anna
                  stimul ledger acme --period 2026-03 --format csv
                """,
            ru: """
                Без сотрудника: остатки всех, по строке на каждого. С ним: его остатки и проводки, от начисления через удержанное \
                до выплаты. Сумма всех счетов всегда 0.

                  stimul ledger acme --person anna
                  stimul ledger acme --period 2026-03 --format csv
                """))

    @OptionGroup var company: CompanyArgument
    @Option(help: .said(en: "Only this person.", ru: "Только этот сотрудник."))
    var person: String?
    @Option(
        help: .said(
            en: "Only the entries of this pay period, and the balances at its end.",
            ru: "Только проводки этого периода и остатки на его конец."))
    var period: String?
    @Option(
        help: .said(
            en: "table, csv or json; csv holds the entries alone (default: table, or what the file's ending says).",
            ru: "table, csv или json; в csv только проводки (по умолчанию table или то, что говорит окончание файла)."))
    var format: RecordFormat?
    @OptionGroup var output: OutputOptions
    @OptionGroup var options: CommonOptions

    func validate() throws { _ = try form() }

    func run() throws {
        let console = options.console
        let place = try output.place(company.company, isPrivate: true, console)
        let cycle = PayCycle(try console.workspace(company.company), text: [])
        let person = try person.map { try console.recordedPerson($0, cycle.workspace) }
        let extract = try console.stopping { try cycle.ledger(person: person, period: period) }
        if let person, extract.entries.isEmpty, !extract.people.contains(person) {
            _ = try options.person(person, among: extract.people.map { KnownName($0) })
        }
        if let period, !extract.periods.contains(period) {
            _ = try options.name(
                LocalizedText(en: "approved period", ru: "утверждённый период"), period,
                among: extract.periods.map { KnownName($0) })
        }
        let report = LedgerReport(extract: extract, language: options.language)
        let text =
            switch try form() {
            case .table: person == nil ? report.summary : report.account
            case .csv, .workbook, .pdf: report.csv
            case .json: try report.json()
            }
        try console.write(Data((text + "\n").utf8), to: place)
        if extract.periods.isEmpty {
            console.error(
                LocalizedText(
                    en: "nothing is posted yet; the second approval of a period posts its entries",
                    ru: "проводок ещё нет; их делает второе утверждение периода"))
        }
    }

    private func form() throws -> OutputForm {
        try output.form(asked: format?.form, of: [.table, .csv, .json], options)
    }
}
