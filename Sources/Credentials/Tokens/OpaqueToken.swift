/// A secret of 256 random bits that stands for something kept: whoever shows it has it. Only its digest is kept.
public struct OpaqueToken: Sendable {
    /// What a token is for; one of another kind is never taken for it.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A session, in a cookie.
        case session
        /// A program's access, in a header.
        case access
        /// The address with which somebody sets his first password, or a new one.
        case invitation
    }

    /// The kind.
    public let kind: Kind
    /// The text, shown once: `st_` before it where a program holds it, so that it is found where it should not lie.
    public let shown: Secret<String>
    /// What is kept of it: SHA-256, which is enough for 256 random bits.
    public let digest: [UInt8]
    private let bytes: Secret<[UInt8]>

    /// A new one.
    public static func draw(_ kind: Kind, _ randomness: Randomness) -> OpaqueToken {
        OpaqueToken(kind, randomness.bytes(size))
    }

    /// One that was shown, or nil for any text that is none of this kind.
    public init?(_ kind: Kind, shown text: Secret<String>) {
        guard text.revealed.utf8.count <= 64, text.revealed.hasPrefix(Self.prefix(kind)),
            let bytes = Base64.bytes(address: String(text.revealed.dropFirst(Self.prefix(kind).count))),
            bytes.count == Self.size
        else { return nil }
        self.init(kind, bytes)
    }

    private init(_ kind: Kind, _ bytes: [UInt8]) {
        self.kind = kind
        self.bytes = Secret(bytes)
        shown = Secret(Self.prefix(kind) + Base64.address(bytes))
        digest = Digesting.sha256(bytes, for: "stimul \(kind.rawValue)")
    }

    private static let size = 32

    private static func prefix(_ kind: Kind) -> String { kind == .access ? "st_" : "" }
}

extension OpaqueToken {
    /// The token that forms of this session carry against requests from elsewhere; it is made of the session's secret, so it ends
    /// with it, and does not tell it (HMAC-SHA-256).
    public var formToken: Secret<String> { Secret(Base64.address(formBytes)) }

    /// Whether a form's token is of this session; compared in constant time.
    public func isFormToken(_ text: Secret<String>) -> Bool {
        guard text.revealed.utf8.count <= 64, let bytes = Base64.bytes(address: text.revealed) else { return false }
        return Digesting.same(bytes, formBytes)
    }

    private var formBytes: [UInt8] {
        Digesting.hmac256(Array("stimul form of a \(kind.rawValue)".utf8), key: bytes.revealed)
    }
}
