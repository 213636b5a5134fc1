internal import AccountRows
internal import Accounts
internal import Company
internal import Credentials
internal import Messages
internal import Payroll
internal import Periods

/// Key account work as far as a reader sees it, on a day.
struct AccountSight: Sendable {
    /// The book, with names and figures in the reader's language.
    let desk: AccountDesk
    /// The reader.
    let person: Key<Person>
    /// How far he sees: what he looks after, what his people do, or everything.
    let reach: Reach
    /// Now, on the clock of the server: what is written says this time, whatever day is looked at.
    let now: CivilMoment
    /// Whether the day is another one than today, so that addresses have to carry it.
    let isAnotherDay: Bool

    /// - Throws: What is said of a page that there is not, for a company without a book and a day that is none.
    init(_ asked: Asked, _ reader: Reader) async throws {
        guard let reach = reader.rights[.seeAccounts], let shown = try await asked.site.books.shown(asked.site.company)
        else { throw Problem.absent }
        let today = asked.site.today
        var day = today
        if let text = asked.query["day"] {
            guard let named = CivilDay(parsing: text) else { throw Problem.absent }
            day = named
        }
        desk = AccountDesk(book: shown.book, model: shown.model, day: day, language: asked.language.ofTexts)
        let minute = Int(asked.site.clock().seconds % 86_400 / 60)
        guard let now = CivilMoment(day: today, minute: minute) else { throw Problem.absent }
        (person, self.reach, self.now, isAnotherDay) = (Key(reader.person), reach, now, day != today)
    }

    /// The book.
    var book: AccountBook { desk.book }
    /// The day.
    var day: CivilDay { desk.day }

    /// Whether the reader sees what somebody does: his own, that of his people, or everybody's.
    func mayLook(at other: Key<Person>) -> Bool {
        switch reach {
        case .own: other == person
        case .team: book.isInLine(other, of: person, on: day)
        case .all: true
        }
    }

    /// Whether the reader sees a client.
    func sees(_ client: Key<Client>) -> Bool {
        guard book.records[client]?.standing(on: day) != nil else { return false }
        switch reach {
        case .own: return isInTeam(of: client)
        case .team: return book.isInTeam(person, of: client, on: day)
        case .all: return true
        }
    }

    /// Whether he has a role with the client himself.
    func isInTeam(of client: Key<Client>) -> Bool { book.team(of: client, on: day).contains(person) }

    /// Whose work the reader may look at besides his own, those with clients of their own.
    var people: [Key<Person>] {
        let managers = Set(
            book.records.values.compactMap { record in
                (record.standing(on: day)?.status.isLookedAfter ?? false) ? record.manager(on: day) : nil
            })
        return managers.filter { $0 != person && mayLook(at: $0) }.sorted()
    }

    /// Whether there is anything for him: clients he has to do with, people who have, or everything.
    var hasSomething: Bool { reach == .all || book.hasToDo(person) || !people.isEmpty }
}

/// A client whom a reader may see.
struct ClientAccount: Sendable {
    /// How far he sees.
    let sight: AccountSight
    /// The client.
    let client: Key<Client>

    /// The client that an address names, itself or by a meeting; `nil` where the reader may see none such.
    init?(_ asked: Asked, _ sight: AccountSight) {
        if let meeting = asked.path["meeting"] {
            let id: Key<Meeting> = Key(meeting)
            // Whoever is on the list of a meeting sees its sheet, whatever else of the client he sees.
            guard let client = sight.book.client(ofMeeting: id),
                sight.sees(client) || sight.book.guests(ofMeeting: id).contains(sight.person)
            else { return nil }
            self.client = client
        } else {
            client = Key(asked.part("client"))
            guard sight.sees(client) else { return nil }
        }
        self.sight = sight
    }
}
