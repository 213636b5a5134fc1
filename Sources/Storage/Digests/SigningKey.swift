internal import CSodium
internal import Foundation

/// An Ed25519 key that signs what leaves the workspace: a payroll, an audit head.
///
/// Its file holds the seed as 64 hexadecimal digits, and only its owner may read it.
public struct SigningKey: Sendable {
    /// The key with which others verify.
    public let publicKey: [UInt8]
    /// Whether others than its owner may read the file it was loaded from: then they can sign too.
    public private(set) var isReadableByOthers = false
    private let seed: [UInt8]
    private let secretKey: [UInt8]

    private init?(seed: [UInt8]) {
        guard seed.count == Int(crypto_sign_seedbytes()) else { return nil }
        var publicKey = [UInt8](repeating: 0, count: Int(crypto_sign_publickeybytes()))
        var secretKey = [UInt8](repeating: 0, count: Int(crypto_sign_secretkeybytes()))
        crypto_sign_seed_keypair(&publicKey, &secretKey, seed)
        self.seed = seed
        self.publicKey = publicKey
        self.secretKey = secretKey
    }

    /// A new key, from the system's own randomness.
    public static func generate() throws(StorageFailure) -> SigningKey {
        guard sodium_init() >= 0 else { throw .inaccessible(path: "libsodium", detail: "sodium_init") }
        var seed = [UInt8](repeating: 0, count: Int(crypto_sign_seedbytes()))
        randombytes_buf(&seed, seed.count)
        guard let key = SigningKey(seed: seed) else { throw .notAKey(path: "") }
        return key
    }

    /// The key of a file.
    public static func load(from path: String) throws(StorageFailure) -> SigningKey {
        let content: Data
        do { content = try Data(contentsOf: URL(fileURLWithPath: path)) } catch {
            throw StorageFailure(error, path: path)
        }
        let text = String(decoding: content, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard let seed = [UInt8](hex: text), var key = SigningKey(seed: seed) else { throw .notAKey(path: path) }
        var status = stat()
        key.isReadableByOthers = stat(path, &status) == 0 && status.st_mode & 0o077 != 0
        return key
    }

    /// Writes the key into a new file that only its owner may read or write.
    public func save(to path: String) throws(StorageFailure) {
        if Workspace.isLink(path) { throw .leadsNowhere(path: path) }
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw StorageFailure(errno: errno, path: path) }
        defer { close(file) }
        let bytes = Array((seed.hex + "\n").utf8)
        guard write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
            throw StorageFailure(errno: errno, path: path)
        }
    }

    /// The signature of some bytes.
    public func sign(_ bytes: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: Int(crypto_sign_bytes()))
        crypto_sign_detached(&signature, nil, bytes, UInt64(bytes.count), secretKey)
        return signature
    }

    /// Whether a signature was made over these bytes with the secret half of a public key.
    public static func verify(_ signature: [UInt8], of bytes: [UInt8], by publicKey: [UInt8]) -> Bool {
        guard signature.count == Int(crypto_sign_bytes()), publicKey.count == Int(crypto_sign_publickeybytes()) else {
            return false
        }
        return crypto_sign_verify_detached(signature, bytes, UInt64(bytes.count), publicKey) == 0
    }
}
