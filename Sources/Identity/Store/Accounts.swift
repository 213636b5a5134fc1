public import Credentials
internal import GRDB
public import Storage

/// Who signs in: users, their passwords and second factors, sessions and tokens, in a database of their own that forgets when asked.
///
/// What somebody may do is not here: roles are granted in the workspace, under the audit chain (``Grants``).
///
/// Everything but the hashing of passwords, which has threads of its own, is done on the caller's thread and may wait for the disk.
/// Refusals are ``AccessRefusal``; what the disk refuses is `StorageFailure`.
public struct Accounts: Sendable {
    let database: ErasableDatabase
    let key: SealingKey
    let hasher: PasswordHasher
    let policy: PasswordPolicy
    let limits: SessionLimits
    let randomness: Randomness
    let clock: @Sendable () -> Instant
    /// The tokens that were used last.
    let known = KnownTokens()

    /// Opens the database, or makes it.
    ///
    /// - Parameters:
    ///   - path: The file; its folder must be there.
    ///   - key: The server's key, which lies elsewhere: without it second factors do not open.
    ///   - clock: The time; two that run backwards from each other let nobody in longer than the limits say.
    public init(
        at path: String, key: SealingKey, hasher: PasswordHasher, policy: PasswordPolicy,
        limits: SessionLimits = .standard, randomness: Randomness = .system, clock: @escaping @Sendable () -> Instant
    ) throws(StorageFailure) {
        database = try ErasableDatabase(
            at: path, applicationID: AccountsSchema.applicationID, versions: AccountsSchema.versions)
        self.key = key
        self.hasher = hasher
        self.policy = policy
        self.limits = limits
        self.randomness = randomness
        self.clock = clock
    }

    /// Writes everything, or nothing when the body refuses.
    func write<Result>(_ body: (Database) throws -> Result) throws -> Result {
        defer { known.forgetAll() }
        var refusal: AccessRefusal?
        do {
            return try database.write { database in try Self.noting(&refusal) { try body(database) } }
        } catch {
            if let refusal { throw refusal }
            throw error
        }
    }

    /// Reads one state.
    func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
        var refusal: AccessRefusal?
        do {
            return try database.read { database in try Self.noting(&refusal) { try body(database) } }
        } catch {
            if let refusal { throw refusal }
            throw error
        }
    }

    /// The database makes a failure of its own of whatever a body throws; a refusal is carried around it.
    private static func noting<Result>(_ refusal: inout AccessRefusal?, _ body: () throws -> Result) throws -> Result {
        do { return try body() } catch let found as AccessRefusal {
            refusal = found
            throw found
        }
    }
}
