public import Accounts
public import Periods

/// Single objects as they stand, for whoever takes a step with one.
extension AccountBook {
    /// A promise as it stood on a day, to whichever client; `nil` before it was written down.
    public func promise(_ id: Key<Promise>, on day: CivilDay) -> Promise? {
        promiseRows.first { $0.id == id }.flatMap { promise($0, among: promiseRows, on: day) }
    }

    /// The client of a contact.
    public func client(of contact: Key<Contact>) -> Key<Client>? { clientOfContact[contact] }
}
