import Formulas
import Messages
import Testing

@Suite("Parameters have one value on any day, in one unit")
struct ParameterFaultTests {
    @Test("a parameter that changes its unit")
    func parameterChanges() {
        let files = [
            "parameters.yaml": """
            parameters:
              norm:
                - {from: 2026-01-01, value: 45 days}
                - {from: 2026-07-01, value: 40}
            """
        ]
        #expect(
            said(files) == """
                parameters.yaml:4:7: error: the unit of 'norm' changes from days to plain number
                    4 |     - {from: 2026-07-01, value: 40}
                      |       ^
                   help: write every value in the same unit
                """)
    }

    @Test("two values of a parameter from one day")
    func parameterTwice() {
        let files = [
            "parameters.yaml": """
            parameters:
              norm:
                - {from: 2026-01-01, value: 45 days}
                - {from: 2026-01-01, value: 40 days}
            """
        ]
        #expect(
            said(files) == """
                parameters.yaml:4:7: error: 'norm' has two values from 2026-01-01
                    4 |     - {from: 2026-01-01, value: 40 days}
                      |       ^
                   help: keep one of them
                """)
    }

    @Test("a parameter without a value")
    func emptyParameter() {
        let files = [
            "parameters.yaml": """
            parameters:
              norm:
              limit: []
            """
        ]
        #expect(
            said(files) == """
                parameters.yaml:2:8: error: expected a number, found nothing
                    2 |   norm:
                      |        ^
                parameters.yaml:3:10: error: expected a number, found a list
                    3 |   limit: []
                      |          ^
                """)
    }

    @Test("31 February in YAML")
    func februaryYAML() {
        let files = [
            "parameters.yaml": """
            parameters:
              norm:
                - {from: 2026-02-31, value: 5%}
            """
        ]
        #expect(
            said(files) == """
                parameters.yaml:3:14: error: there is no day '2026-02-31'
                    3 |     - {from: 2026-02-31, value: 5%}
                      |              ^~~~~~~~~~
                   help: write year-month-day: 2026-01-31
                """)
        #expect(
            said(files, .ru) == """
                parameters.yaml:3:14: ошибка: дня «2026-02-31» не бывает
                    3 |     - {from: 2026-02-31, value: 5%}
                      |              ^~~~~~~~~~
                   совет: пишите год-месяц-день: 2026-01-31
                """)
    }
}
