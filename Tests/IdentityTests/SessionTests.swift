import Credentials
import GRDB
import Testing

@testable import Identity

/// A session ends when it should, and its secret is good for it alone.
struct SessionTests {
    @Test("30 minutes without a request end a session; a request every 29 minutes keeps it, for 12 hours at most")
    func ends() async throws {
        let world = try World()
        let idle = try await world.member("anna")
        world.pass(30 * 60 - 31)
        _ = try world.accounts.openSession(idle.cookie)
        world.pass(30 * 60)
        #expect(try await refusal { _ = try world.accounts.openSession(idle.cookie) } == .noSession)

        let busy = try await world.signIn(idle)
        var minutes = 0
        for _ in 1...60 where try await refusal({ _ = try world.accounts.openSession(busy.token.shown) }) == nil {
            world.pass(29 * 60)
            minutes += 29
        }
        #expect(minutes == 725)
        #expect(725 - 29 < 12 * 60 && 12 * 60 <= 725)
    }

    @Test("what a page asks by itself keeps no session open")
    func feed() async throws {
        let world = try World()
        let member = try await world.member()
        for _ in 1...29 {
            world.pass(60)
            _ = try world.accounts.session(member.cookie, isActivity: false)
        }
        world.pass(60)
        #expect(try await refusal { _ = try world.accounts.session(member.cookie, isActivity: false) } == .noSession)
    }

    @Test("10 minutes are there for the code after the password")
    func unfinished() async throws {
        let world = try World()
        let member = try await world.member()
        let half = try await world.accounts.signIn("anna", World.password, at: World.office)
        world.pass(600)
        let answer = try await refusal {
            _ = try world.accounts.prove(.code(try world.code(member.totp)), half.token.shown, at: World.office)
        }
        #expect(answer == .noSession)
    }

    @Test("money steps take a code given within 5 minutes; a code then changes the secret and leaves the 12 hours")
    func stepUp() async throws {
        let world = try World()
        let member = try await world.member()
        _ = try world.accounts.freshSession(member.cookie)
        world.pass(270)
        #expect(try await refusal { _ = try world.accounts.freshSession(member.cookie) } == .freshCodeNeeded)
        let fresh = try world.accounts.prove(.code(try world.code(member.totp)), member.cookie, at: World.office)
        #expect(try world.accounts.freshSession(fresh.token.shown).session.made == member.opened.session.made)
        #expect(fresh.session.handle == member.opened.session.handle)
        // What forms carried before fits no more.
        #expect(fresh.token.isFormToken(fresh.token.formToken))
        #expect(!fresh.token.isFormToken(member.opened.token.formToken))
        #expect(try await refusal { _ = try world.accounts.session(member.cookie) } == .noSession)
    }

    @Test(
        "no secret is ever good again once it was replaced or ended, whatever is done in whatever order",
        arguments: 1...8 as ClosedRange<UInt64>)
    func neverAgain(seed: UInt64) async throws {
        let world = try World(randomness: seed)
        let member = try await world.member()
        var current = member.opened
        var former: [Secret<String>] = []
        for byte in KnownRow(seed).bytes(12) {
            let before = current.token.shown
            switch byte % 4 {
            case 0: current = try world.accounts.prove(.code(try world.code(member.totp)), before, at: World.office)
            case 1:
                try world.accounts.signOut(before)
                current = try await world.signIn(member)
            case 2:
                try world.accounts.signOutEverywhere(member.user.id)
                current = try await world.signIn(member)
            default:
                _ = try world.accounts.prove(.code(try world.code(member.totp)), before, at: World.office)
                world.pass(30)
                current = try await world.signIn(member)
            }
            world.pass(30)
            former.append(before)
            for secret in former {
                #expect(try await refusal { _ = try world.accounts.session(secret) } == .noSession)
            }
            _ = try world.accounts.openSession(current.token.shown)
        }
    }

    @Test("of six sessions the one longest unused ends")
    func atOnce() async throws {
        let world = try World()
        let member = try await world.member()
        var opened = [member.opened]
        for _ in 1...5 { opened.append(try await world.signIn(member)) }
        let alive = try await opened.asyncMap { session in
            try await refusal { _ = try world.accounts.session(session.token.shown) } == nil
        }
        #expect(alive == [false, true, true, true, true, true])
    }

    @Test("a user sees his sessions with place and time, and ends one or all; another's he does not end")
    func list() async throws {
        let world = try World()
        let anna = try await world.member("anna")
        let boris = try await world.member("boris")
        let phone = try await world.signIn(anna, at: Place(address: "192.0.2.9", agent: "Phone\u{0}\u{202E}\r\nX"))
        let list = try world.accounts.sessions(of: anna.user.id)
        #expect(list.map(\.place) == [Place(address: "192.0.2.9", agent: "PhoneX"), World.office])
        try world.accounts.end(list[0].handle, of: boris.user.id)
        #expect(try world.accounts.sessions(of: anna.user.id).count == 2)
        try world.accounts.end(list[0].handle, of: anna.user.id)
        #expect(try await refusal { _ = try world.accounts.session(phone.token.shown) } == .noSession)
        try world.accounts.signOutEverywhere(anna.user.id)
        #expect(try world.accounts.sessions(of: anna.user.id) == [])
        _ = try world.accounts.session(boris.cookie)
    }

    @Test("an administrator ends all sessions of a user, and of him alone")
    func endedByAdministrator() async throws {
        let world = try World()
        let anna = try await world.member("anna")
        let boris = try await world.member("boris")
        try world.accounts.endSessions(of: anna.user.id, by: World.mila)
        #expect(try await refusal { _ = try world.accounts.session(anna.cookie) } == .noSession)
        _ = try world.accounts.session(boris.cookie)
    }

    @Test("a clock that was set back lets no later session in; once it is right again, the session goes on")
    func clockSetBack() async throws {
        let world = try World()
        let member = try await world.member()
        world.pass(-3_600)
        #expect(try await refusal { _ = try world.accounts.session(member.cookie) } == .noSession)
        world.pass(3_600)
        _ = try world.accounts.session(member.cookie)
    }

    @Test("a session whose user is locked or has left is none", arguments: [User.State.locked, .left])
    func lockedOut(state: User.State) async throws {
        let world = try World()
        let member = try await world.member()
        if state == .locked {
            try world.accounts.lock(member.user.id, by: World.mila)
        } else {
            try world.accounts.leave(member.user.id, by: World.mila)
        }
        #expect(try await refusal { _ = try world.accounts.session(member.cookie) } == .noSession)
    }

    @Test("what has run out is removed, what lasts stays")
    func tidied() async throws {
        let world = try World()
        let member = try await world.member()
        _ = try world.accounts.invite("boris", person: "boris", by: World.mila)
        world.pass(20 * 60)
        let later = try await world.signIn(member)
        world.pass(15 * 60)
        try world.accounts.tidy()
        #expect(try world.accounts.sessions(of: member.user.id).map(\.handle) == [later.session.handle])
        #expect(try world.accounts.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sessions") } == 1)
        #expect(try world.accounts.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM invitations") } == 1)
        world.pass(24 * 3_600)
        try world.accounts.tidy()
        #expect(try world.accounts.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM invitations") } == 0)
    }

    @Test(
        "what is no session's secret is none",
        arguments: ["", "\0", "st_x", String(repeating: "A", count: 43), String(repeating: "я", count: 1_000_000)])
    func hostile(text: String) async throws {
        let world = try World()
        #expect(try await refusal { _ = try world.accounts.session(Secret(text)) } == .noSession)
    }
}

extension Array {
    /// What becomes of each, one after the other.
    func asyncMap<Result>(_ body: (Element) async throws -> Result) async rethrows -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await body(element)) }
        return results
    }
}
