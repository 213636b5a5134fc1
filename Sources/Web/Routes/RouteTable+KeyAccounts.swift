internal import HTTPTypes
internal import Pages

extension RouteTable {
    /// Key account work.
    static let accounts: [Route] = [
        .accounts(.get, "/week", KeyAccountWords.week, WeekHandler.show),
        .accounts(.get, "/accounts", KeyAccountWords.accounts, AccountListHandler.show),
    ]
}
