internal import GRDB
internal import Synchronization

/// Tokens that were used last, by their digests, while nobody has written: a program that asks a thousand times a second is not looked up a
/// thousand times.
final class KnownTokens: Sendable {
    private struct Known {
        var version: Int64 = -1
        var tokens: [String: AccessToken] = [:]
    }

    private let known = Mutex(Known())
    private let most = 20_000

    /// A token that is known by the state of the file; another process may have written it.
    func token(_ digest: String, _ database: Database) throws -> AccessToken? {
        let version = try Int64.fetchOne(database, sql: "PRAGMA data_version") ?? 0
        return known.withLock { known in
            if known.version != version { known = Known(version: version) }
            return known.tokens[digest]
        }
    }

    /// Remembers a token that was read in the same state.
    func note(_ token: AccessToken, _ digest: String) {
        known.withLock { known in
            if known.tokens.count >= most { known.tokens = [:] }
            known.tokens[digest] = token
        }
    }

    /// Forgets all: this process has written.
    func forgetAll() { known.withLock { $0.tokens = [:] } }
}
