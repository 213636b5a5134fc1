public import AccountRows
public import Accounts
public import Periods

extension AccountSteps {
    /// The identifiers that a field may name, in order: what a form offers.
    ///
    /// - Parameter client: of whom, where that narrows them; `nil` for all.
    public static func known(
        _ subject: StepField.Subject, of client: Key<Client>?, in book: AccountBook, on day: CivilDay
    ) -> [String] {
        switch subject {
        case .client: book.records.keys.map(\.text).sorted()
        case .contact: contacts(of: client, in: book, on: day)
        case .person:
            book.source.people.filter { book.source.workplace(of: $0, on: day) != nil }.map(\.text).sorted()
        case .touch: ids("touch", of: client, in: book)
        case .meeting: ids("meeting", of: client, in: book)
        case .promise: ids("commitment", of: client, in: book)
        case .plan: ids("account_plan", of: client, in: book)
        case .goal: goals(of: client, in: book)
        case .round: ids("round", of: nil, in: book)
        case .rung: book.rules.ladder?.rungs.map(\.id.text) ?? []
        case .piece: pieces(of: nil, in: book)
        case .rival: ids("rival", of: nil, in: book)
        case .factor: book.rules.factors.map(\.id.text)
        case .selection: book.rules.selections.keys.sorted()
        case .criterion: Set(book.rules.selections.values.flatMap { $0.criteria.map(\.id.text) }).sorted()
        case .department: book.rules.departments.keys.map(\.text).sorted()
        case .function: book.rules.functions.map(\.text).sorted()
        case .tier: book.rules.tiers.keys.sorted()
        case .training: ids("training", of: nil, in: book)
        }
    }

    /// The pieces of evidence of rungs that a document shows.
    static func pieces(of rung: String?, in book: AccountBook) -> [String] {
        let places = book.rules.proofs.filter { place, proof in
            guard case .document = proof else { return false }
            return rung == nil || place.rung.text == rung
        }
        return Set(places.keys.map(\.evidence.text)).sorted()
    }

    private static func ids(_ kind: String, of client: Key<Client>?, in book: AccountBook) -> [String] {
        book.rows(kind).filter { row in client.map { row.key("client") == $0 } ?? true }.map(\.id).sorted()
    }

    private static func contacts(of client: Key<Client>?, in book: AccountBook, on day: CivilDay) -> [String] {
        book.rows("contact").filter { row in
            (client.map { row.key("client") == $0 } ?? true) && row.day("until").map { day < $0 } ?? true
        }.map(\.id).sorted()
    }

    private static func goals(of client: Key<Client>?, in book: AccountBook) -> [String] {
        let plans = client.map { Set(ids("account_plan", of: $0, in: book)) }
        return book.rows("plan_goal").filter { row in plans.map { $0.contains(row.text("plan") ?? "") } ?? true }
            .map(\.id).sorted()
    }
}
