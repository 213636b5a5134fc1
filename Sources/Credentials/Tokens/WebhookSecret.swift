/// The secret by which whoever receives a message tells that it is ours (Standard Webhooks 1.0.0: `whsec_`, HMAC-SHA-256).
public struct WebhookSecret: Sendable {
    /// The text that is shown once: `whsec_` and the bytes in Base64.
    public let shown: Secret<String>
    private let bytes: Secret<[UInt8]>

    /// A new one of 32 random bytes.
    public static func draw(_ randomness: Randomness) -> WebhookSecret { WebhookSecret(bytes: randomness.bytes(32)) }

    /// One that was kept or shown; `nil` unless it is `whsec_` and 24 to 64 bytes in Base64.
    public init?(_ text: String) {
        guard text.hasPrefix(Self.prefix), text.utf8.count <= 200 else { return nil }
        let digits = String(text.dropFirst(Self.prefix.count).reversed().drop { $0 == "=" }.reversed())
        guard let bytes = Base64.bytes(plain: digits), (24...64).contains(bytes.count) else { return nil }
        self.init(bytes: bytes)
    }

    private init(bytes: [UInt8]) {
        self.bytes = Secret(bytes)
        shown = Secret(Self.prefix + Self.padded(bytes))
    }

    private static let prefix = "whsec_"

    /// The signature of a message: `v1,` and the HMAC of its identifier, its time and its body.
    ///
    /// - Parameter seconds: The time, in whole seconds since 1970.
    public func signature(of id: String, at seconds: Int64, _ body: [UInt8]) -> String {
        "v1," + Self.padded(Digesting.hmac256(Array("\(id).\(seconds).".utf8) + body, key: bytes.revealed))
    }

    private static func padded(_ bytes: [UInt8]) -> String {
        let text = Base64.plain(bytes)
        return text + String(repeating: "=", count: (4 - text.count % 4) % 4)
    }
}
