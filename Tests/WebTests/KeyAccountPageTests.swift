import Foundation
import HTTPTypes
import Testing

@testable import Web

/// Key account work in the browser: who sees what, in both languages.
@Suite("Pages of key accounts")
struct KeyAccountPageTests {
    /// Who sees a page: the account manager, his head, a colleague, an auditor, an analyst, an administrator.
    private static let readers = ["anna", "vera", "boris", "olga", "lena", "ivan"]
    private static let seen: [(path: String, by: Set<String>)] = [
        ("/week", ["anna", "vera", "boris", "olga", "lena", "ivan"]),
        ("/week?of=anna", ["anna", "vera", "olga", "lena"]), ("/week?of=nobody", []),
        ("/accounts", ["anna", "vera", "boris", "olga", "lena", "ivan"]),
        ("/accounts?of=anna", ["anna", "vera", "olga", "lena"]),
        ("/accounts/c1", ["anna", "vera", "olga", "lena"]), ("/accounts/c9", []),
        ("/meetings/m1", ["anna", "vera", "olga", "lena"]), ("/meetings/m0", ["anna", "vera", "olga", "lena"]),
        ("/meetings/m9", []), ("/radar", ["anna", "vera", "boris", "olga", "lena", "ivan"]),
        ("/radar?of=line", ["anna", "vera", "boris", "olga", "lena", "ivan"]),
        ("/radar?rule=R3", ["anna", "vera", "boris", "olga", "lena", "ivan"]), ("/radar?rule=R99", []),
        ("/rounds", ["anna", "vera", "boris", "olga", "lena", "ivan"]),
        ("/rounds/2026-S1", ["anna", "vera", "boris", "olga", "lena", "ivan"]), ("/rounds/2026-S9", []),
        ("/suggestions", ["anna", "vera", "boris", "olga", "lena", "ivan"]),
        ("/learning", ["anna", "vera", "boris", "olga", "lena", "ivan"]),
        ("/accounts/c1?day=2026-01-15", ["anna", "vera", "olga", "lena"]), ("/accounts/c1?day=soon", []),
    ]

    @Test("each page is there for those who may see it, in Russian and in English", arguments: 0..<seen.count)
    func pages(_ number: Int) async throws {
        let office = try await AccountOffice.shared()
        let (path, readers) = Self.seen[number]
        for reader in Self.readers {
            for language in ["ru", "en"] {
                let answer = try await office.ask(
                    .get, path, as: reader, headers: ["Accept-Language": language])
                #expect(answer.status == (readers.contains(reader) ? 200 : 404), "\(reader) \(path) \(answer.status)")
                #expect(answer.text.contains("<html lang=\"\(language)\""), "\(path)")
                if answer.status == 200, language == "ru" {
                    let words = Self.seenWords(answer.text)
                    #expect(words.isEmpty, "\(reader) \(path): \(words)")
                }
            }
        }
    }

    /// Latin words of a Russian page that are no addresses, currencies or places of rows.
    private static func seenWords(_ html: String) -> [String] {
        let body = html.range(of: "<main").map { String(html[$0.lowerBound...]) } ?? html
        let main = body.range(of: "</main>").map { String(body[..<$0.lowerBound]) } ?? body
        let text = main.replacing(/<[^>]*>/, with: " ").replacing(/[\w\/]+\.csv[:\d]*/, with: " ")
            .replacing("ilina@example.org", with: " ")
        return text.matches(of: /[A-Za-z]{3,}/).map { String($0.output) }.filter { $0 != "RUB" }
    }

    @Test("a client of others and one that there is not are told in the same words")
    func alike() async throws {
        let office = try await AccountOffice.shared()
        let foreign = try await office.ask(.get, "/accounts/c1", as: "boris")
        let unknown = try await office.ask(.get, "/accounts/c9", as: "boris")
        #expect(foreign.status == 404 && foreign.text.replacing("Fc1", with: "Fc9") == unknown.text)
    }

    @Test(
        "a company that keeps no book has no such pages", arguments: ["/week", "/accounts", "/accounts/c1", "/radar"])
    func noBook(_ path: String) async throws {
        #expect(try await Office.shared().ask(.get, path, as: "anna").status == 404)
    }

    @Test("the week says whom to call, what is overdue, what a sheet lacks and what it means for pay")
    func week() async throws {
        let office = try await AccountOffice.shared()
        let text = try await office.ask(.get, "/week", as: "anna", headers: ["Accept-Language": "ru"]).text
        #expect(text.contains("Позвонить: Иван Котов, логистика"))
        #expect(text.contains("просрочено 8\u{A0}дней"))
        #expect(text.contains("Расчёт доставки по трём складам"))
        #expect(text.contains("Вера Лисина: зачем — от 40 знаков"))
        #expect(text.contains("Что это значит для выплаты, 2026-Q1"))
        let head = try await office.ask(.get, "/week?of=anna", as: "vera", headers: ["Accept-Language": "en"]).text
        #expect(head.contains("Анна Орлова") && head.contains("8\u{A0}days overdue"))
    }

    @Test("what is about somebody's own habits and learning only he sees")
    func personal() async throws {
        let office = try await AccountOffice.shared()
        let own = try await office.ask(.get, "/radar", as: "anna", headers: ["Accept-Language": "en"]).text
        #expect(own.contains("No listening of late") && own.contains("Learning stops"))
        for (reader, path) in [
            ("vera", "/week?of=anna"), ("vera", "/radar"), ("vera", "/radar?of=line"), ("olga", "/radar?of=line"),
            ("olga", "/week?of=anna"), ("lena", "/accounts"),
        ] {
            let text = try await office.ask(.get, path, as: reader, headers: ["Accept-Language": "en"]).text
            #expect(!text.contains("No listening of late") && !text.contains("Learning stops"), "\(reader) \(path)")
        }
    }

    @Test(
        "a contact's mail is for those who look after the client, what somebody wrote after a meeting for him and his head"
    )
    func ownWords() async throws {
        let office = try await AccountOffice.shared()
        for (reader, isSeen) in [("anna", true), ("vera", false), ("olga", false), ("lena", false)] {
            let text = try await office.ask(.get, "/accounts/c1", as: reader).text
            #expect(text.contains("ilina@example.org") == isSeen, "\(reader)")
        }
        for (reader, isSeen) in [("anna", true), ("vera", true), ("olga", false), ("lena", false)] {
            let text = try await office.ask(.get, "/meetings/m0", as: reader).text
            #expect(text.contains("Не спросили склад") == isSeen, "\(reader)")
        }
    }

    @Test("the sheet of a meeting says who comes why, and who may come unasked")
    func sheet() async throws {
        let office = try await AccountOffice.shared()
        let text = try await office.ask(.get, "/meetings/m1", as: "anna", headers: ["Accept-Language": "ru"]).text
        #expect(text.contains("Показать выполнение плана и договориться о трёх действиях."))
        #expect(text.contains("Могут прийти без приглашения") && text.contains("Ольга Ильина"))
        #expect(text.contains("Бюджет вырастет весной"))
    }

    @Test("an open round shows a department its own scores only, a closed one how far departments agree")
    func rounds() async throws {
        let office = try await AccountOffice.shared()
        func open(_ reader: String) async throws -> String {
            try await office.ask(.get, "/rounds/2026-S2", as: reader, headers: ["Accept-Language": "en"]).text
        }
        let (vera, dina, anna) = (try await open("vera"), try await open("dina"), try await open("anna"))
        #expect(vera.contains("value=\"10\"") && !vera.contains("value=\"3\""))
        #expect(dina.contains("value=\"3\"") && !dina.contains("value=\"10\""))
        #expect(!anna.contains("value=\"10\"") && !anna.contains("value=\"3\""))
        let closed = try await office.ask(.get, "/rounds/2026-S1", as: "anna", headers: ["Accept-Language": "en"]).text
        #expect(closed.contains("W = ") || closed.contains("at least"))
        #expect(closed.contains("session needed") && closed.contains("Изумруд"))
    }

    @Test("the header leads there only whom it concerns")
    func navigation() async throws {
        let office = try await AccountOffice.shared()
        _ = try await office.ask(.get, "/week", as: "anna")
        for (reader, week, accounts) in [
            ("anna", true, true), ("vera", true, true), ("olga", false, true), ("ivan", false, false),
        ] {
            let text = try await office.ask(.get, "/account", as: reader).text
            #expect(text.contains("href=\"/week\"") == week, "\(reader)")
            #expect(text.contains("href=\"/accounts\"") == accounts, "\(reader)")
        }
    }
}
