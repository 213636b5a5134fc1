public import AccountRows
public import Accounts
public import Messages
public import Periods

/// A company's book of key accounts on a day, with the names and figures as a language writes them: what the command line prints
/// and what pages show.
public struct AccountDesk: Sendable {
    /// The book.
    public let book: AccountBook
    /// The company.
    public let model: CompanyModel
    /// The day from which it is seen.
    public let day: CivilDay
    /// The language.
    public let language: Language

    /// A book on a day.
    public init(book: AccountBook, model: CompanyModel, day: CivilDay, language: Language) {
        (self.book, self.model, self.day, self.language) = (book, model, day, language)
    }

    /// One of two wordings.
    public func word(_ en: EnglishText, _ ru: RussianText) -> String { LocalizedText(en: en, ru: ru)[language] }

    /// `Emerald`, or the identifier of a client without a name.
    public func client(_ key: Key<Client>) -> String { title(BuiltInKind.client, key.text) }

    /// The name of one of ours; a dash for nobody.
    public func person(_ key: Key<Person>?) -> String { key.map { title(BuiltInKind.person, $0.text) } ?? "—" }

    /// The name of one of the client's people.
    public func contact(_ key: Key<Contact>) -> String { title("contact", key.text) }

    /// The name of another supplier.
    public func rival(_ key: Key<Rival>) -> String { title("rival", key.text) }

    /// The name of a unit.
    public func unit(_ id: String) -> String {
        model.units.number(of: id).map { model.units.title($0)[language] } ?? id
    }

    private func title(_ kind: String, _ id: String) -> String {
        let table = model.records(kind)
        guard let number = table.number(of: id) else { return id }
        return table.title(number)[language]
    }

    /// A day; a dash for none.
    public func day(_ day: CivilDay?) -> String { day?.text(in: language) ?? "—" }

    /// `c034 Emerald`: the client with what identifies it.
    public func name(_ client: Key<Client>) -> String {
        let title = self.client(client)
        return title == client.text ? title : "\(client) \(title)"
    }
}
