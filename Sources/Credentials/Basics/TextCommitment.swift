/// What a record may keep of a text that is to be forgotten: HMAC-SHA-256 under a random key that lies beside the text.
///
/// While text and key are there, the tag shows that the text is the one of then. When both are erased, the tag says nothing of it, not
/// even to somebody who guesses: he has no key to try his guess with.
public struct TextCommitment: Sendable, Hashable {
    /// The random key, to be kept and erased with the text.
    public let key: [UInt8]
    /// The tag, which may stay.
    public let tag: [UInt8]

    /// Commits to a text under a new key.
    public init(to text: String, _ randomness: Randomness) {
        self.init(to: text, key: randomness.bytes(Self.keySize))
    }

    /// Commits to a text under a key that was kept.
    public init(to text: String, key: [UInt8]) {
        self.key = key
        tag = Digesting.hmac256(Array("stimul personal text".utf8) + [0] + Array(text.utf8), key: key)
    }

    /// Bytes of a key.
    public static let keySize = 32
}
