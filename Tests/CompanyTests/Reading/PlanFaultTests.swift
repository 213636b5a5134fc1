import Formulas
import Messages
import Testing

@Suite("Plans that contradict themselves are refused")
struct PlanFaultTests {
    @Test("weights of 99 %")
    func weights99() {
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
                      - {kpi: sales, weight: 60%, target: 5000 RUB}
                      - {kpi: sales, weight: 39%, target: 5000 RUB}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:10:13: error: the weights total 99 %, not 100 %
                   10 |           - {kpi: sales, weight: 39%, target: 5000 RUB}
                      |             ^
                   help: weights must total exactly 100 %
                """)
        #expect(
            said(files, .ru) == """
                plans.yaml:10:13: ошибка: сумма весов 99 %, а не 100 %
                   10 |           - {kpi: sales, weight: 39%, target: 5000 RUB}
                      |             ^
                   совет: веса должны давать ровно 100 %
                """)
    }

    @Test("weights of 101 %")
    func weights101() {
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
                      - {kpi: sales, weight: 60%, target: 5000 RUB}
                      - {kpi: sales, weight: 41%, target: 5000 RUB}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:10:13: error: the weights total 101 %, not 100 %
                   10 |           - {kpi: sales, weight: 41%, target: 5000 RUB}
                      |             ^
                   help: weights must total exactly 100 %
                """)
    }

    @Test("a weight of nothing")
    func weightZero() {
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
                      - {kpi: sales, weight: 100%, target: 5000 RUB}
                      - {kpi: sales, weight: 0%, target: 5000 RUB}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:10:13: error: a weight must be above 0 %
                   10 |           - {kpi: sales, weight: 0%, target: 5000 RUB}
                      |             ^
                   help: drop what weighs nothing
                """)
    }

    @Test("less is better, and nobody says how that is counted")
    func lower() {
        let files = [
            "metrics.yaml": """
            metrics:
              returns: {unit: RUB, value: sum(sale.amount), better: lower}
              hit: {unit: RUB, value: sum(sale.amount), better: target}
            """,
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 1000 RUB
                components:
                  bonus:
                    scorecard:
                      - {kpi: returns, weight: 50%, target: 5000 RUB}
                      - {kpi: hit, weight: 50%, target: 5000 RUB}
            """,
        ]
        #expect(
            said(files) == """
                plans.yaml:9:13: error: less of 'returns' is better, so the plan must say how attainment is counted
                    9 |           - {kpi: returns, weight: 50%, target: 5000 RUB}
                      |             ^
                   help: add 'attainment: target / actual', '2 - actual / target', or '(base - actual) / (base - target)' with 'base: …'
                plans.yaml:10:13: error: 'hit' is to hit a target, so the plan must say how attainment is counted
                   10 |           - {kpi: hit, weight: 50%, target: 5000 RUB}
                      |             ^
                   help: add 'attainment: 1 - abs(actual - target) / tolerance' with 'tolerance: …'
                """)
        #expect(
            said(files, .ru) == """
                plans.yaml:9:13: ошибка: для «returns» меньше — лучше, поэтому план должен сказать, как считать выполнение
                    9 |           - {kpi: returns, weight: 50%, target: 5000 RUB}
                      |             ^
                   совет: добавьте «attainment: target / actual», «2 - actual / target» или «(base - actual) / (base - target)» и «base: …»
                plans.yaml:10:13: ошибка: «hit» должен попасть в цель, поэтому план должен сказать, как считать выполнение
                   10 |           - {kpi: hit, weight: 50%, target: 5000 RUB}
                      |             ^
                   совет: добавьте «attainment: 1 - abs(actual - target) / tolerance» и «tolerance: …»
                """)
    }

    @Test("attainment from a base that is not given")
    func noBase() {
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
                      - {kpi: sales, weight: 100%, target: 5000 RUB, attainment: (base - actual) / (base - target)}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:9:70: error: attainment is counted from 'base', which is not given
                    9 |           - {kpi: sales, weight: 100%, target: 5000 RUB, attainment: (base - actual) / (base - target)}
                      |                                                                      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                   help: add 'base: …' beside 'attainment'
                """)
    }
}
