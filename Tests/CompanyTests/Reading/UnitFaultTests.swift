import Formulas
import Messages
import Testing

@Suite("Units that do not fit are refused where they stand")
struct UnitFaultTests {
    @Test("days plus roubles")
    func addition() {
        let files = [
            "metrics.yaml": """
            metrics:
              odd: {unit: RUB, value: sales + 30 days}
            """
        ]
        #expect(
            said(files) == """
                metrics.yaml:2:27: error: RUB cannot be added to days
                    2 |   odd: {unit: RUB, value: sales + 30 days}
                      |                           ^~~~~~~~~~~~~~~
                   help: both sides need the same unit
                """)
        #expect(
            said(files, .ru) == """
                metrics.yaml:2:27: ошибка: нельзя сложить: единицы RUB и дни разные
                    2 |   odd: {unit: RUB, value: sales + 30 days}
                      |                           ^~~~~~~~~~~~~~~
                   совет: у обеих сторон должна быть одна единица
                """)
    }

    @Test("a target in another unit than its KPI")
    func targetUnit() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 1000 RUB
                components:
                  bonus:
                    scorecard:
                      - {kpi: sales, weight: 100%, target: 45 days}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:9:48: error: expected a number in RUB, found a number in days
                    9 |           - {kpi: sales, weight: 100%, target: 45 days}
                      |                                                ^~~~~~~
                   help: this place needs RUB, as in '100 RUB'
                """)
        #expect(
            said(files, .ru) == """
                plans.yaml:9:48: ошибка: ожидается число (RUB), а здесь число (дни)
                    9 |           - {kpi: sales, weight: 100%, target: 45 days}
                      |                                                ^~~~~~~
                   совет: здесь нужна единица RUB, как в «100 RUB»
                """)
    }

    @Test("a metric declared in another unit than its formula gives")
    func declared() {
        let files = [
            "metrics.yaml": """
            metrics:
              deals: {unit: RUB, value: count(sale)}
            """
        ]
        #expect(
            said(files) == """
                metrics.yaml:2:29: error: 'deals' is declared in RUB, but its formula gives a number in pcs
                    2 |   deals: {unit: RUB, value: count(sale)}
                      |                             ^~~~~~~~~~~
                   help: write 'unit: pieces', or mend the formula
                """)
        #expect(
            said(files, .ru) == """
                metrics.yaml:2:29: ошибка: «deals» объявлен в единице RUB, а формула даёт: число (шт)
                    2 |   deals: {unit: RUB, value: count(sale)}
                      |                             ^~~~~~~~~~~
                   совет: пишите «unit: pieces» или исправьте формулу
                """)
    }

    @Test("a metric without a unit, and what is built on it")
    func noUnit() {
        let files = [
            "metrics.yaml": """
            metrics:
              deals: {value: count(sale)}
              average: {unit: RUB, value: sales / deals}
            """
        ]
        #expect(
            said(files) == """
                metrics.yaml:2:10: error: 'unit' is missing here
                    2 |   deals: {value: count(sale)}
                      |          ^
                   help: add 'unit: …'
                """)
        #expect(
            said(files, .ru) == """
                metrics.yaml:2:10: ошибка: здесь не хватает «unit»
                    2 |   deals: {value: count(sale)}
                      |          ^
                   совет: добавьте «unit: …»
                """)
    }

    @Test("a unit that does not exist, and what is built on it")
    func unknownUnit() {
        let files = [
            "metrics.yaml": """
            metrics:
              deals: {unit: peaces, value: count(sale)}
              average: {unit: RUB, value: sales / deals}
            """
        ]
        #expect(
            said(files) == """
                metrics.yaml:2:17: error: there is no unit 'peaces'
                    2 |   deals: {unit: peaces, value: count(sale)}
                      |                 ^~~~~~
                   help: a currency code, days, minutes, pieces, percent, number, or two of them: RUB/pieces
                """)
    }
}
