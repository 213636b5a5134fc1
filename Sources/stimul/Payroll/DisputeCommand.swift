import ArgumentParser
import Ledger
internal import Messages
import Payroll
import Storage

/// `stimul dispute`: somebody objects to his statement.
struct DisputeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dispute",
        abstract: .said(
            en: "Object to somebody's pay, answer an objection, or list them.",
            ru: "Возразить против выплаты, ответить на возражение или перечислить их."),
        discussion: .said(
            en: """
                A period is not approved while one of its disputes is open.

                  stimul dispute acme --person anna --period 2026-03 --text 'sale 14 is mine' --by anna
                  stimul dispute acme --resolve 2 --answer 'credited, calculated again' --by olga
                  stimul dispute acme --list
                """,
            ru: """
                Период не утверждается, пока открыто хоть одно возражение по нему.

                  stimul dispute acme --person anna --period 2026-03 --text 'продажа 14 моя' --by anna
                  stimul dispute acme --resolve 2 --answer 'засчитана, пересчитано' --by olga
                  stimul dispute acme --list
                """))

    @OptionGroup var company: CompanyArgument
    @Flag(help: .said(en: "List all disputes.", ru: "Перечислить все возражения."))
    var list = false
    @Option(help: .said(en: "Whose pay.", ru: "Чья выплата."))
    var person: String?
    @Option(help: .said(en: "The pay period, for instance 2026-03.", ru: "Расчётный период, например 2026-03."))
    var period: String?
    @Option(help: .said(en: "What is wrong.", ru: "Что неверно."))
    var text: String?
    @Option(
        help: .said(en: "The number of the dispute that is answered.", ru: "Номер возражения, на которое даётся ответ.")
    )
    var resolve: Int64?
    @Option(help: .said(en: "The answer.", ru: "Ответ."))
    var answer: String?
    @Option(
        name: .customLong("by"),
        help: .said(en: "Who does this: a person's identifier.", ru: "Кто это делает: идентификатор сотрудника."))
    var actor: String?
    @OptionGroup var options: CommonOptions

    func validate() throws {
        let opens = person != nil || period != nil || text != nil
        let answers = resolve != nil || answer != nil
        guard [list, opens, answers].count(where: { $0 }) < 2 else {
            throw options.wrong(
                LocalizedText(
                    en: "open a dispute, answer one, or list them: one at a time",
                    ru: "откройте возражение, ответьте или покажите список — что-то одно"))
        }
        if list { return }
        if answers {
            _ = try options.needed(resolve, "--resolve")
            _ = try options.needed(answer, "--answer")
        } else {
            _ = try options.needed(person, "--person")
            _ = try options.needed(period, "--period")
            _ = try options.needed(text, "--text")
        }
        _ = try options.needed(actor, "--by")
    }

    func run() throws {
        let session = try PayrollSession(company.company, options)
        if list { return try show(session) }
        let principal = try session.principal(try options.needed(actor, "--by"))
        if let resolve { return try self.resolve(resolve, by: principal, session) }
        let person = try session.person(try options.needed(person, "--person"))
        let period = try session.period(try options.needed(period, "--period"))
        let text = try options.needed(text, "--text")
        let (number, state) = try session.console.stopping {
            let number = try session.cycle.dispute(person, period: period, text: text, by: principal)
            return (number, try session.cycle.overview().first { $0.life.period == period }?.life.state)
        }
        let isApproved = [.approved, .paid, .closed].contains(state)
        let opened = LocalizedText(
            en: "dispute \(number) of \(person) over \(period) is open",
            ru: "возражение \(number), \(person), \(period) открыто")
        let follows = isApproved ? afterApproval(period) : beforeApproval(period)
        session.print(LocalizedText(en: "\(opened.en); \(follows.en)", ru: "\(opened.ru); \(follows.ru)"))
    }

    private func beforeApproval(_ period: String) -> LocalizedText {
        LocalizedText(
            en: "\(period) is not approved before it is answered", ru: "пока на него не ответят, \(period) не утвердить"
        )
    }

    private func afterApproval(_ period: String) -> LocalizedText {
        LocalizedText(
            en: "\(period) is approved already, so what it changes is paid with the open period",
            ru: "\(period) уже утверждён, поэтому исправление войдёт в открытый период")
    }

    private func resolve(_ number: Int64, by principal: Principal, _ session: PayrollSession) throws {
        let answer = try options.needed(answer, "--answer")
        try session.console.stopping { try session.cycle.resolveDispute(number, answer: answer, by: principal) }
        session.print(LocalizedText(en: "dispute \(number) is answered", ru: "на возражение \(number) дан ответ"))
    }

    private func show(_ session: PayrollSession) throws {
        let disputes = try session.console.stopping { try session.cycle.disputes() }
        guard !disputes.isEmpty else {
            return session.print(LocalizedText(en: "there are no disputes", ru: "возражений нет"))
        }
        let header =
            options.language == .ru
            ? ["№", "период", "сотрудник", "возражение", "ответ"] : ["no.", "period", "person", "dispute", "answer"]
        var table = TextTable(header, amountColumns: [])
        let open = LocalizedText(en: "open", ru: "открыто")[options.language]
        for dispute in disputes {
            let answer = dispute.answer.map { "\($0.actor): \($0.text)" }
            table.add(["\(dispute.number)", dispute.period, dispute.person, dispute.text, answer ?? open])
        }
        session.console.print(table.text)
    }
}
