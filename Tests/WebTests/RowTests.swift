import Company
import Foundation
import HTML
import HTTPTypes
import Payroll
import Storage
import Testing

@testable import Web

/// Targets and assignments written in the browser.
@Suite("Rows written in the browser")
struct RowTests {
    private func target(_ office: Office, _ person: String, _ period: String) throws -> String? {
        let key = ["sales", person, period].joined(separator: "\u{1F}")
        return try office.workspace.read { try $0.rows(of: "targets", keys: [key]) }.first?.cell("value")
    }

    private static let address = "/data/targets?metric=sales&from=2026-01"

    /// The form as a browser sends it, with some fields filled in otherwise.
    private func form(_ page: Answered, _ changes: [String: String]) -> [(String, String)] {
        var fields: [(String, String)] = []
        let start = page.text.range(of: "method=\"post\" action=\"/data/targets\"")?.upperBound ?? page.text.endIndex
        let form = page.text[start...].components(separatedBy: "</form>").first ?? ""
        for part in form.components(separatedBy: "<input").dropFirst() {
            let tag = part.prefix { $0 != ">" }
            guard let name = value("name", of: tag), name != "token" else { continue }
            fields.append((name, changes[name] ?? value("value", of: tag) ?? ""))
        }
        return fields
    }

    private func value(_ name: String, of tag: Substring) -> String? {
        guard let start = tag.range(of: " \(name)=\"") else { return nil }
        return String(tag[start.upperBound...].prefix { $0 != "\"" })
    }

    @Test("targets are saved all at once, in the numbers of the reader's language, and cancelled by an empty cell")
    func targets() async throws {
        let office = try await Office().prepared()
        let page = try await office.ask(.get, Self.address, as: "lena")
        #expect(page.status == 200 && page.text.contains("v.anna.2026-02"))
        let filled = form(page, ["v.anna.2026-02": "2,000,000.50", "v.boris.2026-02": "30"])
        #expect(try await office.ask(.post, "/data/targets", as: "lena", form: filled).status == 303)
        #expect(try target(office, "anna", "2026-02")?.hasPrefix("2000000.5") == true)
        let again = try await office.ask(.get, Self.address, as: "lena")
        let emptied = form(again, ["v.boris.2026-02": ""])
        #expect(try await office.ask(.post, "/data/targets", as: "lena", form: emptied).status == 303)
        #expect(try target(office, "boris", "2026-02") == nil)
        #expect(try target(office, "anna", "2026-02") != nil)
        let actors = try office.server.site.company.cycle().history().filter {
            if case .imported = $0.deed { true } else { false }
        }.map(\.actor)
        #expect(actors.suffix(2) == ["lena", "lena"])
    }

    @Test("what is no number is told at its field, and nothing is saved")
    func numbers() async throws {
        let office = try await Office().prepared()
        let page = try await office.ask(.get, Self.address, as: "lena")
        let filled = form(page, ["v.anna.2026-02": "100", "v.boris.2026-02": "many"])
        let refused = try await office.ask(.post, "/data/targets", as: "lena", form: filled)
        #expect(
            refused.status == 422 && refused.text.contains("value=\"many\"") && refused.text.contains("value=\"100\""))
        #expect(try target(office, "anna", "2026-02") == nil)
    }

    @Test("of two editors the second is told, keeps what was typed, and may save again")
    func editors() async throws {
        let office = try await Office().prepared()
        let first = try await office.ask(.get, Self.address, as: "lena")
        let second = first
        let one = form(first, ["v.anna.2026-02": "100"])
        #expect(try await office.ask(.post, "/data/targets", as: "lena", form: one).status == 303)
        let two = form(second, ["v.anna.2026-02": "200", "v.boris.2026-02": "5"])
        let told = try await office.ask(.post, "/data/targets", as: "lena", form: two)
        #expect(told.status == 412 && told.text.contains("Now it is 100") && told.text.contains("value=\"200\""))
        #expect(
            try target(office, "anna", "2026-02")?.hasPrefix("100") == true && target(office, "boris", "2026-02") == nil
        )
        #expect(try await office.ask(.post, "/data/targets", as: "lena", form: form(told, [:])).status == 303)
        #expect(try target(office, "anna", "2026-02")?.hasPrefix("200") == true)
        #expect(try target(office, "boris", "2026-02")?.hasPrefix("5") == true)
    }

    @Test("finance sees targets and does not write them")
    func rights() async throws {
        let office = try await Office().prepared()
        let page = try await office.ask(.get, Self.address, as: "dina")
        #expect(page.status == 200 && !page.text.contains("v.anna.2026-02"))
        #expect(try await office.ask(.post, "/data/targets", as: "dina", form: []).status == 403)
    }

    @Test("an assignment ends on a day, and of two who change it the second is told")
    func assignment() async throws {
        let office = try await Office().prepared()
        let list = try await office.ask(.get, "/data/assignments", as: "lena")
        let path = try #require(
            list.text.components(separatedBy: "href=\"").map { String($0.prefix { $0 != "\"" }) }
                .filter { $0.hasPrefix("/data/assignments/") && !$0.hasSuffix("new") }.dropFirst().first)
        let page = try await office.ask(.get, path, as: "lena")
        let digest = try #require(page.hidden("digest"))
        let form = [
            ("digest", digest), ("manager", "vera"), ("until", "2026-12-01"), ("share", ""), ("base_pay", ""),
        ]
        #expect(try await office.ask(.post, path, as: "lena", form: form).status == 303)
        let rows = try office.workspace.read { try $0.tables { kind, _ in kind == "assignments" } }
        let ends = rows.flatMap { table in
            table.rows.map { $0.cells[table.columns.firstIndex(of: "until") ?? 0] }
        }
        #expect(ends.contains("2026-12-01"))
        let told = try await office.ask(.post, path, as: "dina", form: form)
        #expect(told.status == 412 && told.text.contains("Somebody else"))
    }

    @Test("an assignment that does not fit is refused at its field, and nothing is saved")
    func unfit() async throws {
        let office = try await Office().prepared()
        let page = try await office.ask(.get, "/data/assignments/new", as: "lena")
        let digest = try #require(page.hidden("digest"))
        let form = [
            ("digest", digest), ("person", "anna"), ("position", "seller"), ("unit", "north"), ("manager", ""),
            ("from", "2026-13-01"), ("until", ""), ("share", ""), ("base_pay", ""),
        ]
        let refused = try await office.ask(.post, "/data/assignments/new", as: "lena", form: form)
        #expect(refused.status == 422 && refused.text.contains("value=\"2026-13-01\""))
        let missing = try await office.ask(.post, "/data/assignments/new", as: "lena", form: [("digest", digest)])
        #expect(missing.status == 422)
    }

    @Test(
        "numbers are read in the language of whoever writes",
        arguments: [
            ("2 000 000,50", PageLanguage.ru, "2000000.50"), ("2,000,000.50", .en, "2000000.50"), ("1,5", .ru, "1.5"),
            ("1,5", .en, nil), ("1,234", .en, "1234"), ("1,234", .ru, "1.234"), ("25%", .ru, "25%"), ("-3", .en, "-3"),
            ("", .en, nil), ("1.2.3", .en, nil), ("1e9", .en, nil), ("12,34,567", .en, nil), ("=1", .en, nil),
            ("99999999999999999", .en, nil),
        ] as [(String, PageLanguage, String?)])
    func plain(_ text: String, _ language: PageLanguage, _ plain: String?) {
        #expect(EnteredNumber.plain(text, language) == plain)
    }
}

/// Targets that a head proposes for his people.
@Suite("Proposed targets")
struct TargetProposalTests {
    @Test("a head proposes for his people of those days; nothing counts before it is accepted")
    func proposals() async throws {
        let office = try await Office().prepared()
        let address = "/team/targets?metric=sales&from=2026-01"
        let page = try await office.ask(.get, address, as: "vera")
        #expect(page.status == 200 && page.text.contains("v.anna.2026-02") && page.text.contains("v.boris.2026-02"))
        #expect(!page.text.contains("v.dina.2026-02") && !page.text.contains("v.gleb.2026-02"))
        let form = [
            ("metric", "sales"), ("from", "2026-01"), ("first", "0"), ("v.anna.2026-02", "500,000"),
            ("v.boris.2026-02", "7"), ("v.dina.2026-02", "1"),
        ]
        #expect(try await office.ask(.post, "/team/targets", as: "vera", form: form).status == 303)
        let cycle = try office.server.site.company.cycle()
        let proposals = try cycle.targetProposals()
        #expect(proposals.map(\.value) == ["500000", "7"] && proposals.allSatisfy { $0.actor == "vera" })
        #expect(try office.workspace.read { try $0.tables { kind, _ in kind == "targets" } }.flatMap(\.rows).isEmpty)

        let waiting = try await office.ask(.get, "/data/targets?metric=sales&from=2026-01", as: "lena")
        #expect(waiting.text.contains("proposed by"))
        let decisions = proposals.map { proposal in
            ("p.sales.\(proposal.subject).2026-02.\(proposal.version)", proposal.subject == "anna" ? "0" : "1")
        }
        let decided = try await office.ask(
            .post, "/data/targets/decisions", as: "lena", form: [("metric", "sales")] + decisions)
        #expect(decided.status == 303)
        let key = ["sales", "anna", "2026-02"].joined(separator: "\u{1F}")
        let rows = try office.workspace.read { try $0.tables { kind, _ in kind == "targets" } }.flatMap(\.rows)
        #expect(rows.map(\.key) == [key])
        #expect(try cycle.targetProposals().isEmpty)
    }

    @Test("whoever is nobody's head proposes nothing")
    func others() async throws {
        let office = try await Office().prepared()
        #expect(try await office.ask(.get, "/team/targets", as: "anna").status == 403)
        #expect(try await office.ask(.post, "/data/targets/decisions", as: "vera", form: []).status == 403)
        #expect(throws: PayrollFailure.self) {
            try office.server.site.company.cycle().propose(
                targets: [("sales", "gleb", "2026-02", "1")],
                by: Principal(person: "vera", rights: Role.head.rights, team: ["anna"]))
        }
    }
}
