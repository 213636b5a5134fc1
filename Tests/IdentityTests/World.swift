import Credentials
import Foundation
import Payroll
import Periods
import Storage
import Synchronization

@testable import Identity

/// A company's door: a database in a folder of its own, a clock that stands until it is moved, randomness that is known.
final class World: Sendable {
    let folder: String
    let accounts: Accounts
    private let clock: Clock

    static let start = Instant(seconds: 1_790_000_010)
    static let office = Place(address: "203.0.113.7", agent: "Firefox")
    static let mila = Principal(person: "mila", rights: Role.administrator.rights)
    static let nina = Principal(person: "nina", rights: Role.administrator.rights)
    static let password = Secret("лошадь ест зелёный батон")

    /// Hashes cost next to nothing here, but where a test is about what they cost.
    init(
        _ parameters: Argon2Parameters? = Argon2Parameters(memory: 64, passes: 1), randomness: UInt64 = 1
    ) throws {
        folder = NSTemporaryDirectory() + "stimul-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let clock = Clock()
        self.clock = clock
        let random = Randomness.known(randomness)
        guard let parameters, let key = SealingKey([UInt8](repeating: 7, count: 32)) else { throw Impossible() }
        accounts = try Accounts(
            at: folder + "/identity.sqlite", key: key,
            hasher: PasswordHasher(parameters, randomness: random), policy: PasswordPolicy(), randomness: random,
            clock: { clock.read() })
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Moves the clock on.
    func pass(_ seconds: Int64) { clock.pass(seconds) }

    /// What the clock shows.
    var time: Instant { clock.read() }

    /// Every file of the folder that holds some bytes.
    func files(holding bytes: [UInt8]) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { name in
            try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)).range(of: Data(bytes)) != nil
        }
    }

    struct Impossible: Error {}
}

/// A clock that stands until it is moved.
final class Clock: Sendable {
    private let now = Mutex(World.start)

    func read() -> Instant { now.withLock { $0 } }

    func pass(_ seconds: Int64) { now.withLock { $0 = $0.adding(seconds) } }
}

/// Somebody who has come in once: with his authenticator and his codes on paper.
struct Member {
    let user: User
    let totp: TOTPKey
    let paper: [RecoveryCode]
    let opened: OpenedSession
    var cookie: Secret<String> { opened.token.shown }
}

extension World {
    /// Invites somebody, who sets his password.
    func activated(_ name: String = "anna") async throws -> User {
        let invitation = try accounts.invite(name, person: name, by: World.mila)
        try await accounts.setPassword(World.password, by: invitation.token.shown)
        return try accounts.user(invitation.user.id)
    }

    /// Invites somebody, who sets everything up and is signed in; half a minute later, so that his next code is another one.
    func member(_ name: String = "anna") async throws -> Member {
        let user = try await activated(name)
        let opened = try await accounts.signIn(name, World.password, at: World.office)
        let totp = try accounts.beginEnrolment(opened.token.shown)
        let enrolment = try accounts.finishEnrolment(try code(totp), opened.token.shown)
        pass(30)
        return Member(
            user: try accounts.user(user.id), totp: totp, paper: enrolment.recoveryCodes, opened: enrolment.opened)
    }

    /// Signs a member in with password and code.
    func signIn(_ member: Member, at place: Place = office) async throws -> OpenedSession {
        let half = try await accounts.signIn(member.user.name, World.password, at: place)
        let opened = try accounts.prove(.code(try code(member.totp)), half.token.shown, at: place)
        pass(30)
        return opened
    }

    /// The code that an authenticator shows now.
    func code(_ totp: TOTPKey) throws -> Secret<String> {
        guard let code = totp.code(of: TOTPKey.step(at: time)) else { throw Impossible() }
        return code
    }

    /// A code that the authenticator shows at none of the times that count.
    func wrongCode(_ totp: TOTPKey) -> Secret<String> {
        let right = (-1...1).compactMap { totp.code(of: TOTPKey.step(at: time) + $0)?.revealed }
        let wrong = (0...3).map { "00000\($0)" }.first { !right.contains($0) }
        return Secret(wrong ?? "")
    }
}

extension Randomness {
    /// Bytes that follow from a number (a linear congruence of Knuth's MMIX), the same in every run.
    static func known(_ seed: UInt64) -> Randomness {
        let row = KnownRow(seed)
        return Randomness { row.bytes($0) }
    }
}

/// A row of bytes that goes on from call to call.
final class KnownRow: Sendable {
    private let state: Mutex<UInt64>

    init(_ seed: UInt64) { state = Mutex(seed) }

    func bytes(_ count: Int) -> [UInt8] {
        state.withLock { state in
            (0..<count).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 33)
            }
        }
    }
}

/// What is refused by some work; nil when nothing is.
func refusal(_ work: () async throws -> Void) async throws -> AccessRefusal? {
    do {
        try await work()
        return nil
    } catch let refusal as AccessRefusal { return refusal }
}
