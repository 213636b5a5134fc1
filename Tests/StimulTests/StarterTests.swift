import Foundation
import Testing

/// The starter company by hand, January 2026 (31 days):
///
///     Anna    sales       850 000 + 1 500 000 = 2 350 000
///             commission  1 000 000 × 3 % + 1 000 000 × 5 % + 350 000 × 7 % = 30 000 + 50 000 + 24 500 = 104 500.00
///             attainment  sales 2 350 000 / 2 000 000 = 117.5 % × 70 % = 82.25 %
///                         margin (250 000 + 350 000) / 2 350 000 = 25.5319… % of 25 % = 102.1276… % × 30 % = 30.6382… %
///                         together 112.8882978… %; the curve gives 100 % + 12.8882978… × 2.5 = 132.2207447 %
///             bonus       40 000 × 132.2207447 % = 52 888.2978… = 52 888.30
///     Boris   since the 15th: 17 of 31 days
///             sales       420 000, commission 420 000 × 3 % = 12 600.00
///             attainment  420 000 / (1 700 000 × 17 / 31 = 932 258.06) = 45 %, below the threshold of 80 %: nothing
///                         margin 90 000 / 420 000 = 21.4286 % of 25 % = 85.7143 % × 30 % = 25.7143 %: below the curve
///     Vera    1 % of what the two sold: (2 350 000 + 420 000) × 1 % = 27 700.00
///
/// February 2026:
///
///     Anna    sales 610 000: commission 18 300.00; 30.5 % of the target: nothing; margin 140 000 / 610 000 = 22.9508 %
///             of 25 % = 91.8033 % × 30 % = 27.541 %: below the curve
///     Boris   sales 1 210 000 + 930 000 = 2 140 000: 30 000 + 50 000 + 140 000 × 7 % = 9 800: 89 800.00
///             2 140 000 / 1 700 000 = 125.88 %, capped at 120 %; margin 535 000 / 2 140 000 = 25 % of 25 % = 100 %:
///             120 % × 70 % + 100 % × 30 % = 114 %; the curve gives 100 % + 14 × 2.5 = 135 %: 54 000.00
///     Vera    (610 000 + 2 140 000) × 1 % = 27 500.00
@Suite("The starter company checks, tests and runs")
struct StarterTests {
    @Test("new makes the company and says what to do next")
    func new() throws {
        let stimul = try Command(withStarter: false)
        defer { stimul.remove() }
        #expect(
            try stimul.run("new acme")
                == .init(
                    output: """
                        Made 'acme'. Next: stimul check acme; stimul run acme; stimul explain acme anna --period 2026-01

                        """, errors: "", code: 0))
        let files = try FileManager.default.contentsOfDirectory(
            atPath: stimul.folder.appendingPathComponent("acme").path)
        #expect(
            files.sorted() == [
                ".gitignore", "assignments.csv", "company.yaml", "people.csv", "sale.csv", "targets.csv", "units.csv",
            ])
    }

    @Test("new refuses a folder that is not empty, and changes nothing in it")
    func notEmpty() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try stimul.write("mine", to: "acme/sale.csv")
        #expect(
            try stimul.run("new acme")
                == .init(
                    output: "",
                    errors: """
                        error: the folder 'acme' is not empty; nothing was written. Name a folder that does not exist yet

                        """, code: 2))
        let kept = stimul.folder.appendingPathComponent("acme/sale.csv")
        #expect(try String(contentsOf: kept, encoding: .utf8) == "mine")
        #expect(
            try stimul.run("new acme --lang ru").errors == """
                ошибка: папка «acme» не пуста; ничего не записано. Назовите папку, которой ещё нет

                """)
    }

    @Test("new refuses the name of a file")
    func nameOfFile() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        #expect(
            try stimul.run("new acme/sale.csv")
                == .init(
                    output: "",
                    errors: "error: 'acme/sale.csv' is a file; a company is the folder that it lies in\n", code: 2))
    }

    @Test("check finds nothing")
    func check() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        #expect(
            try stimul.run("check acme")
                == .init(
                    output: """
                        Starter: 2 plans, 3 metrics, 5 people, 6 events. No errors.

                        """, errors: "", code: 0))
        #expect(
            try stimul.run("check acme --lang ru").output == """
                Начало: планов 2, показателей 3, людей 5, событий 6. Ошибок нет.

                """)
    }

    @Test("its plans pass their tests")
    func test() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        #expect(try stimul.run("test acme") == .init(output: "2 of 2 expectations hold\n", errors: "", code: 0))
    }

    @Test("a test that fails says where, what was paid and what was expected")
    func failingTest() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try stimul.replace("104 500.00", with: "104 500.01", in: "acme/company.yaml")
        #expect(
            try stimul.run("test acme")
                == .init(
                    output: "1 of 2 expectations hold\n",
                    errors: """
                        company.yaml:55:30: error: seller, 'third tier': commission pays 104 500.00 RUB, expected 104 500.01 RUB
                           55 |         expect: {commission: 104 500.01 RUB}
                              |                              ^~~~~~~~~~~~~~

                        """, code: 1))
        #expect(
            try stimul.run("test acme --lang ru").errors.plainSpaces == """
                company.yaml:55:30: ошибка: seller, «third tier»: commission даёт 104 500,00 RUB, ожидалось 104 500,01 RUB
                   55 |         expect: {commission: 104 500.01 RUB}
                      |                              ^~~~~~~~~~~~~~

                """)
    }

    @Test("run pays what the hand calculates")
    func run() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        #expect(
            try stimul.run("run acme")
                == .init(
                    output: """
                        period   person  plan    component           amount  remarks
                        2026-01  anna    seller  commission  104 500.00 RUB
                        2026-01  anna    seller  bonus        52 888.30 RUB
                        2026-01  boris   seller  commission   12 600.00 RUB
                        2026-01  boris   seller  bonus             0.00 RUB  25.7143 % is below the first point of the payout curve
                        2026-01  vera    head    overlay      27 700.00 RUB
                        2026-02  anna    seller  commission   18 300.00 RUB
                        2026-02  anna    seller  bonus             0.00 RUB  27.541 % is below the first point of the payout curve
                        2026-02  boris   seller  commission   89 800.00 RUB
                        2026-02  boris   seller  bonus        54 000.00 RUB
                        2026-02  vera    head    overlay      27 500.00 RUB

                        person  name                  total
                        anna    Анна Орлова  175 688.30 RUB
                        boris   Борис Котов  156 400.00 RUB
                        vera    Вера Лисина   55 200.00 RUB

                        """, errors: "", code: 0))
    }

    @Test("run in Russian")
    func russian() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        #expect(
            try stimul.run("run acme --lang ru --period 2026-01").plainSpaces
                == .init(
                    output: """
                        период   сотрудник  план    составляющая           сумма  замечания
                        2026-01  anna       seller  commission    104 500,00 RUB
                        2026-01  anna       seller  bonus          52 888,30 RUB
                        2026-01  boris      seller  commission     12 600,00 RUB
                        2026-01  boris      seller  bonus               0,00 RUB  25,7143 % — ниже первой точки кривой выплат
                        2026-01  vera       head    overlay        27 700,00 RUB

                        сотрудник  имя                   всего
                        anna       Анна Орлова  157 388,30 RUB
                        boris      Борис Котов   12 600,00 RUB
                        vera       Вера Лисина   27 700,00 RUB

                        """, errors: "", code: 0))
    }
}
