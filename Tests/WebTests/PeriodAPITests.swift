import HTTPTypes
import Storage
import Testing

@testable import Web

/// The life of a pay period by program. January pays Anna 5 000.00, Boris 6 000.00, Gleb 1 000.00 and Vera 1 % of 110 000.00.
@Suite("Periods by API")
struct PeriodAPITests {
    @Test("from review to closing, with two approvers, each step as it is for people")
    func life() async throws {
        let office = try await Office().prepared()
        let period = try await office.call(.get, "/periods/2026-01", as: "dina").json
        #expect(period["state"]?.text == "in_review" && period["payable"]?["amount"]?.text == "13100.00")
        let run = try #require(period["run"]?.text)
        let approval = "{\"run\":\"\(run)\"}"
        func step(_ name: String, _ person: String, _ body: String = "{}") async throws -> Answered {
            try await office.call(.post, "/periods/2026-01/" + name, as: person, body)
        }
        #expect(try await step("payments", "dina").status == 409)
        #expect(try await step("approvals", "anna", approval).status == 403)
        let other = try await step("approvals", "dina", "{\"run\":\"\(String(repeating: "0", count: 64))\"}")
        #expect(other.status == 409 && other.problem == "other-run", "\(other.text)")
        #expect(try await step("approvals", "dina", approval).json["state"]?.text == "half_approved")
        let same = try await step("approvals", "dina", approval)
        #expect(same.status == 403 && same.problem == "same-approver")
        let approved = try await step("approvals", "egor", approval)
        #expect(try approved.json["state"]?.text == "approved")
        #expect(try approved.json["approvers"]?.list?.compactMap(\.text) == ["dina", "egor"])
        let paid = try await step("payments", "dina")
        #expect(try paid.json["state"]?.text == "paid" && paid.json["paid"]?["amount"]?.text == "13100.00")
        #expect(try await step("closing", "dina").json["state"]?.text == "closed")
        #expect(try await step("reopening", "dina", "{}").status == 422)
        #expect(try await step("reopening", "dina", #"{"reason":"a late sale"}"#).json["state"]?.text == "open")
        #expect(try office.workspace.audit().isSound)
    }

    @Test("whoever is paid by a run does not approve it")
    func ownPay() async throws {
        let office = try await Office().prepared()
        let run = try #require(try await office.call(.get, "/periods/2026-01", as: "dina").json["run"]?.text)
        let answer = try await office.call(.post, "/periods/2026-01/approvals", as: "vera", "{\"run\":\"\(run)\"}")
        #expect(answer.status == 403)
    }

    @Test("a calculation goes on aside: 202 says where to ask, and in the end which run came of it")
    func calculation() async throws {
        let office = try await Office().prepared()
        let answer = try await office.call(.post, "/periods/2026-02/runs", as: "lena", "{}", key: "k1")
        #expect(answer.status == 202, "\(answer.text)")
        let location = try #require(answer.header("Location"))
        #expect(location == "/api/v1/jobs/1")
        var job = try answer.json
        while job["state"]?.text == "working" {
            try await Task.sleep(for: .milliseconds(5))
            job = try await office.call(.get, "/jobs/1", as: "lena").json
        }
        #expect(job["state"]?.text == "done", "\(job)")
        let period = try await office.call(.get, "/periods/2026-02", as: "lena").json
        #expect(period["run"]?.text == job["result"]?.text)
        // Whose work it is not, to him it is not there.
        #expect(try await office.call(.get, "/jobs/1", as: "dina").status == 404)
        let again = try await office.call(.post, "/periods/2026-02/runs", as: "lena", "{}", key: "k1")
        #expect(again.status == 202 && again.header("Location") == location)
    }

    @Test("a period that is none, and a step without its body, are refused")
    func refused() async throws {
        let office = try await Office().prepared()
        #expect(try await office.call(.post, "/periods/2026-13/review", as: "dina", "{}").status == 422)
        #expect(try await office.call(.post, "/periods/2026-01/approvals", as: "dina", "{}").status == 422)
        #expect(try await office.call(.post, "/periods/2026-01/review", as: "dina").status == 409)
        let cookie = try await office.ask(
            .post, "/api/v1/periods/2026-01/payments", as: "dina",
            headers: ["Content-Type": "application/json", "Idempotency-Key": "k", "Sec-Fetch-Site": "same-origin"],
            body: "{}")
        #expect(cookie.status == 401 && cookie.problem == "token-needed")
    }

    @Test("steps by which money moves are limited to ten a minute; how many are left is told")
    func limits() async throws {
        let office = try await Office().prepared()
        var last: Answered?
        for _ in 0..<11 { last = try await office.call(.post, "/periods/2026-01/payments", as: "dina", "{}") }
        #expect(last?.status == 429 && last?.header("Retry-After") == "6")
        #expect(last?.header("RateLimit") == "\"money\";r=0;t=6")
        #expect(last?.header("RateLimit-Policy") == "\"money\";q=10;w=60")
        office.pass(6)
        #expect(try await office.call(.post, "/periods/2026-01/payments", as: "dina", "{}").status == 409)
        let reading = try await office.call(.get, "/periods", as: "dina")
        #expect(reading.header("RateLimit")?.hasPrefix("\"reading\";r=") == true)
    }
}
