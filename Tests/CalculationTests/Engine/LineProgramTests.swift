import Company
import Formulas
import Messages
import Quantities
import Testing

@testable import Calculation

@Suite("Programs over lines: which figures have one, and what they give")
struct LineProgramTests {
    private static let tables = [
        "clients.csv": "id,segment,level\nc1,key,5\nc2,small,0.5\n",
        "products.csv": "id,group\ng1,small\ng2,key\n",
        "sale.csv": """
        id,date,paid,seller,client,product,amount,cost
        1,2026-01-10,2026-02-01,anna,c1,g1,100.00,40.00
        2,2026-01-20,,anna,c2,g2,33.35,
        3,,2026-01-05,anna,,g2,1.00,1.00
        4,2026-02-03,2026-02-05,boris,c1,g2,-20.00,5.00
        """,
    ]

    private static func isCount(_ value: String) -> Bool { value.hasPrefix("count") || value.hasPrefix("distinct") }

    private func company(_ value: String, credit: String = "sale.seller") throws -> TestCompany {
        try TestCompany(
            staff: "anna boris",
            """
            records: {client: {fields: {segment: text?, level: number}}, product: {fields: {group: text}}}
            events:
              sale:
                fields: {date: day?, paid: day?, seller: person, client: client?, product: product, amount: money, cost: money?}
                credit: \(credit)
            metrics: {m: {unit: \(Self.isCount(value) ? "pieces" : "RUB"), value: '\(value)'}}
            """, Self.tables)
    }

    @Test(
        "Anna's January",
        arguments: [
            ("sum(sale.amount)", "133.35"), ("sum(sale.cost)", "40"), ("count(sale)", "2"),
            ("count(sale where sale.cost is empty)", "1"), ("distinct(sale.client)", "2"),
            ("sum(sale.amount where sale.cost < 50 RUB)", "100"),
            ("sum(sale.amount where sale.cost != 40 RUB)", "33.35"),
            // Equal digits, two numbers: 0.5 and 5 roubles.
            ("sum(sale.amount * 0.5 + 5 RUB)", "76.675"), ("sum(sale.amount * 0.5 - 0.5 RUB + 5 RUB)", "75.675"),
            // Equal codes, two dictionaries: the segment of the first client is the second group.
            ("count(sale where sale.client.segment = \"key\" and sale.product.group = \"small\")", "1"),
            ("count(sale where sale.client.segment = \"key\" or sale.product.group = \"key\")", "2"),
            // Half a kopeck to the even one: 16.675 → 16.68, and away from zero.
            ("sum(round_half_even(sale.amount * 0.5, 2))", "66.68"), ("sum(round(sale.amount, 1))", "133.4"),
            ("sum(sale.amount * otherwise(sale.client.level, 1))", "516.675"),
            ("count(sale where sale.paid - sale.date > 20 days)", "1"),
        ])
    func figures(value: String, expected: String) async throws {
        let company = try company(value)
        let engine = await LineEngine.computed(company.model)
        let number = try #require(company.model.aggregates.indices.first)
        #expect(engine.layout.places[number] != nil, "\(value) has no program")
        let days = try company.range("2026-01")
        let parts = [GroupPart(person: try company.person("anna"), days: days)]
        #expect(engine.figure(number, of: parts, in: days).value?.description == expected)
        #expect(company.engine.figure(number, of: parts, in: days).value?.description == expected)
    }

    @Test(
        "no program, but the same figure",
        arguments: [
            "sum(sale.amount / 3)", "count(sale where sale.client.segment = sale.product.group)", "median(sale.amount)",
            "average(sale.amount)", "max(sale.amount)", "sum(sale.amount * 90 000 000 000 * 900 000 000)",
        ])
    func without(value: String) async throws {
        let company = try company(value)
        let engine = await LineEngine.computed(company.model)
        let number = try #require(company.model.aggregates.indices.first)
        #expect(engine.layout.places[number] == nil)
        let days = try company.range("2026-01")
        let parts = [GroupPart(person: try company.person("anna"), days: days)]
        #expect(engine.figure(number, of: parts, in: days) == company.engine.figure(number, of: parts, in: days))
    }

    @Test(
        "shared events are divided among their lines to the kopeck, without a look at each event",
        arguments: [
            // 100.01 by thirds is 33.34, 33.33 and 33.34; 70 % of 33.35 are 23.345, and the odd kopeck is a's.
            ("sum(sale.amount)", ["56.69", "43.33", "33.34"]),
            ("sum(sale.amount where sale.kind = \"R\")", ["23.35", "10", "0"]),
            // Days have no smallest amount: 0.333333333 × 22 + 0.7 × 3.
            ("sum(sale.paid - sale.date)", ["9.433333326", "8.233333326", "7.333333348"]),
            ("sum(sale.cost)", ["13.33", "13.33", "13.34"]),
        ])
    func shared(value: String, expected: [String]) async throws {
        let unit = value.contains("paid") ? "days" : "RUB"
        let company = try TestCompany(
            staff: "a b c",
            """
            events:
              sale:
                fields: {date: day, paid: day, seller: person, kind: text, amount: money, cost: money?}
                credit: split(share, sale.seller)
            splits: {share: {of: sale}}
            metrics: {m: {unit: \(unit), value: '\(value)'}}
            """,
            [
                "sale.csv": """
                id,date,paid,seller,kind,amount,cost
                1,2026-01-10,2026-02-01,a,S,100.01,40.00
                2,2026-01-20,2026-01-23,a,R,33.35,
                3,2026-02-03,2026-02-05,c,R,-20.00,5.00
                """,
                "share.csv": """
                sale,person,share
                1,a,33.3333333%
                1,b,33.3333333%
                1,c,33.3333334%
                2,a,70%
                2,b,30%
                """,
            ])
        let engine = await LineEngine.computed(company.model)
        let number = try #require(company.model.aggregates.indices.first)
        #expect(engine.layout.places[number] != nil, "\(value) is asked event by event")
        for (person, expected) in zip(["a", "b", "c"], expected) {
            let days = try company.range("2026-01")
            let parts = [GroupPart(person: try company.person(person), days: days)]
            #expect(engine.figure(number, of: parts, in: days).value?.description == expected, "\(person)")
            #expect(company.engine.figure(number, of: parts, in: days).value?.description == expected, "\(person)")
        }
    }
}
