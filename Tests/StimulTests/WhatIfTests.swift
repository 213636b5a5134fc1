import Foundation
import Testing

/// The starter company; its figures by hand stand at `StarterTests`.
@Suite("what-if shows what would be paid, and writes nothing")
struct WhatIfTests {
    private func whatIf(_ stimul: Command, _ words: String...) throws -> Command.Result {
        try stimul.run(words: ["what-if", "acme"] + words)
    }

    /// Every file of the folder with its bytes.
    private func content(_ stimul: Command) throws -> [String: Data] {
        let folder = stimul.folder.appendingPathComponent("acme")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try Dictionary(
            uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: folder.appendingPathComponent($0))) })
    }

    @Test("one more deal: 610 000 + 1 500 000 = 2 110 000 are 30 000 + 50 000 + 110 000 × 7 %, and 1 % for the head")
    func oneMoreDeal() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        let before = try content(stimul)
        #expect(
            try whatIf(stimul, "--add", "sale: date=2026-02-20, seller=anna, client=Мак, amount=1 500 000 RUB")
                == .init(
                    output: """
                        period   person  plan    component             now           then      difference  remarks
                        2026-02  anna    seller  commission  18 300.00 RUB  87 700.00 RUB  +69 400.00 RUB
                        2026-02  vera    head    overlay     27 500.00 RUB  42 500.00 RUB  +15 000.00 RUB

                        person     name                    now            then      difference
                        anna       Анна Орлова  175 688.30 RUB  245 088.30 RUB  +69 400.00 RUB
                        vera       Вера Лисина   55 200.00 RUB   70 200.00 RUB  +15 000.00 RUB
                        everybody               387 288.30 RUB  471 688.30 RUB  +84 400.00 RUB

                        """, errors: "", code: 0))
        #expect(try content(stimul) == before)
    }

    @Test("other values and a cancelled deal, in Russian, for one person")
    func changedAndCancelled() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        #expect(
            try whatIf(
                stimul, "--change", "sale 4: amount=900 000", "--cancel", "sale 5", "--for", "boris", "--lang", "ru"
            ).plainSpaces
                == .init(
                    output: """
                        период   сотрудник  план    составляющая         сейчас         станет         разница  замечания
                        2026-02  boris      seller  commission    89 800,00 RUB  27 900,00 RUB  -61 900,00 RUB
                        2026-02  boris      seller  bonus         54 000,00 RUB       0,00 RUB  -54 000,00 RUB

                        сотрудник  имя                  сейчас         станет          разница
                        boris      Борис Котов  156 400,00 RUB  40 500,00 RUB  -115 900,00 RUB

                        """, errors: "", code: 0))
    }

    @Test("a deal that moves nothing says so")
    func nothingMoves() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        #expect(
            try whatIf(stimul, "--change", "sale 4: client=Роза")
                == .init(output: "No award moves.\n", errors: "", code: 0))
    }

    private static let plan = """
        plans:
          seller:
            for: {position: [seller, office]}
            valid: {from: 2027-01-01}
            period: month
            components:
              commission: {commission: sales, rate: 4%}
              plan: {bonus: "if sales >= target(sales) then 10 000 RUB else 0 RUB"}

        """

    @Test(
        "another plan: Anna 2 960 000 × 4 % + 10 000, Boris 2 560 000 × 4 % + 10 000; the office is paid, without targets"
    )
    func otherPlan() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try stimul.write(Self.plan, to: "new.yaml")
        let before = try content(stimul)
        #expect(
            try whatIf(stimul, "--with", "new.yaml", "--from", "2026-01-01")
                == .init(
                    output: """
                        person     name          plan               now            then      difference
                        anna       Анна Орлова   seller  175 688.30 RUB  128 400.00 RUB  -47 288.30 RUB
                        boris      Борис Котов   seller  156 400.00 RUB  112 400.00 RUB  -44 000.00 RUB
                        dina       Дина Юрьева   seller               —        0.00 RUB        0.00 RUB  not computable: then 2
                        egor       Егор Мельник  seller               —        0.00 RUB        0.00 RUB  not computable: then 2
                        everybody                        387 288.30 RUB  296 000.00 RUB  -91 288.30 RUB  not computable: then 4

                        Without a difference: 1.

                        Paid only then: dina, egor

                        not computable  person  plan    component  reason
                        2026-01         dina    seller  plan       then: no target for sales, dina, 2026-01
                        2026-01         egor    seller  plan       then: no target for sales, egor, 2026-01
                        2026-02         dina    seller  plan       then: no target for sales, dina, 2026-02
                        2026-02         egor    seller  plan       then: no target for sales, egor, 2026-02

                        """, errors: "", code: 0))
        #expect(try content(stimul) == before)
    }

    @Test("a folder of definitions; its tables are not read, and that is said")
    func folder() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try stimul.write(Self.plan, to: "new/plans.yaml")
        try stimul.write("id\n", to: "new/sale.csv")
        let result = try whatIf(stimul, "--with", "new", "--period", "2026", "--format", "csv")
        #expect(
            result.output == """
                person,plan,now,then,difference,currency,reason_now,reason_then
                anna,seller,175688.30,,-175688.30,RUB,,
                boris,seller,156400.00,,-156400.00,RUB,,

                """)
        #expect(
            result.errors == "the tables in 'new' are not read: the rows stay those of the company\n"
                && result.code == 0)
    }

    /// Without a cost the margin is 535 000 / 2 240 000 = 23.8839 % of 25 % = 95.5357 %; 84 % + 28.6607 % pay 131.6518 % of 40 000.
    @Test("CSV and JSON of awards")
    func machineForms() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        let deal = "sale: date=2026-02-20, seller=boris, client=Мак, amount=100 000"
        #expect(
            try whatIf(stimul, "--add", deal, "--format", "csv").output == """
                period,person,plan,component,now,then,difference,currency,reason_now,reason_then,held_then
                2026-02,boris,seller,commission,89800.00,96800.00,7000.00,RUB,,,
                2026-02,boris,seller,bonus,54000.00,52660.71,-1339.29,RUB,,,
                2026-02,vera,head,overlay,27500.00,28500.00,1000.00,RUB,,,

                """)
        #expect(
            try whatIf(stimul, "--add", deal, "--format", "json", "--for", "vera").output == """
                {
                  "currency" : "RUB",
                  "people" : [
                    {
                      "difference" : "1000.00",
                      "now" : "55200.00",
                      "person" : "vera",
                      "then" : "56200.00"
                    }
                  ],
                  "rows" : [
                    {
                      "component" : "overlay",
                      "difference" : "1000.00",
                      "now" : "27500.00",
                      "period" : "2026-02",
                      "person" : "vera",
                      "plan" : "head",
                      "then" : "28500.00"
                    }
                  ],
                  "total" : {
                    "difference" : "1000.00",
                    "now" : "55200.00",
                    "then" : "56200.00"
                  }
                }

                """)
    }

    @Test("the rows that a workspace keeps, without a new version of any of them")
    func imported() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        #expect(try stimul.run("import acme --by dina").code == 0)
        try stimul.replace("4,2026-02-03,anna,Пион,610000.00", with: "4,2026-02-03,anna,Пион,1.00", in: "acme/sale.csv")
        // The database notes every opening in its bytes; what it holds is what the audit looks at.
        let before = try stimul.run("audit acme")
        let result = try whatIf(stimul, "--imported", "--cancel", "sale 4", "--for", "anna", "--format", "csv")
        #expect(
            result.output == """
                period,person,plan,component,now,then,difference,currency,reason_now,reason_then,held_then
                2026-02,anna,seller,commission,18300.00,0.00,-18300.00,RUB,,,

                """)
        #expect(try stimul.run("audit acme") == before)
        #expect(before.code == 0)
    }

    @Test("a bad field, a file that is not there, and nothing to suppose")
    func refusals() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        #expect(
            try whatIf(stimul, "--add", "sale: date=2026-02-20, seller=anna, client=Мак, amount=much")
                == .init(
                    output: "",
                    errors: """
                        --add:1:56: error: expected a number in RUB, found 'much'
                            1 | sale: date=2026-02-20, seller=anna, client=Мак, amount=much
                              |                                                        ^~~~
                           help: for instance '100 RUB'
                        errors: 1, warnings: 0; nothing was written

                        """, code: 1))
        #expect(
            try whatIf(stimul, "--with", "other.yaml")
                == .init(
                    output: "",
                    errors: "error: 'other.yaml' cannot be read: there is no such file; check its path\n", code: 2))
        #expect(
            try whatIf(stimul, "--with", "acme/sale.csv")
                == .init(
                    output: "",
                    errors:
                        "error: 'acme/sale.csv' cannot be read: its name does not end in .yaml; definitions are YAML\n",
                    code: 2))
        #expect(try whatIf(stimul).code == 64)
        #expect(try whatIf(stimul).errors.hasPrefix("Error: what if what? Give --with, --without, --add,"))
        #expect(
            try whatIf(stimul, "--without", "head", "--for", "ana").errors.hasPrefix(
                "Error: there is no person 'ana'; did you mean 'anna'?"))
    }

    @Test("Alfa Trade: 300,000 more for Ivanov win him a race and speed up his year")
    func alfa() throws {
        let stimul = try Command(withStarter: false)
        defer { stimul.remove() }
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../../Examples/alfa")
        let deal =
            "sale: date=2026-03-20, seller=ivanov, client=c001, product=p01, amount=300 000 RUB, cost=250 000 RUB, due_on=2026-04-20"
        let result = try stimul.run(
            words: ["what-if", root.standardized.path, "--add", deal, "--for", "ivanov", "--lang", "en"])
        #expect(
            result
                == .init(
                    output: """
                        period   person  plan                component                now           then      difference      then held  remarks
                        2026-03  ivanov  sales_manager       commission     36 944.99 RUB  45 944.99 RUB   +9 000.00 RUB  29 831.23 RUB
                        2026-03  ivanov  sales_manager       monthly_bonus       0.00 RUB  17 058.73 RUB  +17 058.73 RUB
                        2026-03  ivanov  product_focus       novelty           100.00 RUB     150.00 RUB      +50.00 RUB
                        2026-Q1  ivanov  races               best_three          0.00 RUB  15 000.00 RUB  +15 000.00 RUB
                        2026-12  ivanov  sales_manager_year  accelerator     3 423.86 RUB   6 423.86 RUB   +3 000.00 RUB

                        person  name                               now            then      difference
                        ivanov  Иванов Сергей Петрович  843 400.08 RUB  887 508.81 RUB  +44 108.73 RUB

                        """, errors: "", code: 0))
    }
}
