internal import AccountRows
internal import AccountSteps
internal import Accounts
internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods

/// What all pages of key account work share: their addresses, which carry the day, and the ways between them.
struct AccountPages {
    let asked: Asked
    let sight: AccountSight
    /// The reader with the positions that he holds.
    let actor: StepActor

    init(_ asked: Asked, _ sight: AccountSight) {
        (self.asked, self.sight) = (asked, sight)
        actor = StepActor(sight.person.text, in: sight.desk.model, on: asked.site.today)
    }

    var desk: AccountDesk { sight.desk }
    var book: AccountBook { sight.book }
    var day: CivilDay { sight.day }
    var language: PageLanguage { asked.language }

    func word(_ words: Words) -> String { words[language] }

    // MARK: Addresses

    /// An address that carries the day where it is another one than today.
    func address(
        _ parts: [String], _ query: [(name: String, value: String)] = [], fragment: Identifier? = nil
    ) -> Address {
        let day = sight.isAnotherDay ? [(name: "day", value: day.description)] : []
        return Addresses.of(parts, query: query + day, fragment: fragment)
    }

    func client(_ client: Key<Client>) -> Address? {
        sight.sees(client) ? address(["accounts", client.text]) : nil
    }

    func meeting(_ meeting: Key<Meeting>) -> Address { address(["meetings", meeting.text]) }

    func week(of person: Key<Person>) -> Address {
        address(["week"], person == sight.person ? [] : [(name: "of", value: person.text)])
    }

    /// The ways between the pages.
    var ways: PageSection {
        let here = asked.setting.here.split(separator: "?").first.map(String.init) ?? ""
        var ways: [(words: Words, part: String)] = []
        if book.hasToDo(sight.person) { ways.append((KeyAccountWords.week, "week")) }
        ways += [
            (KeyAccountWords.clients, "accounts"), (KeyAccountWords.radar, "radar"), (KeyAccountWords.rounds, "rounds"),
            (KeyAccountWords.suggestions, "suggestions"), (KeyAccountWords.learning, "learning"),
        ]
        return .links(
            ways.map { words, part in
                NavigationItem(word(words), address([part]), isCurrent: here == "/" + part)
            })
    }

    /// What is said of a step that was just taken, and of another day than today.
    var seenOn: [PageSection] {
        if let done = asked.query["done"], let words = asked.site.books.notice(done, of: sight.person.text) {
            return [.notice(word(words), .gain)]
        }
        guard sight.isAnotherDay else { return [] }
        return [.notice(word(KeyAccountWords.seenOn(desk.day(day))), .info)]
    }

    // MARK: Words

    /// "Wednesday 14 October", short.
    func short(_ day: CivilDay) -> String {
        let names = language == .ru ? Self.russianDays : Self.englishDays
        let name = names.indices.contains(day.weekday.rawValue - 1) ? names[day.weekday.rawValue - 1] : ""
        return "\(name)\u{A0}\(desk.day(day))"
    }

    private static let russianDays = ["пн", "вт", "ср", "чт", "пт", "сб", "вс"]
    private static let englishDays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    func days(_ count: Int) -> String { KeyAccountWords.days.text(count, in: language) }

    /// "Ilina Olga, category": one of the client's people with his part of the organisation.
    func contact(_ key: Key<Contact>) -> String {
        let function = book.text("contact", key.text, "function").map { word(ContactWords.function($0)) }
        return ([desk.contact(key)] + [function].compactMap(\.self)).joined(separator: ", ")
    }
}
