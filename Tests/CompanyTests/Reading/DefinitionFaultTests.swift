import Formulas
import Messages
import Testing

@Suite("Definitions are made once, under names that formulas can write")
struct DefinitionFaultTests {
    @Test("a section that is not known")
    func unknownSection() {
        let files = [
            "metrics.yaml": """
            metric:
              double: {unit: RUB, value: 2 * sales}
            record: {}
            """
        ]
        #expect(
            said(files) == """
                metrics.yaml:1:1: error: 'metric' is not known here
                    1 | metric:
                      | ^~~~~~
                   help: did you mean 'metrics'?
                metrics.yaml:3:1: error: 'record' is not known here
                    3 | record: {}
                      | ^~~~~~
                   help: did you mean 'records'?
                """)
        #expect(
            said(files, .ru) == """
                metrics.yaml:1:1: ошибка: «metric» здесь не бывает
                    1 | metric:
                      | ^~~~~~
                   совет: может быть, «metrics»?
                metrics.yaml:3:1: ошибка: «record» здесь не бывает
                    3 | record: {}
                      | ^~~~~~
                   совет: может быть, «records»?
                """)
    }

    @Test("a key that is not known")
    func unknownKey() {
        let files = [
            "metrics.yaml": """
            metrics:
              double: {unti: RUB, unit: RUB, value: 2 * sales, colour: red}
            """
        ]
        #expect(
            said(files) == """
                metrics.yaml:2:12: error: 'unti' is not known here
                    2 |   double: {unti: RUB, unit: RUB, value: 2 * sales, colour: red}
                      |            ^~~~
                   help: did you mean 'unit'?
                metrics.yaml:2:52: error: 'colour' is not known here
                    2 |   double: {unti: RUB, unit: RUB, value: 2 * sales, colour: red}
                      |                                                    ^~~~~~
                   help: known here: better, card, credit, date, library, title, unit, value, with
                """)
    }

    @Test("one name in two files")
    func definedTwice() {
        let files = [
            "metrics.yaml": """
            metrics:
              sales: {unit: RUB, value: 2 * sum(sale.amount)}
            """
        ]
        #expect(
            said(files) == """
                metrics.yaml:2:3: error: 'sales' is defined already, at company.yaml:9:3
                    2 |   sales: {unit: RUB, value: 2 * sum(sale.amount)}
                      |   ^~~~~
                   help: rename one of them
                """)
        #expect(
            said(files, .ru) == """
                metrics.yaml:2:3: ошибка: «sales» уже есть: company.yaml:9:3
                    2 |   sales: {unit: RUB, value: 2 * sum(sale.amount)}
                      |   ^~~~~
                   совет: переименуйте одно из них
                """)
    }

    @Test("a metric and a parameter of one name")
    func metricAndParameter() {
        let files = [
            "metrics.yaml": """
            parameters:
              sales: 5 RUB
            """
        ]
        #expect(
            said(files) == """
                company.yaml:9:3: error: 'sales' is defined already, at metrics.yaml:2:3
                    9 |   sales: {unit: RUB, value: sum(sale.amount)}
                      |   ^~~~~
                   help: rename one of them
                """)
        #expect(
            said(files, .ru) == """
                company.yaml:9:3: ошибка: «sales» уже есть: metrics.yaml:2:3
                    9 |   sales: {unit: RUB, value: sum(sale.amount)}
                      |   ^~~~~
                   совет: переименуйте одно из них
                """)
    }

    @Test("names that no formula could write")
    func badName() {
        let files = [
            "metrics.yaml": """
            metrics:
              2nd: {unit: RUB, value: sales}
              my sales: {unit: RUB, value: sales}
              if: {unit: RUB, value: sales}
            """
        ]
        #expect(
            said(files) == """
                metrics.yaml:2:3: error: '2nd' cannot be a name: formulas could not use it
                    2 |   2nd: {unit: RUB, value: sales}
                      |   ^~~
                   help: use letters of any script, digits and '_'; begin with a letter
                metrics.yaml:3:3: error: 'my sales' cannot be a name: formulas could not use it
                    3 |   my sales: {unit: RUB, value: sales}
                      |   ^~~~~~~~
                   help: use letters of any script, digits and '_'; begin with a letter
                metrics.yaml:4:3: error: 'if' cannot be a name: formulas could not use it
                    4 |   if: {unit: RUB, value: sales}
                      |   ^~
                   help: use letters of any script, digits and '_'; begin with a letter
                """)
        #expect(
            said(files, .ru) == """
                metrics.yaml:2:3: ошибка: «2nd» не годится как имя: его нельзя написать в формуле
                    2 |   2nd: {unit: RUB, value: sales}
                      |   ^~~
                   совет: пишите буквы любого алфавита, цифры и «_», начните с буквы
                metrics.yaml:3:3: ошибка: «my sales» не годится как имя: его нельзя написать в формуле
                    3 |   my sales: {unit: RUB, value: sales}
                      |   ^~~~~~~~
                   совет: пишите буквы любого алфавита, цифры и «_», начните с буквы
                metrics.yaml:4:3: ошибка: «if» не годится как имя: его нельзя написать в формуле
                    4 |   if: {unit: RUB, value: sales}
                      |   ^~
                   совет: пишите буквы любого алфавита, цифры и «_», начните с буквы
                """)
    }

    @Test("a field that no formula could write")
    func badFieldName() {
        let files = [
            "kinds.yaml": """
            events:
              call:
                fields: {date: day, call minutes: minutes}
            """,
            "call.csv": "id,date,call minutes",
        ]
        #expect(
            said(files) == """
                kinds.yaml:3:25: error: 'call minutes' cannot be a name: formulas could not use it
                    3 |     fields: {date: day, call minutes: minutes}
                      |                         ^~~~~~~~~~~~
                   help: use letters of any script, digits and '_'; begin with a letter
                """)
    }

    @Test("a field named like a column that is always there")
    func doubleField() {
        let files = [
            "kinds.yaml": """
            records:
              person: {fields: {id: text, name: text}}
            events:
              call: {fields: {date: day, id: text}}
            """,
            "call.csv": """
            id,date
            1,2026-01-01
            """,
        ]
        #expect(
            said(files) == """
                kinds.yaml:2:21: error: the column 'id' is always there and need not be declared
                    2 |   person: {fields: {id: text, name: text}}
                      |                     ^~
                   help: remove it, or rename it
                kinds.yaml:2:31: error: the column 'name' is always there and need not be declared
                    2 |   person: {fields: {id: text, name: text}}
                      |                               ^~~~
                   help: remove it, or rename it
                kinds.yaml:4:30: error: the column 'id' is always there and need not be declared
                    4 |   call: {fields: {date: day, id: text}}
                      |                              ^~
                   help: remove it, or rename it
                """)
        #expect(
            said(files, .ru) == """
                kinds.yaml:2:21: ошибка: колонка «id» есть всегда, её не объявляют
                    2 |   person: {fields: {id: text, name: text}}
                      |                     ^~
                   совет: уберите её или переименуйте
                kinds.yaml:2:31: ошибка: колонка «name» есть всегда, её не объявляют
                    2 |   person: {fields: {id: text, name: text}}
                      |                               ^~~~
                   совет: уберите её или переименуйте
                kinds.yaml:4:30: ошибка: колонка «id» есть всегда, её не объявляют
                    4 |   call: {fields: {date: day, id: text}}
                      |                              ^~
                   совет: уберите её или переименуйте
                """)
    }
}
