public import Accounts

extension AccountBook {
    /// Everybody at the clients whom the rows know, by number; of two rows of one number the first.
    public func contactsByKey() -> [Key<Contact>: Contact] {
        var reader = RowReader(source)
        return Dictionary(reader.contacts().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The consents that stand in the company's table.
    public var enteredConsents: [Consent] { consents }
}
