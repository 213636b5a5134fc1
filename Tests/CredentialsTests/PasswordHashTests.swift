import Synchronization
import Testing

@testable import Credentials

/// Hashes are those of every other Argon2id, and cost what they say.
struct PasswordHashTests {
    /// Computed once with argon2-cffi 25.1.0 (`argon2.low_level.hash_secret`, type ID, one lane, 32 bytes).
    static let known: [(String, [UInt8], String)] = [
        (
            "correct horse battery staple", Array("somesaltsomesalt".utf8),
            "$argon2id$v=19$m=47104,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$AIgDn1Zle9S3Q6BrDvSiLYcmjRwWACHHBR2oJ+vgZBI"
        ),
        (
            "пароль из четырёх слов", Array(0..<16),
            "$argon2id$v=19$m=1024,t=3,p=1$AAECAwQFBgcICQoLDA0ODw$l6Yc8MnzqkR2Cfsc42mMg9zExYzLltO+ngd3Ex2Yeoo"
        ),
        (
            "", Array(0..<16),
            "$argon2id$v=19$m=8,t=1,p=1$AAECAwQFBgcICQoLDA0ODw$Me1B4tc/J/3+TrS+xlE0Hli6Q0dwUcb+StrXNdgu4Io"
        ),
    ]

    @Test("a hash is the one that argon2-cffi makes, and is read back", arguments: known)
    func sameAsOthers(text: String, salt: [UInt8], phc: String) throws {
        let kept = try #require(PasswordHash(kept: phc))
        let made = try #require(PasswordHash(of: password(text), salt: salt, kept.parameters))
        #expect(made.kept.revealed == phc)
        #expect(try kept.isOf(password(text)))
        #expect(try !kept.isOf(password(text + " ")))
    }

    @Test("parameters are the first choice of OWASP: 46 MiB, one pass, one lane")
    func current() {
        #expect(Argon2Parameters.current.memory == 46 * 1_024)
        #expect(Argon2Parameters.current.passes == 1)
    }

    @Test(
        "a text that is no such hash is none",
        arguments: [
            "", "$", "argon2id",
            "$argon2i$v=19$m=8,t=3,p=1$AAECAwQFBgcICQoLDA0ODw$Me1B4tc/J/3+TrS+xlE0Hli6Q0dwUcb+StrXNdgu4Io",
            "$argon2id$v=19$m=8,t=1,p=2$AAECAwQFBgcICQoLDA0ODw$Me1B4tc/J/3+TrS+xlE0Hli6Q0dwUcb+StrXNdgu4Io",
            "$argon2id$v=19$m=99999999,t=1,p=1$AAECAwQFBgcICQoLDA0ODw$Me1B4tc/J/3+TrS+xlE0Hli6Q0dwUcb+StrXNdgu4Io",
            "$argon2id$v=19$m=8,t=-1,p=1$AAECAwQFBgcICQoLDA0ODw$Me1B4tc/J/3+TrS+xlE0Hli6Q0dwUcb+StrXNdgu4Io",
            "$argon2id$v=19$m=8,t=1,p=1$AAECAwQFBgcICQoLDA0ODw$Me1B",
            "$argon2id$v=19$m=8,t=1,p=1$AAECAwQFBgcICQoLDA0OD*$Me1B4tc/J/3+TrS+xlE0Hli6Q0dwUcb+StrXNdgu4Io",
            "$argon2id$v=19$m=8,t=1,p=1$AAECAwQFBgcICQoLDA0ODw$Me1B4tc/J/3+TrS+xlE0Hli6Q0dwUcb+StrXNdgu4Io$",
        ])
    func malformed(text: String) { #expect(PasswordHash(kept: text) == nil) }

    @Test("more memory or more passes make an older hash weak; the same do not")
    func rising() throws {
        let old = try #require(Argon2Parameters(memory: 19_456, passes: 2))
        #expect(old.isWeaker(than: .current))
        #expect(!Argon2Parameters.current.isWeaker(than: .current))
        #expect(Argon2Parameters.current.isWeaker(than: old))
    }
}

/// Heavy work is done elsewhere, and only so much of it.
struct PasswordHasherTests {
    private let light = Argon2Parameters(memory: 64, passes: 1)

    @Test("a password fits its hash and no other; two hashes of one password differ by their salts")
    func fits() async throws {
        let hasher = PasswordHasher(try #require(light), randomness: .known(1))
        let first = try await hasher.hash(password("корабль плывёт"))
        let second = try await hasher.hash(password("корабль плывёт"))
        #expect(first.kept.revealed != second.kept.revealed)
        #expect(try await hasher.verify(password("корабль плывёт"), first))
        #expect(try await hasher.verify(password("корабль плывёт!"), first) == false)
    }

    @Test("nothing fits where there is no hash, and it costs one hash of the same parameters", arguments: [64, 47_104])
    func nobody(memory: Int) async throws {
        let hasher = PasswordHasher(try #require(Argon2Parameters(memory: memory, passes: 1)), randomness: .known(1))
        #expect(hasher.nobody?.parameters == hasher.parameters)
        #expect(try await hasher.verify(password("корабль плывёт"), nil) == false)
        #expect(hasher.count == 1)
    }

    @Test("of 40 at once, with room for 1 and 2 waiting, at least 3 are served and the others sent away as busy")
    func bounded() async throws {
        let hasher = PasswordHasher(randomness: .known(1), atOnce: 1, waiting: 2)
        let typed = try password("корабль плывёт")
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<40 {
                group.addTask { (try? await hasher.hash(typed)) != nil }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(outcomes.count { $0 } >= 3)
        #expect(outcomes.contains(false))
        // The row is empty again: nobody is sent away for those who were before him.
        #expect(try await hasher.verify(typed, try await hasher.hash(typed)))
    }
}
