import Foundation
import Payroll
import Storage
import Testing

@Suite("what is recorded, as the commands show it")
struct RecordsTests {
    @Test("one award from the month that earned it over the hold to the payment")
    func ledger() async throws {
        let company = try await RecordedCompany()
        defer { company.stimul.remove() }
        try company.pay("2026-01")
        try await company.calculate("2026-02")
        try company.pay("2026-02")
        #expect(
            try company.stimul.run("ledger acme --person anna")
                == .init(
                    output: """
                        account         amount
                        earned   -5 800.00 RUB
                        paid      5 800.00 RUB

                        sum over all accounts: 0.00 RUB

                        №  period   what for                       cause    from → to                amount
                        1  2026-01  seller · commission · 2026-01  award    earned → accrued   5 800.00 RUB
                        2  2026-01  seller · commission · 2026-01  hold     accrued → held     5 800.00 RUB
                        5  2026-02  seller · commission · 2026-01  release  held → accrued     5 800.00 RUB
                        7  2026-02  pay                            payable  accrued → payable  5 800.00 RUB
                        9  2026-02  pay                            payment  payable → paid     5 800.00 RUB

                        """, errors: "", code: 0))
    }

    @Test("the balances of everybody at the end of January, when all of it is held")
    func summary() async throws {
        let company = try await RecordedCompany()
        defer { company.stimul.remove() }
        try company.pay("2026-01")
        try await company.calculate("2026-02")
        try company.pay("2026-02")
        #expect(
            try company.stimul.run("ledger acme --period 2026-01 --lang ru").plainSpaces
                == .init(
                    output: """
                        сотрудник      заработано       удержано
                        anna        -5 800,00 RUB   5 800,00 RUB
                        boris       -6 000,00 RUB   6 000,00 RUB
                        все        -11 800,00 RUB  11 800,00 RUB

                        сумма по всем счетам: 0,00 RUB

                        """, errors: "", code: 0))
        let csv = try company.stimul.run("ledger acme --period 2026-02 --person boris --format csv").output
        let lines = csv.split(separator: "\n")
        #expect(
            lines.first
                == "number,period,person,matter,plan,component,earned_in,adjustment,cause,from,to,amount,currency,run")
        #expect(
            lines[1].hasPrefix("6,2026-02,boris,award,seller,commission,2026-01,,release,held,accrued,6000.00,RUB,"))
        let json = try company.stimul.run("ledger acme --person boris --format json").output
        let form = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(form["sum"] as? String == "0.00")
        #expect((form["entries"] as? [Any])?.count == 5)
    }

    @Test("somebody who was never paid has no entries, and a file that is not there is no statement")
    func nothing() async throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try stimul.approveJanuary()
        let ledger = try stimul.run("ledger acme --person dina")
        #expect(ledger.output == "no entries, and nothing stands on any account\n")
        let verified = try stimul.run("verify none.json")
        #expect(verified.errors == "error: 'none.json' cannot be read: there is no such file; check its path\n")
        #expect(verified.code == 2)
    }

    @Test(
        "names that there are not",
        arguments: [
            ("ledger acme --person ana", "there is no person 'ana'; did you mean 'anna'?"),
            ("ledger acme --period 2026-03", "there is no approved period '2026-03'; did you mean '2026-01'?"),
            (
                "audit acme --head 17",
                "'17' is no head; write it as the audit printed it: a number, a colon, 64 digits and letters"
            ),
            ("diff acme", "name two runs, or '--period' for the last two of a period"),
            ("statement acme anna", "name the person, '--period' and '--output', or ask for '--public-key'"),
            (
                "verify x.json --key 12",
                "'12' is no key; write the 64 digits and letters that 'stimul statement --public-key' prints"
            ),
        ])
    func wrong(line: String, message: String) async throws {
        let company = try await RecordedCompany()
        defer { company.stimul.remove() }
        try company.pay("2026-01")
        let result = try company.stimul.run(line)
        #expect(result.code == 64)
        #expect(result.errors.contains(message), "\(result.errors)")
    }

    @Test("before anything is posted the ledger is empty, and says so")
    func empty() async throws {
        let company = try await RecordedCompany()
        defer { company.stimul.remove() }
        let notYet = "nothing is posted yet; the second approval of a period posts its entries\n"
        #expect(
            try company.stimul.run("ledger acme")
                == .init(output: "no entries, and nothing stands on any account\n", errors: notYet, code: 0))
        let json = try company.stimul.run("ledger acme --format json")
        #expect(json.errors == notYet && json.code == 0)
        #expect(
            json.output == """
                {
                  "balances" : [

                  ],
                  "currency" : "RUB",
                  "entries" : [

                  ],
                  "sum" : "0.00"
                }

                """)
        #expect(try company.stimul.run("ledger acme --format csv").output.hasPrefix("number,period,person,"))
    }

    @Test("a period that was approved and comes to nothing is a ledger without entries")
    func nothingPosted() async throws {
        var tables = RecordedCompany.tables
        tables["sale.csv"] = "id,date,seller,amount\n"
        let company = try await RecordedCompany(tables: tables)
        defer { company.stimul.remove() }
        try company.pay("2026-01")
        let json = try company.stimul.run("ledger acme --period 2026-01 --format json")
        #expect(json.code == 0 && json.errors.isEmpty)
        #expect(json.output.contains("\"entries\" : [") && json.output.contains("\"sum\" : \"0.00\""))
        #expect(
            try company.stimul.run("ledger acme")
                == .init(output: "no entries, and nothing stands on any account\n", errors: "", code: 0))
    }

    @Test("the difference of the last two runs, for everybody and for one")
    func diff() async throws {
        let company = try await RecordedCompany()
        defer { company.stimul.remove() }
        var (text, tables) = (RecordedCompany.text, RecordedCompany.tables)
        text["company.yaml"] = text["company.yaml"]?.replacing("rate: 10%", with: "rate: 12%")
        tables["sale.csv", default: ""] += "3,2026-01-20,anna,10000\n"
        try await company.calculate("2026-01", text, tables)
        let runs = try company.cycle(text).workspace.read { try $0.runs().map { $0.id.prefix(12) } }
        #expect(
            try company.stimul.run("diff acme --period 2026-01")
                == .init(
                    output: """
                        2026-01: \(runs[0]) → \(runs[1])

                        1. rules                               +2 360.00 RUB
                           company.yaml:17 −         rate: 10%  (plan seller)
                           company.yaml:17 +         rate: 12%  (plan seller)
                           anna                                +1 160.00 RUB
                           boris                               +1 200.00 RUB
                        2. events                              +1 200.00 RUB
                           sale 3: new: amount 10000, date 2026-01-20, id 3, seller anna
                           anna                                +1 200.00 RUB
                        total                                  +3 560.00 RUB

                        """, errors: "", code: 0))
        let one = try company.stimul.run("diff acme \(runs[1]) \(runs[0]) --person boris --lang ru").output.plainSpaces
        #expect(one.hasSuffix("всего boris                            -1 200,00 RUB\n"))
        #expect(!one.contains("sale 3"))
        #expect(
            try company.stimul.run("diff acme --period 2026-01 --format csv").output == """
                cause,kinds,person,plan,component,period,change,currency
                1,rules,anna,seller,commission,2026-01,1160.00,RUB
                1,rules,boris,seller,commission,2026-01,1200.00,RUB
                2,events,anna,seller,commission,2026-01,1200.00,RUB

                """)
        let json = try company.stimul.run("diff acme --period 2026-01 --format json").output
        let form = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(form["total"] as? String == "3560.00")
    }

    @Test("of many rows the first twenty are shown, and how many more there are")
    func manyRows() async throws {
        let company = try await RecordedCompany()
        defer { company.stimul.remove() }
        var tables = RecordedCompany.tables
        tables["sale.csv", default: ""] += (3..<33).map { "\($0),2026-01-20,anna,100\n" }.joined()
        try await company.calculate("2026-01", RecordedCompany.text, tables)
        let shown = try company.stimul.run("diff acme --period 2026-01 --lang ru").output.plainSpaces
        #expect(shown.split(separator: "\n").count { $0.contains("новая строка") } == 20)
        #expect(shown.contains("\n   … и ещё 10; все — в --format json\n"))
        #expect(shown.hasSuffix(" +300,00 RUB\n"))
        let json = try company.stimul.run("diff acme --period 2026-01 --format json").output
        #expect(json.split(separator: "\n").count { $0.contains("\"table\" : \"sale\"") } == 30)
    }

    @Test("one run alone cannot be compared; a run that there is not is named")
    func nothingToCompare() async throws {
        let company = try await RecordedCompany()
        defer { company.stimul.remove() }
        #expect(
            try company.stimul.run("diff acme --period 2026-01")
                == .init(
                    output: "",
                    errors:
                        "error: 2026-01 has one run, and nothing was posted before it to compare it with; calculate it again after a change\n",
                    code: 1))
        let missing = try company.stimul.run("diff acme zzz yyy")
        #expect(missing.errors.contains("there is no run 'zzz'"))
        #expect(missing.code == 1)
    }

    @Test("an audit prints the head, and finds it again; a head that was cut off is a fault")
    func audit() async throws {
        let company = try await RecordedCompany()
        defer { company.stimul.remove() }
        let result = try company.stimul.run("audit acme")
        #expect(result.code == 0 && result.errors.isEmpty)
        #expect(result.output.contains("\nno faults; head, to be noted elsewhere: "))
        let head = try #require(result.output.split(separator: "\n").last?.split(separator: " ").last)
        #expect(AuditHead(String(head)) != nil)
        #expect(try company.stimul.run("audit acme --head \(head)").code == 0)
        let cut = "99:" + head.split(separator: ":")[1]
        let found = try company.stimul.run("audit acme --head \(cut)")
        #expect(found.code == 1)
        #expect(!found.output.contains("no faults"))
        #expect(
            found.errors == """
                error: the chain does not hold the record \(cut) that was noted
                faults: 1; keep the file as it is and compare it with the last backup

                """)
    }

    @Test("a backup brings back what was recorded when it was made; what came after is kept aside")
    func backup() async throws {
        let company = try await RecordedCompany()
        defer { company.stimul.remove() }
        let made = try company.stimul.run("backup acme january.sqlite")
        #expect(made.code == 0)
        #expect(made.output.hasPrefix("Made 'january.sqlite' and checked it. Head: "))
        let again = try company.stimul.run("backup acme january.sqlite")
        #expect(again.code == 2)
        #expect(again.errors.contains("january.sqlite is there already"))
        try company.pay("2026-01")
        let because = "--by anna --reason test"
        let restored = try company.stimul.run("restore acme january.sqlite \(because) --undo")
        #expect(
            restored.output
                == "Restored 'january.sqlite'. What was there is kept as 'acme/stimul.sqlite.before-restore-1'.\n")
        #expect(restored.code == 0)
        #expect(try company.stimul.run("ledger acme").output == "no entries, and nothing stands on any account\n")
        #expect(
            try company.stimul.run("restore other january.sqlite \(because)")
                == .init(output: "Restored 'january.sqlite'. Nothing was recorded there before.\n", errors: "", code: 0)
        )
        try company.stimul.write("garbage", to: "garbage.sqlite")
        let garbage = try company.stimul.run("restore acme garbage.sqlite \(because)")
        #expect(garbage.code == 2)
        #expect(garbage.errors.contains("garbage.sqlite is not a backup"))
    }
}
