public import Periods

/// A person at a client. Name, mail and telephone are kept elsewhere, where they can be erased.
public struct Contact: Hashable, Sendable {
    /// Its number, such as `k0341`.
    public let id: Key<Contact>
    /// Where the person works.
    public let client: Key<Client>
    /// The part of the client's organisation.
    public let function: Key<ClientFunction>?
    /// What part the person has in decisions.
    public let role: Role
    /// How much the person decides.
    public let power: Power
    /// The days on which that is so.
    public let days: DayRange

    /// The part a person has in the client's decisions.
    public enum Role: String, Hashable, Sendable, CaseIterable {
        /// Says yes or no.
        case decides
        /// Signs what others decided.
        case signs
        /// Compares offers.
        case evaluates
        /// Works with what we deliver.
        case uses
        /// Is listened to.
        case influences
        /// Lets others through, or not.
        case gatekeeper
        /// Speaks for us inside.
        case sponsor
    }

    /// A person at a client.
    public init(
        _ id: Key<Contact>, client: Key<Client>, function: Key<ClientFunction>?, role: Role = .influences, power: Power,
        days: DayRange = .always
    ) {
        (self.id, self.client, self.function, self.role, self.power) = (id, client, function, role, power)
        self.days = days
    }
}
