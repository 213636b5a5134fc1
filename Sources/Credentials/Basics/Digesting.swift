internal import CSodium

/// Digests and comparisons of secrets, by libsodium.
enum Digesting {
    /// SHA-256 over a purpose, a zero byte and the bytes: what was made for one purpose is nothing for another.
    static func sha256(_ bytes: [UInt8], for purpose: String) -> [UInt8] {
        let input = Array(purpose.utf8) + [0] + bytes
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_bytes()))
        crypto_hash_sha256(&digest, input, UInt64(input.count))
        return digest
    }

    /// HMAC-SHA-256 (RFC 2104) over some bytes.
    static func hmac256(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
        var state = crypto_auth_hmacsha256_state()
        crypto_auth_hmacsha256_init(&state, key, key.count)
        crypto_auth_hmacsha256_update(&state, bytes, UInt64(bytes.count))
        var tag = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_bytes()))
        crypto_auth_hmacsha256_final(&state, &tag)
        return tag
    }

    /// Whether two are the same, in a time that tells nothing but their lengths.
    static func same(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && (left.isEmpty || sodium_memcmp(left, right, left.count) == 0)
    }
}
