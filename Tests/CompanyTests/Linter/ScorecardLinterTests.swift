import Formulas
import Messages
import Testing

@Suite("The linter reads scorecards")
struct ScorecardLinterTests {
    @Test("six KPIs in one scorecard")
    func sixKPIs() {
        let files = [
            "kpis.yaml": """
            metrics:
              second: {unit: RUB, value: sum(sale.amount)}
              third: {unit: RUB, value: sum(sale.amount)}
              fourth: {unit: RUB, value: sum(sale.amount)}
              fifth: {unit: RUB, value: sum(sale.amount)}
              sixth: {unit: RUB, value: sum(sale.amount)}
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
                      - {kpi: sales, weight: 20%, target: 5000 RUB}
                      - {kpi: second, weight: 20%, target: 5000 RUB}
                      - {kpi: third, weight: 20%, target: 5000 RUB}
                      - {kpi: fourth, weight: 20%, target: 5000 RUB}
                      - {kpi: fifth, weight: 10%, target: 5000 RUB}
                      - {kpi: sixth, weight: 10%, target: 5000 RUB}
            """,
        ]
        #expect(
            said(files) == """
                plans.yaml:7:7: warning: 6 KPIs in one scorecard: people keep at most five in mind
                    7 |       bonus:
                      |       ^~~~~
                   help: keep the ones the person can move, watch the others without pay
                """)
        #expect(
            said(files, .ru) == """
                plans.yaml:7:7: предупреждение: в одной карте 6 KPI: в голове удерживают не больше пяти
                    7 |       bonus:
                      |       ^~~~~
                   совет: оставьте те, на которые человек влияет, за остальными следите без оплаты
                """)
    }

    @Test("five KPIs pass")
    func fiveKPIs() {
        let files = [
            "kpis.yaml": """
            metrics:
              second: {unit: RUB, value: sum(sale.amount)}
              third: {unit: RUB, value: sum(sale.amount)}
              fourth: {unit: RUB, value: sum(sale.amount)}
              fifth: {unit: RUB, value: sum(sale.amount)}
              sixth: {unit: RUB, value: sum(sale.amount)}
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
                      - {kpi: sales, weight: 20%, target: 5000 RUB}
                      - {kpi: second, weight: 20%, target: 5000 RUB}
                      - {kpi: third, weight: 20%, target: 5000 RUB}
                      - {kpi: fourth, weight: 20%, target: 5000 RUB}
                      - {kpi: fifth, weight: 20%, target: 5000 RUB}
            """,
        ]
        #expect(said(files) == "")
    }

    @Test("a weight of 9 %")
    func lightWeight() {
        let files = [
            "kpis.yaml": """
            metrics:
              second: {unit: RUB, value: sum(sale.amount)}
              third: {unit: RUB, value: sum(sale.amount)}
              fourth: {unit: RUB, value: sum(sale.amount)}
              fifth: {unit: RUB, value: sum(sale.amount)}
              sixth: {unit: RUB, value: sum(sale.amount)}
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
                      - {kpi: second, weight: 91%, target: 5000 RUB}
                      - {kpi: sales, weight: 9%, target: 5000 RUB}
            """,
        ]
        #expect(
            said(files) == """
                plans.yaml:10:13: warning: 'sales' weighs 9 %: under 10 % nobody works for it
                   10 |           - {kpi: sales, weight: 9%, target: 5000 RUB}
                      |             ^
                   help: give it at least 10 %, or drop it
                """)
        #expect(
            said(files, .ru) == """
                plans.yaml:10:13: предупреждение: вес «sales» 9\u{A0}%: ради менее чем 10 % никто не старается
                   10 |           - {kpi: sales, weight: 9%, target: 5000 RUB}
                      |             ^
                   совет: дайте не меньше 10 % или уберите
                """)
    }

    @Test("a weight of 10 % passes")
    func tenPercent() {
        let files = [
            "kpis.yaml": """
            metrics:
              second: {unit: RUB, value: sum(sale.amount)}
              third: {unit: RUB, value: sum(sale.amount)}
              fourth: {unit: RUB, value: sum(sale.amount)}
              fifth: {unit: RUB, value: sum(sale.amount)}
              sixth: {unit: RUB, value: sum(sale.amount)}
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
                      - {kpi: second, weight: 90%, target: 5000 RUB}
                      - {kpi: sales, weight: 10%, target: 5000 RUB}
            """,
        ]
        #expect(said(files) == "")
    }

    @Test("a KPI the person hardly controls")
    func uncontrolled() {
        let files = [
            "a.yaml": """
            metrics:
              weather: {unit: RUB, value: sum(sale.amount), card: {controllability: 0.4}}
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
                      - {kpi: weather, weight: 100%, target: 5000 RUB}
            """,
        ]
        #expect(
            said(files) == """
                plans.yaml:9:13: warning: the person hardly controls 'weather' (controllability 0.4), yet is paid by it
                    9 |           - {kpi: weather, weight: 100%, target: 5000 RUB}
                      |             ^
                   help: pay for what he controls; watch this one without pay
                """)
        #expect(
            said(files, .ru) == """
                plans.yaml:9:13: предупреждение: человек почти не влияет на «weather» (управляемость 0,4), но получает за него
                    9 |           - {kpi: weather, weight: 100%, target: 5000 RUB}
                      |             ^
                   совет: платите за то, на что он влияет; за этим следите без оплаты
                """)
    }

    @Test("controllability of exactly one half passes")
    func controlled() {
        let files = [
            "a.yaml": """
            metrics:
              weather: {unit: RUB, value: sum(sale.amount), card: {controllability: 0.5}}
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
                      - {kpi: weather, weight: 100%, target: 5000 RUB}
            """,
        ]
        #expect(said(files) == "")
    }

    @Test("a payout that falls as attainment rises")
    func fallingCurve() {
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
                    curve: {80%: 50%, 100%: 100%, 120%: 90%}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:7:7: warning: the payout falls as attainment rises
                    7 |       bonus:
                      |       ^~~~~
                   help: let the payout rise from point to point
                """)
        #expect(
            said(files, .ru) == """
                plans.yaml:7:7: предупреждение: выплата падает с ростом выполнения
                    7 |       bonus:
                      |       ^~~~~
                   совет: пусть выплата растёт от точки к точке
                """)
    }

    @Test("a payout that stays level passes")
    func flatCurve() {
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
                    curve: {80%: 50%, 100%: 100%, 120%: 100%}
            """
        ]
        #expect(said(files) == "")
    }
}
