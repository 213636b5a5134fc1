import HTTPTypes
import Testing

@testable import Web

/// What the pages of pay say, in figures that can be checked by hand: ten percent of 50 000.00 are 5 000.00.
@Suite("Pages of pay")
struct PayPageTests {
    @Test(
        "my pay says what was earned, in the way of the language",
        arguments: [("en", "5,000.00"), ("ru", "5\u{A0}000,00")])
    func earned(_ language: String, _ amount: String) async throws {
        let office = try await Office.shared()
        let answer = try await office.ask(.get, "/pay/2026-01", as: "anna", headers: ["Accept-Language": language])
        #expect(answer.status == 200)
        #expect(answer.text.contains(amount) && answer.text.contains("lang=\"\(language)\""))
    }

    @Test("a statement goes down to the row of the event")
    func statement() async throws {
        let office = try await Office.shared()
        let folded = try await office.ask(.get, "/pay/2026-01/statement", as: "anna")
        #expect(!folded.text.contains("<details open"))
        let unfolded = try await office.ask(.get, "/pay/2026-01/statement?open=all", as: "anna")
        #expect(unfolded.text.contains("sale.csv:2") && !unfolded.text.contains("<details>"))
    }

    @Test("an address unfolds one step and what is above it")
    func step() async throws {
        let office = try await Office.shared()
        let answer = try await office.ask(
            .get, "/pay/2026-01/statement?at=seller/commission/2026-01/2026-01-01/0", as: "anna")
        #expect(answer.text.contains("<details open"))
    }

    @Test("a period that is not calculated shows what has come together so far, once it is known")
    func live() async throws {
        let office = try await Office.shared()
        let answer = try await office.ask(.get, "/pay/2026-02", as: "anna")
        #expect(answer.text.contains("7,000.00") && answer.text.contains("not calculated yet"))
    }

    @Test("page, program and record give the same digits")
    func sameDigits() async throws {
        let office = try await Office.shared()
        let answer = try await office.ask(.get, "/api/v1/people/anna/pay/2026-01", as: "dina")
        #expect(answer.status == 200)
        #expect(answer.text.contains(#""earned":{"amount":"5000.00","currency":"RUB"}"#), "\(answer.text)")
        let tag = try #require(answer.header("ETag"))
        let again = try await office.ask(
            .get, "/api/v1/people/anna/pay/2026-01", as: "dina", headers: ["If-None-Match": "\"x\", W/\(tag)"])
        #expect(again.status == 304 && again.text.isEmpty)
    }

    @Test("the signed file is for its owner and for those who see everybody's pay, and holds the same sum")
    func signed() async throws {
        let office = try await Office.shared()
        let own = try await office.ask(.get, "/pay/2026-01/statement/signed", as: "anna")
        #expect(own.status == 200)
        #expect(own.header("Content-Disposition") == "attachment; filename=\"statement-2026-01.json\"")
        #expect(own.text.contains("\"5000.00\"") && own.text.contains("\"signature\""))
        #expect(try await office.ask(.get, "/people/anna/pay/2026-01/statement/signed", as: "dina").status == 200)
        #expect(try await office.ask(.get, "/people/anna/pay/2026-01/statement/signed", as: "vera").status == 404)
    }

    @Test(
        "a name that is markup is a name",
        arguments: ["<script>alert(1)</script>", "\"><img src=x onerror=y>", "&lt;b&gt;"])
    func hostileName(_ name: String) async throws {
        let office = try await Office(hostileName: name).prepared()
        for path in [
            "/people/anna/pay/2026-01", "/people/anna/pay/2026-01/statement", "/periods/2026-01", "/find?q=anna",
        ] {
            let answer = try await office.ask(.get, path, as: "dina")
            #expect(answer.status == 200, "\(path)")
            // The one script of a page is a file of ours.
            let own = "<script type=\"module\" src=\"/assets/\(Assets.scriptName)\"></script>"
            #expect(answer.text.split(separator: own).count == 2, "\(path)")
            let rest = answer.text.replacing(own, with: "")
            #expect(!rest.contains("<script") && !rest.contains("<img"), "\(path)")
        }
    }
}
