import Company
import Foundation
import HTTPTypes
import Testing

@testable import Web

/// Cards of figures, and people beside each other.
@Suite("Figures and comparisons")
struct KPIAndTeamTests {
    @Test("a card shows its formula and the reader's own figures, and nobody else's")
    func card() async throws {
        let office = try await Office.shared()
        let anna = try await office.ask(.get, "/kpis/sales", as: "anna")
        #expect(anna.status == 200 && anna.text.contains("sum(sale.amount)"))
        // Anna's February: 70 000; the January of all of Vera's people is not hers.
        #expect(anna.text.contains("70,000.00") && !anna.text.contains("110,000.00"))
        let ivan = try await office.ask(.get, "/kpis/sales", as: "ivan")
        #expect(ivan.status == 200 && !ivan.text.contains("70,000.00"))
        #expect(try await office.ask(.get, "/kpis/nothing", as: "anna").status == 404)
    }

    @Test("a head's figure is that of those who report to him")
    func head() async throws {
        let office = try await Office.shared()
        let vera = try await office.ask(.get, "/kpis/sales", as: "vera")
        #expect(vera.text.contains("70,000.00") && vera.text.contains("with those who report to you"))
    }

    @Test("the library is listed, and by position")
    func library() async throws {
        let office = try await Office.shared()
        let all = try await office.ask(.get, "/kpis", as: "anna")
        #expect(all.status == 200 && all.text.contains("K1"))
        let none = try await office.ask(.get, "/kpis?position=astronaut", as: "anna")
        #expect(none.text.contains("The library has none like that"))
    }

    @Test("fewer than five are not compared, neither people nor units")
    func fewerThanFive() async throws {
        let office = try await Office.shared()
        let people = try await office.ask(.get, "/team?period=2026-01&view=compare", as: "vera")
        #expect(people.status == 200 && people.text.contains("Groups not shown: 1"))
        #expect(!people.text.contains("50,000.00"))
        let units = try await office.ask(.get, "/team?period=2026-01&view=units", as: "vera")
        #expect(units.status == 200 && units.text.contains("Units not shown: 1"))
    }

    /// North: Vera, Anna and Boris; south below it: Gleb, whom Vera does not see in January.
    private static func budgets(south: String) async throws -> Office {
        let text = String(decoding: Office.text[0].bytes, as: UTF8.self).replacing(
            "metrics:", with: "metrics:\n  pay_budget: {unit: RUB, value: entered}")
        return try await Office(
            text: text.replacing("units: {north: North}", with: "units: {north: North, south: South}"),
            tables: [
                "people.csv": "id,name\nanna,Anna\nboris,Boris\ngleb,Gleb\nvera,Vera\ndina,Dina\n",
                "assignments.csv": """
                person,position,unit,manager,from,until
                vera,head,north,,2025-01-01,
                anna,seller,north,vera,2025-01-01,
                boris,seller,north,vera,2026-01-15,
                gleb,seller,\(south),,2025-01-01,

                """,
                "sale.csv": """
                id,date,seller,amount
                1,2026-01-10,anna,50000
                2,2026-01-20,boris,60000
                3,2026-01-25,gleb,10000

                """,
                "targets.csv": "metric,subject,period,value\npay_budget,north,2026-01,12400\n",
            ]
        ).prepared()
    }

    @Test("a unit's pay stands beside its budget: the target of the metric for it")
    func budget() async throws {
        let office = try await Self.budgets(south: "south")
        // Anna 5 000, Boris 6 000, Vera one per cent of 110 000.
        for person in ["vera", "dina"] {
            let page = try await office.ask(.get, "/team?period=2026-01&view=units", as: person)
            #expect(page.text.contains("12,400.00") && page.text.contains("12,100.00"), "\(page.card("budgets"))")
            #expect(page.text.contains("300.00"))
        }
        // Where nobody has said what a budget is, pages say nothing of it.
        let without = try await Office.shared().ask(.get, "/team?period=2026-01&view=units", as: "dina")
        #expect(!without.text.contains("Budget"))
    }

    @Test("of a unit with people whom the reader does not see no sum is told, only the budget")
    func budgetOfOthers() async throws {
        let office = try await Self.budgets(south: "north")
        let vera = try await office.ask(.get, "/team?period=2026-01&view=units", as: "vera")
        #expect(vera.text.contains("12,400.00") && !vera.text.contains("12,100.00"), "\(vera.card("budgets"))")
        #expect(vera.text.contains("some of its people are not yours to see"))
        let dina = try await office.ask(.get, "/team?period=2026-01&view=units", as: "dina")
        #expect(dina.text.contains("13,100.00"))
    }

    @Test("five on one plan stand beside each other, whoever is nearest to his step first")
    func five() async throws {
        let office = try await Office(text: Self.text, tables: Self.tables).prepared()
        let page = try await office.ask(.get, "/team?period=2026-01&view=compare", as: "dina")
        #expect(page.status == 200)
        // Steps at 100 000: a sells 90 000, b 80 000 …; e has passed it and stands last.
        let places = ["Anna", "Boris", "Clara", "Denis", "Elena"].map { name in
            page.text.range(of: ">\(name)<")?.lowerBound
        }
        #expect(places.allSatisfy { $0 != nil })
        #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
        #expect(page.text.contains("10\u{A0}000.00\u{A0}RUB more to 100\u{A0}000.00\u{A0}RUB"))
        #expect(page.text.contains("all steps are reached"))
        let units = try await office.ask(.get, "/team?period=2026-01&view=units", as: "dina")
        #expect(units.text.contains("/team/north?period=2026-01"))
        let unit = try await office.ask(.get, "/team/north?period=2026-01", as: "dina")
        #expect(unit.status == 200 && unit.text.contains("Clara"))
        #expect(try await office.ask(.get, "/team/nowhere?period=2026-01", as: "dina").status == 404)
    }

    static let text = """
        company: {name: {en: Test, ru: Проба}, currency: RUB}
        positions: {seller: Seller, office: {title: Office, plan: none}}
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
            components:
              commission: {commission: sales, tiers: {marginal: {0 RUB: 5%, 100 000 RUB: 10%}}}
        """

    static let tables = [
        "people.csv": """
        id,name
        anna,Anna
        boris,Boris
        clara,Clara
        denis,Denis
        elena,Elena
        vera,Vera
        lena,Lena
        dina,Dina
        egor,Egor
        olga,Olga
        ivan,Ivan

        """,
        "assignments.csv": """
        person,position,unit,manager,from,until
        anna,seller,north,vera,2025-01-01,
        boris,seller,north,vera,2025-01-01,
        clara,seller,north,vera,2025-01-01,
        denis,seller,north,vera,2025-01-01,
        elena,seller,north,vera,2025-01-01,
        dina,office,north,,2025-01-01,

        """,
        "sale.csv": """
        id,date,seller,amount
        1,2026-01-10,anna,90000
        2,2026-01-10,boris,80000
        3,2026-01-10,clara,70000
        4,2026-01-10,denis,60000
        5,2026-01-10,elena,150000

        """,
    ]
}
