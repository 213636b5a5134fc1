import Credentials
import HTTPTypes
import Identity
import Payroll
import Testing

@testable import Web

/// Signing in through the pages.
@Suite("Signing in")
struct SignInTests {
    @Test("a password, then a code; the secret in the cookie is another after each")
    func way() async throws {
        let office = try await Office().prepared()
        _ = try await office.session(of: "anna")
        let half = try await office.ask(.post, "/sign-in", form: [("name", "anna"), ("password", Office.password)])
        #expect(half.status == 303 && half.header("Location") == "/sign-in/code")
        let first = try #require(half.cookie("stimul"))
        #expect(try await office.ask(.get, "/pay", cookie: first).status == 303)
        let token = try #require(OpaqueToken(.session, shown: Secret(first))).formToken.revealed
        let whole = try await office.ask(
            .post, "/sign-in/code", cookie: first, form: [("code", try office.code(of: "anna")), ("token", token)])
        let second = try #require(whole.cookie("stimul"))
        #expect(first != second)
        #expect(try await office.ask(.get, "/pay", cookie: second).status == 200)
        #expect(try await office.ask(.get, "/pay", cookie: first).status == 303)
    }

    @Test("a secret that somebody laid into the browser beforehand opens nothing")
    func fixation() async throws {
        let office = try await Office().prepared()
        let laid = String(repeating: "A", count: 43)
        let half = try await office.ask(
            .post, "/sign-in", cookie: laid, form: [("name", "anna"), ("password", Office.password)])
        #expect(half.status == 303 && half.cookie("stimul") != laid)
        #expect(try await office.ask(.get, "/sign-in/enrol", cookie: laid).status == 303)
    }

    @Test("the cookie is for this host alone and for no script")
    func cookie() async throws {
        let office = try await Office().prepared()
        let half = try await office.ask(.post, "/sign-in", form: [("name", "anna"), ("password", Office.password)])
        let line = try #require(half.header("Set-Cookie"))
        for part in ["HttpOnly", "SameSite=Lax", "Path=/"] { #expect(line.contains(part)) }
        #expect(!line.contains("Domain"))
    }

    @Test("an unknown name and a wrong password are answered alike, and after the fourth one waits")
    func guessing() async throws {
        let office = try await Office().prepared()
        var statuses: [Int] = []
        for _ in 0..<5 {
            statuses.append(
                try await office.ask(.post, "/sign-in", form: [("name", "anna"), ("password", "wrong wrong wrong")])
                    .status)
        }
        #expect(statuses == [422, 422, 422, 422, 429])
        let unknown = try await office.ask(
            .post, "/sign-in", form: [("name", "zzzz"), ("password", "wrong wrong wrong")])
        #expect(unknown.status == 422 && unknown.text.contains("identifier or the password is wrong"))
    }

    @Test("signing out ends the session and what the browser keeps")
    func signOut() async throws {
        let office = try await Office().prepared()
        let answer = try await office.ask(.post, "/sign-out", as: "anna", form: [])
        #expect(answer.status == 303 && answer.header("Clear-Site-Data") != nil)
        #expect(try await office.ask(.get, "/pay", as: "anna").status == 303)
    }

    @Test("a token of a program has its rights and no more, and none beside a cookie")
    func tokens() async throws {
        let office = try await Office().prepared()
        let dina = try await office.session(of: "dina")
        let rights = try office.server.site.grants.rights(of: dina.session.user, on: office.today)
        let issued = try office.accounts.issueToken(
            "bot", scopes: [.seePay], until: Instant(seconds: 1_770_200_000), rights: rights, dina.token.shown)
        let bearer = ["Authorization": "Bearer " + issued.token.shown.revealed]
        #expect(try await office.ask(.get, "/api/v1/periods", headers: bearer).status == 200)
        #expect(try await office.ask(.get, "/api/v1/ledger/balances", headers: bearer).status == 403)
        #expect(try await office.ask(.get, "/pay", headers: bearer).status == 303)
        #expect(try await office.ask(.get, "/api/v1/periods", as: "dina", headers: bearer).status == 400)
        #expect(try await office.ask(.get, "/api/v1/periods", headers: ["Authorization": "Bearer st_x"]).status == 401)
    }
}
