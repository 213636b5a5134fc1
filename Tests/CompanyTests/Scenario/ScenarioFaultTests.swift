import Company
import Formulas
import Messages
import Periods
import Testing

/// What is said about a supposed row or definition that does not fit, with the place on the command line.
@Suite("Faults of a scenario")
struct ScenarioFaultTests {
    private static let files: [String: String] = SmallCompany.files.merging(
        [
            "company.yaml": """
            company: {name: Alfa, currency: RUB}
            positions: {seller: Seller}
            units: {sales_team: Sales}
            events:
              sale:
                fields: {date: day, seller: person, amount: money, cost: money?, share: percent?, paid: flag?}
                credit: sale.seller
              export: {fields: {date: day, seller: person, currency: text, amount: money(currency)}}
              payment: {fields: {date: day, sale: sale, amount: money}}
            splits: {sale_share: {of: sale}}
            metrics:
              sales: {unit: RUB, value: sum(sale.amount)}
            plans:
              seller: {for: {position: seller}, period: month, valid: {until: 2026-06-01}, components: {pay: {commission: sales, rate: 1%}}}
            """,
            "payment.csv": "id,date,sale,amount\np1,2026-01-20,2,200\n",
            "exchange_rates.csv": "currency,from,rate\nUSD,2026-01-01,80\n",
        ]) { $1 }

    private func said(_ scenario: Scenario, _ language: Language = .en) -> String {
        let files = Self.files.map { SourceFile(path: $0, bytes: Array($1.utf8)) }
        return CompanyReader.read(files, supposing: scenario).diagnostics.map { $0.rendered(in: language) }
            .joined(separator: "\n")
    }

    private func said(_ action: Scenario.Action, _ text: String, _ language: Language = .en) -> String {
        var scenario = Scenario()
        scenario.rows = [Scenario.RowEdit(action, text)]
        return said(scenario, language)
    }

    @Test(
        "a row that is added",
        arguments: [
            (
                "sale: date=2026-02-30, seller=anna, amount=100",
                """
                add:1:12: error: there is no 30 February 2026
                    1 | sale: date=2026-02-30, seller=anna, amount=100
                      |            ^~~~~~~~~~
                """
            ),
            (
                "sale: date=2026-02-03, seller=anna, amount=100 q",
                """
                add:1:48: error: expected a number in RUB, found '100 q'
                    1 | sale: date=2026-02-03, seller=anna, amount=100 q
                      |                                                ^
                   help: for instance '100 RUB'
                """
            ),
            (
                "sale: date=2026-02-03, seller=anna, amount=100 USD",
                """
                add:1:44: error: expected a number in RUB, found a number in USD
                    1 | sale: date=2026-02-03, seller=anna, amount=100 USD
                      |                                            ^~~~~~~
                   help: this place needs RUB, as in '100 RUB'
                """
            ),
            (
                "sale: date=2026-02-03, seller=anna, amount=1000,5",
                """
                add:1:44: error: '1000,5' has a decimal comma
                    1 | sale: date=2026-02-03, seller=anna, amount=1000,5
                      |                                            ^~~~~~
                   help: here decimals follow a point: 12.5
                """
            ),
            (
                "sale: date=2026-02-03, selller=anna, amount=100",
                """
                add:1:24: error: 'sale' has no field 'selller'
                    1 | sale: date=2026-02-03, selller=anna, amount=100
                      |                        ^~~~~~~
                   help: did you mean 'seller'?
                """
            ),
            (
                "sale: date=2026-02-03, amount=100, amount=200, seller=anna",
                """
                add:1:36: error: 'amount' is given twice
                    1 | sale: date=2026-02-03, amount=100, amount=200, seller=anna
                      |                                    ^~~~~~
                """
            ),
            (
                "sale: seller=, amount=100",
                """
                add:1: error: 'date' must be given
                    1 | sale: seller=, amount=100
                   help: the fields of 'sale' are date, seller, amount, cost?, share?, paid?; those with '?' may be left out
                add:1:14: error: 'seller' is empty
                    1 | sale: seller=, amount=100
                      |              ^
                """
            ),
            (
                "sale: date=2026-02-03, seller=ana, amount=100",
                """
                add:1: error: there is no person 'ana'
                    1 | sale: date=2026-02-03, seller=ana, amount=100
                   help: did you mean 'anna'?
                """
            ),
            (
                "sale 1: date=2026-02-03, seller=anna, amount=100",
                """
                add:1: error: the sale '1' is there already, at sale.csv:2
                    1 | sale 1: date=2026-02-03, seller=anna, amount=100
                   help: is it the same row twice? Keep one. Are they rows of their own, such as the lines of an order? Then each needs an id of its own: put the order and the line number into one column before export
                """
            ),
            (
                "sele: date=2026-02-03",
                """
                add:1:1: error: there is no kind of event 'sele'
                    1 | sele: date=2026-02-03
                      | ^~~~
                   help: did you mean 'sale'?
                """
            ),
            (
                "sale: 100 from Anna",
                """
                add:1:7: error: expected 'field=value' here
                    1 | sale: 100 from Anna
                      |       ^~~~~~~~~~~~~
                   help: its fields are date, seller, amount, cost?, share?, paid?
                """
            ),
            (
                "export: date=2025-12-31, seller=anna, amount=100 USD",
                """
                add:1: error: USD has no rate on 2025-12-31
                    1 | export: date=2025-12-31, seller=anna, amount=100 USD
                   help: add a row for USD to exchange_rates.csv, from 2025-12-31 or earlier
                """
            ),
            (
                "export: date=2026-01-31, seller=anna, amount=100 USD, currency=EUR",
                """
                add:1:46: error: expected a number in RUB, found a number in USD
                    1 | export: date=2026-01-31, seller=anna, amount=100 USD, currency=EUR
                      |                                              ^~~~~~~
                   help: this place needs RUB, as in '100 RUB'
                """
            ),
            (
                "",
                "add:1: error: there is no kind of event ''\n   help: there is sale, export, payment; write for instance 'sale: date=…, seller=…, amount=…'"
            ),
        ])
    func added(text: String, expected: String) {
        #expect(said(.add, text) == expected)
    }

    @Test(
        "a row that is changed",
        arguments: [
            (
                "sale 3: amount=100",
                """
                change:1: error: there is no sale '3'
                    1 | sale 3: amount=100
                   help: its identifier stands in the column 'id' of its table
                """
            ),
            (
                "sale: amount=100",
                """
                change:1:1: error: which 'sale'?
                    1 | sale: amount=100
                      | ^~~~
                   help: write its identifier: 'sale 1042'
                """
            ),
            (
                "sale 1",
                """
                change:1: error: nothing is said about what changes
                    1 | sale 1
                   help: write 'sale 1: field=value'; its fields are date, seller, amount, cost?, share?, paid?
                """
            ),
            (
                "sale 1: id=7",
                """
                change:1:9: error: 'sale' has no field 'id'
                    1 | sale 1: id=7
                      |         ^~
                   help: its fields are date, seller, amount, cost, share, paid
                """
            ),
        ])
    func changed(text: String, expected: String) {
        #expect(said(.change, text) == expected)
    }

    @Test(
        "a row that is cancelled",
        arguments: [
            (
                "sale 2",
                """
                payment.csv:2:15: error: there is no sale '2'
                    2 | p1,2026-01-20,2,200
                      |               ^
                   help: it is cancelled; cancel this payment too
                """
            ),
            (
                "sale 1: amount=3",
                """
                cancel:1:9: error: what is cancelled has no values
                    1 | sale 1: amount=3
                      |         ^~~~~~
                   help: cancel it without values, or change its values instead
                """
            ),
            (
                "person anna",
                """
                cancel:1:1: error: there is no kind of event 'person'
                    1 | person anna
                      | ^~~~~~
                   help: there is sale, export, payment; write for instance 'sale: date=…, seller=…, amount=…'
                """
            ),
        ])
    func cancelled(text: String, expected: String) {
        #expect(said(.cancel, text) == expected)
    }

    @Test("definitions: a fault has the place of the file that was given")
    func definitions() {
        var scenario = Scenario()
        scenario.definitions = [
            SourceFile(path: "new.yaml", bytes: Array("plans:\n  seller: {for: {position: seler}, period: month}".utf8))
        ]
        #expect(
            said(scenario) == """
                new.yaml:2:11: error: 'components' is missing here
                    2 |   seller: {for: {position: seler}, period: month}
                      |           ^
                   help: add 'components: …'
                new.yaml:2:28: error: there is no position 'seler'
                    2 |   seller: {for: {position: seler}, period: month}
                      |                            ^~~~~
                   help: did you mean 'seller'?
                """)
    }

    @Test("a plan left out that is not there, a day without a plan, a plan that would end before it begins")
    func plans() {
        var scenario = Scenario()
        scenario.withoutPlans = ["selller"]
        #expect(
            said(scenario) == """
                without:1: error: there is no plan 'selller'
                    1 | selller
                   help: did you mean 'seller'?
                """)
        scenario = Scenario()
        scenario.plansFrom = CivilDay(parsing: "2025-01-01")
        #expect(
            said(scenario, .ru) == """
                from: ошибка: не дан план, который мог бы действовать с другого дня
                   совет: назовите файл с планом
                """)
        let plan =
            "plans:\n  seller: {for: {position: seller}, period: month, valid: {until: 2025-06-01}, components: {pay: {bonus: 1 RUB}}}"
        scenario.definitions = [SourceFile(path: "new.yaml", bytes: Array(plan.utf8))]
        scenario.plansFrom = CivilDay(parsing: "2025-06-01")
        #expect(
            said(scenario).hasPrefix(
                "new.yaml:2:3: error: 'seller' ends before 2025-06-01, from which it is supposed to be in force"))
    }

    @Test(
        "whatever is written, it is read or refused with a place", arguments: [Scenario.Action.add, .change, .cancel])
    func hostile(action: Scenario.Action) {
        var generator = Dice(seed: 7)
        let pieces = [
            "sale", "1", ":", "=", ",", "\"", " ", "amount", "date", "seller", "anna", "2026-01-02", "9e99", "%", "RUB",
            "-",
            "\u{0}", "\n", "é", "🙂", "999999999999999999", "0.123456789", "person", "id", "sale_share", "share",
        ]
        for _ in 0..<150 {
            let text = (0..<Int.random(in: 0...14, using: &generator)).map { _ in
                pieces[Int.random(in: pieces.indices, using: &generator)]
            }.joined()
            var scenario = Scenario()
            scenario.rows = [Scenario.RowEdit(action, text)]
            let files = Self.files.map { SourceFile(path: $0, bytes: Array($1.utf8)) }
            let (model, diagnostics) = CompanyReader.read(files, supposing: scenario)
            let errors = diagnostics.filter { $0.severity == .error }
            #expect((model == nil) != errors.isEmpty, "\(text)")
            let places = errors.map(\.place)
            #expect(!places.contains(nil), "\(text)")
        }
    }
}
