import Credentials
import Foundation
import Storage
import Testing

@testable import Identity

/// Coming in by password: nothing is told to whoever does not know it.
struct SignInTests {
    @Test("a right password begins a session that awaits the second factor; names are read in any case and form")
    func comesIn() async throws {
        let world = try World()
        let member = try await world.member("йод")
        for typed in ["йод", "ЙОД", "и\u{306}од"] {
            let half = try await world.accounts.signIn(typed, World.password, at: World.office)
            #expect(half.session.standing == .awaitsCode)
            #expect(half.session.user == member.user.id)
            #expect(try await refusal { _ = try world.accounts.openSession(half.token.shown) } == .codeNeeded)
        }
    }

    @Test("an unknown name, a wrong password, one not yet set and what is no name are answered alike")
    func alike() async throws {
        let world = try World()
        _ = try await world.activated("anna")
        _ = try world.accounts.invite("boris", person: "boris", by: World.mila)
        let tries: [(String, String)] = [
            ("nobody", World.password.revealed), ("anna", "another long password"), ("boris", World.password.revealed),
            ("a\u{0}b\u{202E}", World.password.revealed), ("anna", ""), ("anna", "x\u{0}y"),
            (String(repeating: "a", count: 1_000_000), String(repeating: "b", count: 1_000_000)),
        ]
        for (name, password) in tries {
            let answer = try await refusal {
                _ = try await world.accounts.signIn(name, Secret(password), at: World.office)
            }
            #expect(answer == .wrongCredentials)
        }
    }

    @Test("an unknown name, a wrong password, one not yet set and what is no password cost one hash each")
    func sameWork() async throws {
        let world = try World()
        _ = try await world.activated("anna")
        _ = try world.accounts.invite("boris", person: "boris", by: World.mila)
        let tries = [
            ("nobody", "long"), ("a/b", "long"), ("anna", "another long password"), ("anna", "\u{0}"),
            ("boris", "long"),
        ]
        for (name, password) in tries {
            let before = world.accounts.hasher.count
            _ = try await refusal { _ = try await world.accounts.signIn(name, Secret(password), at: World.office) }
            #expect(world.accounts.hasher.count == before + 1, "\(name), \(password)")
        }
    }

    @Test(
        "an unknown name is not answered sooner: of three tries in turn its fastest takes over a quarter of a wrong password's"
    )
    func sameTime() async throws {
        // Dear enough to be seen beside what the disk takes; a quarter, since other tests take the processor meanwhile.
        let heavy = try #require(Argon2Parameters(memory: 65_536, passes: 6))
        let world = try World(heavy)
        _ = try await world.activated("anna")
        func time(_ name: String) async throws -> Duration {
            try await ContinuousClock().measure {
                _ = try await refusal {
                    _ = try await world.accounts.signIn(name, Secret("another long password"), at: World.office)
                }
            }
        }
        var unknown = Duration.seconds(60)
        var known = Duration.seconds(60)
        for _ in 1...3 {
            unknown = min(unknown, try await time("nobody"))
            known = min(known, try await time("anna"))
        }
        #expect(unknown * 4 > known, "\(unknown) and \(known)")
    }

    @Test("only a right password learns that access has ended, and since when")
    func ended() async throws {
        let world = try World()
        let user = try await world.activated()
        world.pass(100)
        try world.accounts.leave(user.id, by: World.mila)
        let since = world.time
        world.pass(100)
        func answer(_ password: Secret<String>) async throws -> AccessRefusal? {
            try await refusal { _ = try await world.accounts.signIn("anna", password, at: World.office) }
        }
        #expect(try await answer(Secret("another long password")) == .wrongCredentials)
        #expect(try await answer(World.password) == .accessEnded(.left, since: since))
    }

    @Test("signing in ends the session that the browser brought, and makes a new secret")
    func replaces() async throws {
        let world = try World()
        let member = try await world.member()
        let next = try await world.accounts.signIn("anna", World.password, at: World.office, replacing: member.cookie)
        #expect(next.token.digest != member.opened.token.digest)
        #expect(try await refusal { _ = try world.accounts.session(member.cookie) } == .noSession)
    }

    @Test("a hash that cost less than hashes cost now is made anew at sign-in; the password stays good")
    func rehash() async throws {
        let world = try World()
        let user = try await world.activated()
        let raised = try #require(Argon2Parameters(memory: 128, passes: 2))
        let key = try #require(SealingKey([UInt8](repeating: 7, count: 32)))
        let later = try Accounts(
            at: world.folder + "/identity.sqlite", key: key, hasher: PasswordHasher(raised, randomness: .known(3)),
            policy: PasswordPolicy(), clock: { World.start })
        func cost() throws -> Argon2Parameters? {
            let kept = try later.read { try UserRow.fetch(user.id, $0).password }
            return PasswordHash(kept: try #require(kept).revealed)?.parameters
        }
        #expect(try cost() == Argon2Parameters(memory: 64, passes: 1))
        for _ in 1...2 {
            _ = try await later.signIn("anna", World.password, at: World.office)
            #expect(try cost() == raised)
        }
    }

    @Test("another password takes a fresh code and the old one; every other session ends, this one gets another secret")
    func change() async throws {
        let world = try World()
        let member = try await world.member()
        let other = try await world.signIn(member)
        let new = Secret("облако над синей крышей")
        #expect(
            try await refusal { _ = try await world.accounts.changePassword(member.cookie, from: new, to: new) }
                == .wrongPassword)
        #expect(
            try await refusal {
                _ = try await world.accounts.changePassword(member.cookie, from: World.password, to: Secret("short"))
            } == .badPassword(.tooShort(least: 12)))
        let changed = try await world.accounts.changePassword(member.cookie, from: World.password, to: new)
        #expect(try world.accounts.openSession(changed.token.shown).session.handle == member.opened.session.handle)
        #expect(try await refusal { _ = try world.accounts.session(member.cookie) } == .noSession)
        #expect(try await refusal { _ = try world.accounts.session(other.token.shown) } == .noSession)
        _ = try await world.accounts.signIn("anna", new, at: World.office)
        world.pass(300)
        #expect(
            try await refusal { _ = try await world.accounts.changePassword(changed.token.shown, from: new, to: new) }
                == .freshCodeNeeded)
    }
}
