import Foundation
import Testing

/// What the starter's January pays by hand stands in `StarterTests`: Anna 104 500.00 + 52 888.30 = 157 388.30, Boris 12 600.00,
/// Vera 27 700.00, together 197 688.30. Dina and Egor are paid by no plan, so they approve.
@Suite("A pay period goes from import to close by the hands of two people")
struct PayPeriodTests {
    @Test("every step says what it did, and the next one follows")
    func wholeWay() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        #expect(
            try stimul.run("import acme --by dina")
                == .init(
                    output: """
                        table        accepted  changed  unchanged  cancelled  rejected
                        assignments         5        0          0          0         0
                        people              5        0          0          0         0
                        sale                6        0          0          0         0
                        targets             4        0          0          0         0
                        units               1        0          0          0         0

                        """, errors: "", code: 0))
        #expect(
            try stimul.run("calculate acme --period 2026-01 --by dina").withoutRun
                == .init(
                    output: """
                        Run <identifier> of 2026-01: 3 people.
                        entries          amount
                        award    197 688.30 RUB
                        payable  197 688.30 RUB

                        """, errors: "", code: 0))
        #expect(
            try stimul.run("review acme --period 2026-01 --by dina").withoutRun
                == .init(
                    output: """
                        Run <identifier> of 2026-01
                        person  name                 awards  corrections and adjustments  held (−), released (+)  draws and debts         payable
                        anna    Анна Орлова  157 388.30 RUB                     0.00 RUB                0.00 RUB         0.00 RUB  157 388.30 RUB
                        boris   Борис Котов   12 600.00 RUB                     0.00 RUB                0.00 RUB         0.00 RUB   12 600.00 RUB
                        vera    Вера Лисина   27 700.00 RUB                     0.00 RUB                0.00 RUB         0.00 RUB   27 700.00 RUB
                        total                197 688.30 RUB                     0.00 RUB                0.00 RUB         0.00 RUB  197 688.30 RUB

                        """, errors: "", code: 0))
        #expect(
            try stimul.run("approve acme --period 2026-01 --by dina")
                == .init(
                    output: "2026-01: dina has approved; somebody else must approve too\n", errors: "", code: 0))
        #expect(
            try stimul.run("approve acme --period 2026-01 --by egor")
                == .init(
                    output: "2026-01 is approved and posted: 197 688.30 RUB payable; next: stimul pay\n", errors: "",
                    code: 0))
        #expect(
            try stimul.run("pay acme --period 2026-01 --output pay.csv --by dina")
                == .init(
                    output: """
                        2026-01 is paid: 197 688.30 RUB to 3 people
                        payroll written to 'pay.csv'

                        """, errors: "", code: 0))
        #expect(
            try stimul.read("pay.csv") == """
                person,name,to pay,awards,corrections,adjustments,released,held,deferred or lost,draw,carried or recovered,other periods,paid
                anna,Анна Орлова,157388.30,157388.30,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,157388.30
                boris,Борис Котов,12600.00,12600.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,12600.00
                vera,Вера Лисина,27700.00,27700.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,27700.00

                """)
        #expect(
            try stimul.run("close acme --period 2026-01 --by dina")
                == .init(output: "2026-01 is closed\n", errors: "", code: 0))
    }

    /// Boris's sale 3 was 520 000, not 420 000: commission 15 600.00 instead of 12 600.00, still no bonus; Vera 1 % of 100 000 more.
    /// February pays Anna 18 300.00, Boris 89 800.00 + 54 000.00 = 143 800.00, Vera 27 500.00: 189 600.00.
    @Test("what changes in a closed month is a correction in the next one")
    func correction() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try stimul.payJanuary()
        try stimul.replace("boris,Ромашка,420000.00", with: "boris,Ромашка,520000.00", in: "acme/sale.csv")
        #expect(
            try stimul.run("import acme --by dina").output.contains(
                "sale                0        1          5          0         0"))
        #expect(
            try stimul.run("calculate acme --period 2026-02 --by dina").withoutRun.output == """
                Run <identifier> of 2026-02: 3 people.
                entries             amount
                award       189 600.00 RUB
                correction    4 000.00 RUB
                payable     193 600.00 RUB

                """)
        #expect(
            try stimul.run("review acme --period 2026-02 --show --lang ru").withoutRun.plainSpaces.output == """
                Расчёт <identifier> за 2026-02
                сотрудник  имя               начислено  исправления и корректировки  удержано (−), освобождено (+)  авансы и долги       к выплате
                anna       Анна Орлова   18 300,00 RUB                     0,00 RUB                       0,00 RUB        0,00 RUB   18 300,00 RUB
                boris      Борис Котов  143 800,00 RUB                 3 000,00 RUB                       0,00 RUB        0,00 RUB  146 800,00 RUB
                vera       Вера Лисина   27 500,00 RUB                 1 000,00 RUB                       0,00 RUB        0,00 RUB   28 500,00 RUB
                всего                   189 600,00 RUB                 4 000,00 RUB                       0,00 RUB        0,00 RUB  193 600,00 RUB

                """)
    }

    @Test("status tells the state of each period and what comes next")
    func status() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        _ = try stimul.run("import acme --by dina")
        #expect(
            try stimul.run("status acme")
                == .init(
                    output: "no period is calculated yet; next: stimul calculate acme --period …\n", errors: "", code: 0
                ))
        try stimul.payJanuary()
        _ = try stimul.run("calculate acme --period 2026-02 --by dina")
        _ = try stimul.run("review acme --period 2026-02 --by dina")
        _ = try stimul.run("approve acme --period 2026-02 --by dina")
        #expect(
            try stimul.run("status acme").withoutRun.output == """
                period   state                   run           approved by         payable            paid  open disputes  next
                2026-01  closed                  <identifier>  dina, egor   197 688.30 RUB  197 688.30 RUB              0  the following period
                2026-02  approved by one of two  <identifier>  dina         189 600.00 RUB        0.00 RUB              0  stimul approve

                """)
        #expect(
            try stimul.run("status acme --lang ru").output.contains("утверждён одним из двух"))
    }

    @Test("a payment whose file cannot be written stands, and its payroll can be written later")
    func unwritable() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try stimul.approveJanuary()
        #expect(
            try stimul.run("pay acme --period 2026-01 --output nowhere/pay.xlsx --by dina")
                == .init(
                    output: "2026-01 is paid: 197 688.30 RUB to 3 people\n",
                    errors: """
                        error: 'nowhere/pay.xlsx' cannot be written: its folder does not exist; make the folder first
                        2026-01 stays paid; write its payroll somewhere else: stimul pay acme --period 2026-01 --export-only --output pay.xlsx

                        """, code: 2))
        #expect(
            try stimul.run("pay acme --period 2026-01 --export-only --output pay.xlsx --lang ru")
                == .init(output: "ведомость записана в «pay.xlsx»\n", errors: "", code: 0))
        let file = stimul.folder.appendingPathComponent("pay.xlsx")
        #expect(try Data(contentsOf: file).starts(with: Data("PK".utf8)))
    }

    /// Paid once, opened again because Boris's sale was larger: the second payroll hands over the difference, 3 000.00 and 1 000.00.
    @Test("a period that is paid twice hands over only the difference the second time")
    func paidTwice() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try stimul.payJanuary()
        #expect(
            try stimul.run(words: [
                "reopen", "acme", "--period", "2026-01", "--reason", "sale 3 was larger", "--by", "dina",
            ]) == .init(output: "2026-01 is open again; next: stimul calculate\n", errors: "", code: 0))
        try stimul.replace("boris,Ромашка,420000.00", with: "boris,Ромашка,520000.00", in: "acme/sale.csv")
        try stimul.approveJanuary()
        #expect(
            try stimul.run("pay acme --period 2026-01 --output pay.csv --by dina").output
                == "2026-01 is paid: 4 000.00 RUB to 2 people\npayroll written to 'pay.csv'\n")
        #expect(
            try stimul.read("pay.csv") == """
                person,name,to pay,awards,corrections,adjustments,released,held,deferred or lost,draw,carried or recovered,other periods,paid
                anna,Анна Орлова,0.00,157388.30,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,157388.30
                boris,Борис Котов,3000.00,12600.00,3000.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,15600.00
                vera,Вера Лисина,1000.00,27700.00,1000.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,28700.00

                """)
    }
}
