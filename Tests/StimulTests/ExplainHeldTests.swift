import Foundation
import Testing

@Suite("explain and what-if say what is held, and until when")
struct ExplainHeldTests {
    /// December 5.00 and February 8.00 are held until clients pay; in March goods for 10.00 come back. Each month 100.00 of
    /// loyalty, half of it a month later.
    private func company() throws -> Command {
        let stimul = try Command(withStarter: false)
        try stimul.write(
            """
            company: {name: Test, currency: RUB}
            positions: {seller: Seller}
            units: {north: North}
            events:
              sale: {fields: {date: day, seller: person, amount: money, paid_on: day?}, credit: sale.seller}
            metrics:
              sales: {unit: RUB, value: sum(sale.amount)}
              shipped: {unit: RUB, value: sum(sale.amount where sale.amount > 0 RUB)}
              collected: {unit: RUB, value: sum(sale.amount where sale.paid_on is not empty)}
            plans:
              seller:
                for: {position: seller}
                period: month
                components:
                  fee: {commission: sales, rate: 1%, hold: {release: collected / shipped}}
                  loyalty:
                    bonus: 100 RUB
                    defer: [{share: 50%}, {share: 50%, after: 1 month}]
                    leaver: forfeit
            """, to: "acme/company.yaml")
        try stimul.write("id,name\nanna,Anna\n", to: "acme/people.csv")
        try stimul.write("person,position,unit,from\nanna,seller,north,2025-12-01\n", to: "acme/assignments.csv")
        try stimul.write(
            """
            id,date,seller,amount,paid_on
            1,2025-12-12,anna,500,
            2,2026-02-12,anna,800,
            3,2026-03-12,anna,-1000,

            """, to: "acme/sale.csv")
        return stimul
    }

    /// The lines of an output, with single spaces between words.
    private func lines(of output: String) -> [String] {
        output.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    }

    @Test("a share that waits for clients names its formula, a tranche its day")
    func february() throws {
        let stimul = try company()
        defer { stimul.remove() }
        let summary = try stimul.run("explain acme anna --period 2026-02 --summary")
        #expect(
            lines(of: summary.output) == [
                "Anna (anna), 2026-02", "award amount of it held until",
                "2026-02 · seller · fee 8.00 RUB 8.00 RUB collected / shipped",
                "2026-02 · seller · loyalty 100.00 RUB 50.00 RUB 2026-04-01", "total 108.00 RUB 58.00 RUB",
            ])
    }

    @Test("what came back is set against December's 5.00 first, then February's: 3.00 of the quarter stay held")
    func setOff() throws {
        let stimul = try company()
        defer { stimul.remove() }
        let summary = lines(
            of: try stimul.run("explain acme anna --period 2026-Q1 --summary --lang ru").output.plainSpaces)
        #expect(summary.contains("2026-02 · seller · fee 8,00 RUB 3,00 RUB collected / shipped"))
        #expect(summary.contains("2026-03 · seller · fee -10,00 RUB"))
        #expect(summary.contains("2026-03 · seller · loyalty 100,00 RUB 50,00 RUB 01.05.2026"))
        // 8 − 10 and three times 100; of it 3 and the last half of March's loyalty.
        #expect(summary.last == "всего 298,00 RUB 53,00 RUB")
    }

    @Test("what-if: of a deal of 600.00 more in February 1 % is paid, and nothing of it before the client pays")
    func whatIf() throws {
        let stimul = try company()
        defer { stimul.remove() }
        let deal = [
            "what-if", "acme", "--add", "sale: date=2026-02-20, seller=anna, amount=600", "--period", "2026-02",
        ]
        let table = lines(of: try stimul.run(words: deal).output)
        #expect(
            table.prefix(2) == [
                "period person plan component now then difference then held remarks",
                "2026-02 anna seller fee 8.00 RUB 14.00 RUB +6.00 RUB 14.00 RUB",
            ])
        let csv = try stimul.run(words: deal + ["--format", "csv"]).output.split(separator: "\n")
        #expect(csv.last == "2026-02,anna,seller,fee,8.00,14.00,6.00,RUB,,,14.00")
        let json = try stimul.run(words: deal + ["--format", "json"]).output
        #expect(json.contains("\"held_then\" : \"14.00\""))
        // In the quarter December's 5.00 and 5.00 of February's 14.00 are set against what came back.
        let quarter = deal.map { $0 == "2026-02" ? "2026-Q1" : $0 }
        #expect(
            lines(of: try stimul.run(words: quarter).output).contains(
                "2026-02 anna seller fee 8.00 RUB 14.00 RUB +6.00 RUB 9.00 RUB"))
    }
}
