import Credentials
import Payroll
import Testing

@testable import Identity

/// Coming in for the first time, and after a loss, without any mail.
struct InvitationTests {
    @Test("an address sets the first password once, within 24 hours; then the user is active")
    func activation() async throws {
        let world = try World()
        let invitation = try world.accounts.invite("Anna.Orlova", person: "anna", by: World.mila)
        #expect(invitation.user.name == "anna.orlova")
        #expect(invitation.user.state == .invited)
        #expect(invitation.ends == world.time.adding(24 * 3_600))
        let shown = invitation.token.shown
        #expect(
            try await refusal { try await world.accounts.setPassword(Secret("Anna.Orlova.1"), by: shown) }
                == .badPassword(.aboutOneself))
        try await world.accounts.setPassword(World.password, by: shown)
        #expect(try world.accounts.user(invitation.user.id).state == .active)
        #expect(try await refusal { try await world.accounts.setPassword(World.password, by: shown) } == .linkNotGood)
    }

    @Test("an address that ran out, was replaced, never was or is of somebody who left is answered alike")
    func notGood() async throws {
        let world = try World()
        let first = try world.accounts.invite("anna", person: "anna", by: World.mila)
        let second = try world.accounts.resetPassword(of: first.user.id, by: World.mila)
        let gone = try world.accounts.invite("boris", person: "boris", by: World.mila)
        try world.accounts.leave(gone.user.id, by: World.mila)
        for shown in [
            first.token.shown, gone.token.shown, Secret("x"), OpaqueToken.draw(.invitation, .known(99)).shown,
        ] {
            #expect(
                try await refusal { try await world.accounts.setPassword(World.password, by: shown) } == .linkNotGood)
        }
        world.pass(24 * 3_600)
        #expect(
            try await refusal { try await world.accounts.setPassword(World.password, by: second.token.shown) }
                == .linkNotGood)
    }

    @Test("of two who use one address at once, one comes too late")
    func race() async throws {
        let world = try World()
        let shown = try world.accounts.invite("anna", person: "anna", by: World.mila).token.shown
        let answers = try await withThrowingTaskGroup(of: AccessRefusal?.self) { group in
            for _ in 1...4 {
                group.addTask { try await refusal { try await world.accounts.setPassword(World.password, by: shown) } }
            }
            return try await group.reduce(into: [AccessRefusal?]()) { $0.append($1) }
        }
        #expect(answers.count { $0 == nil } == 1)
        #expect(answers.count { $0 == .linkNotGood } == 3)
    }

    @Test(
        "a reset leaves the old password good until the new one is set; then it and all sessions end, the second factor stays"
    )
    func reset() async throws {
        let world = try World()
        let member = try await world.member()
        let reset = try world.accounts.resetPassword(of: member.user.id, by: World.mila)
        _ = try await world.accounts.signIn("anna", World.password, at: World.office)
        let new = Secret("облако над синей крышей")
        try await world.accounts.setPassword(new, by: reset.token.shown)
        #expect(try await refusal { _ = try world.accounts.session(member.cookie) } == .noSession)
        #expect(
            try await refusal { _ = try await world.accounts.signIn("anna", World.password, at: World.office) }
                == .wrongCredentials)
        #expect(try await world.accounts.signIn("anna", new, at: World.office).session.standing == .awaitsCode)
    }

    @Test(
        "one administrator does not take both the password and the second factor from somebody; two do, or one after a week"
    )
    func twoHelpers() async throws {
        let world = try World()
        let member = try await world.member()
        let id = member.user.id
        world.pass(7 * 86_400)
        _ = try world.accounts.resetPassword(of: id, by: World.mila)
        let refused = AccessRefusal.secondAdministrator(actor: "mila")
        #expect(try await refusal { try world.accounts.resetSecondFactor(of: id, by: World.mila) } == refused)
        try world.accounts.resetSecondFactor(of: id, by: World.nina)
        #expect(try world.accounts.user(id).hasSecondFactor == false)
        #expect(
            try await refusal { _ = try world.accounts.resetPassword(of: id, by: World.nina) }
                == .secondAdministrator(actor: "nina"))
        world.pass(7 * 86_400)
        _ = try world.accounts.resetPassword(of: id, by: World.nina)
    }

    @Test("letting others in takes the right to; a name and a person are there once")
    func rights() async throws {
        let world = try World()
        let anna = Principal(person: "anna", rights: Role.finance.rights)
        _ = try world.accounts.invite("boris", person: "boris", by: World.mila)
        let user = try #require(try world.accounts.user(person: "boris"))
        let works: [() throws -> Void] = [
            { _ = try world.accounts.invite("vera", person: "vera", by: anna) },
            { _ = try world.accounts.resetPassword(of: user.id, by: anna) },
            { try world.accounts.resetSecondFactor(of: user.id, by: anna) },
            { try world.accounts.lock(user.id, by: anna) }, { try world.accounts.leave(user.id, by: anna) },
            { try world.accounts.erase(user.id, by: anna) }, { try world.accounts.unlock(user.id, by: anna) },
            { try world.accounts.endSessions(of: user.id, by: anna) },
        ]
        for work in works { #expect(try await refusal(work) == .notAllowed(actor: "anna")) }
        #expect(
            try await refusal { _ = try world.accounts.invite("BORIS", person: "other", by: World.mila) }
                == .nameTaken("boris"))
        #expect(
            try await refusal { _ = try world.accounts.invite("other", person: "boris", by: World.mila) }
                == .personTaken("boris"))
    }

    @Test(
        "what is no name to sign in with is refused",
        arguments: [
            "", " ", "a b", "a\u{0}", "a\u{202E}b", "a\u{200D}b", "'; --", "a/b", String(repeating: "a", count: 65),
        ])
    func names(name: String) async throws {
        let world = try World()
        #expect(try await refusal { _ = try world.accounts.invite(name, person: "p", by: World.mila) } == .badName)
    }

    @Test("nobody keeps himself out; steps fit the state")
    func states() async throws {
        let world = try World()
        let mila = try await world.activated("mila")
        let anna = try await world.activated("anna")
        #expect(
            try await refusal { try world.accounts.lock(mila.id, by: World.mila) } == .ownAccess(actor: "mila"))
        #expect(try await refusal { try world.accounts.unlock(anna.id, by: World.mila) } == .wrongState(.active))
        try world.accounts.lock(anna.id, by: World.mila)
        #expect(
            try await refusal { _ = try world.accounts.resetPassword(of: anna.id, by: World.mila) }
                == .wrongState(.locked))
        try world.accounts.unlock(anna.id, by: World.mila)
        #expect(try world.accounts.user(anna.id).state == .active)
        #expect(try await refusal { try world.accounts.erase(anna.id, by: World.mila) } == .wrongState(.active))
        #expect(try await refusal { _ = try world.accounts.user(UserID("0")) } == .noSuchUser)
    }
}
