import Testing

/// Without `--period` every command looks at all that is recorded, and says so when that is nothing.
struct PeriodsOfEverythingTests {
    private func company(_ sales: String, _ entered: String = "") throws -> Command {
        let stimul = try Command(withStarter: false)
        try stimul.write(
            """
            company: {name: Test, currency: RUB}
            positions: {seller: Seller}
            units: {sales: Sales}
            events:
              sale: {fields: {date: day, seller: person, amount: money, paid_on: day?}, date: date, credit: sale.seller}
            metrics:
              collected: {unit: RUB, value: sum(sale.amount), date: sale.paid_on}
              loyalty: {unit: percent, value: entered}
            plans:
              p:
                for: {position: seller}
                period: month
                components:
                  fee: {commission: collected, rate: 10%}
                  bonus: {bonus: '1 000 RUB * otherwise(loyalty, 0%)'}
              q: {for: {position: seller}, period: quarter, components: {other: {bonus: 0 RUB}}}
            reports: {r: {plan: p, columns: {collected: collected, fee: pay(fee), loyalty: loyalty}}}
            """, to: "acme/company.yaml")
        try stimul.write("id,name\nanna,Anna\n", to: "acme/people.csv")
        try stimul.write("person,position,unit,from\nanna,seller,sales,2025-01-01\n", to: "acme/assignments.csv")
        try stimul.write("id,date,seller,amount,paid_on\n" + sales, to: "acme/sale.csv")
        try stimul.write("metric,subject,period,value,author\n" + entered, to: "acme/entered.csv")
        return stimul
    }

    @Test(
        "a sale of December that is paid in January: 1 000 × 10 % in run, report, explain and what-if; 2 000 × 10 % if it were 2 000"
    )
    func otherDate() throws {
        let stimul = try company("1,2026-12-20,anna,1000,2027-01-15\n")
        defer { stimul.remove() }
        #expect(
            try stimul.run("report acme r").output
                == "period,person,collected,fee,loyalty\n2026-12,anna,0,0.00,\n2027-01,anna,1000,100.00,\n")
        let lines = try stimul.run("run acme --format csv").output.split(separator: "\n")
        #expect(lines.contains { $0.contains("2027-01") && $0.contains("fee") && $0.contains("100.00") })
        let explained = try stimul.run("explain acme anna").output
        #expect(explained.contains("2027-01 · p · fee"))
        let moved = try stimul.run(words: ["what-if", "acme", "--change", "sale 1: amount=2000"]).output
        #expect(moved.contains("+100.00"))
    }

    @Test("entered values alone make periods: 1 000 × 100 % and 1 000 × 90 %")
    func entered() throws {
        let stimul = try company("", "loyalty,anna,2026-01,100%,olga\nloyalty,anna,2026-02,90%,olga\n")
        defer { stimul.remove() }
        #expect(
            try stimul.run("report acme r").output.hasPrefix(
                "period,person,collected,fee,loyalty\n2026-01,anna,"))
        let lines = try stimul.run("run acme --format csv").output.split(separator: "\n")
        #expect(lines.contains { $0.contains("2026-01") && $0.contains("1000.00") })
        #expect(lines.contains { $0.contains("2026-02") && $0.contains("900.00") })
    }

    @Test(
        "nothing recorded: every command says so and asks for a period, in both languages",
        arguments: [
            ["run", "acme"], ["run", "acme", "--totals"], ["report", "acme", "r"], ["explain", "acme", "anna"],
            ["what-if", "acme", "--without", "q"],
        ])
    func nothing(words: [String]) throws {
        let stimul = try company("")
        defer { stimul.remove() }
        let result = try stimul.run(words: words)
        #expect(result.code == 1)
        #expect(
            result.errors.contains(
                "error: nothing that is recorded lies in a period of a plan, so there is no telling which to calculate; "
                    + "name one: --period 2026-03"))
        let russian = try stimul.run(words: words + ["--lang", "ru"])
        #expect(russian.errors.contains("назовите период: --period 2026-03"))
        if words[0] != "what-if" {
            #expect(try stimul.run(words: words + ["--period", "2026-03"]).code == 0)
        }
    }
}
