import Calculation
import Formulas
import Messages
import Testing

/// Bikes at 3 %, 4 % for large clients, of these 5 % for the mill from April on; everything for the shop at 2 %, for
/// the mill at 9 %.
@Suite("Rates by several fields and by day")
struct RateTableTests {
    private static let yaml = """
        records: {product: {fields: {group: text?}}, client: {fields: {segment: text?}}}
        events:
          sale:
            fields: {date: day?, seller: person, client: client, product: product, amount: money, units: pieces}
            credit: sale.seller
        metrics:
          sales: {unit: RUB, value: sum(sale.amount)}
          units: {unit: pieces, value: sum(sale.units)}
        rate_tables:
          sale_rates:
            by: {group: sale.product.group, segment: sale.client.segment, client: sale.client}
            rate: percent

        """
    private static let rates = """
        group,segment,client,from,until,rate
        bikes,,,,,3%
        bikes,large,,,,4%
        bikes,large,mill,2026-04-01,,5%
        ,,shop,,,2%
        parts,,,2026-02-01,2026-03-01,1%
        parts,,,2026-03-01,,1.5%
        ,large,mill,,,9%

        """

    private func company(_ component: String, _ sales: String, _ more: [String: String] = [:]) throws -> TestCompany {
        try TestCompany(
            staff: "anna",
            Self.yaml + """
                plans:
                  seller: {for: {position: seller}, period: all, components: {pay: \(component)}}
                """,
            [
                "products.csv": "id,group\nroad,bikes\nhelmet,parts\ngift,\n",
                "clients.csv": "id,segment\nmill,large\nforge,large\nshop,small\nkiosk,\n",
                "sale.csv": "id,date,seller,client,product,amount,units\n" + sales, "sale_rates.csv": Self.rates,
            ].merging(more) { $1 })
    }

    @Test(
        "the row with the most filled cells on the day of the sale prices it",
        arguments: [
            ("2026-01-10,anna,kiosk,road,1000,1", "30.00"),  // bikes: 3 %
            ("2026-01-10,anna,forge,road,1000,1", "40.00"),  // bikes for large clients: 4 %
            ("2026-03-31,anna,mill,road,1000,1", "40.00"),  // two cells each, and of these the earlier: group
            ("2026-04-01,anna,mill,road,1000,1", "50.00"),  // three cells, from April on
            ("2026-04-01,anna,mill,gift,1000,1", "90.00"),  // no group: the mill's 9 %
            ("2026-01-10,anna,shop,road,1000,1", "30.00"),  // one cell each: the earlier column, group
            ("2026-01-10,anna,shop,gift,1000,1", "20.00"),  // no group: the shop's 2 %
            ("2026-01-31,anna,kiosk,helmet,1000,1", "0.00"),  // parts have no rate before February
            ("2026-02-28,anna,kiosk,helmet,1000,1", "10.00"),
            ("2026-03-01,anna,kiosk,helmet,1000,1", "15.00"),
            ("2026-01-10,anna,kiosk,gift,1000,1", "0.00"),  // no row fits
            (",anna,kiosk,road,1000,1", "30.00"),  // without a day only rows without days
            (",anna,kiosk,helmet,1000,1", "0.00"),
            ("2026-01-10,anna,kiosk,road,-1000,1", "-30.00"),
        ])
    func cascade(row: String, pay: String) throws {
        // A sale of nothing gives the company a first day.
        let company = try company(
            "{commission: sales, rates: sale_rates}", "0,2026-01-01,anna,kiosk,gift,0,0\n1,\(row)\n")
        #expect(try company.pay("anna", "pay", "all") == pay)
    }

    @Test(
        "what no row fits is priced by 'otherwise'",
        arguments: [("1%", "40.00"), ("10%", "130.00"), ("-1%", "20.00")])
    func otherwise(rate: String, pay: String) throws {
        let company = try company(
            "{commission: sales, rates: {table: sale_rates, otherwise: \(rate)}}",
            "1,2026-01-10,anna,kiosk,road,1000,1\n2,2026-01-10,anna,kiosk,gift,1000,1\n")
        #expect(try company.pay("anna", "pay", "all") == pay)
    }

    @Test("on pieces the rates are money: 3 × 500 and 10 × 20")
    func pieces() throws {
        let company = try company(
            "{commission: units, rates: piece_rates}",
            "1,2026-01-10,anna,kiosk,road,1,3\n2,2026-01-10,anna,kiosk,helmet,1,10\n",
            [
                "pieces.yaml": "rate_tables: {piece_rates: {by: {group: sale.product.group}, rate: money}}",
                "piece_rates.csv": "group,rate\nbikes,500\nparts,20\n",
            ])
        #expect(try company.pay("anna", "pay", "all") == "1 700.00")
        let priced = try company.explanations("anna", "all").flatMap(\.nodes)
        #expect(try #require(priced.first { $0.label.en == "group bikes" }).formula?.en == "3 pcs × 500.00 RUB")
    }

    @Test("the rates may come from a file of another name, and hold from its days on")
    func renamed() throws {
        let company = try company(
            "{commission: sales, rates: sale_rates}", "1,2026-01-10,anna,kiosk,road,1000,1\n",
            [
                "sale_rates.csv": "group,segment,client,rate\n,large,,7%\n",
                "more/2026.csv": "Sort;Rate\nbikes;6\n",
                "tables.yaml": """
                tables:
                  more/2026.csv: {reads: sale_rates, delimiter: ";", columns: {group: Sort, rate: Rate}}
                """,
            ])
        #expect(try company.pay("anna", "pay", "all") == "6 000.00")
        #expect(company.warnings == ["percent-sign"])
    }

    @Test("the table in a plan is a table with one dimension")
    func inline() throws {
        let sales =
            "1,2026-01-10,anna,kiosk,road,1000,1\n2,2026-01-10,anna,forge,helmet,300,1\n3,,anna,mill,gift,50,1\n"
        let inPlan = try company(
            "{commission: sales, rates: {by: sale.product.group, table: {bikes: 3%}, otherwise: 1%}}", sales)
        let inTable = try company(
            "{commission: sales, rates: {table: one, otherwise: 1%}}", sales,
            [
                "one.yaml": "rate_tables: {one: {by: {group: sale.product.group}, rate: percent}}",
                "one.csv": "group,rate\nbikes,3%\n",
            ])
        // 1 000 × 3 % + 350 × 1 %
        #expect(try inPlan.pay("anna", "pay", "all") == "33.50")
        #expect(try inTable.pay("anna", "pay", "all") == "33.50")
    }

    @Test("rates by fields of the sale that a payment names, on the payment's day")
    func throughNamedEvent() throws {
        let company = try TestCompany(
            staff: "anna",
            Self.yaml + """
                  payment_rates: {by: {group: payment.sale.product.group, seller: payment.sale.seller}, rate: percent}
                plans:
                  seller: {for: {position: seller}, period: month, components: {pay: {commission: paid, rates: payment_rates}}}
                """,
            [
                "payment.yaml": """
                events: {payment: {fields: {date: day, sale: sale, amount: money}, credit: payment.sale.seller}}
                metrics: {paid: {unit: RUB, value: sum(payment.amount)}}
                """,
                "products.csv": "id,group\nroad,bikes\n", "clients.csv": "id\nkiosk\n",
                "sale.csv": "id,date,seller,client,product,amount,units\n1,2026-01-10,anna,kiosk,road,1000,1\n",
                "payment.csv": "id,date,sale,amount\np1,2026-01-20,1,600\np2,2026-02-20,1,400\n",
                "sale_rates.csv": "group,segment,client,rate\n",
                "payment_rates.csv": "group,seller,until,rate\nbikes,,,1%\nbikes,anna,2026-02-01,10%\n",
            ])
        #expect(try company.pay("anna", "pay", "2026-01") == "60.00")
        #expect(try company.pay("anna", "pay", "2026-02") == "4.00")
    }

    @Test("the explanation lists what each row priced, with its days, rate and place")
    func explanation() throws {
        let company = try company(
            "{commission: sales, rates: {table: sale_rates, otherwise: 1%}}",
            """
            1,2026-01-10,anna,kiosk,road,1000,1
            2,2026-01-11,anna,kiosk,road,500,1
            3,2026-02-10,anna,forge,helmet,300,1
            4,2026-03-10,anna,forge,helmet,200,1
            5,2026-03-10,anna,kiosk,gift,50,1

            """)
        let tree = try #require(try company.explanations("anna", "all").first)
        let rates = try tree.part("priced by the rate table sale_rates")
        #expect(
            rates.children.map(\.label.en) == [
                "group bikes", "group parts, from 2026-02-01, until 2026-03-01", "group parts, from 2026-03-01",
                "otherwise",
            ])
        #expect(
            rates.children.map(\.formula?.en) == [
                "1 500.00 RUB × 3 %", "300.00 RUB × 1 %", "200.00 RUB × 1.5 %", "50.00 RUB × 1 %",
            ])
        #expect(
            rates.children.map { $0.note?.en } == [
                "at 3 % (sale_rates.csv:2)", "at 1 % (sale_rates.csv:6)", "at 1.5 % (sale_rates.csv:7)", "at 1 %",
            ])
        #expect(try rates.children.compactMap(\.number).sum() == rates.number)
        #expect(rates.children[1].label.ru == "group parts, с 01.02.2026, до 01.03.2026")
        #expect(rates.children[3].label.ru == "остальное")
    }
}
