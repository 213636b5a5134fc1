import Credentials
import Testing

@testable import Identity

/// The second factor: set up once, asked for at every sign-in, each code good once.
struct SecondFactorTests {
    @Test("without one nothing opens until it is set up by a code of it")
    func enrolment() async throws {
        let world = try World()
        _ = try await world.activated()
        let half = try await world.accounts.signIn("anna", World.password, at: World.office)
        #expect(half.session.standing == .awaitsEnrolment)
        #expect(try await refusal { _ = try world.accounts.openSession(half.token.shown) } == .enrolmentNeeded)
        let totp = try world.accounts.beginEnrolment(half.token.shown)
        let wrong = try await refusal {
            _ = try world.accounts.finishEnrolment(world.wrongCode(totp), half.token.shown)
        }
        #expect(wrong == .wrongCode)
        let done = try world.accounts.finishEnrolment(try world.code(totp), half.token.shown)
        #expect(done.opened.session.standing == .open)
        #expect(done.recoveryCodes.count == 10)
        #expect(try await refusal { _ = try world.accounts.session(half.token.shown) } == .noSession)
    }

    @Test("a code signs in once; the same code again is refused, the next one is taken")
    func once() async throws {
        let world = try World()
        let member = try await world.member()
        let code = try world.code(member.totp)
        func prove(_ code: Secret<String>) async throws -> AccessRefusal? {
            let half = try await world.accounts.signIn("anna", World.password, at: World.office)
            return try await refusal { _ = try world.accounts.prove(.code(code), half.token.shown, at: World.office) }
        }
        #expect(try await prove(code) == nil)
        #expect(try await prove(code) == .wrongCode)
        world.pass(30)
        #expect(try await prove(try world.code(member.totp)) == nil)
    }

    @Test("of two who give one code at once, one comes in")
    func race() async throws {
        let world = try World()
        let member = try await world.member()
        let code = try world.code(member.totp)
        var halves: [OpenedSession] = []
        for _ in 1...3 { halves.append(try await world.accounts.signIn("anna", World.password, at: World.office)) }
        let answers = try await withThrowingTaskGroup(of: AccessRefusal?.self) { group in
            for half in halves {
                group.addTask {
                    try await refusal { _ = try world.accounts.prove(.code(code), half.token.shown, at: World.office) }
                }
            }
            return try await group.reduce(into: [AccessRefusal?]()) { $0.append($1) }
        }
        #expect(answers.count { $0 == nil } == 1)
    }

    @Test("each of the ten codes on paper signs in once; new ones end the old")
    func paper() async throws {
        let world = try World()
        let member = try await world.member()
        func prove(_ code: RecoveryCode) async throws -> AccessRefusal? {
            let half = try await world.accounts.signIn("anna", World.password, at: World.office)
            return try await refusal {
                _ = try world.accounts.prove(.recovery(code.shown), half.token.shown, at: World.office)
            }
        }
        #expect(try await prove(member.paper[0]) == nil)
        #expect(try await prove(member.paper[0]) == .wrongCode)
        #expect(try world.accounts.user(member.user.id).recoveryCodes == 9)
        let opened = try await world.signIn(member)
        let new = try world.accounts.newRecoveryCodes(opened.token.shown)
        #expect(try await prove(member.paper[1]) == .wrongCode)
        #expect(try await prove(new[1]) == nil)
    }

    @Test(
        "another telephone takes a fresh code of the old one; a session that was taken over in the old state does not do it"
    )
    func replacement() async throws {
        let world = try World()
        let member = try await world.member()
        world.pass(300)
        #expect(try await refusal { _ = try world.accounts.beginEnrolment(member.cookie) } == .freshCodeNeeded)
        let opened = try await world.signIn(member)
        let next = try world.accounts.beginEnrolment(opened.token.shown)
        // Until a code of the new one was given, the old one goes on.
        _ = try await world.signIn(member)
        let done = try world.accounts.finishEnrolment(try world.code(next), opened.token.shown)
        world.pass(30)
        let half = try await world.accounts.signIn("anna", World.password, at: World.office)
        let old = try await refusal {
            _ = try world.accounts.prove(.code(try world.code(member.totp)), half.token.shown, at: World.office)
        }
        #expect(old == .wrongCode)
        #expect(try world.accounts.sessions(of: member.user.id).map(\.handle).contains(done.opened.session.handle))
    }

    @Test("the key does not lie in the file: with another server key no code is taken")
    func sealed() async throws {
        let world = try World()
        let member = try await world.member()
        let bytes = member.totp.bytes.revealed
        #expect(try world.files(holding: bytes) == [])
        #expect(try world.files(holding: Array(bytes.map { String($0, radix: 16) }.joined().utf8)) == [])
        let other = try #require(SealingKey([UInt8](repeating: 8, count: 32)))
        let time = world.time
        let accounts = try Accounts(
            at: world.folder + "/identity.sqlite", key: other, hasher: world.accounts.hasher, policy: PasswordPolicy(),
            clock: { time })
        let half = try await accounts.signIn("anna", World.password, at: World.office)
        let code = try world.code(member.totp)
        #expect(
            try await refusal { _ = try accounts.prove(.code(code), half.token.shown, at: World.office) }
                == .noSecondFactor)
    }
}
