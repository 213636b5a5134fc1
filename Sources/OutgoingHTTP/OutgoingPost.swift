/// A body that is sent to an address of somebody else's, by https, with nothing followed and nothing read but the status.
///
/// To which machines it may speak is asked of the address that the name has led to, when the connection is opened: whoever answers for the
/// name cannot lead it elsewhere between the question and the call.
public struct OutgoingPost: Sendable {
    /// The address.
    public var address: String
    /// The headers.
    public var headers: [(name: String, value: String)]
    /// What is sent.
    public var body: [UInt8]
    /// The most seconds for all of it.
    public var seconds = 15
    /// Whether machines of this network may be spoken to.
    public var allowsPrivate = false
    /// Whether this machine may be spoken to, and without encryption.
    public var allowsPlainLoopback = false

    /// What came of it.
    public enum Outcome: Sendable, Hashable {
        /// It was answered with a status.
        case answered(Int)
        /// It was not answered.
        case failed(Failure)
    }

    /// Why it was not answered.
    public enum Failure: String, Sendable, Hashable, CaseIterable {
        /// The address is none that may be spoken to at all.
        case badAddress = "bad-address"
        /// The name leads to a machine of this network, or to this machine.
        case privateAddress = "private-address"
        /// Nobody knows the name.
        case unknownName = "unknown-name"
        /// Nobody listens there.
        case noConnection = "no-connection"
        /// The certificate is not good for the name, or there is no encryption to agree on.
        case encryption
        /// It took too long.
        case timeout
        /// What came was no answer.
        case noAnswer = "no-answer"
    }

    /// Makes one.
    public init(to address: String, headers: [(name: String, value: String)], body: [UInt8]) {
        self.address = address
        self.headers = headers
        self.body = body
    }

    /// Why an address is none to send to; `nil` for a good one.
    ///
    /// `https` and a host, without a user's name or a fragment; `http` to this machine where that is allowed.
    public var fault: Failure? {
        guard address.utf8.count <= 2_000, address.utf8.allSatisfy({ (33...126).contains($0) }),
            !address.contains("\\"), !address.contains("#")
        else { return .badAddress }
        let halves = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard halves.count >= 3, halves[1].isEmpty, !halves[2].isEmpty, !halves[2].contains("@") else {
            return .badAddress
        }
        if halves[0] == "https:" { return nil }
        let host =
            halves[2].hasPrefix("[") ? halves[2].prefix { $0 != "]" }.dropFirst() : halves[2].prefix { $0 != ":" }
        let isLoopback = host == "127.0.0.1" || host == "localhost" || host == "::1"
        return halves[0] == "http:" && isLoopback && allowsPlainLoopback ? nil : .badAddress
    }
}
