import AccountRows
import Accounts
import Messages

extension StepRequest {
    /// The contact that was given, who is one of the client.
    func contact(of client: Key<Client>, _ name: String = "contact") throws(Refusal) -> Key<Contact>? {
        guard let contact: Key<Contact> = key(name) else { return nil }
        guard book.client(of: contact) == client else {
            throw .unknownName(
                field(name), contact.text, among: AccountSteps.known(.contact, of: client, in: book, on: today))
        }
        return contact
    }

    func neededContact(of client: Key<Client>) throws(Refusal) -> Key<Contact> {
        guard let contact = try contact(of: client) else { throw .emptyField(field("contact")) }
        return contact
    }
}
