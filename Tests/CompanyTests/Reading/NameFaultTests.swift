import Formulas
import Messages
import Testing

@Suite("Names that nobody knows are named, with the nearest one that is known")
struct NameFaultTests {
    @Test("a misspelt metric in a formula")
    func misspeltMetric() {
        let files = [
            "metrics.yaml": """
            metrics:
              double: {unit: RUB, value: 2 * saels}
            """
        ]
        #expect(
            said(files) == """
                metrics.yaml:2:34: error: there is no name 'saels' here
                    2 |   double: {unit: RUB, value: 2 * saels}
                      |                                  ^~~~~
                   help: did you mean 'sales'?
                """)
        #expect(
            said(files, .ru) == """
                metrics.yaml:2:34: ошибка: имени «saels» здесь нет
                    2 |   double: {unit: RUB, value: 2 * saels}
                      |                                  ^~~~~
                   совет: может быть, «sales»?
                """)
    }

    @Test("a misspelt function")
    func misspeltFunction() {
        let files = [
            "metrics.yaml": """
            metrics:
              deals: {unit: pieces, value: cuont(sale)}
            """
        ]
        #expect(
            said(files) == """
                metrics.yaml:2:32: error: there is no function 'cuont'
                    2 |   deals: {unit: pieces, value: cuont(sale)}
                      |                                ^~~~~
                   help: did you mean 'count'?
                """)
    }

    @Test("a misspelt field of an event")
    func misspeltField() {
        let files = [
            "metrics.yaml": """
            metrics:
              turnover: {unit: RUB, value: sum(sale.amuont)}
            """
        ]
        #expect(
            said(files) == """
                metrics.yaml:2:36: error: there is no name 'sale.amuont' here
                    2 |   turnover: {unit: RUB, value: sum(sale.amuont)}
                      |                                    ^~~~~~~~~~~
                   help: did you mean 'sale.amount'?
                """)
    }

    @Test("a name that resembles nothing")
    func unknownName() {
        let files = [
            "metrics.yaml": """
            metrics:
              double: {unit: RUB, value: 2 * xyzzy}
            """
        ]
        #expect(
            said(files) == """
                metrics.yaml:2:34: error: there is no name 'xyzzy' here
                    2 |   double: {unit: RUB, value: 2 * xyzzy}
                      |                                  ^~~~~
                   help: check its spelling, or define it
                """)
    }

    @Test("a misspelt KPI in a scorecard")
    func unknownKPI() {
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
                      - {kpi: seles, weight: 100%, target: 5000 RUB}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:9:19: error: there is no name 'seles' here
                    9 |           - {kpi: seles, weight: 100%, target: 5000 RUB}
                      |                   ^~~~~
                   help: did you mean 'sales'?
                """)
        #expect(
            said(files, .ru) == """
                plans.yaml:9:19: ошибка: имени «seles» здесь нет
                    9 |           - {kpi: seles, weight: 100%, target: 5000 RUB}
                      |                   ^~~~~
                   совет: может быть, «sales»?
                """)
    }

    @Test("a plan for a position and a unit that do not exist")
    func unknownPosition() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: sellr, unit: west}
                period: month
                target: 1000 RUB
                components:
                  fee: {commission: sales, rate: 1%}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:3:21: error: there is no position 'sellr'
                    3 |     for: {position: sellr, unit: west}
                      |                     ^~~~~
                   help: did you mean 'seller'?
                plans.yaml:3:34: error: there is no unit 'west'
                    3 |     for: {position: sellr, unit: west}
                      |                                  ^~~~
                   help: add it to units.csv
                """)
        #expect(
            said(files, .ru) == """
                plans.yaml:3:21: ошибка: записи «sellr» (position) нет
                    3 |     for: {position: sellr, unit: west}
                      |                     ^~~~~
                   совет: может быть, «seller»?
                plans.yaml:3:34: ошибка: записи «west» (unit) нет
                    3 |     for: {position: sellr, unit: west}
                      |                                  ^~~~
                   совет: добавьте её в units.csv
                """)
    }

    @Test("a misspelt person in an event")
    func unknownPersonInTable() {
        let files = [
            "sale.csv": """
            id,date,seller,amount
            1,2026-01-10,ana,100
            2,2026-01-10,zoe,100
            """
        ]
        #expect(
            said(files) == """
                sale.csv:2:14: error: there is no person 'ana'
                    2 | 1,2026-01-10,ana,100
                      |              ^~~
                   help: did you mean 'anna'?
                sale.csv:3:14: error: there is no person 'zoe'
                    3 | 2,2026-01-10,zoe,100
                      |              ^~~
                   help: add it to people.csv
                """)
        #expect(
            said(files, .ru) == """
                sale.csv:2:14: ошибка: записи «ana» (person) нет
                    2 | 1,2026-01-10,ana,100
                      |              ^~~
                   совет: может быть, «anna»?
                sale.csv:3:14: ошибка: записи «zoe» (person) нет
                    3 | 2,2026-01-10,zoe,100
                      |              ^~~
                   совет: добавьте её в people.csv
                """)
    }

    @Test("a target for a metric, a person and a period that do not exist")
    func unknownInTargets() {
        let files = [
            "targets.csv": """
            metric,subject,period,value
            saels,anna,2026-01,1
            sales,ana,2026-01,1
            sales,anna,2026-13,1
            sales,anna,January,1
            """
        ]
        #expect(
            said(files) == """
                targets.csv:2:1: error: there is no metric 'saels'
                    2 | saels,anna,2026-01,1
                      | ^~~~~
                   help: did you mean 'sales'?
                targets.csv:3:7: error: there is no person or unit 'ana'
                    3 | sales,ana,2026-01,1
                      |       ^~~
                   help: did you mean 'anna'?
                targets.csv:4:12: error: there is no period '2026-13'
                    4 | sales,anna,2026-13,1
                      |            ^~~~~~~
                   help: write 2026-01, 2026-Q1, 2026-H1, 2026, 2026-W05 or 2026-01-31
                targets.csv:5:12: error: there is no period 'January'
                    5 | sales,anna,January,1
                      |            ^~~~~~~
                   help: write 2026-01, 2026-Q1, 2026-H1, 2026, 2026-W05 or 2026-01-31
                """)
        #expect(
            said(files, .ru) == """
                targets.csv:2:1: ошибка: показателя «saels» нет
                    2 | saels,anna,2026-01,1
                      | ^~~~~
                   совет: может быть, «sales»?
                targets.csv:3:7: ошибка: нет ни сотрудника, ни подразделения «ana»
                    3 | sales,ana,2026-01,1
                      |       ^~~
                   совет: может быть, «anna»?
                targets.csv:4:12: ошибка: периода «2026-13» не бывает
                    4 | sales,anna,2026-13,1
                      |            ^~~~~~~
                   совет: пишите 2026-01, 2026-Q1, 2026-H1, 2026, 2026-W05 или 2026-01-31
                targets.csv:5:12: ошибка: периода «January» не бывает
                    5 | sales,anna,January,1
                      |            ^~~~~~~
                   совет: пишите 2026-01, 2026-Q1, 2026-H1, 2026, 2026-W05 или 2026-01-31
                """)
    }

    @Test("a Cyrillic letter in the name of a metric")
    func lookAlikeMetric() {
        let files = [
            "metrics.yaml": """
            metrics:
              double: {unit: RUB, value: 2 * sаles}
            """
        ]
        #expect(
            said(files) == """
                metrics.yaml:2:34: error: there is no name 'sаles' here
                    2 |   double: {unit: RUB, value: 2 * sаles}
                      |                                  ^~~~~
                   help: did you mean 'sales'? the 'а' in 'sаles' is a Cyrillic letter that only looks like the Latin 'a'
                """)
        #expect(
            said(files, .ru) == """
                metrics.yaml:2:34: ошибка: имени «sаles» здесь нет
                    2 |   double: {unit: RUB, value: 2 * sаles}
                      |                                  ^~~~~
                   совет: может быть, «sales»? буква «а» в «sаles» русская и только похожа на латинскую «a»
                """)
    }

    @Test("a Cyrillic letter in the id of a person")
    func lookAlikePerson() {
        let files = [
            "sale.csv": """
            id,date,seller,amount
            1,2026-01-10,аnna,100
            """
        ]
        #expect(
            said(files) == """
                sale.csv:2:14: error: there is no person 'аnna'
                    2 | 1,2026-01-10,аnna,100
                      |              ^~~~
                   help: did you mean 'anna'? the 'а' in 'аnna' is a Cyrillic letter that only looks like the Latin 'a'
                """)
        #expect(
            said(files, .ru) == """
                sale.csv:2:14: ошибка: записи «аnna» (person) нет
                    2 | 1,2026-01-10,аnna,100
                      |              ^~~~
                   совет: может быть, «anna»? буква «а» в «аnna» русская и только похожа на латинскую «a»
                """)
    }
}
