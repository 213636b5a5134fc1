import Formulas
import Messages
import Testing

@Suite("A fault is shown where it stands, however the text is written")
struct YAMLPlaceTests {
    @Test("lines that end as Windows ends them")
    func crlf() {
        let files = [
            "a.yaml": """
            metrics:\r
              deals:\r
                unit: pieces\r
                value: cuont(sale)\r
            """
        ]
        #expect(
            said(files) == """
                a.yaml:4:12: error: there is no function 'cuont'
                    4 |     value: cuont(sale)
                      |            ^~~~~
                   help: did you mean 'count'?
                """)
    }

    @Test("an asterisk begins no text")
    func undefinedAlias() {
        let files = [
            "a.yaml": """
            metrics:
              deals: {unit: pieces, value: *sales}
            """
        ]
        #expect(
            said(files) == """
                a.yaml:2:32: error: this is not YAML: no text may begin with '*'
                    2 |   deals: {unit: pieces, value: *sales}
                      |                                ^
                   help: put quotation marks around it
                """)
    }

    @Test("a percent sign and an at sign begin no text")
    func percent() {
        let files = [
            "a.yaml": """
            metrics:
              deals: {unit: pieces, value: @sales}
            """
        ]
        #expect(
            said(files) == """
                a.yaml:2:32: error: this is not YAML: no text may begin with '@'
                    2 |   deals: {unit: pieces, value: @sales}
                      |                                ^
                   help: put quotation marks around it
                """)
    }

    @Test("a fault on the second line of a block of text")
    func block() {
        let files = [
            "a.yaml": """
            metrics:
              odd:
                unit: RUB
                value: |
                  sales
                  + saels
            """
        ]
        #expect(
            said(files) == """
                a.yaml:6:9: error: there is no name 'saels' here
                    6 |       + saels
                      |         ^~~~~
                   help: did you mean 'sales'?
                """)
    }

    @Test("a fault on the second line of a plain text")
    func folded() {
        let files = [
            "a.yaml": """
            metrics:
              odd:
                unit: RUB
                value: sales
                  + saels
            """
        ]
        #expect(
            said(files) == """
                a.yaml:5:9: error: there is no name 'saels' here
                    5 |       + saels
                      |         ^~~~~
                   help: did you mean 'sales'?
                """)
    }

    @Test("a fault inside quotation marks")
    func quoted() {
        let files = [
            "a.yaml": """
            metrics:
              odd: {unit: RUB, value: "sales + saels"}
            """
        ]
        #expect(
            said(files) == """
                a.yaml:2:36: error: there is no name 'saels' here
                    2 |   odd: {unit: RUB, value: "sales + saels"}
                      |                                    ^~~~~
                   help: did you mean 'sales'?
                """)
    }

    @Test("a caret below Russian letters")
    func russian() {
        let files = [
            "a.yaml": """
            metrics:
              двойные: {title: Удвоенные, unit: RUB, value: 2 * объёмы}
              объём: {unit: RUB, value: sales}
            """
        ]
        #expect(
            said(files) == """
                a.yaml:2:53: error: there is no name 'объёмы' here
                    2 |   двойные: {title: Удвоенные, unit: RUB, value: 2 * объёмы}
                      |                                                     ^~~~~~
                   help: did you mean 'объём'?
                """)
        #expect(
            said(files, .ru) == """
                a.yaml:2:53: ошибка: имени «объёмы» здесь нет
                    2 |   двойные: {title: Удвоенные, unit: RUB, value: 2 * объёмы}
                      |                                                     ^~~~~~
                   совет: может быть, «объём»?
                """)
    }
}
