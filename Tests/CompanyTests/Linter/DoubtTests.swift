import Company
import Formulas
import Messages
import Testing

@Suite("What fits together and can hardly be meant")
struct DoubtTests {
    private func said(_ plan: String, _ language: Language = .en) -> [String] {
        let yaml = """
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 1000 RUB
            \(plan)
            """
        return CompanyReader.read(SmallCompany.changed(by: ["plans.yaml": yaml])).diagnostics.map {
            "\($0.severity.rawValue): \($0.message[language])"
        }
    }

    private func component(_ text: String, _ language: Language = .en) -> [String] {
        said("    components:\n      fee: \(text)", language)
    }

    @Test("a threshold above the cap: below 130 % nothing, from there on 120 %")
    func threshold() {
        #expect(
            component(
                "{scorecard: [{kpi: sales, weight: 100%, target: 100 RUB, threshold: 130%, cap: 120%}]}")
                == [
                    "warning: the threshold of 'sales', 130 %, is above its cap, 120 %: below 130 % it counts nothing, and from there on never more than 120 %"
                ])
        #expect(
            component("{goals: 100 RUB, threshold: 130%, cap: 120%}", .ru)
                == [
                    "warning: порог «fee», 130\u{A0}%, выше его потолка, 120\u{A0}%: до 130\u{A0}% не засчитывается ничего, а дальше — не больше 120\u{A0}%"
                ])
        #expect(
            component("{scorecard: [{kpi: sales, weight: 100%, target: 100 RUB, threshold: 100%, cap: 100%}]}")
                .isEmpty)
    }

    @Test("one KPI twice weighs 40 % + 60 %")
    func repeated() {
        #expect(
            component(
                "{scorecard: [{kpi: sales, weight: 40%, target: 100 RUB}, {kpi: sales, weight: 60%, target: 100 RUB}]}")
                == ["warning: 'sales' stands in this scorecard already; together it weighs 100 %"])
    }

    @Test("a target of 0 or below is never reached", arguments: ["0 RUB", "-5 RUB"])
    func zero(target: String) {
        #expect(
            component("{scorecard: [{kpi: sales, weight: 100%, target: \(target)}]}")
                == [
                    "warning: the target of 'sales' is \(target.dropLast(4)): attainment of it never has a value"
                ])
    }

    @Test("a floor above the cap, a guarantee above the plan's cap, a draw above its limit")
    func limits() {
        #expect(
            component("{commission: sales, rate: 1%, floor: 200 RUB, cap: 100 RUB}")
                == ["warning: in 'fee' the 'floor' is above the 'cap', which holds"])
        #expect(
            said("    guarantee: 200 RUB\n    cap: 100 RUB\n    components: {fee: {commission: sales, rate: 1%}}")
                == ["warning: in 'seller' the 'guarantee' is above the 'cap', which holds"])
        #expect(
            said(
                "    draw: {amount: 200 RUB, limit: 100 RUB}\n    components: {fee: {commission: sales, rate: 1%}}")
                == ["warning: in 'seller' the 'draw: amount' is above the 'draw: limit', which holds"])
    }

    @Test("'up_to: 100%' beside a tier that begins at 100 % does not withhold it; at 99 % it does")
    func linked() {
        func tiers(_ bound: String) -> String {
            "{commission: sales, tiers: {marginal: {0%: 1%, 100%: 2%, 120%: 3%}, target: 100 RUB, linked: {when: sales > 0 RUB, up_to: \(bound)}}}"
        }
        #expect(
            component(tiers("100%"))
                == [
                    "warning: the tier that begins at 100 %, exactly at 'up_to', is entered also when the linked condition is not met"
                ])
        #expect(component(tiers("99%")).isEmpty)
    }

    @Test("a first tier above 0 is worth a note")
    func firstTier() {
        #expect(
            component("{commission: sales, tiers: {marginal: {1000 RUB: 3%, 2000 RUB: 5%}}}")
                == ["note: 'fee' earns nothing below 1 000 RUB, where its first tier begins"])
    }
}
