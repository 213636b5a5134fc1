import Testing

@Suite("Plans that contradict themselves are refused, continued")
struct PlanFaultMoreTests {
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
