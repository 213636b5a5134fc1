import Company
import Messages
import Testing

/// What a specialist objects to where key account work is paid.
struct AccountLinterTests {
    private func codes(_ metric: String, weight: String = "100%", other: String = "") -> [String] {
        let text = """
            metrics:
              x: \(metric)
              y: {unit: RUB, value: sum(sale.amount)}
            plans:
              manager:
                for: {position: kam}
                goal: relationships
                period: quarter
                target: 10 000 RUB
                components:
                  care:
                    scorecard:
                      - {kpi: x, weight: \(weight), target: \(metric.contains("RUB") ? "1 RUB" : "1"), attainment: actual / target}
            \(other)
            """
        let wanted = ["activity-paid", "self-judged", "new-logos", "one-account"]
        return CompanyReader.read(SmallBook.changed(["plans.yaml": text])).diagnostics.map(\.code)
            .filter { wanted.contains($0) }
    }

    @Test(
        "Pay by how often, by one's own judgement or by one client is named",
        arguments: [
            ("{unit: pieces, value: count(touch)}", ["activity-paid"]),
            ("{unit: pieces, value: count(commitment)}", ["activity-paid"]),
            // A share of promises is no number of them.
            (
                "{unit: percent, value: count(commitment where commitment.counts) / count(commitment)}",
                []
            ),
            ("{unit: percent, value: sum(account_month.days_in_norm) / sum(account_month.days)}", []),
            ("{unit: number, value: sum(relation.relation), credit: relation.by}", ["self-judged"]),
            ("{unit: number, value: sum(rung_step.change)}", []),
            ("{unit: RUB, value: 'sum(sale.amount where sale.client.id = \"c1\")'}", ["one-account"]),
        ])
    func objections(_ metric: String, _ expected: [String]) {
        #expect(codes(metric) == expected, "\(metric)")
    }

    @Test("Two fifths on one client are not too much")
    func twoFifths() {
        let other = "          - {kpi: y, weight: 60%, target: 1 RUB, attainment: actual / target}"
        #expect(
            codes("{unit: RUB, value: 'sum(sale.amount where sale.client.id = \"c1\")'}", weight: "40%", other: other)
                == [])
    }
}
