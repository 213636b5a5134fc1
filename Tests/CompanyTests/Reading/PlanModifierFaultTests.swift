import Formulas
import Messages
import Testing

@Suite("A plan's caps, guarantee and ramp say what they mean")
struct PlanModifierFaultTests {
    private func plan(_ keys: String, component: String = "{commission: sales, rate: 1%}") -> [String: String?] {
        [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: quarter
                \(keys)
                components:
                  fee: \(component)
            """
        ]
    }

    @Test(
        "each fault has a code, a place and a remedy",
        arguments: [
            (
                "cap: {amount: 5 RUB, per: quarter}",
                "plans.yaml:5:31: error: a quarter is not longer than the plan's period, a quarter"
            ),
            ("cap: {amount: 5 RUB}", "plans.yaml:5:10: error: 'per' is missing here"),
            ("cap: [5 RUB, 6 RUB]", "plans.yaml:5:18: error: there is a cap for the same period already"),
            (
                "cap: [{amount: 5 RUB, per: year}, {amount: 6 RUB, per: year}]",
                "plans.yaml:5:39: error: there is a cap for the same period already"
            ),
            ("cap: {amount: 5 days, per: year}", "plans.yaml:5:19: error: expected"),
            ("guarantee: {amount: 5 RUB, first: 0}", "plans.yaml:5:39: error: expected a whole number of periods"),
            ("guarantee: {amount: 5 RUB, first: 1.5}", "plans.yaml:5:39: error: expected a whole number of periods"),
            ("guarantee: {first: 3}", "plans.yaml:5:16: error: 'amount' is missing here"),
            (
                "guarantee: {amount: 5 RUB, per: month}",
                "plans.yaml:5:37: error: expected one of quarter | half | year, found 'month'"
            ),
            ("ramp: [50%, 0%]", "plans.yaml:5:17: error: a share of 0 % leaves no target to reach"),
            ("ramp: [5 RUB]", "plans.yaml:5:12: error: expected"),
            ("multiplier: 5 RUB", "plans.yaml:5:17: error: expected"),
            ("gate: 5 RUB", "plans.yaml:5:11: error: expected"),
        ])
    func faults(keys: String, expected: String) {
        #expect(said(plan(keys)).hasPrefix(expected))
    }

    @Test("a component cannot have the guarantee's name where there is a guarantee")
    func name() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                guarantee: 5 RUB
                components:
                  guarantee: {bonus: 1 RUB}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:5:16: error: the plan has a component 'guarantee' already
                    5 |     guarantee: 5 RUB
                      |                ^~~~~
                   help: give the component another name
                """)
    }

    @Test("a component's cap for a longer period is read with the plan's period")
    func ofComponent() {
        let files = plan("goal: deals", component: "{commission: sales, rate: 1%, cap: {amount: 1 RUB, per: quarter}}")
        #expect(said(files).hasPrefix("plans.yaml:7:68: error: a quarter is not longer than the plan's period"))
    }
}
