import ArgumentParser
import Formulas
import Ledger
import Payroll
import Quantities
import Storage

/// `stimul review`: what each person gets, and from now on may dispute.
struct Review: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Move a calculated period to review, and print what each person gets.",
        discussion: """
              stimul review acme --period 2026-03 --by olga
              stimul review acme --period 2026-03 --show
            """)

    @OptionGroup var company: CompanyArgument
    @OptionGroup var period: PayPeriodOption
    @Option(name: .customLong("by"), help: "Who does this: a person's identifier.")
    var actor: String?
    @Flag(help: "Only print; the period stays where it is.")
    var show = false
    @OptionGroup var options: CommonOptions

    func validate() throws {
        if !show { _ = try options.needed(actor, "--by") }
    }

    func run() throws {
        let session = try PayrollSession(company.company, options)
        let name = try session.period(period.period)
        if !show {
            let actor = try session.actor(try options.needed(actor, "--by"))
            try session.console.stopping { try session.cycle.review(name, by: actor) }
        }
        let reviewed = try session.console.stopping { try session.cycle.reviewed(name) }
        session.print(
            LocalizedText(
                en: "Run \(reviewed.run.id.shortRun) of \(name)", ru: "Расчёт \(reviewed.run.id.shortRun) за \(name)"))
        let text = try session.console.stopping { try table(reviewed, session) }
        session.console.print(text)
        try session.tellLimitedCuts(reviewed.run)
        session.tellFindings(of: reviewed.run)
    }

    private func table(_ reviewed: PayCycle.Reviewed, _ session: PayrollSession) throws -> String {
        var table = TextTable(header, amountColumns: [2, 3, 4, 5, 6])
        for (person, pay) in reviewed.people {
            table.add([person, session.name(of: person)] + (try amounts(pay, session)))
        }
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
        ].map { session.text($0) }
    }
}
