import Credentials
import HTML
import HTTPTypes
import Identity
import Ledger
import Payroll
import Storage
import Testing

@testable import Web

/// Requests that nobody sends by accident.
@Suite("Hostile requests")
struct HostileTests {
    @Test(
        "paths and queries that look like others are none",
        arguments: [
            ("//pay", 404), ("/pay//2026-01", 404), ("/people/%2e%2e/pay", 404), ("/people/a%2fb/pay", 404),
            ("/people/%ff/pay", 404), ("/people/%00/pay", 404), ("/people/%0d%0aSet-Cookie:x/pay", 404),
            ("/pay/2026-1", 404), ("/pay/2026-01-05", 404), ("/pay?a=1&a=2", 422), ("/pay?a=%zz", 400),
            ("/disputes/1e3", 404), ("/disputes/-1", 404), ("/disputes/99999999999999999999", 404),
        ])
    func paths(_ path: String, _ status: Int) async throws {
        let office = try await Office.shared()
        #expect(try await office.ask(.get, path, as: "dina").status == status)
    }

    @Test("a thousand and one fields are too many")
    func fields() async throws {
        let office = try await Office().prepared()
        let many = (0...1_000).map { "a\($0)=1" }.joined(separator: "&")
        #expect(try await office.ask(.get, "/find?" + many, as: "dina").status == 404)
        let form = (0...1_000).map { ("a\($0)", "1") }
        #expect(try await office.ask(.post, "/account/looks", as: "anna", form: form).status == 422)
    }

    @Test("another host is not served", arguments: ["evil.example", "127.0.0.1:81", "localhost:8080"])
    func host(_ host: String) async throws {
        #expect(try await Office().ask(.get, "/sign-in", headers: ["Host": host]).status == 400)
    }

    @Test("a form from elsewhere changes nothing", arguments: ["cross-site", "same-site", ""])
    func otherSite(_ site: String) async throws {
        let office = try await Office().prepared()
        var headers = ["Sec-Fetch-Site": site]
        if site.isEmpty { headers["Origin"] = "https://evil.example" }
        let answer = try await office.ask(
            .post, "/pay/2026-01/disputes", as: "anna", headers: headers, form: [("text", "mine")])
        #expect(answer.status == 403)
        #expect(try office.server.site.company.cycle().disputes().isEmpty)
    }

    @Test("a form without the session's token, or with another's, changes nothing")
    func token() async throws {
        let office = try await Office().prepared()
        let anna = try await office.session(of: "anna")
        let boris = try await office.session(of: "boris")
        for token in ["", "x", boris.token.formToken.revealed] {
            let answer = try await office.ask(
                .post, "/pay/2026-01/disputes", cookie: anna.token.shown.revealed,
                form: [("text", "mine"), ("token", token)])
            #expect(answer.status == 403)
        }
        #expect(try office.server.site.company.cycle().disputes().isEmpty)
    }

    @Test("a body of another type, a longer one and one that is no UTF-8 are refused")
    func bodies() async throws {
        let office = try await Office().prepared()
        let json = try await office.ask(
            .post, "/sign-in", headers: ["Content-Type": "application/json", "Sec-Fetch-Site": "same-origin"],
            body: "{}")
        #expect(json.status == 415 && json.header("Connection") == "close")
        let long = try await office.ask(.post, "/sign-in", form: [("name", String(repeating: "a", count: 9_000))])
        #expect(long.status == 413 && long.header("Connection") == "close")
        let broken = try await office.ask(
            .post, "/sign-in",
            headers: ["Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"],
            body: "name=%ff")
        #expect(broken.status == 400)
    }

    @Test(
        "what comes after signing in is a page of ours",
        arguments: ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/pay\r\nX: y"])
    func redirects(_ next: String) {
        #expect(SignInHandler.address(of: next).text == "/")
    }

    @Test("a period is approved once, however often its form is sent")
    func twice() async throws {
        let office = try await Office().prepared()
        let cycle = try office.server.site.company.cycle()
        let run = try cycle.workspace.read { try $0.life(of: "2026-01").run }
        let form = [("run", run), ("key", "one-key")]
        let first = try await office.ask(.post, "/periods/2026-01/approve", as: "dina", form: form)
        let second = try await office.ask(.post, "/periods/2026-01/approve", as: "dina", form: form)
        #expect(first.status == 303 && second.status == 303)
        #expect(first.header("Location") == second.header("Location"))
        #expect(try cycle.workspace.read { try $0.life(of: "2026-01").approvers } == ["dina"])
        let other = try await office.ask(
            .post, "/periods/2026-01/approve", as: "dina", form: [("run", run), ("key", "two")])
        #expect(other.status == 403)
    }

    @Test("an approval is for the run that was looked at")
    func otherRun() async throws {
        let office = try await Office().prepared()
        let answer = try await office.ask(
            .post, "/periods/2026-01/approve", as: "dina",
            form: [("run", String(repeating: "0", count: 64)), ("key", "k")])
        #expect(answer.status == 409)
    }

    @Test("before money moves a code is asked for that is minutes old at most")
    func stale() async throws {
        let office = try await Office().prepared()
        _ = try await office.session(of: "dina")
        office.pass(600)
        let answer = try await office.ask(.get, "/periods/2026-01/approve", as: "dina")
        #expect(answer.status == 303 && answer.header("Location")?.hasPrefix("/sign-in/code?next=") == true)
    }

    @Test("whoever asks too often waits")
    func rate() async throws {
        let office = try Office()
        var statuses: Set<Int> = []
        for _ in 0..<400 {
            let answer = try await office.ask(.get, "/help")
            statuses.insert(answer.status)
        }
        #expect(statuses == [200, 429])
        office.pass(10)
        #expect(try await office.ask(.get, "/help").status == 200)
    }
}
