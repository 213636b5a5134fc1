import Formulas
import Messages
import Testing

@Suite("Faults as people see them")
struct DiagnosticTests {
    @Test("a misspelt name")
    func name() {
        #expect(
            rendered("sales / paln × 100%") == """
                plans.yaml:7:9: error: there is no name 'paln' here
                    7 | sales / paln × 100%
                      |         ^~~~
                   help: did you mean 'plan'?
                """)
        #expect(
            rendered("sales / paln × 100%", in: .ru) == """
                plans.yaml:7:9: ошибка: имени «paln» здесь нет
                    7 | sales / paln × 100%
                      |         ^~~~
                   совет: может быть, «plan»?
                """)
    }

    @Test("units that do not fit")
    func units() {
        #expect(
            rendered("5 days + 3 RUB") == """
                plans.yaml:7:1: error: days cannot be added to RUB
                    7 | 5 days + 3 RUB
                      | ^~~~~~~~~~~~~~
                   help: both sides need the same unit
                """)
        #expect(
            rendered("5 дней + 3 ₽", in: .ru) == """
                plans.yaml:7:1: ошибка: нельзя сложить: единицы дни и RUB разные
                    7 | 5 дней + 3 ₽
                      | ^~~~~~~~~~~~
                   совет: у обеих сторон должна быть одна единица
                """)
        #expect(
            rendered("sales - delay") == """
                plans.yaml:7:1: error: days cannot be subtracted from RUB
                    7 | sales - delay
                      | ^~~~~~~~~~~~~
                   help: both sides need the same unit
                """)
    }

    @Test("a parenthesis left open")
    func parenthesis() {
        #expect(
            rendered("(sales + plan") == """
                plans.yaml:7:14: error: expected ')', found the end of the formula
                    7 | (sales + plan
                      |              ^
                   help: the parenthesis at character 1 is not closed
                """)
        #expect(
            rendered("(sales + plan", in: .ru) == """
                plans.yaml:7:14: ошибка: ожидается «)», а стоит конец формулы
                    7 | (sales + plan
                      |              ^
                   совет: не закрыта скобка у знака 1
                """)
    }

    @Test("a decimal comma")
    func comma() {
        #expect(
            rendered("sales * 12,5%") == """
                plans.yaml:7:11: error: expected an operator or the end of the formula, found ','
                    7 | sales * 12,5%
                      |           ^
                   help: decimals follow a point: 12.5
                """)
    }

    @Test("a wrong call")
    func call() {
        #expect(
            rendered("clamp(sales, 0)") == """
                plans.yaml:7:1: error: 'clamp' does not take 2 argument(s)
                    7 | clamp(sales, 0)
                      | ^~~~~~~~~~~~~~~
                   help: write clamp(x, low, high)
                """)
        #expect(
            rendered("clamp(sales, 0)", in: .ru) == """
                plans.yaml:7:1: ошибка: функция «clamp» не принимает столько аргументов: 2
                    7 | clamp(sales, 0)
                      | ^~~~~~~~~~~~~~~
                   совет: пишите clamp(x, low, high)
                """)
    }

    @Test("two faults in one formula, each with its own caret")
    func two() {
        #expect(
            rendered("(saels + ) / (plan @ 3)") == """
                plans.yaml:7:2: error: there is no name 'saels' here
                    7 | (saels + ) / (plan @ 3)
                      |  ^~~~~
                   help: did you mean 'sales'?
                plans.yaml:7:10: error: expected a number, a name or '(', found ')'
                    7 | (saels + ) / (plan @ 3)
                      |          ^
                plans.yaml:7:20: error: the character '@' means nothing in a formula
                    7 | (saels + ) / (plan @ 3)
                      |                    ^
                   help: a formula has numbers, names, + - * / × ÷, comparisons and parentheses
                """)
    }

    @Test("a long formula is cut around the caret")
    func long() {
        let formula = String(repeating: "sales + ", count: 20) + "saels + sales"
        #expect(
            rendered(formula) == """
                plans.yaml:7:161: error: there is no name 'saels' here
                    7 | …les + sales + sales + sales + sales + sales + sales + saels + sales
                      |                                                        ^~~~~
                   help: did you mean 'sales'?
                """)
    }
}
