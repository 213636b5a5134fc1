import Foundation
import Testing

@Suite("run shows the lines that are asked for, in the form that is asked for")
struct RunTests {
    @Test(
        "tables",
        arguments: [
            (
                "run acme --totals --period 2026-01",
                """
                person  name                  total
                anna    Анна Орлова  157 388.30 RUB
                boris   Борис Котов   12 600.00 RUB
                vera    Вера Лисина   27 700.00 RUB

                """
            ),
            (
                "run acme --person anna --period 2026-02",
                """
                period   person  plan    component          amount  remarks
                2026-02  anna    seller  commission  18 300.00 RUB
                2026-02  anna    seller  bonus            0.00 RUB  27.541 % is below the first point of the payout curve

                person  name                 total
                anna    Анна Орлова  18 300.00 RUB

                """
            ),
            (
                "run acme --plan head",
                """
                period   person  plan  component         amount  remarks
                2026-01  vera    head  overlay    27 700.00 RUB
                2026-02  vera    head  overlay    27 500.00 RUB

                person  name                 total
                vera    Вера Лисина  55 200.00 RUB

                """
            ),
        ])
    func tables(line: String, output: String) throws {
        let stimul = try Command()
        defer { stimul.remove() }
        #expect(try stimul.run(line) == .init(output: output, errors: "", code: 0))
    }

    @Test("CSV")
    func csv() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        #expect(
            try stimul.run("run acme --format csv --period 2026-01")
                == .init(
                    output: """
                        period,from,until,person,plan,component,amount,currency,reason,remarks
                        2026-01,2026-01-01,2026-02-01,anna,seller,commission,104500.00,RUB,,
                        2026-01,2026-01-01,2026-02-01,anna,seller,bonus,52888.30,RUB,,
                        2026-01,2026-01-15,2026-02-01,boris,seller,commission,12600.00,RUB,,
                        2026-01,2026-01-15,2026-02-01,boris,seller,bonus,0.00,RUB,,25.7143 % is below the first point of the payout curve
                        2026-01,2026-01-01,2026-02-01,vera,head,overlay,27700.00,RUB,,

                        """, errors: "", code: 0))
    }

    @Test("JSON")
    func json() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        #expect(
            try stimul.run("run acme --format json --person boris --period 2026-01")
                == .init(
                    output: """
                        [
                          {
                            "amount" : "12600.00",
                            "component" : "commission",
                            "currency" : "RUB",
                            "from" : "2026-01-15",
                            "period" : "2026-01",
                            "person" : "boris",
                            "plan" : "seller",
                            "remarks" : [

                            ],
                            "until" : "2026-02-01"
                          },
                          {
                            "amount" : "0.00",
                            "component" : "bonus",
                            "currency" : "RUB",
                            "from" : "2026-01-15",
                            "period" : "2026-01",
                            "person" : "boris",
                            "plan" : "seller",
                            "remarks" : [
                              "25.7143 % is below the first point of the payout curve"
                            ],
                            "until" : "2026-02-01"
                          }
                        ]

                        """, errors: "", code: 0))
    }

    @Test("twice, and with one thread or two or eight, it gives the same bytes", arguments: ["table", "csv", "json"])
    func sameBytes(format: String) throws {
        let stimul = try Command()
        defer { stimul.remove() }
        let first = try stimul.run("run acme --format \(format)")
        #expect(first.code == 0)
        for threads in ["", " --threads 1", " --threads 2", " --threads 8"] {
            #expect(try stimul.run("run acme --format \(format)" + threads) == first)
        }
    }

    @Test("into a file the same bytes as on the screen")
    func output() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        let shown = try stimul.run("run acme --format csv").output
        #expect(try stimul.run("run acme --format csv --output pay.csv") == .init(output: "", errors: "", code: 0))
        let file = stimul.folder.appendingPathComponent("pay.csv")
        #expect(try String(contentsOf: file, encoding: .utf8) == shown)
    }

    @Test(
        "where nothing can be written, it says why",
        arguments: [
            (
                "nowhere/pay.csv",
                "error: 'nowhere/pay.csv' cannot be written: its folder does not exist; make it first\n"
            ),
            ("acme", "error: 'acme' cannot be written: it is a folder; give it another name\n"),
        ])
    func unwritable(path: String, errors: String) throws {
        let stimul = try Command()
        defer { stimul.remove() }
        #expect(try stimul.run("run acme --output \(path)") == .init(output: "", errors: errors, code: 2))
    }

    @Test("a company with faults is not calculated and nothing is written")
    func faults() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try stimul.replace("sum(sale.amount)", with: "sum(sale.amuont)", in: "acme/company.yaml")
        let result = try stimul.run("run acme --output pay.csv")
        #expect(
            result
                == .init(
                    output: "",
                    errors: """
                        company.yaml:24:16: error: there is no name 'sale.amuont' here
                           24 |     value: sum(sale.amuont)
                              |                ^~~~~~~~~~~
                           help: did you mean 'sale.amount'?
                        errors: 1, warnings: 0; nothing was written

                        """, code: 1))
        #expect(!FileManager.default.fileExists(atPath: stimul.folder.appendingPathComponent("pay.csv").path))
    }

    @Test("a period in which no plan ends is said to be one")
    func noPeriod() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        #expect(
            try stimul.run("run acme --period 2026-01-15")
                == .init(
                    output: """
                        period  person  plan  component  amount  remarks

                        person  name  total

                        """,
                    errors: "no plan has a period that ends in 2026-01-15\n", code: 0))
    }
}
