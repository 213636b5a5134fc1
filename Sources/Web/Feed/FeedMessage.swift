internal import Periods

/// What a feed says: that something has changed and whose it is, never a figure. Whoever reads it asks for the page again, with the
/// rights of then.
struct FeedMessage: Sendable, Equatable {
    /// What has happened.
    enum Kind: String, Sendable {
        /// The feed begins; says where it stands.
        case begun
        /// Somebody's pay is another one.
        case pay
        /// More has happened than is told: the page asks anew.
        case reload
        /// The session has ended.
        case ended
        /// The server stops; another one will answer.
        case restart
    }

    let kind: Kind
    /// Where the feed stands: the version of the rows, and a number that rises with every message.
    let id: String
    /// Whose pay, by identifier; nil for anybody's.
    var people: [String]?
    /// Of which pay periods; nil for any.
    var periods: [String]?

    /// As the stream carries it (`text/event-stream`).
    var text: String {
        var members: [String: JSONValue] = [:]
        if let people { members["people"] = .list(people.map { .text($0) }) }
        if let periods { members["periods"] = .list(periods.map { .text($0) }) }
        // A value is one line; a line feed in it is written as an escape.
        let data = String(decoding: JSONValue.object(members).bytes.dropLast(), as: UTF8.self)
        return "event: \(kind.rawValue)\nid: \(id)\ndata: \(data)\n\n"
    }

    /// What keeps a connection from looking idle.
    static let comment = ":\n\n"
    /// After how many milliseconds a browser comes back.
    static let retry = "retry: 3000\n\n"
    /// More people than these are told as anybody.
    static let mostPeople = 100
}
