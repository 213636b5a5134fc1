import ArgumentParser
import Documents
import Foundation
import Ledger
internal import Messages
import Paper
import Payroll
import Quantities
import Storage

/// `stimul review`: what each person gets, and from now on may dispute.
struct Review: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .said(
            en: "Move a calculated period to review, and print what each person gets.",
            ru: "Передать рассчитанный период на проверку и показать, кто сколько получит."),
        discussion: .said(
            en: """
                  stimul review acme --period 2026-03 --by olga
                  stimul review acme --period 2026-03 --show
                  stimul review acme --period 2026-03 --show --person anna    his awards, and why earlier ones are corrected
                  stimul review acme --period 2026-03 --show --output sheet.pdf        the sheet that those who approve sign
                """,
            ru: """
                  stimul review acme --period 2026-03 --by olga
                  stimul review acme --period 2026-03 --show
                  stimul review acme --period 2026-03 --show --person anna    начисления и почему исправлены прежние
                  stimul review acme --period 2026-03 --show --output sheet.pdf        лист, который подписывают утверждающие
                """))

    @OptionGroup var company: CompanyArgument
    @OptionGroup var period: PayPeriodOption
    @Option(
        name: .customLong("by"),
        help: .said(en: "Who does this: a person's identifier.", ru: "Кто это делает: идентификатор сотрудника."))
    var actor: String?
    @Option(
        help: .said(
            en: "Print this person's awards and corrections, each with the events that caused it.",
            ru: "Показать начисления и исправления этого сотрудника, каждое с его событиями."))
    var person: String?
    @Flag(help: .said(en: "Only print; the period stays where it is.", ru: "Только показать; период остаётся где был."))
    var show = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var options: CommonOptions

    func validate() throws {
        if !show { _ = try options.needed(actor, "--by") }
        guard output.path != nil else { return }
        _ = try output.form(asked: nil, of: [.pdf], options)
        if person != nil {
            throw options.wrong(
                LocalizedText(
                    en: "the sheet of '--output' is of the whole period; leave '--person' out",
                    ru: "лист из «--output» — за весь период; уберите «--person»"))
        }
    }

    func run() async throws {
        let session = try PayrollSession(company.company, options)
        let place = try output.place(company.company, isPrivate: true, session.console)
        let name = try session.period(period.period)
        if !show {
            let principal = try session.principal(try options.needed(actor, "--by"))
            try session.console.stopping { try session.cycle.review(name, by: principal) }
        }
        if output.path != nil { return try writeSheet(of: name, to: place, session) }
        let reviewed = try session.console.stopping { try session.cycle.reviewed(name) }
        session.print(
            LocalizedText(
                en: "Run \(reviewed.run.id.shortRun) of \(name)", ru: "Расчёт \(reviewed.run.id.shortRun) за \(name)"))
        if let person { return try await printPerson(person, reviewed, session.speaking(of: reviewed.run)) }
        let text = try session.console.stopping { try table(reviewed, session.speaking(of: reviewed.run)) }
        session.console.print(text)
        try session.tellLimitedCuts(reviewed.run)
        session.tellFindings(of: reviewed.run)
    }

    /// The sheet that those who approve the period sign.
    private func writeSheet(of period: String, to place: OutputPlace, _ session: PayrollSession) throws {
        let sheet = try session.console.stopping { try session.cycle.approvalSheet(of: period) }
        let bytes: [UInt8]
        do {
            bytes = try PaperPDF.bytes(try ApprovalDocument(sheet, language: options.language).paper)
        } catch {
            throw session.console.notMade(error)
        }
        try session.console.write(Data(bytes), to: place)
        session.print(
            LocalizedText(
                en: "Wrote '\(place.path ?? "")': approval sheet of \(period), run \(sheet.run.shortRun)",
                ru: "Записано «\(place.path ?? "")»: лист утверждения за \(period), расчёт \(sheet.run.shortRun)"))
    }

    private func printPerson(_ person: String, _ reviewed: PayCycle.Reviewed, _ session: PayrollSession) async throws {
        let people = reviewed.people.map(\.person)
        guard people.contains(person) else {
            throw options.unknown(
                LocalizedText(en: "person in the run", ru: "сотрудник в расчёте"), person, among: people)
        }
        var own = reviewed
        own.people = reviewed.people.filter { $0.person == person }
        session.console.print(try session.console.stopping { try table(own, session, totalling: false) } + "\n")
        let run = reviewed.run
        let isCorrected = run.entries.contains { $0.obligation.person == person && $0.cause == .correction }
        let difference =
            isCorrected
            ? try await session.console.stopping {
                try await session.cycle.differenceFromPosted(to: run.id, person: person)
            } : nil
        let report = CorrectionReport(
            model: session.model, person: person, run: run, difference: difference, language: options.language)
        session.console.print(report.text)
        session.tellFindings(of: run, person: person)
    }

    private func table(_ reviewed: PayCycle.Reviewed, _ session: PayrollSession, totalling: Bool = true) throws
        -> String
    {
        var table = TextTable(header, amountColumns: [2, 3, 4, 5, 6])
        for (person, pay) in reviewed.people {
            table.add([person, session.name(of: person)] + (try amounts(pay, session)))
        }
        if !totalling { return table.text }
        let all = try PayBreakdown(reviewed.run.entries)
        table.add([options.language == .ru ? "всего" : "total", ""] + (try amounts(all, session)))
        return table.text
    }

    private var header: [String] {
        options.language == .ru
            ? [
                "сотрудник", "имя", "начислено", "исправления и корректировки", "удержано (−), освобождено (+)",
                "авансы и долги",
                "к выплате",
            ]
            : [
                "person", "name", "awards", "corrections and adjustments", "held (−), released (+)", "draws and debts",
                "payable",
            ]
    }

    private func amounts(_ pay: PayBreakdown, _ session: PayrollSession) throws(QuantityError) -> [String] {
        [
            pay.awards, try pay.changes, try pay.withheld, try pay.advances, pay.payable,
        ].map { session.text($0)[options.language] }
    }
}
