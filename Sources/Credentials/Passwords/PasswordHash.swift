internal import CSodium

/// What is kept of a password: Argon2id with its parameters and salt, as a PHC string.
///
///     $argon2id$v=19$m=47104,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$…
public struct PasswordHash: Sendable {
    /// What it cost.
    public let parameters: Argon2Parameters
    private let salt: [UInt8]
    private let hash: Secret<[UInt8]>

    /// Hashes a password; this is heavy on purpose, see ``PasswordHasher``.
    ///
    /// - Parameter salt: 16 random bytes.
    /// - Returns: nil when there is not so much memory, or the salt has another size.
    public init?(of password: PasswordText, salt: [UInt8], _ parameters: Argon2Parameters) {
        guard let hash = Self.argon2id(password, salt, parameters, size: Self.size) else { return nil }
        self.init(parameters, salt, hash)
    }

    /// A hash as it was kept; nil for any other text.
    public init?(kept text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0].isEmpty, parts[1] == "argon2id", parts[2] == "v=19",
            let parameters = Self.parameters(parts[3]), let salt = Base64.bytes(plain: String(parts[4])),
            salt.count == Self.saltSize, let hash = Base64.bytes(plain: String(parts[5])), hash.count == Self.size
        else { return nil }
        self.init(parameters, salt, hash)
    }

    private init(_ parameters: Argon2Parameters, _ salt: [UInt8], _ hash: [UInt8]) {
        self.parameters = parameters
        self.salt = salt
        self.hash = Secret(hash)
    }

    /// The PHC string, to be kept and shown to nobody.
    public var kept: Secret<String> {
        Secret(
            "$argon2id$v=19$m=\(parameters.memory),t=\(parameters.passes),p=1$\(Base64.plain(salt))$"
                + Base64.plain(hash.revealed))
    }

    /// Whether it is the hash of a password; compared in constant time. As heavy as making one.
    public func isOf(_ password: PasswordText) -> Bool {
        guard let other = Self.argon2id(password, salt, parameters, size: Self.size) else { return false }
        return Digesting.same(hash.revealed, other)
    }

    /// How many bytes a salt has (RFC 9106, 3.1).
    public static let saltSize = 16
    private static let size = 32

    private static func argon2id(
        _ password: PasswordText, _ salt: [UInt8], _ parameters: Argon2Parameters, size: Int
    ) -> [UInt8]? {
        guard salt.count == saltSize, sodium_init() >= 0 else { return nil }
        let characters = password.utf8.revealed.map { CChar(bitPattern: $0) }
        var hash = [UInt8](repeating: 0, count: size)
        let code = crypto_pwhash(
            &hash, UInt64(size), characters, UInt64(characters.count), salt, UInt64(parameters.passes),
            parameters.memory * 1_024, crypto_pwhash_alg_argon2id13())
        return code == 0 ? hash : nil
    }

    /// `m=47104,t=1,p=1`
    private static func parameters(_ text: Substring) -> Argon2Parameters? {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2] == "p=1", let memory = number(parts[0], "m="),
            let passes = number(parts[1], "t=")
        else { return nil }
        return Argon2Parameters(memory: memory, passes: passes)
    }

    private static func number(_ text: Substring, _ name: String) -> Int? {
        guard text.hasPrefix(name), text.count <= 10 else { return nil }
        return Int(text.dropFirst(name.count))
    }
}
