import Calculation
import Company
import Formulas
import Messages
import Quantities
import Testing

/// Sales in roubles, dollars and yen; the dollar rises from 78.50 to 80.00 on 15 March.
@Suite("Money in other currencies")
struct CurrencyTests {
    private static let rates = """
        currency,from,rate,units
        USD,2026-03-15,80,
        USD,2026-03-01,78.50,1
        JPY,2026-03-01,52.30,100
        EUR,2026-03-01,0.005,

        """

    private func company(_ rows: String, rates: String = Self.rates, more: [String: String] = [:]) throws -> TestCompany
    {
        try TestCompany(
            staff: "anna",
            """
            events:
              sale:
                fields: {date: day, seller: person, amount: money(currency), currency: text?, cost: money(currency)?}
                credit: sale.seller
            metrics:
              sales: {unit: RUB, value: sum(sale.amount)}
              cost: {unit: RUB, value: sum(sale.cost)}
            """,
            ["sale.csv": "id,date,seller,amount,currency,cost\n" + rows, "exchange_rates.csv": rates].merging(more) {
                $1
            })
    }

    @Test(
        "amount × rate ÷ units, to the kopeck, half away from zero",
        arguments: [
            ("2026-03-10,anna,1000,USD,", "78 500.00 RUB"),  // 1 000 × 78.50
            ("2026-03-14,anna,1000,USD,", "78 500.00 RUB"),
            ("2026-03-15,anna,1000,USD,", "80 000.00 RUB"),  // from its first day
            ("2026-03-31,anna,1000,USD,", "80 000.00 RUB"),
            ("2026-03-10,anna,10000,JPY,", "5 230.00 RUB"),  // 10 000 × 52.30 ÷ 100
            ("2026-03-10,anna,1,JPY,", "0.52 RUB"),  // 0.523
            ("2026-03-10,anna,1,EUR,", "0.01 RUB"),  // 0.005
            ("2026-03-10,anna,-1,EUR,", "-0.01 RUB"),  // a return is the mirror image
            ("2026-03-10,anna,0.9999,EUR,", "0.00 RUB"),  // 0.0049995
            ("2026-03-10,anna,1234.56,RUB,", "1 234.56 RUB"),  // needs no rate
            ("2026-03-10,anna,1234.567,RUB,", "1 234.5670 RUB"),  // as it stands in the table
        ])
    func converted(row: String, sales: String) throws {
        #expect(try company("1," + row + "\n").figure("sales", of: "anna", "2026-03") == sales)
    }

    @Test("each event is rounded by itself: 3 × 0.005 is 0.03, not 0.02; an empty amount stays empty")
    func roundedPerEvent() throws {
        let company = try company(
            """
            1,2026-03-10,anna,1,EUR,2
            2,2026-03-10,anna,1,EUR,
            3,2026-03-10,anna,1,EUR,1000
            4,2026-03-10,anna,0.125,RUB,

            """)
        #expect(try company.figure("sales", of: "anna", "2026-03") == "0.1550 RUB")
        #expect(try company.figure("cost", of: "anna", "2026-03") == "5.01 RUB")
    }

    @Test("several tables of one kind, each with its own decimal places")
    func severalTables() throws {
        let company = try company(
            "1,2026-03-10,anna,1000,USD,\n",
            more: [
                "old.csv": "id,date,seller,amount,currency,cost\n9,2026-03-20,anna,0.12345,USD,\n",
                "tables.yaml": "tables: {old.csv: {reads: sale}}",
            ])
        // 78 500.00 and 0.12345 × 80 = 9.876
        #expect(try company.figure("sales", of: "anna", "2026-03") == "78 509.88 RUB")
        #expect(
            try company.eventFields("sale", "9")[1...2] == [
                "seller = anna", "amount = 9.88 RUB (0.1235 USD at 80.00 from 2026-03-15)",
            ])
    }

    @Test("the explanation of an event shows what it was, and so does the list under a figure")
    func explanation() throws {
        let company = try company(
            "1,2026-03-10,anna,1000,USD,\n2,2026-03-11,anna,10000,JPY,\n3,2026-03-12,anna,500,RUB,\n")
        #expect(
            try company.eventFields("sale", "1")[2]
                == "amount = 78 500.00 RUB (1 000.00 USD at 78.50 from 2026-03-01)")
        #expect(
            try company.eventFields("sale", "2", .ru)[2]
                == "amount = 5\u{A0}230,00\u{A0}RUB (10\u{A0}000\u{A0}JPY по курсу 52,30 за 100 с 01.03.2026)")
        #expect(try company.eventFields("sale", "3")[2] == "amount = 500.00 RUB")
        let paid = try TestCompany(
            staff: "anna",
            Sales.paying("{commission: sales, rate: 1%}").replacing("money", with: "money(currency)")
                .replacing("seller: person", with: "seller: person, currency: text"),
            [
                "sale.csv": "id,date,seller,amount,currency\n1,2026-03-10,anna,1000,USD\n2,2026-03-10,anna,10,RUB\n",
                "exchange_rates.csv": Self.rates,
            ])
        #expect(try paid.pay("anna", "pay", "2026-03") == "785.10")
        let events = try paid.explanations("anna", "2026-03").flatMap(\.nodes).filter {
            $0.label.en.hasPrefix("sale ")
        }
        #expect(events.map { $0.note?.en ?? "" } == ["1 000.00 USD at 78.50 from 2026-03-01", ""])
    }

    @Test("a payment shows the currency of the sale it names")
    func ofNamedEvent() throws {
        let company = try company(
            "1,2026-03-10,anna,1000,USD,\n",
            more: [
                "payment.csv": "id,date,sale\np,2026-04-01,1\n",
                "payment.yaml": """
                events: {payment: {fields: {date: day, sale: sale}, credit: payment.sale.seller}}
                metrics: {paid: {unit: RUB, value: sum(payment.sale.amount)}}
                """,
            ])
        #expect(try company.figure("paid", of: "anna", "2026-04") == "78 500.00 RUB")
        #expect(
            try company.eventFields("payment", "p").last
                == "sale.amount = 78 500.00 RUB (1 000.00 USD at 78.50 from 2026-03-01)")
    }

    @Test("property: a converted amount is the exact quotient rounded half away, and a return its mirror image")
    func mirrored() throws {
        var random = SplitMix64(seed: 2026)
        var rates = "currency,from,rate,units\n"
        var rows = ""
        var expected: [Int] = []
        for number in 1...400 {
            let units = random.pick([1, 10, 100, 7])
            let rate = random.integer(1...999_999)
            let amount = random.integer(1...50_000_000)
            let day = 1 + number / 20
            let code = ["USD", "EUR", "JPY", "CNY", "KZT"][number % 5]
            let sign = random.chance(50) ? "-" : ""
            if number % 20 < 5 {
                rates += "\(code),2026-03-\(day < 10 ? "0" : "")\(day),\(decimal(rate, 4)),\(units)\n"
            }
            rows += "\(number),2026-03-\(day < 10 ? "0" : "")\(day),anna,\(sign)\(decimal(amount, 3)),\(code),"
            rows += "\(sign == "-" ? "" : "-")\(decimal(amount, 3))\n"
            expected.append(sign == "-" ? -amount : amount)
        }
        rates += ["USD", "EUR", "JPY", "CNY", "KZT"].map { "\($0),2020-01-01,1,1\n" }.joined()
        let table = try company(rows, rates: rates).model.events[0]
        let (amounts, costs) = (table.columns[2], table.columns[4])
        guard case .decimal(let sold, 3) = amounts, case .decimal(let mirrored, 3) = costs else {
            Issue.record("the column does not keep the places of the table")
            return
        }
        for row in expected.indices {
            let conversion = try #require(table.conversions[2]?.conversion(of: row))
            // amount in 10^-3, rate in 10^-4: kopecks are amount × rate ÷ (units × 10^5).
            let rate = try conversion.rate.rate.multiplied(by: 10_000).integer(.towardsZero)
            let divisor = try conversion.rate.units.integer(.towardsZero) * 100_000
            let magnitude = (2 * expected[row].magnitude * UInt(rate) + UInt(divisor)) / UInt(2 * divisor)
            #expect(sold[row].magnitude == 10 * magnitude, "row \(row)")
            #expect(sold[row] == -mirrored[row], "row \(row)")
        }
    }

    private func decimal(_ units: Int, _ places: Int) -> String {
        ((try? FixedDecimal(minorUnits: Int64(units), places: places)) ?? .zero).description
    }
}
