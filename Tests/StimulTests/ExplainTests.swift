import Foundation
import Testing

@Suite("explain goes from a figure down to the events")
struct ExplainTests {
    @Test("one component of a person's pay")
    func component() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        #expect(
            try stimul.run("explain acme anna --period 2026-01 --component commission")
                == .init(
                    output: """
                        2026-01 · Sales manager · Commission: 104 500.00 RUB
                        ├─ commission is paid on: 2 350 000.00 RUB  = sales
                        │  └─ Sales: 2 350 000.00 RUB  = sum(sale.amount)
                        │     └─ sum(sale.amount): 2 350 000.00 RUB  [2 events]
                        │        ├─ sale 2, 2026-01-20 (sale.csv:3): 1 500 000.00 RUB
                        │        └─ sale 1, 2026-01-14 (sale.csv:2): 850 000.00 RUB
                        ├─ tier from 0.00 RUB: 30 000.00 RUB  = 1 000 000.00 RUB × 3 %
                        ├─ tier from 1 000 000.00 RUB: 50 000.00 RUB  = 1 000 000.00 RUB × 5 %
                        └─ tier from 2 000 000.00 RUB: 24 500.00 RUB  = 350 000.00 RUB × 7 %

                        """, errors: "", code: 0))
    }

    @Test("all awards of a month, in Russian")
    func awards() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        #expect(
            try stimul.run("explain acme boris --period 2026-02 --lang ru --events 1").plainSpaces
                == .init(
                    output: """
                        Борис Котов (boris), 2026-02
                        начисление                                          сумма
                        2026-02 · Менеджер по продажам · Комиссия   89 800,00 RUB
                        2026-02 · Менеджер по продажам · Премия     54 000,00 RUB
                        всего                                      143 800,00 RUB

                        2026-02 · Менеджер по продажам · Комиссия: 89 800,00 RUB
                        ├─ комиссия начисляется на: 2 140 000,00 RUB  = sales
                        │  └─ Продажи: 2 140 000,00 RUB  = sum(sale.amount)
                        │     └─ sum(sale.amount): 2 140 000,00 RUB  [событий: 2]
                        │        ├─ sale 5, 11.02.2026 (sale.csv:6): 1 210 000,00 RUB
                        │        └─ и ещё 1: 930 000,00 RUB
                        ├─ ступень с 0,00 RUB: 30 000,00 RUB  = 1 000 000,00 RUB × 3 %
                        ├─ ступень с 1 000 000,00 RUB: 50 000,00 RUB  = 1 000 000,00 RUB × 5 %
                        └─ ступень с 2 000 000,00 RUB: 9 800,00 RUB  = 140 000,00 RUB × 7 %
                        2026-02 · Менеджер по продажам · Премия: 54 000,00 RUB
                        ├─ Продажи: 84 %
                        │  ├─ факт: 2 140 000,00 RUB  = sum(sale.amount)
                        │  │  └─ sum(sale.amount): 2 140 000,00 RUB  [событий: 2]
                        │  │     ├─ sale 5, 11.02.2026 (sale.csv:6): 1 210 000,00 RUB
                        │  │     └─ и ещё 1: 930 000,00 RUB
                        │  ├─ план: 1 700 000,00 RUB  = target(sales)
                        │  │  └─ план: Продажи: 1 700 000,00 RUB
                        │  ├─ выполнение: 125,8824 %  = actual / target
                        │  ├─ засчитано: 120 %  [выше потолка 120 %]
                        │  └─ вес: 70 %
                        ├─ Доля маржи: 30 %
                        │  ├─ факт: 25 %  = sum(sale.amount - sale.cost) / sales
                        │  │  ├─ sum(sale.amount - sale.cost): 535 000,00 RUB  [событий: 2]
                        │  │  │  ├─ sale 5, 11.02.2026 (sale.csv:6): 305 000,00 RUB
                        │  │  │  └─ и ещё 1: 230 000,00 RUB
                        │  │  └─ Продажи: 2 140 000,00 RUB  = sum(sale.amount)
                        │  │     └─ sum(sale.amount): 2 140 000,00 RUB  [событий: 2]
                        │  │        ├─ sale 5, 11.02.2026 (sale.csv:6): 1 210 000,00 RUB
                        │  │        └─ и ещё 1: 930 000,00 RUB
                        │  ├─ план: 25 %
                        │  ├─ выполнение: 100 %  = actual / target
                        │  └─ вес: 30 %
                        ├─ взвешенное выполнение: 114 %
                        ├─ доля выплаты: 135 %  = 80 %: 50 %, 100 %: 100 %, 120 %: 150 %
                        └─ целевая выплата: 40 000,00 RUB  = person.target_bonus
                           └─ person.target_bonus: 40 000,00 RUB

                        """, errors: "", code: 0))
    }

    @Test(
        "a metric of a person, a unit and the company",
        arguments: [
            (
                "explain acme anna --metric margin_share --period 2026-01",
                """
                Margin share: 25.5319 %  = sum(sale.amount - sale.cost) / sales
                ├─ sum(sale.amount - sale.cost): 600 000.00 RUB  [2 events]
                │  ├─ sale 2, 2026-01-20 (sale.csv:3): 350 000.00 RUB
                │  └─ sale 1, 2026-01-14 (sale.csv:2): 250 000.00 RUB
                └─ Sales: 2 350 000.00 RUB  = sum(sale.amount)
                   └─ sum(sale.amount): 2 350 000.00 RUB  [2 events]
                      ├─ sale 2, 2026-01-20 (sale.csv:3): 1 500 000.00 RUB
                      └─ sale 1, 2026-01-14 (sale.csv:2): 850 000.00 RUB

                """
            ),
            (
                "explain acme sales --metric sales --period 2026-01",
                """
                Sales: 2 770 000.00 RUB  = sum(sale.amount)
                └─ sum(sale.amount): 2 770 000.00 RUB  [3 events of 2 people]
                   ├─ sale 2, 2026-01-20 (sale.csv:3): 1 500 000.00 RUB
                   ├─ sale 1, 2026-01-14 (sale.csv:2): 850 000.00 RUB
                   └─ sale 3, 2026-01-28 (sale.csv:4): 420 000.00 RUB

                """
            ),
            (
                "explain acme company --metric margin_share --period 2026-01",
                """
                Margin share: 24.9097 %  = sum(sale.amount - sale.cost) / sales
                ├─ sum(sale.amount - sale.cost): 690 000.00 RUB  [all events of the company]
                └─ Sales: 2 770 000.00 RUB  = sum(sale.amount)
                   └─ sum(sale.amount): 2 770 000.00 RUB  [all events of the company]

                """
            ),
        ])
    func metric(line: String, output: String) throws {
        let stimul = try Command()
        defer { stimul.remove() }
        #expect(try stimul.run(line) == .init(output: output, errors: "", code: 0))
    }

    @Test("why a sale is his, and why it is not hers")
    func event() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        #expect(
            try stimul.run("explain acme boris --event sale:3")
                == .init(
                    output: """
                        sale 3 (sale.csv:4)
                        ├─ date = 2026-01-28
                        ├─ seller = boris
                        ├─ client = Ромашка
                        ├─ amount = 420 000.00 RUB
                        ├─ cost = 330 000.00 RUB
                        ├─ sum(sale.amount)  → sales: yes  [credited to boris: sale.seller = boris; in his pay by seller: commission, seller: bonus]
                        ├─ count(sale)  → deals: yes  [credited to boris: sale.seller = boris; not in his pay: no plan takes it]
                        └─ sum(sale.amount - sale.cost)  → margin_share: yes  [credited to boris: sale.seller = boris; in his pay by seller: bonus]

                        """, errors: "", code: 0))
        #expect(
            try stimul.run("explain acme anna --event sale:3").output == """
                sale 3 (sale.csv:4)
                ├─ date = 2026-01-28
                ├─ seller = boris
                ├─ client = Ромашка
                ├─ amount = 420 000.00 RUB
                ├─ cost = 330 000.00 RUB
                ├─ sum(sale.amount)  → sales: no  [credited to boris: sale.seller = boris]
                ├─ count(sale)  → deals: no  [credited to boris: sale.seller = boris]
                └─ sum(sale.amount - sale.cost)  → margin_share: no  [credited to boris: sale.seller = boris]

                """)
    }

    @Test("why there is nothing")
    func nothing() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        #expect(
            try stimul.run("explain acme boris --period 2025-12").output == """
                Борис Котов holds no assignment in 2025-12-01 – 2025-12-31

                """)
    }

    @Test(
        "JSON that parses",
        arguments: [
            "anna --period 2026-01", "anna --period 2026-01 --component bonus", "sales --metric sales --period 2026-01",
            "anna --event sale:3", "boris --period 2025-12",
        ])
    func json(line: String) throws {
        let stimul = try Command()
        defer { stimul.remove() }
        let result = try stimul.run("explain acme \(line) --json")
        #expect(result.code == 0 && result.errors.isEmpty)
        let parsed = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]]
        #expect(parsed?.isEmpty == false)
        #expect(parsed?.first?["label"] is String)
    }

    @Test("JSON keeps amounts as exact decimal texts")
    func exact() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        let result = try stimul.run("explain acme vera --period 2026-01 --events 0 --json")
        #expect(
            result.output == """
                [
                  {
                    "label" : "2026-01 · Head of sales · Share of the team's sales",
                    "parts" : [
                      {
                        "formula" : "rollup(sales)",
                        "label" : "commission is paid on",
                        "parts" : [
                          {
                            "formula" : "sales",
                            "label" : "Вера Лисина with reports",
                            "parts" : [
                              {
                                "formula" : "sum(sale.amount)",
                                "label" : "Sales",
                                "parts" : [
                                  {
                                    "label" : "sum(sale.amount)",
                                    "note" : "3 events of 2 people",
                                    "parts" : [
                                      {
                                        "label" : "and 3 more",
                                        "unit" : "RUB",
                                        "value" : "2770000"
                                      }
                                    ],
                                    "unit" : "RUB",
                                    "value" : "2770000"
                                  }
                                ],
                                "unit" : "RUB",
                                "value" : "2770000"
                              }
                            ],
                            "unit" : "RUB",
                            "value" : "2770000"
                          }
                        ],
                        "unit" : "RUB",
                        "value" : "2770000"
                      },
                      {
                        "label" : "rate",
                        "unit" : "percent",
                        "value" : "0.01"
                      }
                    ],
                    "unit" : "RUB",
                    "value" : "27700"
                  }
                ]

                """)
    }
}
