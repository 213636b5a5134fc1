import Testing

@Suite("Windows over time")
struct WindowTests {
    private func company() throws -> TestCompany {
        try TestCompany(
            staff: "anna",
            """
            events:
              sale: {fields: {date: day?, seller: person, amount: money, paid_on: day?}, credit: sale.seller}
            metrics:
              sales: {unit: RUB, value: sum(sale.amount)}
              paid: {unit: RUB, value: sum(sale.amount), date: sale.paid_on}
              so_far: {unit: RUB, value: ytd(sales)}
              three: {unit: RUB, value: "trailing(sales, 3)"}
              before: {unit: RUB, value: previous(sales)}
              two_before: {unit: RUB, value: "previous(sales, 2)"}
              last_year: {unit: RUB, value: year_ago(sales)}
              ever: {unit: RUB, value: todate(sales)}
            plans:
              total: {for: {position: seller}, period: all, components: {total: {commission: sales, rate: 10%}}}
            """,
            [
                "sale.csv": """
                id,date,seller,amount,paid_on
                1,2024-02-29,anna,1,2024-03-01
                2,2025-11-15,anna,10,2026-01-10
                3,2025-12-31,anna,100,
                4,2026-01-01,anna,1000,2026-01-31
                5,2026-02-28,anna,10000,2026-03-01
                6,,anna,100000,2026-01-20

                """
            ])
    }

    @Test(
        "seen from a month, a quarter and a year",
        arguments: [
            ("sales", "2026-01", "1 000.00 RUB"), ("so_far", "2026-02", "11 000.00 RUB"),
            ("three", "2026-01", "1 110.00 RUB"), ("three", "2026-02", "11 100.00 RUB"),
            ("before", "2026-01", "100.00 RUB"), ("two_before", "2026-01", "10.00 RUB"),
            ("before", "2026-Q1", "110.00 RUB"), ("three", "2026-Q1", "11 110.00 RUB"),
            ("last_year", "2026-12", "100.00 RUB"), ("last_year", "2026", "110.00 RUB"),
            ("ever", "2026-01", "1 111.00 RUB"), ("ever", "2025-12", "111.00 RUB"),
            // February 2028 looks at the 28 days of February 2027; February 2025 at the 29 of 2024.
            ("last_year", "2025-02", "1.00 RUB"), ("sales", "2024-02", "1.00 RUB"),
        ])
    func windows(metric: String, period: String, expected: String) throws {
        #expect(try company().figure(metric, of: "anna", period) == expected)
    }

    @Test("a metric that goes by the day of payment takes the events paid in the period")
    func dateOfPayment() throws {
        #expect(try company().figure("paid", of: "anna", "2026-01") == "101 010.00 RUB")
        #expect(try company().figure("paid", of: "anna", "2024-03") == "1.00 RUB")
    }

    @Test("an event without a day is in no month, not in the figure to date, but in the figure over everything")
    func undated() throws {
        #expect(try company().figure("sales", of: "anna", "all") == "111 111.00 RUB")
        #expect(try company().pay("all") == ["anna total": "11 111.10"])
        #expect(try company().figure("ever", of: "anna", "2030") == "11 111.00 RUB")
    }

    @Test("a plan over everything that is in force for a year pays for that year only")
    func everythingWithinTheValidity() throws {
        let company = try TestCompany(
            staff: "anna",
            Sales.paying(
                "{commission: sales, rate: 100%}", plan: "period: all\n    valid: {from: 2026-01-01, until: 2027-01-01}"
            ),
            Sales.table("2025-12-31 anna 1000", "2026-01-01 anna 10", "2026-12-31 anna 1", "2027-01-01 anna 500"))
        #expect(try company.pay("all") == ["anna pay": "11.00"])
    }

    @Test("a parameter that changes is taken as it stood when the period began")
    func datedParameters() throws {
        let company = try TestCompany(
            staff: "anna",
            """
            parameters:
              rate:
                - {from: 2026-01-01, value: 5%}
                - {from: 2026-02-01, value: 4%}
                - {from: 2026-03-15, value: 1%}
            \(Sales.paying("{commission: sales, rate: rate}"))
            """,
            Sales.table(
                "2026-01-31 anna 1000", "2026-02-01 anna 1000", "2026-03-31 anna 1000", "2026-04-01 anna 1000",
                "2025-12-01 anna 1000"))
        let pay = try ["2025-12", "2026-01", "2026-02", "2026-03", "2026-04"].map { try company.pay("anna", "pay", $0) }
        #expect(pay == ["no-parameter", "50.00", "40.00", "40.00", "10.00"])
    }

    @Test("a plan pays from the day it is in force: the half month before it earns nothing")
    func validity() throws {
        let company = try TestCompany(
            staff: "anna",
            Sales.paying(
                "{commission: sales, rate: 10%}",
                plan: "period: month\n    valid: {from: 2026-01-16, until: 2026-03-01}"),
            Sales.table("2026-01-15 anna 1", "2026-01-16 anna 10", "2026-02-28 anna 100", "2026-03-01 anna 1000"))
        #expect(try company.pay("2026") == ["anna pay": "11.00"])
        #expect(try company.pay("2026-01") == ["anna pay": "1.00"])
        #expect(try company.pay("2026-03") == [:])
    }
}
