import Formulas
import Messages
import Testing

@Suite("Text that is no company says where and why")
struct YAMLFaultTests {
    @Test("a section that is a list")
    func sectionList() {
        let files = [
            "a.yaml": """
            metrics:
              - sales
            """
        ]
        #expect(
            said(files) == """
                a.yaml:2:3: error: expected a mapping of names, found a list
                    2 |   - sales
                      |   ^
                   help: write 'metrics:' and below it, indented, 'name: …'
                """)
        #expect(
            said(files, .ru) == """
                a.yaml:2:3: ошибка: ожидается список вида «имя: описание», а стоит перечень через «-» или в [ ]
                    2 |   - sales
                      |   ^
                   совет: пишите «metrics:», а ниже с отступом «имя: …»
                """)
    }

    @Test("tabs instead of spaces")
    func tabs() {
        let files = [
            "a.yaml": """
            metrics:
            \tdeals: {unit: pieces, value: count(sale)}
            """
        ]
        #expect(
            said(files) == """
                a.yaml:2:1: error: this is not YAML: a tab stands here
                    2 |  deals: {unit: pieces, value: count(sale)}
                      | ^
                   help: indent with spaces
                """)
        #expect(
            said(files, .ru) == """
                a.yaml:2:1: ошибка: это не YAML: здесь стоит табуляция
                    2 |  deals: {unit: pieces, value: count(sale)}
                      | ^
                   совет: делайте отступы пробелами
                """)
    }

    @Test("one key twice")
    func duplicateKeys() {
        let files = [
            "a.yaml": """
            metrics:
              deals: {unit: pieces, value: count(sale)}
              calls: {unit: pieces, value: count(sale)}
              deals: {unit: pieces, value: count(sale)}
            """
        ]
        #expect(
            said(files) == """
                a.yaml:2:3: error: 'deals' stands here and again further down, at the same level
                    2 |   deals: {unit: pieces, value: count(sale)}
                      |   ^~~~~
                   help: merge both into one, or keep one of them
                """)
        #expect(
            said(files, .ru) == """
                a.yaml:2:3: ошибка: «deals» стоит здесь и ещё раз ниже, на том же уровне
                    2 |   deals: {unit: pieces, value: count(sale)}
                      |   ^~~~~
                   совет: объедините их в одно или оставьте одно
                """)
    }

    @Test("a bracket that is never closed")
    func unclosed() {
        let files = [
            "a.yaml": """
            metrics:
              deals: {unit: pieces, value: count(sale)
              calls: {unit: pieces}
            """
        ]
        #expect(
            said(files) == """
                a.yaml:3:8: error: this is not YAML: expected ',' or '}' before this
                    3 |   calls: {unit: pieces}
                      |        ^
                   help: close the '{' above, or put a comma between the parts
                """)
        #expect(
            said(files, .ru) == """
                a.yaml:3:8: ошибка: это не YAML: перед этим ожидается «,» или «}»
                    3 |   calls: {unit: pieces}
                      |        ^
                   совет: закройте «{» выше или поставьте запятую между частями
                """)
    }

    @Test("wrong indentation")
    func indentation() {
        let files = [
            "a.yaml": """
            metrics:
              deals:
                unit: pieces
               value: count(sale)
            """
        ]
        #expect(
            said(files) == """
                a.yaml:4:4: error: this is not YAML: this line is not indented like the ones above
                    4 |    value: count(sale)
                      |    ^
                   help: give what belongs together the same indentation
                """)
    }

    @Test("a colon in a text")
    func colon() {
        let files = [
            "a.yaml": """
            metrics:
              deals: {unit: pieces, value: count(sale)}
              calls:
                title: Calls: all
            """
        ]
        #expect(
            said(files) == """
                a.yaml:4:17: error: this is not YAML: a second ': ' in one line, or a line indented too far
                    4 |     title: Calls: all
                      |                 ^
                   help: put quotation marks around a text that contains ': '
                """)
    }

    @Test("two documents in one file")
    func documents() {
        let files = [
            "a.yaml": """
            parameters: {a: 1}
            ---
            parameters: {b: 1}
            """
        ]
        #expect(
            said(files) == """
                a.yaml:2:1: error: this is not YAML: a second document begins here
                    2 | ---
                      | ^
                   help: remove the line '---', or put the second part into a file of its own
                """)
    }

    @Test("an alias inside another one")
    func anchors() {
        let files = [
            "a.yaml": """
            parameters:
              low: &low [5%]
              high: &high [*low, *low]
            """
        ]
        #expect(
            said(files) == """
                a.yaml:3:16: error: '*low' is an alias inside another one, or one of too many
                    3 |   high: &high [*low, *low]
                      |                ^~~~
                   help: write out what stands at '&low'
                """)
        #expect(
            said(files, .ru) == """
                a.yaml:3:16: ошибка: «*low» — отсылка внутри отсылки или одна из слишком многих
                    3 |   high: &high [*low, *low]
                      |                ^~~~
                   совет: напишите целиком то, что стоит у «&low»
                """)
    }

    @Test("values left out")
    func nulls() {
        let files = [
            "a.yaml": """
            metrics:
              odd: {unit: , value: }
            parameters:
            """
        ]
        #expect(
            said(files) == """
                a.yaml:2:15: error: expected a text, found nothing
                    2 |   odd: {unit: , value: }
                      |               ^
                """)
        #expect(
            said(files, .ru) == """
                a.yaml:2:15: ошибка: ожидается текст, а здесь пусто
                    2 |   odd: {unit: , value: }
                      |               ^
                """)
    }

    @Test("the key of a mapping is a list")
    func merge() {
        let files = [
            "a.yaml": """
            metrics:
              [a, b]: {unit: RUB, value: sales}
              {a: b}: {unit: RUB, value: sales}
            """
        ]
        #expect(
            said(files) == """
                a.yaml:2:3: error: expected a text, found a list
                    2 |   [a, b]: {unit: RUB, value: sales}
                      |   ^
                a.yaml:3:3: error: expected a text, found a mapping
                    3 |   {a: b}: {unit: RUB, value: sales}
                      |   ^
                """)
    }
}
