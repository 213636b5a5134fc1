import Formulas
import Messages
import Testing

@Suite("The linter follows the pay over the bounds of tiers")
struct TierLinterTests {
    @Test("a whole rate that falls: 15 000 at 5 % is 750, 16 000 at 4 % is 640")
    func fallingWhole() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 1000 RUB
                components:
                  fee: {commission: sales, tiers: {whole: {0 RUB: 5%, 16 000 RUB: 4%}}}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:7:7: warning: at 16 000 RUB the pay of 'fee' falls though sales rise
                    7 |       fee: {commission: sales, tiers: {whole: {0 RUB: 5%, 16 000 RUB: 4%}}}
                      |       ^~~
                   help: use 'marginal', or a rate that rises
                """)
        #expect(
            said(files, .ru) == """
                plans.yaml:7:7: предупреждение: на 16\u{A0}000\u{A0}RUB выплата «fee» падает, хотя продажи растут
                    7 |       fee: {commission: sales, tiers: {whole: {0 RUB: 5%, 16 000 RUB: 4%}}}
                      |       ^~~
                   совет: возьмите «marginal» или растущую ставку
                """)
    }

    @Test("a whole rate that rises jumps: 999 999 pays 30 000, 1 000 000 pays 50 000")
    func cliffWhole() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 1000 RUB
                components:
                  fee: {commission: sales, tiers: {whole: {0 RUB: 3%, 1 000 000 RUB: 5%}}}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:7:7: warning: at 1 000 000 RUB the pay of 'fee' jumps: deals will be moved between periods
                    7 |       fee: {commission: sales, tiers: {whole: {0 RUB: 3%, 1 000 000 RUB: 5%}}}
                      |       ^~~
                   help: 'marginal' has no cliffs
                """)
        #expect(
            said(files, .ru) == """
                plans.yaml:7:7: предупреждение: на 1\u{A0}000\u{A0}000\u{A0}RUB выплата «fee» прыгает: сделки станут переносить между периодами
                    7 |       fee: {commission: sales, tiers: {whole: {0 RUB: 3%, 1 000 000 RUB: 5%}}}
                      |       ^~~
                   совет: у «marginal» скачков нет
                """)
    }

    @Test("marginal tiers pass, rising or falling")
    func marginalRises() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 1000 RUB
                components:
                  fee: {commission: sales, tiers: {marginal: {0 RUB: 3%, 1 000 000 RUB: 5%, 2 000 000 RUB: 4%}}}
            """
        ]
        #expect(said(files) == "")
    }

    @Test("overage jumps at 120 %: the fifth above the target at 2 % more")
    func cliffOverage() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 1000 RUB
                components:
                  fee: {commission: sales, tiers: {overage: {0%: 3%, 100%: 5%, 120%: 7%}, target: 5000 RUB}}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:7:7: warning: at 120 % the pay of 'fee' jumps: deals will be moved between periods
                    7 |       fee: {commission: sales, tiers: {overage: {0%: 3%, 100%: 5%, 120%: 7%}, target: 5000 RUB}}
                      |       ^~~
                   help: 'marginal' has no cliffs
                """)
        #expect(
            said(files, .ru) == """
                plans.yaml:7:7: предупреждение: на 120\u{A0}% выплата «fee» прыгает: сделки станут переносить между периодами
                    7 |       fee: {commission: sales, tiers: {overage: {0%: 3%, 100%: 5%, 120%: 7%}, target: 5000 RUB}}
                      |       ^~~
                   совет: у «marginal» скачков нет
                """)
    }

    @Test("overage passes when its only bound is the target")
    func overageAtTarget() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 1000 RUB
                components:
                  fee: {commission: sales, tiers: {overage: {0%: 3%, 100%: 5%}, target: 5000 RUB}}
            """
        ]
        #expect(said(files) == "")
    }

    @Test("overage falls at 120 %")
    func fallingOverage() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 1000 RUB
                components:
                  fee: {commission: sales, tiers: {overage: {0%: 3%, 100%: 7%, 120%: 5%}, target: 5000 RUB}}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:7:7: warning: at 120 % the pay of 'fee' falls though sales rise
                    7 |       fee: {commission: sales, tiers: {overage: {0%: 3%, 100%: 7%, 120%: 5%}, target: 5000 RUB}}
                      |       ^~~
                   help: use 'marginal', or a rate that rises
                """)
    }

    @Test("a fixed part jumps even between marginal tiers")
    func cliffFixed() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 1000 RUB
                components:
                  fee: {commission: sales, tiers: {marginal: {0 RUB: 3%, 1 000 RUB: {rate: 3%, fixed: 500 RUB}}}}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:7:7: warning: at 1 000 RUB the pay of 'fee' jumps: deals will be moved between periods
                    7 |       fee: {commission: sales, tiers: {marginal: {0 RUB: 3%, 1 000 RUB: {rate: 3%, fixed: 500 RUB}}}}
                      |       ^~~
                   help: without a 'fixed' part 'marginal' has no cliffs
                """)
        #expect(
            said(files, .ru) == """
                plans.yaml:7:7: предупреждение: на 1\u{A0}000\u{A0}RUB выплата «fee» прыгает: сделки станут переносить между периодами
                    7 |       fee: {commission: sales, tiers: {marginal: {0 RUB: 3%, 1 000 RUB: {rate: 3%, fixed: 500 RUB}}}}
                      |       ^~~
                   совет: без «fixed» у «marginal» скачков нет
                """)
    }

    @Test("a fixed part from the first rouble passes")
    func fixedAtZero() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 1000 RUB
                components:
                  fee: {commission: sales, tiers: {marginal: {0 RUB: {rate: 3%, fixed: 500 RUB}, 1 000 RUB: 4%}}}
            """
        ]
        #expect(said(files) == "")
    }
}
