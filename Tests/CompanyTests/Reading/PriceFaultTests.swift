import Formulas
import Messages
import Testing

@Suite("Commissions say what they pay")
struct PriceFaultTests {
    @Test("a rate in roubles on money, a base in percent")
    func rateUnit() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 1000 RUB
                components:
                  fee: {commission: sales, rate: 1 RUB}
                  odd: {commission: sales / sales, rate: 1%}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:7:38: error: expected a percentage, found a number in RUB
                    7 |       fee: {commission: sales, rate: 1 RUB}
                      |                                      ^~~~~
                plans.yaml:8:25: error: expected money or pieces, found a plain number
                    8 |       odd: {commission: sales / sales, rate: 1%}
                      |                         ^~~~~~~~~~~~~
                """)
    }

    @Test("overage without a target")
    func overage() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 1000 RUB
                components:
                  fee: {commission: sales, tiers: {overage: {0%: 1%, 100%: 2%}}}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:7:39: error: 'overage' needs a 'target'
                    7 |       fee: {commission: sales, tiers: {overage: {0%: 1%, 100%: 2%}}}
                      |                                       ^
                   help: inside 'tiers', bounds as shares of the target: 'tiers: {overage: {0%: 1%, 100%: 2%}, target: target(sales)}'
                """)
        #expect(
            said(files, .ru) == """
                plans.yaml:7:39: ошибка: для «overage» нужен «target»
                    7 |       fee: {commission: sales, tiers: {overage: {0%: 1%, 100%: 2%}}}
                      |                                       ^
                   совет: внутри «tiers», границы — доли плана: «tiers: {overage: {0%: 1%, 100%: 2%}, target: target(sales)}»
                """)
    }

    @Test("tiers that do not rise")
    func fallingBounds() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 1000 RUB
                components:
                  fee: {commission: sales, tiers: {marginal: {0 RUB: 1%, 2 000 RUB: 2%, 1 000 RUB: 3%}}}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:7:50: error: the points do not rise from line to line
                    7 |       fee: {commission: sales, tiers: {marginal: {0 RUB: 1%, 2 000 RUB: 2%, 1 000 RUB: 3%}}}
                      |                                                  ^
                   help: write each bound once, from the lowest
                """)
        #expect(
            said(files, .ru) == """
                plans.yaml:7:50: ошибка: точки не возрастают от строки к строке
                    7 |       fee: {commission: sales, tiers: {marginal: {0 RUB: 1%, 2 000 RUB: 2%, 1 000 RUB: 3%}}}
                      |                                                  ^
                   совет: пишите каждую границу один раз, с наименьшей
                """)
    }

    @Test("one bound twice, written differently")
    func equalBounds() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 1000 RUB
                components:
                  fee: {commission: sales, tiers: {marginal: {0 RUB: 1%, 2 000 RUB: 2%, 2000 RUB: 3%}}}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:7:50: error: the points do not rise from line to line
                    7 |       fee: {commission: sales, tiers: {marginal: {0 RUB: 1%, 2 000 RUB: 2%, 2000 RUB: 3%}}}
                      |                                                  ^
                   help: write each bound once, from the lowest
                """)
    }

    @Test("bounds in the wrong unit")
    func boundUnit() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 1000 RUB
                components:
                  fee: {commission: sales, tiers: {marginal: {0%: 1%, 100%: 2%}}}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:7:59: error: expected a number in RUB, found a plain number
                    7 |       fee: {commission: sales, tiers: {marginal: {0%: 1%, 100%: 2%}}}
                      |                                                           ^~~~
                   help: write the unit behind the number: '100 RUB'
                """)
    }

    @Test("tiers that do not say what they mean")
    func tierMode() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 1000 RUB
                components:
                  fee: {commission: sales, tiers: {0 RUB: 1%, 1 000 RUB: 2%}}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:7:39: error: tiers must say what they mean: exactly one of marginal, whole, overage
                    7 |       fee: {commission: sales, tiers: {0 RUB: 1%, 1 000 RUB: 2%}}
                      |                                       ^
                   help: marginal: each slice at its own rate; whole: the tier reached prices everything; overage: the tier reached prices all above the target
                """)
        #expect(
            said(files, .ru) == """
                plans.yaml:7:39: ошибка: ступени должны сказать, что они значат: ровно одно из marginal, whole, overage
                    7 |       fee: {commission: sales, tiers: {0 RUB: 1%, 1 000 RUB: 2%}}
                      |                                       ^
                   совет: marginal: каждая часть по своей ставке; whole: достигнутая ступень на всё; overage: достигнутая ступень на всё сверх плана
                """)
    }

    @Test("two prices on one commission, and none")
    func twoPrices() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 1000 RUB
                components:
                  fee: {commission: sales, rate: 1%, tiers: {marginal: {0 RUB: 3%}}}
                  free: {commission: sales}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:7:25: error: a commission has exactly one of rate, rates, tiers
                    7 |       fee: {commission: sales, rate: 1%, tiers: {marginal: {0 RUB: 3%}}}
                      |                         ^~~~~
                   help: keep one of them
                plans.yaml:8:26: error: a commission has exactly one of rate, rates, tiers
                    8 |       free: {commission: sales}
                      |                          ^~~~~
                   help: for instance 'rate: 5%'
                """)
        #expect(
            said(files, .ru) == """
                plans.yaml:7:25: ошибка: у комиссии должно быть ровно одно из rate, rates, tiers
                    7 |       fee: {commission: sales, rate: 1%, tiers: {marginal: {0 RUB: 3%}}}
                      |                         ^~~~~
                   совет: оставьте одно
                plans.yaml:8:26: ошибка: у комиссии должно быть ровно одно из rate, rates, tiers
                    8 |       free: {commission: sales}
                      |                          ^~~~~
                   совет: например, «rate: 5%»
                """)
    }

    @Test("a table of rates that is none")
    func badTable() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 1000 RUB
                components:
                  fee: {commission: sales, rates: {by: sale.seller, table: 5%}}
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:7:64: error: expected rates such as {bikes: 3%}, found '5%'
                    7 |       fee: {commission: sales, rates: {by: sale.seller, table: 5%}}
                      |                                                                ^~
                """)
    }
}
