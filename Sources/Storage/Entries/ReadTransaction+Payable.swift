internal import Ledger

/// What became payable to somebody in a period.
public struct PersonPayable: Sendable, Hashable {
    /// The pay period.
    public var period: String
    /// The person's identifier.
    public var person: String
    /// In minor units; below zero where more was taken back than given.
    public var amount: Int64
}

extension ReadTransaction {
    /// What the posted entries of all periods made payable to whom, by period and person.
    public func payableByPerson() throws(StorageFailure) -> [PersonPayable] {
        try connection.rows(
            """
            SELECT period, person,
                sum(CASE WHEN to_account = 'payable' THEN amount WHEN from_account = 'payable' THEN -amount ELSE 0 END)
            FROM entries WHERE cause <> 'payment' GROUP BY period, person ORDER BY period, person
            """
        ) { PersonPayable(period: $0.text(0), person: $0.text(1), amount: $0.integer(2)) }
    }
}
