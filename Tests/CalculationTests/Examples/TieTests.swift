import Testing

/// 100.01 among two equals: the kopeck that is left goes to the smaller number, 9, not to the text that sorts first.
@Suite("A kopeck that is left goes to the smaller id")
struct TieTests {
    private func company(_ components: String) throws -> TestCompany {
        try TestCompany(
            staff: "10 9",
            """
            events:
              sale: {fields: {date: day, amount: money}, credit: split(share)}
            splits: {share: {of: sale}}
            metrics: {sales: {unit: RUB, value: sum(sale.amount)}}
            plans:
              seller: {for: {position: seller}, period: month, components: {pay: \(components)}}
            """,
            [
                "sale.csv": "id,date,amount\n1,2026-01-10,200.00\n",
                "share.csv": "sale,person,share\n1,10,50%\n1,9,50%\n",
            ])
    }

    @Test(
        "in a pool, a shared prize, a pot",
        arguments: [
            "{pool: 100.01 RUB, weights: 1, group: plan, nobody: cancel}",
            "{contest: [60.01 RUB, 40 RUB], by: sales}", "{contest: {pot: 100.01 RUB}, by: sales}",
        ])
    func groups(component: String) throws {
        #expect(try company(component).pay("2026-01") == ["9 pay": "50.01", "10 pay": "50.00"])
    }

    @Test("between units, and among the members of one")
    func units() throws {
        let company = try TestCompany(
            """
            company: {name: Test, currency: RUB}
            positions: {seller: Seller}
            units: {10: Tenth, 9: Ninth}
            events: {sale: {fields: {date: day, seller: person, amount: money}, credit: sale.seller}}
            metrics: {sales: {unit: RUB, value: sum(sale.amount)}}
            plans:
              seller:
                for: {position: seller}
                period: month
                components: {pay: {contest: [100.03 RUB], by: sales, between: units}}
            """,
            [
                "people.csv": "id,name\n2,B\n11,A\n100,C\n99,D\n",
                "assignments.csv": """
                person,position,unit,from
                2,seller,10,2026-01-01
                11,seller,10,2026-01-01
                100,seller,9,2026-01-01
                99,seller,9,2026-01-01
                """,
                "sale.csv": "id,date,seller,amount\n1,2026-01-10,2,5\n2,2026-01-10,100,5\n",
            ])
        // Unit 9 gets 50.02, unit 10 gets 50.01; of its two members the smaller number gets the odd kopeck.
        #expect(
            try company.pay("2026-01") == ["99 pay": "25.01", "100 pay": "25.01", "2 pay": "25.01", "11 pay": "25.00"])
    }

    @Test("in a split event: 200.01 in halves")
    func splits() throws {
        let company = try company("{commission: sales, rate: 100%}")
        #expect(try company.pay("2026-01") == ["9 pay": "100.00", "10 pay": "100.00"])
        let odd = try TestCompany(
            staff: "10 9",
            """
            events:
              sale: {fields: {date: day, amount: money}, credit: split(share)}
            splits: {share: {of: sale}}
            metrics: {sales: {unit: RUB, value: sum(sale.amount)}}
            """,
            [
                "sale.csv": "id,date,amount\n1,2026-01-10,200.01\n",
                "share.csv": "sale,person,share\n1,10,50%\n1,9,50%\n",
            ])
        #expect(try odd.figure("sales", of: "9", "2026-01") == "100.01 RUB")
        #expect(try odd.figure("sales", of: "10", "2026-01") == "100.00 RUB")
    }
}
