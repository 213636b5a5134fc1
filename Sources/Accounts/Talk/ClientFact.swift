public import Messages
public import Periods

/// The life of something heard about a client.
public enum FactState: String, LifeState {
    /// Somebody told us.
    case heard
    /// Two contacts agree.
    case supported
    /// Enough of the client's functions agree.
    case confirmed
    /// It was told to the line.
    case reported
    /// Somebody at the client says otherwise.
    case contradicted
    /// It is known who was right.
    case resolved
    /// It was true once.
    case expired

    /// heard → supported → confirmed → reported; contradicted → resolved; expired from any but the last.
    public var next: [FactState] {
        switch self {
        case .heard: [.supported, .contradicted, .expired]
        case .supported: [.confirmed, .contradicted, .expired]
        case .confirmed: [.reported, .contradicted, .expired]
        case .reported: [.contradicted, .expired]
        case .contradicted: [.resolved, .expired]
        case .resolved, .expired: []
        }
    }

    /// The state in words.
    public var words: LocalizedText {
        switch self {
        case .heard: LocalizedText(en: "heard", ru: "услышан")
        case .supported: LocalizedText(en: "supported", ru: "поддержан")
        case .confirmed: LocalizedText(en: "confirmed", ru: "подтверждён")
        case .reported: LocalizedText(en: "reported", ru: "доложен")
        case .contradicted: LocalizedText(en: "contradicted", ru: "оспорен")
        case .resolved: LocalizedText(en: "resolved", ru: "разрешён")
        case .expired: LocalizedText(en: "expired", ru: "устарел")
        }
    }
}

/// What one person at the client said about a fact.
public struct FactSource: Hashable, Sendable {
    /// Who.
    public let contact: Key<Contact>
    /// From which function of the client.
    public let function: Key<ClientFunction>
    /// When.
    public let day: CivilDay
    /// Yes, no, or taken back.
    public let says: Answer

    /// What somebody says.
    public enum Answer: String, Hashable, Sendable, CaseIterable {
        /// It is so.
        case yes
        /// It is not.
        case no
        /// He no longer says anything about it.
        case withdrawn
    }

    /// A source.
    public init(_ contact: Key<Contact>, of function: Key<ClientFunction>, on day: CivilDay, says: Answer = .yes) {
        (self.contact, self.function, self.day, self.says) = (contact, function, day, says)
    }
}

/// What the sources of a fact make of it on a day.
///
/// Confirmed: three functions of the client agree, or two functions and four people, within 60 days, and nobody was
/// against in the last 30. A person counts once, with what he said last.
public struct FactCheck: Hashable, Sendable {
    /// People who agree, within 60 days.
    public let agreeing: Set<Key<Contact>>
    /// Their functions.
    public let functions: Set<Key<ClientFunction>>
    /// People who were against in the last 30 days.
    public let against: Set<Key<Contact>>

    /// The sources seen from a day.
    public init(_ sources: [FactSource], on day: CivilDay, within days: Int = 60, noneAgainst quiet: Int = 30) {
        var last: [Key<Contact>: FactSource] = [:]
        for source in sources where source.day <= day && source.day >= last[source.contact]?.day ?? .earliest {
            last[source.contact] = source
        }
        let fresh = last.values.filter { $0.says == .yes && $0.day.days(until: day) <= days }
        agreeing = Set(fresh.map(\.contact))
        functions = Set(fresh.map(\.function))
        against = Set(last.values.filter { $0.says == .no && $0.day.days(until: day) <= quiet }.map(\.contact))
    }

    /// Two people agree and nobody is against.
    public var isSupported: Bool { agreeing.count >= 2 && against.isEmpty }

    /// Enough functions agree and nobody is against.
    public var isConfirmed: Bool {
        guard against.isEmpty else { return false }
        return functions.count >= 3 || (functions.count >= 2 && agreeing.count >= 4)
    }

    /// What would confirm it.
    public var lacking: LocalizedText? {
        if isConfirmed { return nil }
        if !against.isEmpty {
            let names = against.sorted().map(\.text).joined(separator: ", ")
            return LocalizedText(en: "ask \(names) again: against", ru: "спросите снова: \(names) против")
        }
        return LocalizedText(en: "ask another function of the client", ru: "спросите другую службу клиента")
    }

    /// Nothing is reported to the line before it is confirmed.
    public func requireConfirmed(_ place: String) throws(Refusal) {
        guard let lacking else { return }
        throw Refusal(
            "not-confirmed",
            LocalizedText(
                en: "\(place): \(agreeing.count) people of \(functions.count) functions agree",
                ru: "\(place): согласны \(agreeing.count), служб — \(functions.count)"),
            remedy: lacking)
    }
}
