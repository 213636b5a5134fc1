import Formulas
import Messages
import Testing

@Suite("A contest says what wins")
struct ContestFaultTests {
    private func said(_ component: String, _ language: Language = .en, metrics: String = "") -> String {
        CompanyTests.said(
            [
                "more.yaml": metrics.isEmpty ? "" : "metrics:\n\(metrics)",
                "plans.yaml": """
                plans:
                  seller:
                    for: {position: seller}
                    period: month
                    components:
                      race: \(component)
                """,
            ], language)
    }

    @Test(
        "every form is read",
        arguments: [
            "{contest: [60 RUB, 30 RUB], by: sales}", "{contest: 60 RUB, by: sales}",
            "{contest: {steps: {100 RUB: 5 RUB, 200 RUB: 9 RUB}}, by: sales}",
            "{contest: {pot: company(sales) * 1%}, by: sales, minimum: sales > 0 RUB, group: unit}",
            "{contest: {prize: 20 RUB}, goal: 100 RUB, by: sales}",
            "{contest: {pot: 100 RUB}, by: sales, between: units, divided: sales}",
            "{contest: [60 RUB], by: sales, between: people}",
        ])
    func forms(component: String) {
        #expect(said(component).isEmpty)
    }

    @Test("no form, and two forms")
    func noForm() {
        for component in ["{contest: {}, by: sales}", "{contest: {pot: 5 RUB, prize: 5 RUB}, by: sales}"] {
            #expect(
                said(component) == """
                    plans.yaml:6:23: error: a contest has a list of prizes by rank, or exactly one of steps, pot, prize
                        6 |       race: \(component)
                          |                       ^
                       help: for instance 'contest: [60 000 RUB, 30 000 RUB]' or 'contest: {pot: 100 000 RUB}'
                    """)
        }
        #expect(
            said("{contest: {}, by: sales}", .ru) == """
                plans.yaml:6:23: ошибка: у конкурса или список призов по местам, или ровно одно из steps, pot, prize
                    6 |       race: {contest: {}, by: sales}
                      |                       ^
                   совет: например, «contest: [60 000 RUB, 30 000 RUB]» или «contest: {pot: 100 000 RUB}»
                """)
    }

    @Test("a goal without a prize of one's own, a prize without a goal")
    func goal() {
        #expect(
            said("{contest: [5 RUB], by: sales, goal: 100 RUB}") == """
                plans.yaml:6:43: error: 'goal' means nothing here
                    6 |       race: {contest: [5 RUB], by: sales, goal: 100 RUB}
                      |                                           ^~~~
                   help: a goal goes with 'contest: {prize: …}'
                """)
        #expect(
            said("{contest: {prize: 5 RUB}, by: sales}") == """
                plans.yaml:6:13: error: 'goal' is missing here
                    6 |       race: {contest: {prize: 5 RUB}, by: sales}
                      |             ^
                   help: add 'goal: …'
                """)
        #expect(
            said("{contest: {prize: 5 RUB}, by: sales, goal: 7 days}") == """
                plans.yaml:6:56: error: expected a number in RUB, found a number in days
                    6 |       race: {contest: {prize: 5 RUB}, by: sales, goal: 7 days}
                      |                                                        ^~~~~~
                   help: this place needs RUB, as in '100 RUB'
                """)
    }

    @Test("steps that fall, steps in another unit than the score")
    func steps() {
        #expect(
            said("{contest: {steps: {200 RUB: 5 RUB, 100 RUB: 9 RUB}}, by: sales}") == """
                plans.yaml:6:31: error: the points do not rise from line to line
                    6 |       race: {contest: {steps: {200 RUB: 5 RUB, 100 RUB: 9 RUB}}, by: sales}
                      |                               ^
                   help: write each bound once, from the lowest
                """)
        #expect(
            said("{contest: {steps: {200 days: 5 RUB}}, by: sales}") == """
                plans.yaml:6:32: error: expected a number in RUB, found a number in days
                    6 |       race: {contest: {steps: {200 days: 5 RUB}}, by: sales}
                      |                                ^~~~~~~~
                   help: this place needs RUB, as in '100 RUB'
                """)
    }

    @Test("units: no group of their own, no goal of one's own; 'divided' only between units")
    func units() {
        #expect(
            said("{contest: [5 RUB], by: sales, between: units, group: unit}") == """
                plans.yaml:6:66: error: 'between: units' lets units compete; 'group: unit' would keep each by itself
                    6 |       race: {contest: [5 RUB], by: sales, between: units, group: unit}
                      |                                                                  ^~~~
                   help: drop 'group'
                """)
        #expect(
            said("{contest: {prize: 5 RUB}, by: sales, goal: 7 RUB, between: units}") == """
                plans.yaml:6:23: error: a goal of one's own is for people, not between units
                    6 |       race: {contest: {prize: 5 RUB}, by: sales, goal: 7 RUB, between: units}
                      |                       ^
                   help: for units take prizes by rank, 'steps' or 'pot'
                """)
        #expect(
            said("{contest: [5 RUB], by: sales, divided: sales}") == """
                plans.yaml:6:43: error: 'divided' means nothing here
                    6 |       race: {contest: [5 RUB], by: sales, divided: sales}
                      |                                           ^~~~~~~
                   help: it says how a unit's prize is divided: add 'between: units'
                """)
    }

    @Test("a score that is no number")
    func score() {
        #expect(
            said("{contest: [5 RUB], by: sales > 5 RUB}") == """
                plans.yaml:6:36: error: expected a number, found yes or no
                    6 |       race: {contest: [5 RUB], by: sales > 5 RUB}
                      |                                    ^~~~~~~~~~~~~
                """)
    }

    @Test(
        "a better result that wins less is a warning",
        arguments: [
            "{contest: [30 RUB, 60 RUB], by: sales}", "{contest: {steps: {1 RUB: 9 RUB, 5 RUB: 8 RUB}}, by: sales}",
        ])
    func fallingPrizes(component: String) {
        #expect(
            said(component) == """
                plans.yaml:6:7: warning: in 'race' a better result wins less
                    6 |       race: \(component)
                      |       ^~~~
                   help: let the prizes rise with the result
                """)
    }

    @Test("a prize for reaching the target is all or nothing, which is said")
    func allOrNothing() {
        #expect(
            said("{contest: {prize: 5 RUB}, by: sales, goal: target(sales)}") == """
                plans.yaml:6:7: warning: 'race' pays nothing below the target and everything at it: deals will be moved between periods
                    6 |       race: {contest: {prize: 5 RUB}, by: sales, goal: target(sales)}
                      |       ^~~~
                   help: let the pay grow from a threshold on, or accept it knowingly
                """)
    }

    @Test("a group is no person: its condition, its prizes and its fund have no 'person.…'")
    func personOfGroup() {
        #expect(
            said("{contest: [5 RUB], by: sales, when: person.share > 50%}") == """
                plans.yaml:6:49: error: a group is no person and has no 'person.…'
                    6 |       race: {contest: [5 RUB], by: sales, when: person.share > 50%}
                      |                                                 ^~~~~~~~~~~~
                   help: 'when' of a contest is asked of the group; who takes part is said by 'minimum: …'
                """)
        for component in [
            "{contest: [person.base_pay], by: sales}", "{contest: {pot: person.base_pay}, by: sales}",
            "{contest: {steps: {5 RUB: 1 RUB + person.base_pay}}, by: sales}",
            "{contest: {prize: person.base_pay}, goal: person.base_pay, by: sales}",
            "{pool: previous(person.base_pay), weights: person.share, nobody: cancel}",
            "{pool: 5 RUB, weights: 1, nobody: cancel, when: not (unit(person.share) > 50%)}",
            "{spot: person.base_pay}", "{spot: 5 RUB, when: person.share > 50%}",
            "{contest: [5 RUB], by: person.share, between: units}",
            "{contest: [5 RUB], by: sales, between: units, minimum: person.share > 50%}",
        ] {
            #expect(said(component).contains("a group is no person and has no 'person.…'"), "\(component)")
            #expect(said(component, .ru).contains("группа — не человек, у неё нет «person.…»"), "\(component)")
        }
    }

    @Test("the same where a metric asks for it, whatever it stands on: the chain is named")
    func personThroughMetrics() {
        let text = said(
            "{contest: [5 RUB], by: sales, when: doubled > 0 RUB}",
            metrics:
                "  own: {unit: RUB, value: sales + person.base_pay}\n  doubled: {unit: RUB, value: 2 * previous(own)}")
        #expect(
            text == """
                plans.yaml:6:49: error: a group is no person and has no 'person.…', which is asked for by doubled → own
                    6 |       race: {contest: [5 RUB], by: sales, when: doubled > 0 RUB}
                      |                                                 ^~~~~~~
                   help: 'when' of a contest is asked of the group; who takes part is said by 'minimum: …'
                """)
        // Twelve metrics that each name the one before twice are looked through once.
        let tower = (1...12).map { "  m\($0): {unit: RUB, value: m\($0 - 1) - m\($0 - 1)}" }.joined(separator: "\n")
        let large = said(
            "{pool: m12, weights: 1, nobody: cancel}", metrics: "  m0: {unit: RUB, value: person.base_pay}\n" + tower)
        #expect(large.contains("asked for by m12 → m11"))
    }

    @Test(
        "what is asked of each person may name his fields",
        arguments: [
            "{contest: [5 RUB], by: person.base_pay, minimum: person.share > 50%}",
            "{contest: [5 RUB], by: sales, between: units, divided: person.share}",
            "{pool: 5 RUB, weights: if person.share > 50% then 1 else 0, nobody: cancel, gate: person.share > 20%}",
            "{bonus: 5 RUB, when: person.share > 50%}",
        ])
    func personOfPeople(component: String) {
        #expect(!said(component).contains("error"), "\(said(component))")
    }
}
