import ArgumentParser
import Formulas
import Ledger
import Payroll

/// `stimul status`: how far each pay period has come.
struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show how far each pay period has come, and what comes next.")

    @OptionGroup var company: CompanyArgument
    @OptionGroup var options: CommonOptions

    func run() throws {
        let session = try PayrollSession(company.company, options)
        let periods = try session.console.stopping { try session.cycle.overview() }
        guard !periods.isEmpty else {
            let next = "stimul calculate \(company.company) --period …"
            return session.print(
                LocalizedText(
                    en: "no period is calculated yet; next: \(next)",
                    ru: "ни один период ещё не рассчитан; дальше: \(next)"))
        }
        var table = TextTable(header, amountColumns: [4, 5, 6])
        for period in periods { table.add(row(period, session)) }
        session.console.print(table.text)
    }

    private var header: [String] {
        options.language == .ru
            ? ["период", "состояние", "расчёт", "утвердили", "к выплате", "выплачено", "возражений", "дальше"]
            : ["period", "state", "run", "approved by", "payable", "paid", "open disputes", "next"]
    }

    private func row(_ period: PayCycle.PeriodOverview, _ session: PayrollSession) -> [String] {
        let life = period.life
        return [
            life.period, life.state.title[options.language], life.run.isEmpty ? "—" : life.run.shortRun,
            life.approvers.isEmpty ? "—" : life.approvers.joined(separator: ", "), session.text(period.payable),
            session.text(period.paid), "\(period.openDisputes)", next(period)[options.language],
        ]
    }

    private func next(_ period: PayCycle.PeriodOverview) -> LocalizedText {
        let isLookedAt = [.inReview, .halfApproved].contains(period.life.state)
        return isLookedAt && period.openDisputes > 0
            ? LocalizedText("stimul dispute --resolve") : period.life.state.next
    }
}
