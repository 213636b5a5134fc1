import Calculation
import Formulas
import Messages
import Quantities
import Testing

/// Sale 1 is anna's whole, sale 2 is hers and boris's in halves, sale 3 is a return that boris and she share 1 : 2.
@Suite("Figures whose lines are rounded one by one")
struct LineFormulaTests {
    private static let tables = [
        "sale.csv": """
        id,date,seller,type,group,amount,cost
        1,2026-01-10,anna,S,bikes,100.01,1
        2,2026-01-11,boris,S,parts,100.01,
        3,2026-01-12,boris,R,bikes,10.00,3
        """,
        "share.csv": """
        sale,person,share
        2,anna,50%
        2,boris,50%
        3,anna,66.6666667%
        3,boris,33.3333333%
        """,
        "group_rates.csv": "group,from,until,rate\nbikes,,2026-01-12,1.5%\nbikes,2026-01-12,,2%\n",
    ]

    private func company(_ metrics: String, computed: String = "", table: String = "") throws -> TestCompany {
        try TestCompany(
            staff: "anna boris",
            """
            events:
              sale:
                fields: {date: day, seller: person, type: text, group: text, amount: money, cost: money?}
                credit: split(share, sale.seller)
                computed:
                  signed: if sale.type = "R" then -sale.amount else sale.amount
                  credit: round_half_even(sale.signed * share, 2)
                  fee: round_half_even(sale.credit * rate(group_rates), 2)
            \(computed)
            splits: {share: {of: sale}}
            rate_tables: {group_rates: {by: {group: sale.group}, rate: percent\(table)}}
            metrics:
            \(metrics)
            """, Self.tables)
    }

    private func figure(
        _ formula: String, of subject: String, unit: String = "RUB", computed: String = "", table: String = ""
    ) throws -> String {
        try company("  m: {unit: \(unit), value: '\(formula)'}", computed: computed, table: table)
            .figure("m", of: subject, "2026-01")
    }

    @Test(
        "a value that knows its share is what the formula gives; another is divided to the kopeck",
        arguments: [
            // 100.01 + 50.00 (50.005 to even) − 6.67
            ("sum(sale.credit)", "anna", "143.34"),
            // 50.00 − 3.33: the two halves of sale 2 do not come to 100.01
            ("sum(sale.credit)", "boris", "46.67"),
            // 100.01 + 50.01 − 6.67: anna is the first of the two halves
            ("sum(sale.signed)", "anna", "143.35"),
            ("sum(sale.signed)", "boris", "46.67"),
            // The company's share of everything is 1: 100.01 + 100.01 − 10.00
            ("sum(sale.credit)", "company", "190.02"),
            ("sum(sale.credit where sale.signed < 0 RUB)", "anna", "-6.67"),
            ("sum(sale.amount * share)", "boris", "53.3383"),
        ])
    func shares(formula: String, subject: String, expected: String) throws {
        #expect(try figure(formula, of: subject) == "\(expected) RUB")
    }

    @Test(
        "the rate of a line is that of the day of the sale; what no row fits has the table's rate for the rest, or none",
        arguments: [
            // 100.01 × 1.5 % = 1.50; parts nothing; −6.67 × 2 % = −0.1334
            ("sum(sale.fee)", "", "anna", "1.37 RUB"),
            // and 50.00 × 3 % = 1.50
            ("sum(sale.fee)", ", otherwise: 3%", "anna", "2.87 RUB"),
            ("sum(sale.fee)", ", otherwise: 3%", "boris", "1.43 RUB"),
            ("max(100 RUB * rate(group_rates) + 0 * sale.amount)", ", otherwise: 3%", "boris", "3.00 RUB"),
        ])
    func rates(formula: String, table: String, subject: String, expected: String) throws {
        #expect(try figure(formula, of: subject, table: table) == expected)
    }

    @Test(
        "every function looks at lines",
        arguments: [
            ("average(sale.amount * share)", "72.3146"),  // (100.01 + 50.005 + 6.66666667) ÷ (1 + 0.5 + 0.666666667)
            ("min(sale.credit)", "-6.67"),
            ("max(sale.credit)", "100.01"),
            ("median(sale.credit)", "50.00"),
            ("last(sale.credit)", "-6.67"),
            ("sum(sale.cost * share)", "3.00"),  // 1 + 2.000000001; sale 2 has no cost and takes no part
            ("min(sale.cost * share)", "1.00"),
            ("sum(if share = 1 then sale.amount else 0 RUB)", "100.01"),
            ("sum(if share < 1 and 1 RUB / (1 - share) > 0 RUB then sale.amount else 0 RUB)", "110.01"),
        ])
    func functions(formula: String, expected: String) throws {
        #expect(try figure(formula, of: "anna") == "\(expected) RUB")
    }

    @Test("a split that nothing fills leaves whole events, whose share is 1")
    func whole() throws {
        let company = try TestCompany(
            staff: "anna", Sales.kind + "  m: {unit: RUB, value: 'sum(round_half_even(sale.amount * share * 50%, 2))'}",
            Sales.table("2026-01-10 anna 0.01", "2026-01-11 anna 0.03"))
        // 0.005 → 0.00 and 0.015 → 0.02
        #expect(try company.figure("m", of: "anna", "2026-01") == "0.02 RUB")
    }

    @Test("money for each piece makes money of pieces")
    func pieces() throws {
        let company = try TestCompany(
            staff: "anna",
            """
            events:
              sale: {fields: {date: day, seller: person, group: text, units: pieces}, credit: sale.seller}
            rate_tables: {prices: {by: {group: sale.group}, rate: money}}
            metrics: {m: {unit: RUB, value: sum(sale.units * rate(prices))}}
            """,
            [
                "sale.csv": "id,date,seller,group,units\n1,2026-01-10,anna,bikes,3\n2,2026-01-10,anna,parts,9\n",
                "prices.csv": "group,rate\nbikes,500\n",
            ])
        #expect(try company.figure("m", of: "anna", "2026-01") == "1 500.00 RUB")
    }

    @Test("the explanation lists each line with what it added")
    func explanation() throws {
        let company = try company(
            """
              m: {unit: RUB, value: sum(sale.credit)}
            plans:
              p: {for: {position: seller}, period: month, components: {pay: {commission: m, rate: 10%}}}
            """)
        let nodes = try company.explanations("anna", "2026-01").flatMap(\.nodes)
        let sum = try #require(nodes.first { $0.label.en == "sum(sale.credit)" })
        #expect(
            sum.formula?.en
                == "sum(round_half_even((if sale.type = \"R\" then -sale.amount else sale.amount) * share, 2))")
        #expect(sum.children.compactMap(\.number).map { $0.text(places: 2) } == ["100.01", "50.00", "-6.67"])
        #expect(
            sum.children.map { $0.note?.en } == [nil, "credited share 50 %", "credited share 66.6667 %"])
    }

    @Test("three pieces at 100.00 and two at 9.99 are 319.98 of sales: money, with nothing to divide by")
    func quantityTimesPrice() async throws {
        let company = try TestCompany(
            staff: "anna",
            """
            events:
              line: {fields: {date: day, seller: person, quantity: pieces, price: money}, credit: line.seller}
            metrics:
              sold: {unit: RUB, value: sum(line.quantity * line.price where line.price > 0 RUB)}
            plans:
              seller: {for: {position: seller}, period: month, components: {fee: {commission: sold, rate: 10%}}}
            """,
            ["line.csv": "id,date,seller,quantity,price\n1,2026-01-15,anna,3,100\n2,2026-01-16,anna,2,9.99\n"])
        #expect(try company.pay("anna", "fee", "2026-01") == "32.00")
        #expect(try await company.payInColumns("2026-01") == company.pay("2026-01"))
    }

    @Test("between figures pieces times money stays refused", arguments: ["deals * sales", "sales * count(sale)"])
    func figuresTimesFigures(value: String) throws {
        #expect {
            _ = try TestCompany(
                staff: "anna",
                Sales.kind + "  deals: {unit: pieces, value: count(sale)}\n  odd: {unit: RUB, value: \(value)}\n"
            )
        } throws: { error in
            "\(error)".contains("'odd' is declared in RUB, but its formula gives")
        }
    }
}
