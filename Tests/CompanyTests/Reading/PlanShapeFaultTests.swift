import Formulas
import Messages
import Testing

@Suite("Plans and their components have the parts that they need")
struct PlanShapeFaultTests {
    @Test("the target of a plan in days, a cap in percent")
    func planTarget() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 10 days
                components:
                  fee: {commission: sales, rate: 1%, cap: 5%}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:5:13: error: expected a number in RUB, found a number in days
                    5 |     target: 10 days
                      |             ^~~~~~~
                   help: this place needs RUB, as in '100 RUB'
                plans.yaml:7:47: error: expected a number in RUB, found a plain number
                    7 |       fee: {commission: sales, rate: 1%, cap: 5%}
                      |                                               ^~
                   help: write the unit behind the number: '100 RUB'
                """)
    }

    @Test("a bare number where roubles belong")
    func bareNumber() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 1000 RUB
                components:
                  prize: {bonus: 500}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:7:22: error: expected a number in RUB, found a plain number
                    7 |       prize: {bonus: 500}
                      |                      ^~~
                   help: write the unit behind the number: '100 RUB'
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
                plans.yaml:7:7: error: a component has exactly one of scorecard, commission, bonus, pool, contest, goals, spot, milestones, matrix
                    7 |       fee: {commission: sales, rate: 1%, bonus: 5 RUB}
                      |       ^~~
                   help: make two components of it: commission, bonus
                plans.yaml:8:7: error: a component has exactly one of scorecard, commission, bonus, pool, contest, goals, spot, milestones, matrix
                    8 |       nothing: {cap: 5 RUB}
                      |       ^~~~~~~
                   help: for instance 'commission: sales' with 'rate: 5%'
                """)
        #expect(
            said(files, .ru) == """
                plans.yaml:7:7: ошибка: у составляющей должно быть ровно одно из scorecard, commission, bonus, pool, contest, goals, spot, milestones, matrix
                    7 |       fee: {commission: sales, rate: 1%, bonus: 5 RUB}
                      |       ^~~
                   совет: сделайте две составляющие: commission, bonus
                plans.yaml:8:7: ошибка: у составляющей должно быть ровно одно из scorecard, commission, bonus, pool, contest, goals, spot, milestones, matrix
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

    @Test("a plan test that names what does not exist")
    func unknownInTest() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 1000 RUB
                components:
                  fee: {commission: sales, rate: 1%}
                tests:
                  - name: one
                    given: {saels: 5 RUB}
                    expect: {fees: 5 RUB, total: 5 days}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:10:17: error: there is no name 'saels' here
                   10 |         given: {saels: 5 RUB}
                      |                 ^~~~~
                   help: did you mean 'sales'?
                plans.yaml:11:18: error: there is no name 'fees' here
                   11 |         expect: {fees: 5 RUB, total: 5 days}
                      |                  ^~~~
                   help: did you mean 'fee'?
                plans.yaml:11:38: error: expected a number in RUB, found a number in days
                   11 |         expect: {fees: 5 RUB, total: 5 days}
                      |                                      ^~~~~~
                   help: this place needs RUB, as in '100 RUB'
                """)
    }
}
