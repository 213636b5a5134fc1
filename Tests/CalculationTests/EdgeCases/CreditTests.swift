import Testing

@Suite("Whose an event is")
struct CreditTests {
    private static let split = """
        events:
          sale: {fields: {date: day, seller: person, amount: money, cost: money}, credit: "split(share, sale.seller)"}
        splits: {share: {of: sale}}
        metrics:
          sales: {unit: RUB, value: sum(sale.amount)}
          margin: {unit: RUB, value: sum(sale.amount - sale.cost)}
          deals: {unit: pieces, value: count(sale)}
          of_unit: {unit: RUB, value: unit(sales)}
          of_company: {unit: RUB, value: company(sales)}
          margin_of_company: {unit: RUB, value: company(margin)}
        """

    @Test("parts of a sale sum to the sale; the kopeck left over goes to the first employee number")
    func kopecks() throws {
        let company = try TestCompany(
            staff: "anna boris vera", Self.split,
            [
                "sale.csv": "id,date,seller,amount,cost\n1,2026-01-10,anna,100.00,0\n2,2026-01-11,vera,50.00,0\n",
                "share.csv": "sale,person,share\n1,vera,33.4%\n1,anna,33.3%\n1,boris,33.3%\n",
            ])
        #expect(try company.figure("sales", of: "anna", "2026-01") == "33.30 RUB")
        // His part of the first and the whole of the second, which nobody shares.
        #expect(try company.figure("sales", of: "vera", "2026-01") == "83.40 RUB")
        #expect(try company.figure("deals", of: "vera", "2026-01") == "1.334 pcs")
        #expect(try company.figure("of_unit", of: "boris", "2026-01") == "150.00 RUB")
    }

    @Test("the kopeck does not depend on the order of people.csv, only on the number")
    func orderOfPeople() throws {
        for people in ["anna boris", "boris anna"] {
            let company = try TestCompany(
                staff: people, Self.split,
                [
                    "sale.csv": "id,date,seller,amount,cost\n1,2026-01-10,anna,100.01,0\n",
                    "share.csv": "sale,person,share\n1,boris,50%\n1,anna,50%\n",
                ])
            #expect(try company.figure("sales", of: "anna", "2026-01") == "50.01 RUB", "\(people)")
            #expect(try company.figure("sales", of: "boris", "2026-01") == "50.00 RUB", "\(people)")
        }
    }

    @Test("a calculated amount of a split sale is divided to the kopeck too: 100.00 - 0.00 by thirds")
    func calculatedAmount() throws {
        let company = try TestCompany(
            staff: "anna boris vera", Self.split,
            [
                "sale.csv": "id,date,seller,amount,cost\n1,2026-01-10,anna,100.00,0.00\n",
                "share.csv": "sale,person,share\n1,anna,33.3333%\n1,boris,33.3333%\n1,vera,33.3334%\n",
            ])
        let parts = try ["anna", "boris", "vera"].map { try company.figure("margin", of: $0, "2026-01") }
        #expect(parts == ["33.33 RUB", "33.33 RUB", "33.34 RUB"])
        #expect(try company.figure("margin", of: "sales", "2026-01") == "100.00 RUB")
        #expect(try company.figure("margin_of_company", of: "anna", "2026-01") == "100.00 RUB")
    }

    @Test("a split sale of 90 trillion is a figure like any other")
    func hugeSplit() throws {
        let company = try TestCompany(
            staff: "anna boris", Self.split,
            [
                "sale.csv": "id,date,seller,amount,cost\n1,2026-01-10,anna,90000000000000.00,0.00\n",
                "share.csv": "sale,person,share\n1,anna,50%\n1,boris,50%\n",
            ])
        #expect(try company.figure("margin", of: "anna", "2026-01") == "45 000 000 000 000.00 RUB")
    }

    @Test("one return touches both who shared the sale, each by his part, with the same kopecks")
    func returnOfASplitSale() throws {
        let company = try TestCompany(
            staff: "anna boris",
            Self.split + """

                plans:
                  seller: {for: {position: seller}, period: month, components: {pay: {commission: sales, rate: 10%}}}
                """,
            [
                "sale.csv": "id,date,seller,amount,cost\n1,2026-01-10,anna,1000.01,0\n2,2026-02-10,anna,-1000.01,0\n",
                "share.csv": "sale,person,share\n1,anna,50%\n1,boris,50%\n2,anna,50%\n2,boris,50%\n",
            ])
        // 500.01 and 500.00, forth and back.
        #expect(try company.pay("2026-01") == ["anna pay": "50.00", "boris pay": "50.00"])
        #expect(try company.figure("sales", of: "anna", "2026-01") == "500.01 RUB")
        #expect(try company.figure("sales", of: "anna", "2026-02") == "-500.01 RUB")
        #expect(try company.pay("2026-02") == ["anna pay": "-50.00", "boris pay": "-50.00"])
    }

    @Test("a client handed over inside the month: each sale is his who had the client on its day")
    func handedOver() throws {
        let company = try TestCompany(
            staff: "anna boris",
            """
            events:
              sale: {fields: {date: day, client: client, amount: money}, credit: 'team(sale.client, "kam")'}
            metrics:
              sales: {unit: RUB, value: sum(sale.amount)}
              everything: {unit: RUB, value: company(sales)}
            """,
            [
                "clients.csv": "id\nc1\nc2\n",
                "teams.csv": """
                subject,role,person,from,until
                c1,kam,anna,2026-01-01,2026-01-16
                c1,kam,boris,2026-01-16,
                c1,lawyer,anna,2026-01-01,
                c2,kam,anna,2026-02-01,

                """,
                "sale.csv": """
                id,date,client,amount
                1,2026-01-15,c1,10
                2,2026-01-16,c1,20
                3,2026-01-20,c2,40

                """,
            ])
        #expect(try company.figure("sales", of: "anna", "2026-01") == "10.00 RUB")
        #expect(try company.figure("sales", of: "boris", "2026-01") == "20.00 RUB")
        // On 20 January nobody had c2: that sale is the company's only.
        #expect(try company.figure("sales", of: "sales", "2026-01") == "30.00 RUB")
        #expect(try company.figure("everything", of: "anna", "2026-01") == "70.00 RUB")
    }
}
