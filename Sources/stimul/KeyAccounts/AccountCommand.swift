import AccountRows
import Accounts
import ArgumentParser
import Company
import Foundation
internal import Messages
import Payroll
import Periods

/// `stimul account`: the book of key accounts, for whoever looks after them.
struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: .said(
            en: "Look after key accounts: whom to call, what was promised, what needs somebody.",
            ru: "Вести ключевых клиентов: кому позвонить, что обещано, где нужен человек."),
        discussion: .said(
            en: """
                From the tables of key account work ('accounts' in the company's text), as they were known on a day.

                  stimul account week acme --of anna                 what Anna does this week
                  stimul account list acme --of anna                 her accounts, the most pressing first
                  stimul account show acme c034                      one client on one page
                  stimul account radar acme --day 2026-10-15         what needs somebody, with its rows
                  stimul account select acme                         how departments choose key accounts
                  stimul account steps acme promise p0077 --by anna  what Anna may do with a promise
                  stimul account do acme promise.done p0077 --by anna
                  stimul account learning acme --of anna             what she can do, and what comes next
                  stimul account job acme kam                        what the position is there for

                'radar' exits with 1 when something is to be done today.
                """,
            ru: """
                Из таблиц работы с ключевыми клиентами («accounts» в тексте компании), как они были известны в этот день.

                  stimul account week acme --of anna                 что Анна делает на этой неделе
                  stimul account list acme --of anna                 её клиенты, самые срочные первыми
                  stimul account show acme c034                      один клиент на одной странице
                  stimul account radar acme --day 2026-10-15         где нужен человек, со строками таблиц
                  stimul account select acme                         как службы отбирают ключевых клиентов
                  stimul account steps acme promise p0077 --by anna  что Анна может сделать с обещанием
                  stimul account do acme promise.done p0077 --by anna
                  stimul account learning acme --of anna             что Анна умеет и что дальше
                  stimul account job acme kam                        для чего эта должность

                Код выхода «radar» — 1, если что-то надо сделать сегодня.
                """),
        subcommands: [
            AccountWeekCommand.self, AccountListCommand.self, AccountShowCommand.self, AccountRadarCommand.self,
            AccountSelectCommand.self, AccountStepsCommand.self, AccountDoCommand.self,
            AccountSelectCommand.self, AccountLearningCommand.self, AccountJobCommand.self,
        ])
}

/// What the commands of key accounts take.
struct AccountOptions: ParsableArguments {
    @OptionGroup var company: CompanyArgument
    @Option(
        help: .said(
            en: "The day from which it is seen (default: today).",
            ru: "День, на который смотреть (по умолчанию сегодня)."))
    var day: String?
    @Option(help: .said(en: "table, csv or json.", ru: "table, csv или json."))
    var format: RecordFormat = .table
    @OptionGroup var options: CommonOptions

    var console: Console { options.console }

    /// The company with its book of key accounts, and the day.
    func opened() async throws -> AccountDesk {
        let day = try seenFrom()
        let model = try await console.asked(company.company).model
        guard let book = model.accountBook else {
            console.fail(
                LocalizedText(
                    en: "this company keeps no book of key accounts: its text has no section 'accounts'",
                    ru: "эта компания не ведёт ключевых клиентов: в её тексте нет раздела «accounts»"))
            throw ExitStatus.faults
        }
        return AccountDesk(book: book, model: model, day: day, language: options.language)
    }

    private func seenFrom() throws -> CivilDay {
        guard let text = day else { return Self.today }
        guard let day = CivilDay(parsing: text) else {
            throw options.wrong(
                LocalizedText(
                    en: "there is no day '\(text)'; write 2026-10-15", ru: "дня «\(text)» не бывает; пишите 2026-10-15")
            )
        }
        return day
    }

    /// The day on the clock of this machine.
    static var today: CivilDay {
        let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
        return CivilDay(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1) ?? .earliest
    }

    /// The identifier of one of the company's people.
    func person(_ written: String, _ desk: AccountDesk) throws -> Key<Person> {
        Key(try options.person(written, of: desk.model))
    }
}
