public import Periods

/// What a call has to be to count as one that we made of our own accord.
public struct CallRule: Hashable, Sendable {
    /// The least power of the contact on that day.
    public var power: Int
    /// The least length, where it is known.
    public var minutes: Int
    /// Working days after the client's own message or claim in which our call is an answer.
    public var replyDays: Int

    /// Power 5, 3 minutes, 2 working days, unless told otherwise.
    public init(power: Int = 5, minutes: Int = 3, replyDays: Int = 2) {
        (self.power, self.minutes, self.replyDays) = (power, minutes, replyDays)
    }

    /// Why a touch does not count.
    public enum Miss: String, Hashable, Sendable, CaseIterable {
        /// The client came to us, or it was not of our own accord.
        case notProactive = "not-proactive"
        /// Nothing was told.
        case noMessage = "no-message"
        /// The contact is unknown, gone, or decides too little.
        case noPower = "no-power"
        /// Too short.
        case tooShort = "too-short"
        /// The client had asked or complained shortly before.
        case answer
        /// Typed in, and confirmed by nobody.
        case unconfirmed
    }

    /// Why a touch does not count; nil for one that does.
    ///
    /// - Parameters:
    ///   - contacts: the client's contacts by number.
    ///   - asked: days of the client's own messages and claims, in rising order.
    public func miss(
        _ touch: Touch, contacts: [Key<Contact>: Contact], asked: [CivilDay], _ calendar: WorkingCalendar
    ) -> Miss? {
        let day = touch.at.day
        guard touch.direction == .out, touch.purpose == .proactive else { return .notProactive }
        guard touch.message != nil else { return .noMessage }
        guard let contact = touch.contact.flatMap({ contacts[$0] }), contact.days.contains(day),
            contact.client == touch.client, contact.power.value >= power
        else { return .noPower }
        guard touch.minutes.map({ $0 >= minutes }) ?? true else { return .tooShort }
        guard touch.source != .entered else { return .unconfirmed }
        if let last = asked.last(where: { $0 <= day }),
            let end = calendar.adding(workingDays: max(replyDays, 0), to: last), day <= end
        {
            return .answer
        }
        return nil
    }

    /// The days on which a client was called of our own accord, in rising order, each once.
    ///
    /// - Parameter claims: days on which the client complained; his messages are among the touches.
    public func days(
        _ touches: [Touch], of client: Key<Client>, contacts: [Key<Contact>: Contact], claims: [CivilDay] = [],
        _ calendar: WorkingCalendar
    ) -> [CivilDay] {
        let own = touches.filter { $0.client == client }
        let asked = (own.filter { $0.direction == .in }.map(\.at.day) + claims).sorted()
        let counting = own.filter { miss($0, contacts: contacts, asked: asked, calendar) == nil }
        return Set(counting.map(\.at.day)).sorted()
    }
}
