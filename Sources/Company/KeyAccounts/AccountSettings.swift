public import AccountRows

/// What a company's text says of its key accounts: the rules of the book, and where in the company's own kinds sales, returns
/// and claims stand.
public struct AccountSettings: Sendable {
    /// The rules of the book.
    public var rules = AccountRules()
    var trades: [TradeFields] = []
    var claim: ClaimFields?

    /// The fields of a kind of orders or returns.
    struct TradeFields: Sendable {
        let event: Int
        let client: Int
        let amount: Int
        let isOrder: Bool
        var due: Int?
        var paid: Int?
    }

    /// The fields of the kind of claims.
    struct ClaimFields: Sendable {
        let event: Int
        let client: Int
        let opened: Int
        var closed: Int?
        var cause: Int?
    }
}

extension CompanyModel {
    /// The book of key accounts; `nil` for a company that has no section `accounts`.
    public var accountBook: AccountBook? { accountData?.book }

    /// Whether the company keeps a book of key accounts.
    public var keepsAccounts: Bool { accounts != nil }

    /// Whether a figure is over rows or fields that are computed from other rows, which then move it too.
    public var asksForDerivedRows: Bool {
        aggregates.contains { eventKinds[$0.event].dependsOnOthers }
    }

    var accountData: AccountData? {
        accounts.map {
            AccountData(
                settings: $0, kinds: eventKinds, events: events, records: records, organisation: organisation,
                teams: teams, workingCalendar: workingCalendar, calendar: calendar)
        }
    }
}
