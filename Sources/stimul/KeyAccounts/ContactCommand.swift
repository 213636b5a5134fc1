import AccountRows
import Accounts
import ArgumentParser
import Company
import Foundation
internal import Messages
import Payroll
import Periods
import PersonalFacts
import Storage

/// `stimul contact`: what is known of people at clients beyond their work, with their consent and until its term.
struct ContactCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contact",
        abstract: .said(
            en: "Keep personal facts of clients' people: with consent, for a term, to be erased.",
            ru: "Хранить личные факты о людях клиента: с согласия, на срок, с возможностью стереть."),
        discussion: .said(
            en: """
                A note needs a consent that holds, says what it serves, and is erased by itself: after a year, 90 days after the \
                contact has left, or with the consent. Each look at notes is recorded. Health, politics, religion and private \
                life are refused.

                  stimul contact consent acme k0341 --purpose courtesy --how letter --proof 'letter 17' --by anna
                  stimul contact note acme k0341 --purpose courtesy --by anna     asks for the text
                  stimul contact notes acme k0341 --by anna                       what anna may read
                  stimul contact withdraw acme k0341 --purpose courtesy --by anna erases what rests on it
                  stimul contact forget acme k0341 --by anna                      erases all, prints a certificate
                """,
            ru: """
                Заметке нужно действующее согласие и цель; она стирается сама: через год, через 90 дней после ухода человека от \
                клиента или вместе с согласием. Каждый просмотр записывается. Здоровье, политика, религия и частная жизнь \
                не принимаются.

                  stimul contact consent acme k0341 --purpose courtesy --how letter --proof 'письмо 17' --by anna
                  stimul contact note acme k0341 --purpose courtesy --by anna     спросит текст
                  stimul contact notes acme k0341 --by anna                       что может читать Анна
                  stimul contact withdraw acme k0341 --purpose courtesy --by anna стирает то, что на нём держится
                  stimul contact forget acme k0341 --by anna                      стирает всё и печатает акт
                """),
        subcommands: [
            ContactConsentCommand.self, ContactNoteCommand.self, ContactNotesCommand.self, ContactWithdrawCommand.self,
            ContactForgetCommand.self,
        ])
}

/// What the commands of contacts take.
struct ContactOptions: ParsableArguments {
    @OptionGroup var company: CompanyArgument
    @Argument(
        help: .said(
            en: "The contact, by the identifier or the name.", ru: "Человек у клиента: идентификатор или имя."))
    var contact: String
    @OptionGroup var actor: ActorOption
    @OptionGroup var options: CommonOptions

    var console: Console { options.console }

    /// The company, its personal facts, and what its rows say of contacts today; what has come to its end is erased first.
    func opened() async throws -> ContactDesk {
        let model = try await console.asked(company.company).model
        guard let book = model.accountBook else {
            console.fail(
                LocalizedText(
                    en: "this company keeps no book of key accounts: its text has no section 'accounts'",
                    ru: "эта компания не ведёт ключевых клиентов: в её тексте нет раздела «accounts»"))
            throw ExitStatus.faults
        }
        let person = Key<Person>(try options.person(actor.actor, of: model))
        let workspace = try console.workspace(company.company, creating: true)
        let contacts = ContactsOfDay(book, on: AccountOptions.today)
        let facts = try console.keeping {
            let facts = try PersonalFacts(in: company.company, workspace: workspace, openedBy: person.text)
            _ = try facts.expire(by: person.text, contacts)
            return facts
        }
        return ContactDesk(
            facts: facts, contacts: contacts, contact: Key(try id(model, facts)), person: person,
            desk: AccountDesk(book: book, model: model, day: contacts.day, language: options.language))
    }

    /// The identifier of a contact; one whom the rows know no longer is taken as it is written while anything is kept of him, for he
    /// may still be forgotten.
    private func id(_ model: CompanyModel, _ facts: PersonalFacts) throws -> String {
        let table = model.records("contact")
        let known = table.ids.enumerated().map { KnownName($0.element, table.title(Int32($0.offset))) }
        let what = LocalizedText(en: "contact", ru: "человек у клиента")
        switch NameLookup(what: what, known: known).find(contact) {
        case .found(let id): return id
        case .refused(let text):
            guard try console.keeping({ try facts.keeps(Key(contact)) }) else { throw options.wrong(text) }
            return contact
        }
    }
}

/// The personal facts of one contact, on the day of now.
struct ContactDesk {
    let facts: PersonalFacts
    let contacts: ContactsOfDay
    let contact: Key<Contact>
    let person: Key<Person>
    let desk: AccountDesk
}

extension Console {
    /// Runs a step with personal facts; what is refused is told, and ends the command.
    func keeping<Value>(_ step: () throws -> Value) throws -> Value {
        do { return try step() } catch let refusal as PersonalRefusal {
            fail(refusal.told)
            throw ExitStatus.faults
        } catch {
            return try stopping { throw error }
        }
    }
}

/// What a fact or a consent serves, as it is written.
struct PurposeOption: ParsableArguments {
    @Option(
        help: .said(
            en: "What it serves: courtesy, hospitality (limits of what may be offered) or channel (how to reach him).",
            ru: "Цель: «courtesy» — знаки внимания, «hospitality» — границы гостеприимства, «channel» — способ связи."))
    var purpose: PurposeName
}

/// A purpose on the command line.
enum PurposeName: String, ExpressibleByArgument, CaseIterable {
    case courtesy, hospitality, channel

    var purpose: Consent.Purpose {
        switch self {
        case .courtesy: .courtesy
        case .hospitality: .hospitality
        case .channel: .channel
        }
    }
}
