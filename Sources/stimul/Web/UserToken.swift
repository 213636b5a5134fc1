import ArgumentParser
import Credentials
import Identity
internal import Messages
import Payroll
import Periods

/// `stimul user token`: lets a program act in somebody's name.
struct UserToken: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: .said(
            en: "Let a program act in a user's name: prints its token, this once.",
            ru: "Разрешить программе действовать от имени пользователя: показывает токен, один раз."),
        discussion: .said(
            en: """
                A token has some of its user's rights, as he has them when it is used. He sees and ends it on his account page.

                  stimul user token acme lena --name crm --rights import,see_pay --by dina
                """,
            ru: """
                У токена часть прав его пользователя, какие есть у того в момент запроса. Он видит его и отзывает на своей странице.

                  stimul user token acme lena --name crm --rights import,see_pay --by dina
                """))

    @OptionGroup var common: UserOptions
    @Argument(
        help: .said(
            en: "The user, by the name to sign in with or as a person.",
            ru: "Пользователь: имя для входа или сотрудник."))
    var user: String
    @Option(help: .said(en: "What the token is called in the list.", ru: "Название токена в списке."))
    var name: String
    @Option(
        help: .said(
            en: "Its rights, with commas between them: import, see_pay, calculate and the like.",
            ru: "Его права через запятую: import, see_pay, calculate и другие."))
    var rights: String
    @Option(help: .said(en: "For how many days, 366 at most.", ru: "На сколько дней, не больше 366."))
    var days = 90
    @OptionGroup var actor: ActorOption

    func run() throws {
        let (session, accounts) = try common.opened()
        let principal = try session.principal(actor.actor)
        let user = try common.user(self.user, accounts)
        let scopes = try Set(self.rights.split(separator: ",").map { try right(String($0)) })
        let now = ServerFiles.clock()
        let today = CivilDay(number: Int32(now.seconds / 86_400))
        let issued = try common.console.letting {
            let rights = try Grants(in: session.cycle.workspace).rights(of: user.id, on: today)
            return try accounts.issueToken(
                name, to: user, scopes: scopes, until: now.adding(Span.days(Int64(max(0, min(days, 366))))),
                rights: rights, by: principal)
        }
        common.console.print(issued.token.shown.revealed)
    }

    private func right(_ name: String) throws -> Right {
        if let right = Right(rawValue: name) { return right }
        let all = Right.allCases.map(\.rawValue).joined(separator: ", ")
        throw common.options.wrong(
            LocalizedText(en: "'\(name)' is no right: \(all)", ru: "права «\(name)» нет: \(all)"))
    }
}
