import ArgumentParser
import Ledger
internal import Messages
import Payroll
import Storage

/// `stimul approve`: a period, or an adjustment.
struct Approve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .said(
            en: "Approve a period in review, or decide about an adjustment.",
            ru: "Утвердить период на проверке или решить о корректировке."),
        discussion: .said(
            en: """
                A period needs two different people whom it does not pay; with the second its entries are posted. \
                An adjustment, or its withdrawal, is decided by somebody who neither proposed it nor is paid by it.

                  stimul approve acme --period 2026-03 --by olga
                  stimul approve acme --adjustment 4 --by ivan
                  stimul approve acme --adjustment 5 --reject --reason 'no order' --by ivan
                """,
            ru: """
                Период утверждают два разных человека, которым по нему не платят; со вторым записываются проводки. О корректировке \
                или её отзыве решает тот, кто её не предлагал и ничего по ней не получает.

                  stimul approve acme --period 2026-03 --by olga
                  stimul approve acme --adjustment 4 --by ivan
                  stimul approve acme --adjustment 5 --reject --reason 'нет приказа' --by ivan
                """))

    @OptionGroup var company: CompanyArgument
    @Option(help: .said(en: "The pay period, for instance 2026-03.", ru: "Расчётный период, например 2026-03."))
    var period: String?
    @Option(
        name: .customLong("run"),
        help: .said(
            en: "The run you have looked at; refused when the period was calculated again since.",
            ru: "Расчёт, который вы смотрели; отказ, если период с тех пор пересчитан."))
    var seenRun: String?
    @Option(help: .said(en: "The number of an adjustment.", ru: "Номер корректировки."))
    var adjustment: Int64?
    @Flag(help: .said(en: "Reject the adjustment instead.", ru: "Отклонить корректировку, а не утвердить."))
    var reject = false
    @Option(help: .said(en: "Why it is rejected, or approved.", ru: "Почему отклонена или утверждена."))
    var reason: String?
    @OptionGroup var actor: ActorOption
    @OptionGroup var options: CommonOptions

    func validate() throws {
        guard (period == nil) != (adjustment == nil) else {
            throw options.wrong(
                LocalizedText(
                    en: "name either '--period' or '--adjustment'", ru: "укажите либо «--period», либо «--adjustment»"))
        }
        if adjustment == nil, reject || reason != nil {
            throw options.wrong(
                LocalizedText(
                    en: "'--reject' and '--reason' go with '--adjustment' only",
                    ru: "«--reject» и «--reason» бывают только с «--adjustment»"))
        }
        if adjustment != nil, seenRun != nil {
            throw options.wrong(
                LocalizedText(en: "'--run' goes with '--period' only", ru: "«--run» бывает только с «--period»"))
        }
        if reject { _ = try options.needed(reason, "--reason") }
    }

    func run() throws {
        let session = try PayrollSession(company.company, options)
        let principal = try session.principal(actor.actor)
        if let adjustment { return try decide(adjustment, by: principal, session) }
        try approve(try session.period(try options.needed(period, "--period")), by: principal, session)
    }

    private func approve(_ period: String, by principal: Principal, _ session: PayrollSession) throws {
        session.console.progress(LocalizedText(en: "checking \(period)", ru: "проверка \(period)"))
        let (state, open) = try session.console.stopping {
            defer { session.console.endProgress() }
            let run = try seenRun.map { try session.cycle.run(startingWith: $0) }
            let state = try session.cycle.approve(period, run: run, by: principal)
            return (state, try session.cycle.overview().first { $0.life.period == period })
        }
        guard state == .approved else {
            session.print(
                LocalizedText(
                    en: "\(period): \(principal.name) has approved; somebody else must approve too",
                    ru: "\(period): \(principal.name) утвердил(а); нужно ещё утверждение другого человека"))
            return
        }
        // A period that was reopened has been paid in part.
        let payable = session.text(open.map { $0.payable - $0.paid } ?? 0)
        session.print(
            LocalizedText(
                en: "\(period) is approved and posted: \(payable) payable; next: stimul pay",
                ru: "\(period) утверждён и проведён: к выплате \(payable); дальше: stimul pay"))
    }

    private func decide(_ number: Int64, by principal: Principal, _ session: PayrollSession) throws {
        let before = try session.console.stopping { try session.cycle.adjustments().first { $0.number == number } }
        try session.console.stopping {
            try session.cycle.decide(number, reject ? .rejected : .approved, reason: reason ?? "", by: principal)
        }
        if before?.decision != nil { return session.print(withdrawn(number)) }
        session.print(
            reject
                ? LocalizedText(en: "adjustment \(number) is rejected", ru: "корректировка \(number) отклонена")
                : LocalizedText(
                    en: "adjustment \(number) is approved; the next calculation takes it in",
                    ru: "корректировка \(number) утверждена; её учтёт следующий расчёт"))
    }

    private func withdrawn(_ number: Int64) -> LocalizedText {
        reject
            ? LocalizedText(
                en: "adjustment \(number) stays; its withdrawal is rejected",
                ru: "корректировка \(number) остаётся; её отзыв отклонён")
            : LocalizedText(
                en: "adjustment \(number) is withdrawn; the next calculation takes back what it paid",
                ru: "корректировка \(number) отозвана; следующий расчёт вернёт то, что по ней выплачено")
    }
}
