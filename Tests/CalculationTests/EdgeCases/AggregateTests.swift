import Testing

@Suite("Figures out of events")
struct AggregateTests {
    /// Six sales of anna: 30, 10, 20, 40 to c1, c2, c1, c3; one of 5 without a product; one free sample.
    private func company(_ metrics: String) throws -> TestCompany {
        try TestCompany(
            staff: "anna",
            """
            records:
              client: {fields: {segment: text?, limit: money?}}
              product: {fields: {group: text}}
            events:
              sale:
                fields: {date: day, seller: person, client: client?, product: product?, amount: money, kind: text?, paid_on: day?}
                credit: sale.seller
            metrics:
              sales: {unit: RUB, value: sum(sale.amount)}
              deals: {unit: pieces, value: count(sale)}
            \(metrics)
            """,
            [
                "clients.csv": "id,segment,limit\nc1,retail,25\nc2,,15\nc3,chain,\n",
                "products.csv": "id,group\np1,bikes\np2,parts\np3,helmets\n",
                "sale.csv": """
                id,date,seller,client,product,amount,kind,paid_on
                1,2026-01-05,anna,c1,p1,30,order,2026-02-04
                2,2026-01-06,anna,c2,p2,10,order,2026-01-06
                3,2026-01-07,anna,c1,p2,20,order,
                4,2026-01-09,anna,c3,p3,40,order,2026-02-09
                5,2026-01-08,anna,c1,,5,,2026-01-08
                6,2026-01-04,anna,,p1,0,sample,

                """,
            ])
    }

    @Test(
        "each function over the same six sales",
        arguments: [
            ("sum(sale.amount)", "RUB", "105.00 RUB"), ("count(sale)", "pieces", "6 pcs"),
            ("distinct(sale.client)", "pieces", "3 pcs"), ("distinct(sale.kind)", "pieces", "2 pcs"),
            ("distinct(sale.paid_on)", "pieces", "4 pcs"), ("average(sale.amount)", "RUB", "17.50 RUB"),
            ("min(sale.amount)", "RUB", "0.00 RUB"), ("max(sale.amount)", "RUB", "40.00 RUB"),
            ("median(sale.amount)", "RUB", "15.00 RUB"),  // 0 5 10 | 20 30 40
            ("median(sale.amount where sale.amount > 0 RUB)", "RUB", "20.00 RUB"),
            ("last(sale.amount)", "RUB", "40.00 RUB"),  // of 9 January
            (#"last(sale.amount where sale.product.group = "parts")"#, "RUB", "20.00 RUB"),
        ])
    func functions(formula: String, unit: String, expected: String) throws {
        let company = try company("  figure: {unit: \(unit), value: '\(formula)'}")
        #expect(try company.figure("figure", of: "anna", "2026-01") == expected)
    }

    @Test(
        "filters over the event and over the records it names; an empty field equals nothing",
        arguments: [
            (#"sale.kind = "order""#, "4 pcs"), (#"sale.kind != "order""#, "2 pcs"), ("sale.kind is empty", "1 pcs"),
            (#"sale.client.segment = "retail""#, "3 pcs"), (#"sale.client.segment != "retail""#, "3 pcs"),
            ("sale.client.segment is empty", "2 pcs"), (#"sale.client.id = "c3""#, "1 pcs"),
            ("sale.amount > sale.client.limit", "1 pcs"), ("not (sale.amount > sale.client.limit)", "5 pcs"),
            ("sale.paid_on - sale.date <= 30 days", "3 pcs"), ("sale.paid_on - sale.date > 30 days", "1 pcs"),
            ("sale.paid_on is not empty", "4 pcs"), ("sale.date >= 2026-01-07", "3 pcs"),
            (#"sale.product.group = "bikes" or sale.amount = 5 RUB"#, "3 pcs"),
            ("sale.product is empty", "1 pcs"),
        ])
    func filters(filter: String, expected: String) throws {
        let company = try company("  figure: {unit: pieces, value: 'count(sale where \(filter))'}")
        #expect(try company.figure("figure", of: "anna", "2026-01") == expected)
    }

    @Test("a filter that guards against division by zero is heard")
    func guarded() throws {
        let company = try company(
            "  figure: {unit: pieces, value: \"count(sale where sale.amount != 0 RUB and 100 RUB / sale.amount >= 5)\"}"
        )
        // 100/30, 100/10, 100/20, 100/40, 100/5: 10, 5 and 20 are at least 5.
        #expect(try company.figure("figure", of: "anna", "2026-01") == "3 pcs")
        let chosen = try self.company(
            "  figure: {unit: number, value: \"sum(if sale.amount = 0 RUB then 0 else 120 RUB / sale.amount)\"}")
        // 4 + 12 + 6 + 3 + 24.
        #expect(try chosen.figure("figure", of: "anna", "2026-01") == "49")
    }

    @Test("an unguarded division by zero leaves the figure without a value")
    func unguarded() throws {
        let company = try company("  figure: {unit: number, value: sum(120 RUB / sale.amount)}")
        #expect(try company.figure("figure", of: "anna", "2026-01") == "division-by-zero")
    }

    private func rates(_ pay: String) throws -> TestCompany {
        try company("plans: {seller: {for: {position: seller}, period: month, components: {pay: \(pay)}}}")
    }

    @Test("rates by product group: bikes 10 %, parts 5 %, everything else 1 %, also what has no group")
    func ratesByGroup() throws {
        // 30 × 10 % + (10 + 20) × 5 % + (40 + 5) × 1 % = 3 + 1.5 + 0.45.
        let company = try rates(
            "{commission: sales, rates: {by: sale.product.group, table: {bikes: 10%, parts: 5%}, otherwise: 1%}}")
        #expect(try company.pay("anna", "pay", "2026-01") == "4.95")
    }

    @Test("without 'otherwise' what is not in the table earns nothing")
    func ratesWithoutOtherwise() throws {
        let company = try rates("{commission: sales, rates: {by: sale.product.group, table: {bikes: 10%, parts: 5%}}}")
        #expect(try company.pay("anna", "pay", "2026-01") == "4.50")
    }

    @Test("a number of events has no rate by product group: such a plan is refused, not paid as a count")
    func ratesOfACount() {
        #expect(throws: TestCompany.NotRead.self) {
            try rates("{commission: deals, rates: {by: sale.product.group, table: {bikes: 500 RUB}}}")
        }
    }

    @Test("texts chosen by a condition are the same texts")
    func chosenTexts() throws {
        let company = try company(
            """
              orders: {unit: pieces, value: 'count(sale where (if sale.kind is empty then "order" else sale.kind) = "order")'}
              kinds: {unit: pieces, value: 'distinct(if sale.kind is empty then "order" else sale.kind)'}
              turned: {unit: pieces, value: 'count(sale where (if sale.kind is not empty then sale.kind else "order") = "order")'}
            """)
        #expect(try company.figure("orders", of: "anna", "2026-01") == "5 pcs")
        #expect(try company.figure("turned", of: "anna", "2026-01") == "5 pcs")
        #expect(try company.figure("kinds", of: "anna", "2026-01") == "2 pcs")
    }
}
