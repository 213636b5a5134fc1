import Credentials
import Foundation
import GRDB
import Payroll
import Storage
import Testing

@testable import Identity

/// Who was erased is in no byte of the files.
struct ErasureTests {
    @Test(
        "of a user among 300 who was here, signed in, guessed and left, nothing remains", arguments: [1, 2] as [UInt64])
    func erased(seed: UInt64) async throws {
        let world = try World(randomness: seed)
        try crowd(world, 1...150)
        let member = try await world.member("veronika.belyaeva")
        let place = Place(address: "192.0.2.77", agent: "Konqueror-of-Veronika")
        let opened = try await world.signIn(member, at: place)
        let token = try world.accounts.issueToken(
            "veronika-loader", scopes: [.seePay], until: world.time.adding(86_400), rights: Role.employee.rights,
            opened.token.shown)
        _ = try await refusal {
            _ = try await world.accounts.signIn("veronika.belyaeva", Secret("another long password"), at: place)
        }
        let reset = try world.accounts.resetPassword(of: member.user.id, by: World.mila)
        try crowd(world, 151...300)

        let row = try world.accounts.read { try UserRow.fetch(member.user.id, $0) }
        let guesses = try world.accounts.read {
            try String.fetchAll($0, sql: "SELECT subject FROM guesses WHERE user = ?", arguments: [member.user.id.text])
        }
        let traces: [String] =
            [
                "veronika", "Veronika", "192.0.2.77", member.user.id.text, opened.token.digest.hex,
                opened.session.handle, token.token.digest.hex, token.access.handle, reset.token.digest.hex,
                try #require(row.password).revealed, try #require(row.totp).revealed,
            ] + member.paper.map(\.digest.hex) + guesses
        for trace in traces {
            #expect(try world.files(holding: Array(trace.utf8)) == ["identity.sqlite"], "\(trace) is there")
        }

        try world.accounts.leave(member.user.id, by: World.mila)
        try world.accounts.erase(member.user.id, by: World.mila)
        for trace in traces { #expect(try world.files(holding: Array(trace.utf8)) == [], "\(trace) remains") }
        #expect(try world.accounts.users().count == 300)
        #expect(try await refusal { _ = try world.accounts.user(member.user.id) } == .noSuchUser)
    }

    /// Users as they lie in the tables, whose rows move between pages as they come.
    private func crowd(_ world: World, _ numbers: ClosedRange<Int>) throws {
        let order = KnownRow(UInt64(numbers.upperBound)).bytes(numbers.count)
        for (_, number) in zip(order, numbers).sorted(by: { ($0.0, $0.1) < ($1.0, $1.1) }) {
            _ = try world.accounts.invite("user\(number)", person: "p\(number)", by: World.mila)
        }
    }

    @Test("neither passwords nor any secret that was shown lies in the file")
    func digestsOnly() async throws {
        let world = try World()
        let member = try await world.member()
        let reset = try world.accounts.resetPassword(of: member.user.id, by: World.mila)
        let shown =
            [World.password.revealed, member.cookie.revealed, reset.token.shown.revealed]
            + member.paper.map(\.shown.revealed) + member.paper.map { $0.shown.revealed.replacing("-", with: "") }
        for secret in shown { #expect(try world.files(holding: Array(secret.utf8)) == []) }
    }

    @Test("no text, dump or mirror of what is handed out shows a secret")
    func hidden() async throws {
        let world = try World()
        let member = try await world.member()
        let reset = try world.accounts.resetPassword(of: member.user.id, by: World.mila)
        let row = try world.accounts.read { try UserRow.fetch(member.user.id, $0) }
        let values: [Any] = [member, reset, row, world.accounts]
        var seen = ""
        for value in values {
            seen += "\(value)" + String(reflecting: value)
            dump(value, to: &seen)
        }
        let secrets = [
            World.password.revealed, member.cookie.revealed, reset.token.shown.revealed,
            member.totp.typed.revealed, member.paper[0].shown.revealed, try #require(row.password).revealed,
            try #require(row.totp).revealed,
        ]
        for secret in secrets { #expect(!seen.contains(secret)) }
    }

    @Test("only its owner may read the file")
    func isPrivate() throws {
        let world = try World()
        let mode = try FileManager.default.attributesOfItem(atPath: world.folder + "/identity.sqlite")[
            .posixPermissions]
        #expect(mode as? Int == 0o600)
    }

    @Test("the tables are those that were released: their text is frozen")
    func frozen() {
        #expect(AccountsSchema.versions.map(\.name) == ["1: accounts"])
        #expect(
            AccountsSchema.versions.map { SHA256Digest.of(Array($0.sql.utf8)).hex } == [
                "af72ca2be6d34da095bf5e820e590fe35d495d652fa464fd7a9e021a8325051c"
            ])
    }
}
