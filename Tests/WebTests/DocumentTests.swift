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

    /// Anna's sales of January reach 80 % of her target, which pays 8 000.00 of 10 000.00; there is a fee of 500.00 beside it.
    private static func onTarget() async throws -> Office {
        let text = """
            company: {name: {en: Test, ru: Проба}, currency: RUB}
            positions: {seller: Seller, head: Head, office: {title: Office, plan: none}}
            units: {north: North}
            events:
              sale:
                fields: {date: day, seller: person, amount: money}
                credit: sale.seller
            metrics:
              sales: {unit: RUB, value: sum(sale.amount)}
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 10 000 RUB
                components:
                  card: {title: Scorecard, scorecard: [{kpi: sales, weight: 100%, target: 62 500 RUB}]}
                  fee: {title: Fee, commission: sales, rate: 1%}
            """
        return try await Office(text: text).prepared()
    }

    @Test("the way to what is payable begins with pay on target, on the page and on paper")
    func fromTarget() async throws {
        let office = try await Self.onTarget()
        let page = try await office.ask(.get, "/pay/2026-01/statement", as: "anna")
        let card = page.card("waterfall")
        for words in ["Pay on target", "10,000.00", "−2,000.00", "+500.00", "8,500.00"] {
            #expect(card.contains(words), "\(words) in \(card)")
        }
        guard Poppler.isInstalled else { return }
        let file = try await office.ask(
            .get, "/pay/2026-01/statement.pdf", as: "anna", headers: ["Accept-Language": "ru"])
        let text = try Poppler(file.bytes).pages.joined().replacing("\u{A0}", with: " ")
        #expect(text.contains("Целевая выплата"), "\(text)")
        // Where nobody has said what is paid on target, it begins with nothing.
        let plain = try await Office.shared().ask(.get, "/pay/2026-01/statement", as: "anna")
        #expect(!plain.text.contains("Pay on target"))
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
