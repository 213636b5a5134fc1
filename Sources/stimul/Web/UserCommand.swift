import ArgumentParser
import Company
import Credentials
import Foundation
import Identity
internal import Messages
import Payroll
import Periods
import Storage

/// `stimul user`: who signs in to the server, and who may do what.
struct UserCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: .said(
            en: "Let people sign in to 'stimul serve', and give them roles.",
            ru: "Разрешить людям вход в «stimul serve» и дать им роли."),
        discussion: .said(
            en: """
                The first administrator is made here; everything else he does in his browser.

                  stimul user add acme dina --by dina                        prints the address to set a password by
                  stimul user grant acme dina administrator --reason 'keeps the system' --by dina
                  stimul user list acme
                """,
            ru: """
                Первого администратора заводят здесь; всё остальное он делает в браузере.

                  stimul user add acme dina --by dina                        показывает адрес, где задать пароль
                  stimul user grant acme dina administrator --reason 'ведёт систему' --by dina
                  stimul user list acme
                """),
        subcommands: [
            UserAdd.self, UserList.self, UserGrant.self, UserAgree.self, UserReset.self, UserToken.self,
        ])
}

/// What the commands of users take.
struct UserOptions: ParsableArguments {
    @OptionGroup var company: CompanyArgument
    @Option(
        help: .said(
            en: "The server's key (default: stimul-server.key in the company folder).",
            ru: "Ключ сервера (по умолчанию stimul-server.key в папке компании)."), completion: .file())
    var key: String?
    @OptionGroup var options: CommonOptions

    var console: Console { options.console }

    /// The company and who signs in.
    func opened() throws -> (session: PayrollSession, accounts: Accounts) {
        let session = try PayrollSession(company.company, options)
        let words = [session.model.name.ru, session.model.name.en]
        let accounts = try console.letting {
            try ServerFiles(company: company.company, key: key).accounts(words: words)
        }
        return (session, accounts)
    }

    /// A user by the name he signs in with, or as a person.
    func user(_ name: String, _ accounts: Accounts) throws -> User {
        let users = try console.letting { try accounts.users() }
        if let user = users.first(where: { $0.name == name.lowercased() || $0.person == name }) { return user }
        console.fail(AccessRefusal.noSuchUser.text)
        throw ExitStatus.faults
    }

    /// Says the address to set a password by.
    func tell(_ invitation: Invitation, origin: String) {
        console.print(
            LocalizedText(
                en: "\(invitation.user.name) sets a password within 24 hours, once, at:",
                ru: "\(invitation.user.name): пароль задаётся в течение 24 часов, один раз, по ссылке:")[
                    options.language])
        console.print("\(origin)/activate/\(invitation.token.shown.revealed)")
    }
}

/// The address that people type.
struct OriginOption: ParsableArguments {
    @Option(
        help: .said(en: "The address of the server as people type it.", ru: "Адрес сервера, который набирают люди."))
    var origin = "http://127.0.0.1:8080"
}

/// `stimul user add`: lets a person of the company sign in.
struct UserAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: .said(
            en: "Let a person sign in, and print the address to set a password by.",
            ru: "Разрешить сотруднику вход и показать адрес, где задать пароль."))

    @OptionGroup var common: UserOptions
    @Argument(help: .said(en: "The person, by the identifier or the name.", ru: "Сотрудник: идентификатор или имя."))
    var person: String
    @Option(
        help: .said(
            en: "The name to sign in with (default: the person's identifier).",
            ru: "Имя для входа (по умолчанию идентификатор сотрудника)."))
    var name: String?
    @OptionGroup var origin: OriginOption
    @OptionGroup var actor: ActorOption

    func run() throws {
        let (session, accounts) = try common.opened()
        let person = try session.person(self.person)
        let principal = try session.principal(actor.actor)
        let invitation = try common.console.letting {
            try accounts.invite(name ?? person, person: person, by: principal)
        }
        common.tell(invitation, origin: origin.origin)
    }
}

/// `stimul user list`: everybody who signs in, with his roles.
struct UserList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .said(
            en: "Print who signs in, in which state and with which roles.",
            ru: "Показать, кто входит, в каком состоянии и с какими ролями."))

    @OptionGroup var common: UserOptions

    func run() throws {
        let (session, accounts) = try common.opened()
        let language = common.options.language
        func word(_ en: EnglishText, _ ru: RussianText) -> String { LocalizedText(en: en, ru: ru)[language] }
        var table = TextTable(
            [
                word("name", "имя"), word("person", "сотрудник"), word("state", "состояние"), word("roles", "роли"),
                word("second step", "второй шаг"),
            ], amountColumns: [])
        let (users, grants) = try common.console.letting {
            (try accounts.users(), try Grants(in: session.cycle.workspace).all())
        }
        for user in users {
            let roles = grants.filter { $0.user == user.id && $0.state != .refused }.map { grant in
                let waits = grant.state == .proposed ? " (\(word("waits", "ждёт")) \(grant.key))" : ""
                return "\(grant.role.rawValue) \(grant.days.from)..\(grant.days.until)\(waits)"
            }
            table.add([
                user.name, user.person, user.state.rawValue, roles.joined(separator: ", "),
                user.hasSecondFactor ? word("yes", "да") : word("no", "нет"),
            ])
        }
        common.console.print(table.text)
    }
}

/// `stimul user grant`: gives a role for some days.
struct UserGrant: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant",
        abstract: .said(
            en: "Give a role: head, analyst, finance, executive, auditor or administrator.",
            ru: "Дать роль: head, analyst, finance, executive, auditor или administrator."),
        discussion: .said(
            en: """
                finance, executive and administrator hold once somebody else has agreed ('stimul user agree'), but for the
                first administrator of a company.
                """,
            ru: """
                finance, executive и administrator действуют, когда согласится другой человек («stimul user agree»), кроме первого \
                администратора компании.
                """))

    @OptionGroup var common: UserOptions
    @Argument(
        help: .said(
            en: "The user, by the name to sign in with or as a person.",
            ru: "Пользователь: имя для входа или сотрудник."))
    var user: String
    @Argument(help: .said(en: "The role.", ru: "Роль."))
    var role: String
    @Option(help: .said(en: "From which day (default: today).", ru: "С какого дня (по умолчанию с сегодняшнего)."))
    var from: String?
    @Option(
        help: .said(
            en: "Until which day, which is not included (default: a year later).",
            ru: "До какого дня, не включая его (по умолчанию на год)."))
    var until: String?
    @Option(help: .said(en: "Why.", ru: "Почему."))
    var reason: String
    @OptionGroup var actor: ActorOption

    func run() throws {
        let (session, accounts) = try common.opened()
        let today = CivilDay(number: Int32(ServerFiles.clock().seconds / 86_400))
        let principal = try session.principal(actor.actor)
        let user = try common.user(self.user, accounts)
        guard let role = Role(rawValue: role), role != .employee else {
            throw common.options.wrong(
                LocalizedText(
                    en:
                        "'\(self.role)' is no role that is given: head, analyst, finance, executive, auditor, administrator",
                    ru: "роли «\(self.role)» нет: head, analyst, finance, executive, auditor, administrator"))
        }
        let first = try day(from) ?? today
        let last = try day(until) ?? first.adding(days: 365) ?? .latest
        guard let days = DayRange(from: first, until: last) else { throw wrongDay(until ?? "") }
        let grant = try common.console.letting {
            try Grants(in: session.cycle.workspace)
                .give(role, to: user, on: days, by: principal, reason: reason, today: today)
        }
        let told =
            grant.state == .given
            ? LocalizedText(en: "\(user.name) is \(role.rawValue)", ru: "\(user.name): роль «\(role.rawValue)»")
            : LocalizedText(
                en: "proposed; somebody else must agree: stimul user agree … \(grant.key)",
                ru: "предложено; согласиться должен кто-то другой: stimul user agree … \(grant.key)")
        common.console.print(told[common.options.language])
    }

    private func day(_ text: String?) throws -> CivilDay? {
        guard let text else { return nil }
        guard let day = CivilDay(parsing: text) else { throw wrongDay(text) }
        return day
    }

    private func wrongDay(_ text: String) -> ValidationError {
        common.options.wrong(
            LocalizedText(
                en: "'\(text)' is no such day; write 2026-11-28", ru: "«\(text)»: нет такого дня; напишите 2026-11-28"))
    }
}

/// `stimul user agree`: agrees to a role that somebody else has proposed.
struct UserAgree: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agree",
        abstract: .said(
            en: "Agree to a role that somebody else has proposed.",
            ru: "Согласиться с ролью, которую предложил другой человек."))

    @OptionGroup var common: UserOptions
    @Argument(
        help: .said(
            en: "The key of the proposal, as 'stimul user list' prints it.",
            ru: "Ключ предложения, как его показывает «stimul user list»."))
    var grant: String
    @OptionGroup var actor: ActorOption

    func run() throws {
        let (session, _) = try common.opened()
        let principal = try session.principal(actor.actor)
        let given = try common.console.letting {
            try Grants(in: session.cycle.workspace).agree(to: grant, by: principal)
        }
        common.console.print(
            LocalizedText(
                en: "\(given.person) is \(given.role.rawValue)", ru: "\(given.person): роль «\(given.role.rawValue)»")[
                    common.options.language])
    }
}

/// `stimul user reset`: another address to set a password by.
struct UserReset: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset",
        abstract: .said(
            en: "Print another address to set a password by; the earlier one ends.",
            ru: "Показать новый адрес, где задать пароль; прежний перестаёт действовать."))

    @OptionGroup var common: UserOptions
    @Argument(
        help: .said(
            en: "The user, by the name to sign in with or as a person.",
            ru: "Пользователь: имя для входа или сотрудник."))
    var user: String
    @OptionGroup var origin: OriginOption
    @OptionGroup var actor: ActorOption

    func run() throws {
        let (session, accounts) = try common.opened()
        let principal = try session.principal(actor.actor)
        let user = try common.user(self.user, accounts)
        let invitation = try common.console.letting { try accounts.resetPassword(of: user.id, by: principal) }
        common.tell(invitation, origin: origin.origin)
    }
}
