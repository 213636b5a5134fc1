import Testing

@testable import Credentials

/// Tokens cannot be guessed, are kept as digests and show nothing.
struct TokenTests {
    @Test(
        "a token is 256 bits, read back from what was shown, and good for its kind alone",
        arguments: OpaqueToken.Kind.allCases)
    func kinds(kind: OpaqueToken.Kind) throws {
        let token = OpaqueToken.draw(kind, .known(4))
        #expect(token.digest.count == 32)
        #expect(OpaqueToken(kind, shown: token.shown)?.digest == token.digest)
        let bare = kind == .access ? Secret(String(token.shown.revealed.dropFirst(3))) : token.shown
        for other in OpaqueToken.Kind.allCases where other != kind {
            let text = other == .access ? Secret("st_" + bare.revealed) : bare
            #expect(OpaqueToken(other, shown: text)?.digest != token.digest)
        }
    }

    @Test(
        "what is no token is none",
        arguments: [
            "", "st_", "A", String(repeating: "A", count: 42), String(repeating: "A", count: 44), "\0",
            String(repeating: "я", count: 43),
            String(repeating: "A", count: 5_000_000),
        ])
    func malformed(text: String) { #expect(OpaqueToken(.session, shown: Secret(text)) == nil) }

    @Test("a form's token is of one session only, and not the session's own text")
    func forms() {
        let random = Randomness.known(5)
        let mine = OpaqueToken.draw(.session, random)
        let other = OpaqueToken.draw(.session, random)
        #expect(mine.isFormToken(mine.formToken))
        #expect(!mine.isFormToken(other.formToken))
        #expect(!mine.isFormToken(Secret("")))
        #expect(!mine.isFormToken(mine.shown))
    }

    @Test("a recovery code is read as people type it, and has 120 bits")
    func recovery() throws {
        let code = RecoveryCode.draw(.known(6))
        #expect(code.shown.revealed.split(separator: "-").map(\.count) == [4, 4, 4, 4, 4, 4])
        let typed = code.shown.revealed.lowercased().replacing("-", with: " ")
        #expect(RecoveryCode(typed: Secret(typed))?.digest == code.digest)
        #expect(RecoveryCode(typed: Secret(String(code.shown.revealed.dropLast()))) == nil)
        #expect(RecoveryCode(typed: Secret(String(repeating: "ß", count: 12))) == nil)
    }

    @Test("no text, debug text, mirror or dump shows a secret")
    func hidden() throws {
        let token = OpaqueToken.draw(.session, .known(7))
        let secrets: [(Any, String)] = [
            (token, token.shown.revealed), (Secret("hunter2"), "hunter2"),
            (try password("correct pony battery"), "pony"),
            (RecoveryCode.draw(.known(8)), RecoveryCode.draw(.known(8)).shown.revealed),
            (try #require(PasswordHash(kept: PasswordHashTests.known[0].2)), "AIgDn1Zle9S3"),
        ]
        for (value, secret) in secrets {
            var dumped = ""
            dump(value, to: &dumped)
            let seen = "\(value)" + String(reflecting: value) + dumped
            #expect(!seen.contains(secret))
        }
    }
}

/// What is sealed opens for its owner and key only.
struct SealingTests {
    @Test("altered in any byte, for another owner or by another key it does not open")
    func opens() throws {
        let random = Randomness.known(9)
        let key = try #require(SealingKey(random.bytes(32)))
        let other = try #require(SealingKey(random.bytes(32)))
        let sealed = key.seal([1, 2, 3], for: [7], random)
        #expect(key.open(sealed, for: [7])?.revealed == [1, 2, 3])
        #expect(key.open(sealed, for: [8]) == nil)
        #expect(other.open(sealed, for: [7]) == nil)
        for index in sealed.indices {
            var altered = sealed
            altered[index] ^= 1
            #expect(key.open(altered, for: [7]) == nil)
        }
        #expect(key.open(Array(sealed.prefix(39)), for: [7]) == nil)
        #expect(SealingKey([1]) == nil)
    }
}
