import HTTPTypes
import TestPrograms
import Testing

@testable import Web

/// Statements and approval sheets that are taken along: the rights of their pages, the digits of their pages.
@Suite("Documents")
struct DocumentTests {
    @Test(
        "a statement as a file is there for whoever may see its page, and for nobody else",
        arguments: ["pdf", "xlsx"],
        [
            ("anna", "anna", 200), ("anna", "boris", 404), ("vera", "anna", 200), ("vera", "gleb", 404),
            ("lena", "gleb", 200), ("ivan", "anna", 404), ("dina", "nobody", 404),
        ])
    func rights(_ form: String, _ case: (reader: String, person: String, status: Int)) async throws {
        let office = try await Office.shared()
        let path = "/people/\(`case`.person)/pay/2026-01/statement.\(form)"
        let answer = try await office.ask(.get, path, as: `case`.reader)
        #expect(answer.status == `case`.status)
        guard answer.status == 200 else { return }
        let own = `case`.reader == `case`.person ? "" : "-\(`case`.person)"
        #expect(
            answer.header("Content-Disposition") == "attachment; filename=\"statement\(own)-2026-01.\(form)\"")
        #expect(answer.header("Cache-Control")?.contains("no-store") == true)
        let type =
            form == "pdf" ? "application/pdf" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        #expect(answer.header("Content-Type") == type)
    }

    @Test("a period that is not calculated has no document, and says so", arguments: ["pdf", "xlsx"])
    func notCalculated(_ form: String) async throws {
        let office = try await Office.shared()
        let statement = try await office.ask(.get, "/pay/2026-02/statement.\(form)", as: "anna")
        #expect(statement.status == 404 && statement.text.contains("2026-02"), "\(statement.text)")
        let sheet = try await office.ask(.get, "/periods/2026-02/approval.pdf", as: "dina")
        #expect(sheet.status == 404 && sheet.text.contains("2026-02"), "\(sheet.text)")
    }

    @Test("the page leads to its files")
    func links() async throws {
        let office = try await Office.shared()
        let page = try await office.ask(.get, "/pay/2026-01/statement", as: "anna").text
        #expect(page.contains("href=\"/pay/2026-01/statement.pdf\"") && page.contains("statement.pdf?events=all"))
        #expect(page.contains("href=\"/pay/2026-01/statement.xlsx\""))
        let period = try await office.ask(.get, "/periods/2026-01", as: "dina").text
        #expect(period.contains("href=\"/periods/2026-01/approval.pdf\""))
    }

    @Test(
        "paper says what the page says", .enabled(if: Poppler.isInstalled, Comment(rawValue: Poppler.absence)),
        arguments: [("en", "5,000.00"), ("ru", "5 000,00")])
    func sameDigits(_ language: String, _ amount: String) async throws {
        let office = try await Office.shared()
        let answer = try await office.ask(
            .get, "/pay/2026-01/statement.pdf", as: "anna", headers: ["Accept-Language": language])
        let text = try Poppler(answer.bytes).pages.joined().replacing("\u{A0}", with: " ")
        #expect(text.contains(amount) && text.contains("sale.csv:2"), "\(text)")
    }
}
