import Company
import Credentials
import HTTPTypes
import Payroll
import Storage
import Testing

@testable import Web

/// Figures, units and what has moved pay, by program.
@Suite("Figures by API")
struct FiguresAPITests {
    @Test("everybody reads what figures there are, and of one his own periods")
    func kpis() async throws {
        let office = try await Office().prepared()
        let kpis = try await office.call(.get, "/kpis", as: "anna").json["kpis"]?.list ?? []
        #expect(kpis.map { $0["id"]?.text } == ["sales"] && kpis[0]["formula"]?.text == "sum(sale.amount)")
        let card = try await office.call(.get, "/kpis/sales", as: "anna").json
        let periods = card["periods"]?.list ?? []
        #expect(periods.count == 12 && periods.last?["period"]?.text == "2026-02")
        #expect(periods.last?["actual"]?["value"]?.text.flatMap { Double($0) } == 70_000, "\(card)")
        // A target that nobody has set is missing, and no 0.
        #expect(periods.last?["target"]?["missing"]?["reason"]?.text != nil)
        #expect(card["with_reports"] == .flag(false))
        let head = try await office.call(.get, "/kpis/sales", as: "vera").json
        #expect(head["with_reports"] == .flag(true))
        // Whoever has no assignment has no figures of his own.
        #expect(try await office.call(.get, "/kpis/sales", as: "olga").json["periods"] == nil)
        #expect(try await office.call(.get, "/kpis/nothing", as: "anna").status == 404)
    }

    @Test("a unit's pay is that of its people whom the reader may know of, and adds up")
    func units() async throws {
        let office = try await Office().prepared()
        let all = try await office.call(.get, "/units/north/pay/2026-01", as: "dina").json
        #expect(all["earned"]?["amount"]?.text == "13100.00", "\(all)")
        #expect(all["people"]?.list?.compactMap { $0["person"]?.text } == ["anna", "boris", "dina", "gleb", "vera"])
        // Of Vera's people, and on their days: Boris came on the 15th, Gleb is none of them any more.
        let own = try await office.call(.get, "/units/north/pay/2026-01", as: "vera").json
        #expect(own["people"]?.list?.compactMap { $0["person"]?.text } == ["anna", "boris"], "\(own)")
        #expect(own["people"]?.list?.last?["days"]?.list?.first?["from"]?.text == "2026-01-15")
        #expect(own["earned"]?["amount"]?.text == "11000.00")
        let first = try await office.call(.get, "/units/north/pay/2026-01?limit=2", as: "dina").json
        let next = try #require(first["next"]?.text)
        let rest = try await office.call(.get, "/units/north/pay/2026-01?limit=9&cursor=\(next)", as: "dina").json
        #expect(rest["people"]?.list?.compactMap { $0["person"]?.text } == ["dina", "gleb", "vera"])
        #expect(rest["earned"] == all["earned"])
        #expect(try await office.call(.get, "/units/north/pay/2026-01", as: "anna").status == 403)
        #expect(try await office.call(.get, "/units/nowhere/pay/2026-01", as: "dina").status == 404)
        #expect(try await office.call(.get, "/units/north/pay/2026-13", as: "dina").status == 404)
    }

    @Test("what has moved pay names the row, and its parts add up")
    func moves() async throws {
        let office = try await Office().prepared()
        let file = SourceFile(path: "sale.csv", bytes: Array("id,date,seller,amount\n5,2026-02-04,anna,1000\n".utf8))
        let site = office.server.site
        _ = try PayCycle(office.workspace, text: Office.text, threads: 1).importTables(
            [file], source: "", complete: false, by: .localOperator("dina"))
        for _ in 0..<500 where try site.live.shown(try site.company.cycle())?.isOld != false {
            try await Task.sleep(for: .milliseconds(10))
        }
        let answer = try await office.call(.get, "/people/anna/pay/2026-02/moves", as: "anna")
        let move = try #require(try answer.json["moves"]?.list?.first)
        #expect(move["cause"]?["table"]?.text == "sale" && move["cause"]?["key"] == .list([.text("5")]))
        #expect(move["cause"]?["deed"]?.text == "added" && move["component"]?.text == "commission")
        #expect(try answer.json["difference"]?["amount"]?.text == "100.00", "\(answer.text)")
        let later = site.clock().adding(3_600).description
        let none = try await office.call(.get, "/people/anna/pay/2026-02/moves?since=\(later)", as: "anna").json
        #expect(none["moves"] == .list([]) && none["difference"]?["amount"]?.text == "0.00")
        #expect(try await office.call(.get, "/people/anna/pay/2026-02/moves?since=now", as: "anna").status == 422)
        #expect(try await office.call(.get, "/people/anna/pay/2026-02/moves", as: "boris").status == 404)
    }
}
