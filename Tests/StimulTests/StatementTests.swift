import Foundation
import Testing

@Suite("a statement is written with the company's key and checked without the company")
struct StatementTests {
    /// The company is gone when the statement is checked.
    private func statement() async throws -> (stimul: Command, key: String) {
        let company = try await RecordedCompany()
        let stimul = company.stimul
        let made = try stimul.run("statement acme anna --period 2026-01 --output anna.json")
        #expect(made.code == 0)
        #expect(
            made.errors.hasPrefix("made the signing key 'acme/stimul.key'; keep it secret and out of version control"))
        let key = try stimul.run("statement acme --public-key")
        #expect(key.errors.isEmpty)
        try FileManager.default.removeItem(atPath: company.path)
        return (stimul, String(key.output.dropLast()))
    }

    @Test("made, found good and equal, in both languages")
    func equal() async throws {
        let (stimul, key) = try await statement()
        defer { stimul.remove() }
        #expect(
            try stimul.run("verify anna.json --key \(key)")
                == .init(
                    output: """
                        anna, 2026-01
                        signature: good, by the key given
                        equal: 1 figures
                        settlement, not posted yet, for information:
                          award  earned → accrued  5800.00
                          hold   accrued → held    5800.00

                        """, errors: "", code: 0))
        let russian = try stimul.run("verify anna.json --lang ru")
        #expect(russian.code == 0)
        #expect(
            russian.output.hasPrefix(
                """
                anna, 2026-01
                подпись: верна, ключ назван самим файлом: \(key); сверьте его с ключом компании
                совпало: 1
                """))
    }

    @Test("only the owner may read the key")
    func keyRights() async throws {
        let company = try await RecordedCompany()
        defer { company.stimul.remove() }
        #expect(try company.stimul.run("statement acme --public-key").code == 0)
        let attributes = try FileManager.default.attributesOfItem(atPath: company.path + "/stimul.key")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test("a digit changed is refused, and so is another key")
    func refused() async throws {
        let (stimul, key) = try await statement()
        defer { stimul.remove() }
        let other = String(repeating: "0", count: 64)
        let foreign = try stimul.run("verify anna.json --key \(other)")
        #expect(foreign.code == 1)
        #expect(
            foreign.errors == "error: the statement is signed with another key, \(key); ask the company for its key\n")
        try stimul.replace("58000", with: "68000", in: "anna.json")
        #expect(
            try stimul.run("verify anna.json")
                == .init(
                    output: "",
                    errors:
                        "error: the signature does not fit: the statement was changed after it was signed; ask for a new one\n",
                    code: 1))
    }

    @Test("what is no statement, is not there or is a folder is not read")
    func unreadable() throws {
        let stimul = try Command(withStarter: false)
        defer { stimul.remove() }
        try stimul.write("garbage", to: "garbage.json")
        try stimul.write("{\"form\": 9}", to: "later.json")
        try FileManager.default.createDirectory(
            at: stimul.folder.appendingPathComponent("folder"), withIntermediateDirectories: false)
        for (file, message) in [
            ("garbage.json", "this is no statement; name a file that 'stimul statement' has written"),
            ("later.json", "the statement has form 9, this version reads form 1; use another version"),
            ("folder", "it is a folder"), ("nowhere.json", "'nowhere.json' cannot be read"),
        ] {
            let result = try stimul.run("verify \(file)")
            #expect(result.code == 2)
            #expect(result.errors.contains(message), "\(result.errors)")
        }
    }

    @Test("a key in another file signs, when it is one")
    func namedKey() async throws {
        let company = try await RecordedCompany()
        let stimul = company.stimul
        defer { stimul.remove() }
        let key = String(repeating: "0123456789abcdef", count: 4)
        try stimul.write(key + "\n", to: "own.key")
        let line = "statement acme anna --period 2026-01 --output anna.json --overwrite"
        #expect(try stimul.run(line + " --key own.key").code == 0)
        #expect(!FileManager.default.fileExists(atPath: company.path + "/stimul.key"))
        // The public half of the seed, as RFC 8032 derives it.
        let publicKey = try stimul.run("statement acme --public-key --key own.key").output.dropLast()
        #expect(publicKey == "207a067892821e25d770f1fba0c47c11ff4b813e54162ece9eb839e076231ab6")
        #expect(try stimul.run("verify anna.json --key \(publicKey)").code == 0)

        try stimul.write("no key", to: "no.key")
        let result = try stimul.run(line + " --key no.key")
        #expect(result.code == 2)
        #expect(result.errors == "error: no.key is not a signing key; name the file that holds the key\n")
    }

    @Test("nobody's statement makes no file and no key")
    func nobody() async throws {
        let company = try await RecordedCompany()
        defer { company.stimul.remove() }
        let result = try company.stimul.run("statement acme carl --period 2026-01 --output carl.json")
        #expect(
            result
                == .init(
                    output: "",
                    errors:
                        "error: there is no person 'carl' in the workspace; import people.csv, or check the identifier\n",
                    code: 1))
        for file in ["carl.json", "acme/stimul.key"] {
            #expect(!FileManager.default.fileExists(atPath: company.stimul.folder.appendingPathComponent(file).path))
        }
    }
}
