import ArgumentParser
import Ledger
internal import Messages
import Payroll
import Storage

/// `stimul status`: how far each pay period has come.
struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .said(
            en: "Show how far each pay period has come, and what comes next.",
            ru: "Показать, на каком шаге каждый период и что дальше."))

    @OptionGroup var company: CompanyArgument
    @OptionGroup var options: CommonOptions

    func run() throws {
        var session = try PayrollSession(company.company, options)
        let periods = try session.console.stopping { try session.cycle.overview() }
        guard !periods.isEmpty else {
            let next = "stimul calculate \(company.company) --period …"
            return session.print(
                LocalizedText(
                    en: "no period is calculated yet; next: \(next)",
                    ru: "ни один период ещё не рассчитан; дальше: \(next)"))
        }
        let doubts = try session.console.stopping { try session.cycle.doubts() }
        var table = TextTable(header, amountColumns: [4, 5, 6])
        // What was calculated is told in its own currency, whatever the text says by now.
        if let run = try session.console.stopping({ try session.cycle.lastRun() }) {
            session = session.speaking(of: run)
        }
        for period in periods { table.add(row(period, isBorneOut: doubts.isEmpty, session)) }
        session.console.print(table.text)
        try tellNewcomers(session)
        if doubts.isEmpty { return }
        for doubt in doubts.prefix(Self.limit) { session.console.fail(doubt.text) }
        session.console.error(
            LocalizedText(
                en:
                    "faults: \(doubts.count); something was changed from outside, so nothing of the above is certain, least of all who approved: look with 'stimul audit'",
                ru:
                    "нарушений: \(doubts.count); записи изменены извне, поэтому сказанное выше ненадёжно, прежде всего — кто утвердил: посмотрите «stimul audit»"
            ))
        throw ExitStatus.faults
    }

    /// How many faults are shown.
    private static let limit = 10

    private func tellNewcomers(_ session: PayrollSession) throws {
        for newcomer in try session.console.stopping({ try session.cycle.newcomers() }) {
            session.print(
                LocalizedText(
                    en: "\(newcomer.actor) has imported for the first time, \(newcomer.at)",
                    ru: "\(newcomer.actor) загружает впервые, \(newcomer.at)"))
        }
    }

    private var header: [String] {
        options.language == .ru
            ? ["период", "состояние", "расчёт", "утвердили", "к выплате", "выплачено", "возражений", "дальше"]
            : ["period", "state", "run", "approved by", "payable", "paid", "open disputes", "next"]
    }

    private func row(
        _ period: PayCycle.PeriodOverview, isBorneOut: Bool, _ session: PayrollSession
    ) -> [String] {
        let life = period.life
        let approvers = life.approvers.isEmpty ? "—" : life.approvers.joined(separator: ", ")
        let unproven = LocalizedText(en: "not borne out", ru: "не подтверждено")[options.language]
        return [
            life.period, life.state.title[options.language], life.run.isEmpty ? "—" : life.run.shortRun,
            isBorneOut || life.approvers.isEmpty ? approvers : unproven, session.text(period.payable)[options.language],
            session.text(period.paid)[options.language], "\(period.openDisputes)", next(period)[options.language],
        ]
    }

    private func next(_ period: PayCycle.PeriodOverview) -> LocalizedText {
        let isLookedAt = [.inReview, .halfApproved].contains(period.life.state)
        return isLookedAt && period.openDisputes > 0
            ? NextStep.answerDisputes(period: period.life.period, count: period.openDisputes).words
            : NextStep.after(period.life.state, of: period.life.period).words
    }
}
