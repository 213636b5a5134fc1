import Credentials
import Payroll
import Testing

@testable import Identity

/// Programs come in by tokens: fewer rights than their owner's, for a time, ended at once.
struct AccessTokenTests {
    private let rights = Role.analyst.rights

    private func issue(
        _ world: World, _ member: Member, _ name: String = "loader", _ scopes: Set<Right> = [.importRows],
        days: Int64 = 30
    ) throws -> IssuedToken {
        try world.accounts.issueToken(
            name, scopes: scopes, until: world.time.adding(days * 86_400), rights: rights, member.cookie)
    }

    @Test("a token is shown once, begins with st_, and opens its rights until its day; use is noted to the minute")
    func opens() async throws {
        let world = try World()
        let member = try await world.member()
        let issued = try issue(world, member)
        #expect(issued.token.shown.revealed.hasPrefix("st_"))
        #expect(try world.files(holding: Array(issued.token.shown.revealed.dropFirst(3).utf8)) == [])
        world.pass(100)
        let access = try world.accounts.access(issued.token.shown)
        #expect(access.person == "anna")
        #expect(access.scopes == [.importRows])
        #expect(access.used == world.time)
        let first = world.time
        world.pass(59)
        #expect(try world.accounts.access(issued.token.shown).used == first)
        world.pass(1)
        #expect(try world.accounts.access(issued.token.shown).used == first.adding(60))
        world.pass(30 * 86_400)
        #expect(try await refusal { _ = try world.accounts.access(issued.token.shown) } == .noSuchToken)
    }

    @Test("rights are those of the owner when it is used, and of these only its own")
    func limited() {
        let limited = Role.head.rights.limited(to: [.seePay, .importRows])
        #expect(limited[.seePay] == .team)
        #expect(limited[.importRows] == nil)
        #expect(limited[.answerDispute] == nil)
    }

    @Test("a token needs a fresh code, rights its owner has, a name and an end within a year")
    func refused() async throws {
        let world = try World()
        let member = try await world.member()
        #expect(
            try await refusal { _ = try issue(world, member, "x", [.importRows, .approve]) } == .beyondRights("approve")
        )
        #expect(try await refusal { _ = try issue(world, member, "x", []) } == .noScopes)
        #expect(try await refusal { _ = try issue(world, member, days: 366) } == .badExpiry)
        #expect(try await refusal { _ = try issue(world, member, days: 0) } == .badExpiry)
        for name in ["", " ", "a\u{0}", String(repeating: "a", count: 101)] {
            #expect(try await refusal { _ = try issue(world, member, name) } == .badTokenName)
        }
        world.pass(300)
        #expect(try await refusal { _ = try issue(world, member) } == .freshCodeNeeded)
    }

    @Test("an ended token is none, another's does not end, and with its owner it ends")
    func ended() async throws {
        let world = try World()
        let anna = try await world.member("anna")
        let boris = try await world.member("boris")
        let first = try issue(world, anna)
        let second = try issue(world, anna, "other")
        try world.accounts.endToken(first.access.handle, of: boris.user.id)
        _ = try world.accounts.access(first.token.shown)
        try world.accounts.endToken(first.access.handle, of: anna.user.id)
        #expect(try await refusal { _ = try world.accounts.access(first.token.shown) } == .noSuchToken)
        #expect(try world.accounts.tokens(of: anna.user.id).map(\.name) == ["other"])
        try world.accounts.lock(anna.user.id, by: World.mila)
        #expect(try await refusal { _ = try world.accounts.access(second.token.shown) } == .noSuchToken)
        // A session's secret is no token, and a token no session.
        #expect(
            try await refusal { _ = try world.accounts.access(Secret("st_" + boris.cookie.revealed)) } == .noSuchToken)
    }
}
