internal import CSodium

/// The server's key: it seals what must be read again (the keys of second factors), so that the database alone, or a backup of it,
/// makes nobody's codes, and it blurs the addresses that guesses come from.
///
/// Sealing is XChaCha20-Poly1305 (libsodium `crypto_aead_xchacha20poly1305_ietf`) with a random nonce of 24 bytes before the text.
public struct SealingKey: Sendable {
    private let key: Secret<[UInt8]>

    /// The key of 32 bytes; nil for any other number of them.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.size else { return nil }
        key = Secret(bytes)
    }

    /// How many bytes a key has.
    public static let size = 32

    /// Some bytes, sealed for an owner: for another they do not open.
    public func seal(_ bytes: [UInt8], for owner: [UInt8], _ randomness: Randomness) -> [UInt8] {
        let nonce = randomness.bytes(Int(crypto_aead_xchacha20poly1305_ietf_npubbytes()))
        var sealed = [UInt8](
            repeating: 0, count: bytes.count + Int(crypto_aead_xchacha20poly1305_ietf_abytes()))
        var count: UInt64 = 0
        crypto_aead_xchacha20poly1305_ietf_encrypt(
            &sealed, &count, bytes, UInt64(bytes.count), owner, UInt64(owner.count), nil, nonce, key.revealed)
        return nonce + sealed
    }

    /// What was sealed for an owner; nil when it was altered, sealed for another or by another key.
    public func open(_ sealed: [UInt8], for owner: [UInt8]) -> Secret<[UInt8]>? {
        let nonceSize = Int(crypto_aead_xchacha20poly1305_ietf_npubbytes())
        let tagSize = Int(crypto_aead_xchacha20poly1305_ietf_abytes())
        guard sealed.count >= nonceSize + tagSize else { return nil }
        let nonce = Array(sealed.prefix(nonceSize))
        let text = Array(sealed.dropFirst(nonceSize))
        var opened = [UInt8](repeating: 0, count: max(1, text.count - tagSize))
        var count: UInt64 = 0
        let code = crypto_aead_xchacha20poly1305_ietf_decrypt(
            &opened, &count, nil, text, UInt64(text.count), owner, UInt64(owner.count), nonce, key.revealed)
        return code == 0 ? Secret(Array(opened.prefix(Int(count)))) : nil
    }

    /// What stands for some bytes where they themselves must not lie: the same for the same, and nobody without the key finds them.
    public func blurred(_ bytes: [UInt8], for purpose: String) -> [UInt8] {
        Digesting.hmac256(Array(purpose.utf8) + [0] + bytes, key: key.revealed)
    }
}
