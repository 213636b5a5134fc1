import Formulas
import Messages
import Testing

@Suite("The linter looks at what frees a held award that takes returns off")
struct HoldLinterTests {
    private func files(release: String, base: String = "net") -> [String: String] {
        [
            "a.yaml": """
            events:
              refund: {fields: {date: day, seller: person, sold_on: day, amount: money}, date: date, credit: refund.seller}
            metrics:
              returned: {unit: RUB, value: sum(refund.amount)}
              came_back: {unit: RUB, value: sum(refund.amount), date: refund.sold_on}
              net: {unit: RUB, value: sales - returned}
              collected: {unit: RUB, value: entered}
            """,
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                components:
                  fee: {commission: \(base), rate: 1%, hold: {release: \(release)}}
            """, "refund.csv": "id,date,seller,sold_on,amount\n",
        ]
    }

    @Test(
        "returns that are taken off the award and not freed, or taken off what is divided by",
        arguments: ["collected / (sales - came_back)", "collected / sales", "collected / net", "collected >= sales"])
    func stuck(release: String) {
        #expect(
            said(files(release: "'\(release)'")) == """
                plans.yaml:6:7: warning: 'fee' takes returns off, but what came back is never freed
                    6 |       fee: {commission: net, rate: 1%, hold: {release: '\(release)'}}
                      |       ^~~
                   help: free what came back like what was paid: 'hold: {release: (collected + came_back) / shipped}'
                """)
    }

    @Test(
        "what came back is free like what was paid, a condition on what is left, and an award without returns pass",
        arguments: [
            ("(collected + came_back) / sales", "net"), ("collected >= sales - came_back", "net"),
            ("collected / sales", "sales"), ("collected / (sales - came_back)", "sales"),
        ])
    func passes(release: String, base: String) {
        #expect(said(files(release: "'\(release)'", base: base)).isEmpty)
    }
}
