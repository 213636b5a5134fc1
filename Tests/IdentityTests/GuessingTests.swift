import Credentials
import Testing

@testable import Identity

/// Guessing is slow; a right password or code is taken as soon as the wait is over.
struct GuessingTests {
    private func wrong(_ world: World, _ name: String = "anna", at place: Place = World.office) async throws
        -> AccessRefusal?
    {
        try await refusal { _ = try await world.accounts.signIn(name, Secret("another long password"), at: place) }
    }

    @Test(
        "the fifth try after four wrong ones waits 5 s, with the right password too; then it is taken",
        arguments: ["anna", "nobody"])
    func waits(name: String) async throws {
        let world = try World()
        _ = try await world.activated("anna")
        for _ in 1...4 { #expect(try await wrong(world, name) == .wrongCredentials) }
        let until = world.time.adding(5)
        #expect(try await wrong(world, name) == .tooManyTries(until: until))
        #expect(
            try await refusal { _ = try await world.accounts.signIn(name, World.password, at: World.office) }
                == .tooManyTries(until: until))
        world.pass(5)
        let answer = try await refusal { _ = try await world.accounts.signIn(name, World.password, at: World.office) }
        #expect(answer == (name == "anna" ? nil : .wrongCredentials))
    }

    @Test(
        "whatever wrong tries came before, the right password after the wait comes in",
        arguments: 1...6 as ClosedRange<UInt64>)
    func comesInAfterwards(seed: UInt64) async throws {
        let world = try World()
        _ = try await world.activated("anna")
        for byte in KnownRow(seed).bytes(40) {
            world.pass(Int64(byte) * 5)
            let place = Place(address: "198.51.100.\(byte % 3)", agent: "")
            _ = try await wrong(world, byte.isMultiple(of: 7) ? "nobody" : "anna", at: place)
        }
        world.pass(Throttle.user.longest)
        _ = try await world.accounts.signIn("anna", World.password, at: World.office)
    }

    @Test("of 30 guesses at once no more are looked at than one after the other: 4")
    func atOnce() async throws {
        let world = try World()
        _ = try await world.activated("anna")
        let answers = try await withThrowingTaskGroup(of: AccessRefusal?.self) { group in
            for _ in 1...30 { group.addTask { try await wrong(world) } }
            return try await group.reduce(into: [AccessRefusal?]()) { $0.append($1) }
        }
        #expect(answers.count { $0 == .wrongCredentials } == 4)
        #expect(answers.count { $0 == .tooManyTries(until: world.time.adding(5)) } == 26)
    }

    @Test("strangers do not keep a user waiting where he has signed in before")
    func known() async throws {
        let world = try World()
        let member = try await world.member()
        _ = try await world.signIn(member)
        var answers: [AccessRefusal?] = []
        for number in 0..<20 {
            answers.append(try await wrong(world, at: Place(address: "198.51.100.\(number)", agent: "")))
        }
        // Eleven are looked at: ten that are free, and the one after which the wait begins.
        #expect(answers.count { $0 == .wrongCredentials } == 11)
        _ = try await world.accounts.signIn("anna", World.password, at: World.office)
        let elsewhere = try await refusal {
            _ = try await world.accounts.signIn("anna", World.password, at: Place(address: "192.0.2.1", agent: ""))
        }
        #expect(elsewhere == .tooManyTries(until: world.time.adding(5)))
    }

    @Test("one address that tries many names waits after 31, and an account of its own does not clean it")
    func address() async throws {
        let world = try World()
        _ = try await world.activated("eve")
        for number in 1...31 {
            #expect(try await wrong(world, "name\(number)") == .wrongCredentials)
            if number == 20 { _ = try await world.accounts.signIn("eve", World.password, at: World.office) }
        }
        #expect(try await wrong(world, "other") == .tooManyTries(until: world.time.adding(5)))
    }

    @Test("whoever knows the password guesses codes no faster: a new sign-in forgets no wrong code")
    func codes() async throws {
        let world = try World()
        let member = try await world.member()
        var answers: [AccessRefusal?] = []
        for _ in 1...6 {
            let half = try await world.accounts.signIn("anna", World.password, at: World.office)
            answers.append(
                try await refusal {
                    _ = try world.accounts.prove(
                        .code(world.wrongCode(member.totp)), half.token.shown, at: World.office)
                })
        }
        #expect(answers.prefix(4).allSatisfy { $0 == .wrongCode })
        #expect(answers.suffix(2).allSatisfy { $0 == .tooManyTries(until: world.time.adding(5)) })
        world.pass(5)
        #expect(try await world.signIn(member).session.standing == .open)
    }
}
