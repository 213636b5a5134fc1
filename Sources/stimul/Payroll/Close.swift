import ArgumentParser
internal import Messages
import Payroll

/// `stimul close`: a paid period is finished.
struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .said(
            en: "Close a paid period; what comes later is posted in a later one.",
            ru: "Закрыть выплаченный период; всё более позднее попадёт в следующий."))

    @OptionGroup var company: CompanyArgument
    @OptionGroup var period: PayPeriodOption
    @OptionGroup var actor: ActorOption
    @OptionGroup var options: CommonOptions

    func run() throws {
        let session = try PayrollSession(company.company, options)
        let name = try session.period(period.period)
        let principal = try session.principal(actor.actor)
        try session.console.stopping { try session.cycle.close(name, by: principal) }
        session.print(LocalizedText(en: "\(name) is closed", ru: "\(name) закрыт"))
    }
}

/// `stimul reopen`: a calculation is withdrawn, or a posted period is calculated again.
struct Reopen: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .said(
            en: "Open a period again, with a reason; what was posted stays.",
            ru: "Открыть период снова, с указанием причины; проводки остаются."),
        discussion: .said(
            en: "When a later period is posted already, its corrections go into the open one: just calculate that.",
            ru: "Если более поздний период уже проведён, исправления попадут в открытый: достаточно рассчитать его."))

    @OptionGroup var company: CompanyArgument
    @OptionGroup var period: PayPeriodOption
    @Option(help: .said(en: "Why.", ru: "Почему."))
    var reason: String
    @OptionGroup var actor: ActorOption
    @OptionGroup var options: CommonOptions

    func run() throws {
        let session = try PayrollSession(company.company, options)
        let name = try session.begunPeriod(period.period)
        let principal = try session.principal(actor.actor)
        try session.console.stopping { try session.cycle.reopen(name, reason: reason, by: principal) }
        session.print(
            LocalizedText(
                en: "\(name) is open again; next: stimul calculate",
                ru: "\(name) снова открыт; дальше: stimul calculate"))
    }
}
