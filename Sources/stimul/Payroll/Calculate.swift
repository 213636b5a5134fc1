import ArgumentParser
import Calculation
import Ledger
internal import Messages
import Payroll
import Storage

/// `stimul calculate`: a run of a pay period.
struct Calculate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .said(
            en: "Calculate a pay period: its awards, and what earlier periods now come to differently.",
            ru: "Рассчитать период: его начисления и то, что теперь иначе в прежних периодах."),
        discussion: .said(
            en: """
                Nothing is posted before two people have approved. The same text, rows, adjustments and ledger give the same \
                run under the same identifier. Calculating again voids an approval.

                  stimul calculate acme --period 2026-03 --by olga
                """,
            ru: """
                Пока двое не утвердили, ничего не проводится. Те же текст, строки, корректировки и книга дают тот же расчёт с тем же \
                идентификатором. Новый расчёт снимает утверждение.

                  stimul calculate acme --period 2026-03 --by olga
                """))

    @OptionGroup var company: CompanyArgument
    @OptionGroup var period: PayPeriodOption
    @OptionGroup var actor: ActorOption
    @OptionGroup var threads: ThreadOption
    @OptionGroup var options: CommonOptions

    /// How many rows that were set aside are listed.
    private static let limit = 10

    func validate() throws {
        try threads.check(options)
    }

    func run() async throws {
        let session = try PayrollSession(company.company, options, threads: threads.count)
        let name = try session.period(period.period)
        let principal = try session.principal(actor.actor)
        session.console.progress(LocalizedText(en: "calculating \(name)", ru: "расчёт за \(name)"))
        let calculated = try await session.console.stopping {
            try await session.cycle.calculate(name, by: principal)
        }
        session.console.endProgress()
        if let failure = calculated.columnFailure { session.console.error(failure.explained) }
        let run = calculated.run
        let people = Set(run.lines.map(\.person)).union(run.entries.map(\.obligation.person)).count
        session.print(
            LocalizedText(
                en: "Run \(run.id.shortRun) of \(name): \(people) \(people == 1 ? "person" : "people").",
                ru: "Расчёт \(run.id.shortRun) за \(name): сотрудников \(people)."))
        let totals = try session.console.stopping { try CauseTotal.totals(of: run.entries) }
        session.console.print(totals.isEmpty ? nothing : table(totals, session))
        try session.tellLimitedCuts(run)
        session.tellFindings(of: run, showingNotes: false)
        tellSetAside(calculated.setAside, session)
        for note in calculated.notes { session.console.show(note, of: company.company) }
    }

    private var nothing: String {
        LocalizedText(
            en: "The ledger stands where it should: nothing to post.", ru: "Книга уже стоит как надо: проводить нечего."
        )[
            options.language]
    }

    private func table(_ totals: [CauseTotal], _ session: PayrollSession) -> String {
        let header = options.language == .ru ? ["проводки", "сумма"] : ["entries", "amount"]
        var table = TextTable(header, amountColumns: [1])
        for total in totals {
            table.add([total.cause.title[options.language], session.text(total.amount)[options.language]])
        }
        return table.text
    }

    /// Rows that an earlier period's rules cannot read count from the period of the newer rules on; the reader must know which.
    private func tellSetAside(_ rows: [Diagnostic], _ session: PayrollSession) {
        if rows.isEmpty { return }
        for row in rows.prefix(Self.limit) { session.console.show(row) }
        session.console.error(
            LocalizedText(
                en: "rows that the rules of an earlier period cannot read, so they do not count in it: \(rows.count)",
                ru: "строк, которые правила прежнего периода не читают, поэтому в нём они не учтены: \(rows.count)"))
    }
}
