import Formulas
import Messages
import Testing

@Suite("Metrics taken from the library are given what the card needs")
struct LibraryFaultTests {
    @Test("a KPI whose inputs are not said")
    func missingInput() {
        let files = [
            "a.yaml": """
            metrics:
              turnover:
                library: K6
                with: {ОП: sales}
            """
        ]
        #expect(
            said(files) == """
                a.yaml:3:14: error: K6 needs 'ДЗ': receivables
                    3 |     library: K6
                      |              ^~
                   help: say which formula it is: 'with: {ДЗ: …}'
                """)
        #expect(
            said(files, .ru) == """
                a.yaml:3:14: ошибка: для K6 нужно «ДЗ»: дебиторская задолженность
                    3 |     library: K6
                      |              ^~
                   совет: скажите, по какой формуле: «with: {ДЗ: …}»
                """)
    }

    @Test("a code the library does not have")
    func unknownCode() {
        let files = [
            "a.yaml": """
            metrics:
              turnover: {library: K666}
            """
        ]
        #expect(
            said(files) == """
                a.yaml:2:23: error: the library has no KPI 'K666'
                    2 |   turnover: {library: K666}
                      |                       ^~~~
                """)
        #expect(
            said(files, .ru) == """
                a.yaml:2:23: ошибка: в библиотеке нет KPI «K666»
                    2 |   turnover: {library: K666}
                      |                       ^~~~
                """)
    }

    @Test("a card the library refuses")
    func rejected() {
        let files = [
            "a.yaml": """
            metrics:
              turnover: {library: K29}
            """
        ]
        #expect(
            said(files) == """
                a.yaml:2:23: error: K29 cannot be used: nobody can say what to do when it rises or falls: both parts move for unrelated reasons
                    2 |   turnover: {library: K29}
                      |                       ^~~
                   help: take another card, or write a formula of your own in 'value'
                """)
        #expect(
            said(files, .ru) == """
                a.yaml:2:23: ошибка: K29 использовать нельзя: никто не скажет, что делать при его росте или падении: обе части меняются по несвязанным причинам
                    2 |   turnover: {library: K29}
                      |                       ^~~
                   совет: возьмите другую карточку или напишите свою формулу в «value»
                """)
    }

    @Test("an input in the wrong unit, and one too many")
    func wrongUnit() {
        let files = [
            "a.yaml": """
            metrics:
              turnover:
                library: K6
                with: {ДЗ: 30 days, ОП: sales, ХХ: sales}
            """
        ]
        #expect(
            said(files) == """
                a.yaml:4:16: error: expected a number in RUB, found a number in days
                    4 |     with: {ДЗ: 30 days, ОП: sales, ХХ: sales}
                      |                ^~~~~~~
                   help: this place needs RUB, as in '100 RUB'
                a.yaml:4:36: error: K6 has no 'ХХ'
                    4 |     with: {ДЗ: 30 days, ОП: sales, ХХ: sales}
                      |                                    ^~
                   help: its names are ДЗ, ОП, дней
                """)
        #expect(
            said(files, .ru) == """
                a.yaml:4:16: ошибка: ожидается число (RUB), а здесь число (дни)
                    4 |     with: {ДЗ: 30 days, ОП: sales, ХХ: sales}
                      |                ^~~~~~~
                   совет: здесь нужна единица RUB, как в «100 RUB»
                a.yaml:4:36: ошибка: у K6 нет «ХХ»
                    4 |     with: {ДЗ: 30 days, ОП: sales, ХХ: sales}
                      |                                    ^~
                   совет: его имена: ДЗ, ОП, дней
                """)
    }

    @Test("a formula for an input that nobody could calculate, over metrics whose size is not known yet")
    func hugeInput() {
        let files = [
            "a.yaml": """
            metrics:
              more: {unit: RUB, value: sales * 2}
              turnover:
                library: K22
                with: {SV: "variation(variation(variation(sales + more, 120), 120), 120) * 1 RUB", N: 1 pcs}
            """
        ]
        #expect(
            said(files) == """
                a.yaml:5:16: error: with all the metrics it stands on, the formula has more than 50,000 parts to calculate: sales
                    5 |     with: {SV: "variation(variation(variation(sales + more, 120), 120), 120) * 1 RUB", N: 1 pcs}
                      |                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                   help: name each metric of the chain once, or shorten the chain
                """)
    }
}
