internal import Dispatch
internal import Foundation
internal import Synchronization

/// Hashes passwords on threads of its own, a few at once, so that neither a caller's thread nor all memory is taken by them.
///
/// Two at once take 92 MiB. Whoever comes when the row is full is sent away at once: else signing in were the cheapest way to
/// exhaust the server.
public final class PasswordHasher: Sendable {
    /// What new hashes cost.
    public let parameters: Argon2Parameters
    private let randomness: Randomness
    private let most: Int
    private let queue: OperationQueue
    private let held = Mutex(0)
    private let done = Mutex(0)
    /// Hashed against where there is no user, so that an unknown name takes as long as a known one.
    let nobody: PasswordHash?

    /// A hasher.
    ///
    /// - Parameters:
    ///   - atOnce: How many hashes are made at once.
    ///   - waiting: How many more may wait.
    public init(
        _ parameters: Argon2Parameters = .current, randomness: Randomness = .system, atOnce: Int = 2, waiting: Int = 32
    ) {
        self.parameters = parameters
        self.randomness = randomness
        most = max(1, atOnce) + max(0, waiting)
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = max(1, atOnce)
        queue.qualityOfService = .userInitiated
        let zeros = String(repeating: "A", count: 22)
        nobody = PasswordHash(
            kept:
                "$argon2id$v=19$m=\(parameters.memory),t=\(parameters.passes),p=1$\(zeros)$\(zeros)\(zeros.dropLast())")
    }

    /// How many hashes were made since the start, for a server's figures.
    public var count: Int { done.withLock { $0 } }

    /// The hash of a password, with a new salt.
    public func hash(_ password: PasswordText) async throws(HasherFault) -> PasswordHash {
        let salt = randomness.bytes(PasswordHash.saltSize)
        let parameters = parameters
        guard let hash = try await away({ PasswordHash(of: password, salt: salt, parameters) }) else {
            throw .noMemory
        }
        return hash
    }

    /// Whether a hash is of a password; where there is no hash it takes as long and is never so.
    public func verify(_ password: PasswordText, _ hash: PasswordHash?) async throws(HasherFault) -> Bool {
        let compared = hash ?? nobody
        let isSame = try await away { compared?.isOf(password) ?? false }
        return isSame && hash != nil
    }

    private func away<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async throws(HasherFault) -> Result {
        let isTaken = held.withLock { held in
            guard held < most else { return false }
            held += 1
            return true
        }
        guard isTaken else { throw .busy }
        defer {
            held.withLock { $0 -= 1 }
            done.withLock { $0 += 1 }
        }
        return await withCheckedContinuation { continuation in
            queue.addOperation { continuation.resume(returning: work()) }
        }
    }
}

/// Why a password could not be hashed now.
public enum HasherFault: Error, Hashable, Sendable {
    /// As many as may wait are waiting already.
    case busy
    /// The system has not so much memory.
    case noMemory
}
