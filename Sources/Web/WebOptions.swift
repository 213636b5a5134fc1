internal import HTML

/// How the server is started.
public struct WebOptions: Sendable {
    /// The address of the site as people type it: `https://pay.example.com`, or `http://127.0.0.1:8080` on this machine alone.
    public let origin: String
    /// The host and port of it, as requests name them.
    let authority: String
    /// Whether it is reached over TLS.
    let isSecure: Bool
    /// Where it listens.
    public let host: String
    /// Where it listens.
    public let port: Int
    /// The proxies whose word about addresses is taken.
    let proxies: Set<String>
    /// The language of those who prefer none.
    let language: PageLanguage
    /// How long connections may take.
    let bounds: ConnectionBounds
    /// Which machines may be told what happens.
    public var webhooks = WebhookOptions()
    /// How often somebody may ask; what is not named is not limited.
    public var limits: [RatePolicy: RateBound] = [
        .address: RateBound(atOnce: 300, perMinute: 3_600), .reading: RateBound(atOnce: 300, perMinute: 3_600),
        .writing: RateBound(atOnce: 120, perMinute: 600), .money: RateBound(atOnce: 10, perMinute: 10),
    ]

    /// Why a server is not started.
    public enum Fault: Error, Hashable, Sendable {
        /// The origin is no address of a site.
        case badOrigin(String)
        /// Over plain http it may be reached from this machine alone: passwords and pay would be readable on the way.
        case plainOrigin(String)
        /// It may listen on this machine alone; TLS stands before it in a proxy.
        case openPort(String)
    }

    /// How the server is started.
    ///
    /// - Parameters:
    ///   - origin: `https://` and the host, or `http://` and a loopback address.
    ///   - proxies: Addresses of proxies before it.
    ///   - isRussian: Whether Russian is the language of those who prefer none.
    public init(
        origin: String, host: String = "127.0.0.1", port: Int = 8080, proxies: [String] = [], isRussian: Bool = false
    ) throws(Fault) {
        try self.init(
            origin: origin, host: host, port: port, proxies: proxies, isRussian: isRussian, bounds: ConnectionBounds())
    }

    init(
        origin: String, host: String, port: Int, proxies: [String], isRussian: Bool, bounds: ConnectionBounds
    ) throws(Fault) {
        let origin = origin.hasSuffix("/") ? String(origin.dropLast()) : origin
        let halves = origin.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 3, halves[1].isEmpty, !halves[2].isEmpty, halves[0] == "https:" || halves[0] == "http:",
            !halves[2].contains(where: { $0 == "@" || $0 == "?" || $0 == "#" || $0.isWhitespace })
        else { throw .badOrigin(origin) }
        authority = halves[2].lowercased()
        self.origin = "\(halves[0])//\(authority)"
        isSecure = halves[0] == "https:"
        let name = Self.name(of: authority)
        guard isSecure || Self.isLoopback(name) else { throw .plainOrigin(origin) }
        guard Self.isLoopback(host) else { throw .openPort(host) }
        self.host = host
        self.port = port
        self.proxies = Set(proxies)
        language = isRussian ? .ru : .en
        self.bounds = bounds
    }

    private static func name(of authority: String) -> String {
        if authority.hasPrefix("[") { return String(authority.dropFirst().prefix { $0 != "]" }) }
        return String(authority.prefix { $0 != ":" })
    }

    private static func isLoopback(_ name: String) -> Bool {
        name == "localhost" || name == "::1" || name.hasPrefix("127.") && name.allSatisfy { $0 == "." || $0.isNumber }
    }
}
