import Formulas
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

    @Test("a component of two kinds, and of none")
    func twoKinds() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 1000 RUB
                components:
                  fee: {commission: sales, rate: 1%, bonus: 5 RUB}
                  nothing: {cap: 5 RUB}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:7:7: error: a component has exactly one of scorecard, commission, bonus, pool, contest
                    7 |       fee: {commission: sales, rate: 1%, bonus: 5 RUB}
                      |       ^~~
                   help: make two components of it: commission, bonus
                plans.yaml:8:7: error: a component has exactly one of scorecard, commission, bonus, pool, contest
                    8 |       nothing: {cap: 5 RUB}
                      |       ^~~~~~~
                   help: for instance 'commission: sales' with 'rate: 5%'
                """)
        #expect(
            said(files, .ru) == """
                plans.yaml:7:7: ошибка: у составляющей должно быть ровно одно из scorecard, commission, bonus, pool, contest
                    7 |       fee: {commission: sales, rate: 1%, bonus: 5 RUB}
                      |       ^~~
                   совет: сделайте две составляющие: commission, bonus
                plans.yaml:8:7: ошибка: у составляющей должно быть ровно одно из scorecard, commission, bonus, pool, contest
                    8 |       nothing: {cap: 5 RUB}
                      |       ^~~~~~~
                   совет: например, «commission: sales» и «rate: 5%»
                """)
    }

    @Test("a curve and steps at once")
    func curveAndSteps() {
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
                    curve: {80%: 50%, 100%: 100%}
                    steps: {80%: 50%, 100%: 100%}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:11:9: error: a scorecard has either 'curve' or 'steps'
                   11 |         steps: {80%: 50%, 100%: 100%}
                      |         ^~~~~
                   help: curve: straight lines between the points; steps: jumps
                """)
        #expect(
            said(files, .ru) == """
                plans.yaml:11:9: ошибка: у карты бывает или «curve», или «steps»
                   11 |         steps: {80%: 50%, 100%: 100%}
                      |         ^~~~~
                   совет: curve: прямые между точками; steps: скачки
                """)
    }

    @Test("a plan without anything")
    func emptyPlan() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
              head: {}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:2:10: error: expected a mapping of names to values, found nothing
                    2 |   seller:
                      |          ^
                plans.yaml:3:9: error: 'for' is missing here
                    3 |   head: {}
                      |         ^
                   help: add 'for: …'
                plans.yaml:3:9: error: 'period' is missing here
                    3 |   head: {}
                      |         ^
                   help: add 'period: …'
                plans.yaml:3:9: error: 'components' is missing here
                    3 |   head: {}
                      |         ^
                   help: add 'components: …'
                """)
    }

    @Test("words that are not among the choices")
    func badWords() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: fortnight
                goal: money
                rounding: up
                target: 1000 RUB
                components:
                  fee: {commission: sales, rate: 1%, time_share: maybe}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:4:13: error: expected one of day | week | month | quarter | half | year | all, found 'fortnight'
                    4 |     period: fortnight
                      |             ^~~~~~~~~
                plans.yaml:5:11: error: expected one of deals | relationships, found 'money'
                    5 |     goal: money
                      |           ^~~~~
                plans.yaml:6:15: error: expected half_away or half_even, found 'up'
                    6 |     rounding: up
                      |               ^~
                plans.yaml:9:54: error: expected yes or no, found 'maybe'
                    9 |       fee: {commission: sales, rate: 1%, time_share: maybe}
                      |                                                      ^~~~~
                """)
    }
}
