import Formulas
import Messages
import Testing

@Suite("The linter compares the goal with what is paid for")
struct GoalLinterTests {
    @Test("a relationships goal paid by the deal")
    func perDeal() {
        let files = [
            "a.yaml": """
            metrics:
              deals: {unit: pieces, value: count(sale)}
            """,
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                goal: relationships
                period: month
                target: 1000 RUB
                components:
                  fee: {commission: sales, rate: 1%}
                  prize: {bonus: 10 RUB, per: deals}
            """,
        ]
        #expect(
            said(files) == """
                plans.yaml:8:7: warning: the goal is relationships, but 'fee' pays for each deal
                    8 |       fee: {commission: sales, rate: 1%}
                      |       ^~~
                   help: pay for keeping and growing accounts, or say 'goal: deals'
                plans.yaml:9:7: warning: the goal is relationships, but 'prize' pays for each deal
                    9 |       prize: {bonus: 10 RUB, per: deals}
                      |       ^~~~~
                   help: pay for keeping and growing accounts, or say 'goal: deals'
                """)
        #expect(
            said(files, .ru) == """
                plans.yaml:8:7: предупреждение: цель — отношения, а «fee» платит за каждую сделку
                    8 |       fee: {commission: sales, rate: 1%}
                      |       ^~~
                   совет: платите за удержание и рост клиентов или укажите «goal: deals»
                plans.yaml:9:7: предупреждение: цель — отношения, а «prize» платит за каждую сделку
                    9 |       prize: {bonus: 10 RUB, per: deals}
                      |       ^~~~~
                   совет: платите за удержание и рост клиентов или укажите «goal: deals»
                """)
    }

    @Test("a relationships goal paid by growth and a scorecard passes")
    func growth() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                goal: relationships
                period: month
                target: 1000 RUB
                components:
                  growth: {commission: growth(sales), rate: 1%}
            """
        ]
        #expect(said(files) == "")
    }

    @Test("a deals goal may pay by the deal")
    func dealsGoal() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                goal: deals
                period: month
                target: 1000 RUB
                components:
                  fee: {commission: sales, rate: 1%}
            """
        ]
        #expect(said(files) == "")
    }

    @Test("1 000 beside 2 000 of base pay is a third")
    func variableShare() {
        let files = [
            "assignments.csv": """
            person,position,unit,from,base_pay
            anna,seller,sales_team,2026-01-01,2000
            boris,seller,sales_team,2026-01-01,2000
            """,
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                goal: relationships
                period: month
                target: 1000 RUB
                components:
                  bonus:
                    scorecard:
                      - {kpi: sales, weight: 100%, target: 5000 RUB}
            """,
        ]
        #expect(
            said(files) == """
                plans.yaml:2:3: warning: variable pay is up to 33.33 % of the whole; with a relationships goal keep it at 25 % or less
                    2 |   seller:
                      |   ^~~~~~
                   help: raise the base or lower the target
                """)
        #expect(
            said(files, .ru) == """
                plans.yaml:2:3: предупреждение: переменная часть доходит до 33,33\u{A0}% оплаты; при цели «отношения» держите её не выше 25 %
                    2 |   seller:
                      |   ^~~~~~
                   совет: поднимите оклад или снизьте целевую премию
                """)
    }

    @Test("1 000 beside 3 000 of base pay is a quarter and passes")
    func quarter() {
        let files = [
            "assignments.csv": """
            person,position,unit,from,base_pay
            anna,seller,sales_team,2026-01-01,3000
            boris,seller,sales_team,2026-01-01,3000
            """,
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                goal: relationships
                period: month
                target: 1000 RUB
                components:
                  bonus:
                    scorecard:
                      - {kpi: sales, weight: 100%, target: 5000 RUB}
            """,
        ]
        #expect(said(files) == "")
    }

    @Test("a prize at the target and nothing below it")
    func prize() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 1000 RUB
                components:
                  prize: {bonus: 100 RUB, when: sales >= target(sales)}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:7:7: warning: 'prize' pays nothing below the target and everything at it: deals will be moved between periods
                    7 |       prize: {bonus: 100 RUB, when: sales >= target(sales)}
                      |       ^~~~~
                   help: let the pay grow from a threshold on, or accept it knowingly
                """)
        #expect(
            said(files, .ru) == """
                plans.yaml:7:7: предупреждение: «prize» ниже плана не платит ничего, а на плане — всё: сделки станут переносить между периодами
                    7 |       prize: {bonus: 100 RUB, when: sales >= target(sales)}
                      |       ^~~~~
                   совет: пусть выплата растёт от порога, или примите это осознанно
                """)
    }

    @Test("a prize on a condition that is no target passes")
    func condition() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 1000 RUB
                components:
                  prize: {bonus: 100 RUB, when: sales > 0 RUB}
            """
        ]
        #expect(said(files) == "")
    }
}
