import Formulas
import Messages
import Testing

@Suite("What runs over a longer period says a longer one")
struct LongerPeriodFaultTests {
    private func plan(_ component: String, period: String = "month") -> [String: String?] {
        [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: \(period)
                components:
                  fee: \(component)
            """
        ]
    }

    @Test("tiers over the plan's own period")
    func tiersOverTheSame() {
        let files = plan("{commission: sales, tiers: {marginal: {0 RUB: 1%}, over: quarter}}", period: "quarter")
        #expect(
            said(files) == """
                plans.yaml:6:69: error: a quarter is not longer than the plan's period, a quarter
                    6 |       fee: {commission: sales, tiers: {marginal: {0 RUB: 1%}, over: quarter}}
                      |                                                                     ^~~~~~~
                   help: name a longer period, or none to count each period by itself
                """)
        #expect(
            said(files, .ru).contains("период «quarter» не длиннее периода плана «quarter»"))
    }

    @Test(
        "a word that is no such period",
        arguments: [
            ("{commission: sales, tiers: {marginal: {0 RUB: 1%}, over: month}}", "quarter | half | year"),
            ("{milestones: {1 RUB: 1 RUB}, of: sales, over: month}", "quarter | half | year | all"),
        ])
    func words(component: String, known: String) {
        #expect(said(plan(component)).contains("error: expected one of \(known), found 'month'"))
    }

    @Test("a figure of another stretch of time, also through a metric")
    func window() {
        var files = plan("{commission: growth(sales), tiers: {marginal: {0 RUB: 1%}, over: year}}")
        #expect(
            said(files) == """
                plans.yaml:6:25: error: a figure of another stretch of time has no total over a longer period
                    6 |       fee: {commission: growth(sales), tiers: {marginal: {0 RUB: 1%}, over: year}}
                      |                         ^~~~~~~~~~~~~
                   help: name the figure of the period itself; 'over' adds up what came before
                """)
        files = plan("{milestones: {1 RUB: 1 RUB}, of: risen}")
        files["metrics.yaml"] = "metrics: {risen: {unit: RUB, value: unit(growth(sales))}}"
        #expect(said(files).hasPrefix("plans.yaml:6:45: error: a figure of another stretch of time has no total"))
        // A plan that pays by the year itself asks for no total.
        files = plan("{milestones: {1 RUB: 1 RUB}, of: growth(sales)}", period: "year")
        #expect(said(files) == "")
    }

    @Test("a linked quota that withholds no tier")
    func linkedNothing() {
        let files = plan(
            """
            {commission: sales, tiers: {marginal: {0%: 1%, 100%: 2%}, target: 5 RUB, \
            linked: {when: sales > 1 RUB, up_to: 100%}}}
            """)
        #expect(
            said(files).hasPrefix(
                "plans.yaml:6:122: error: no tier begins above 'up_to', so the condition withholds nothing"))
    }

    @Test("milestones without a figure, out of order, at zero, or in proportion to time")
    func milestones() {
        #expect(said(plan("{milestones: {1 RUB: 1 RUB}}")).contains("error: 'of' is missing here"))
        #expect(
            said(plan("{milestones: {2 RUB: 1 RUB, 1 RUB: 1 RUB}, of: sales}"))
                .contains("error: the points do not rise from line to line"))
        #expect(
            said(plan("{milestones: {0 RUB: 1 RUB}, of: sales}"))
                .hasPrefix("plans.yaml:6:26: error: a milestone at or below zero is passed by nobody's work"))
        #expect(
            said(plan("{milestones: {1 RUB: 1 RUB}, of: sales, time_share: yes}"))
                .contains("error: 'time_share' is not known here"))
        #expect(said(plan("{milestones: 5 RUB, of: sales}")).contains("error: expected milestones such as"))
        #expect(said(plan("{milestones: {1: 1 RUB}, of: sales}")).contains("error: expected"))
    }
}
