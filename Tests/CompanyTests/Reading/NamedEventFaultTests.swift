import Formulas
import Messages
import Testing

@Suite("Events that name events")
struct NamedEventFaultTests {
    private func files(_ payments: String, yaml: String = "") -> [String: String?] {
        [
            "payments.yaml": """
            events:
              payment: {fields: {date: day, sale: sale, amount: money}, credit: payment.sale.seller}
              refund: {fields: {date: day, payment: payment?, amount: money}, credit: none}
            \(yaml)
            """,
            "payment.csv": "id,date,sale,amount\n" + payments, "refund.csv": "id,date,payment,amount",
        ]
    }

    @Test("a sale that does not exist")
    func unknownSale() {
        let files = files("p1,2026-01-12,1,100\np2,2026-01-13,sale-77,100")
        #expect(
            said(files) == """
                payment.csv:3:15: error: there is no sale 'sale-77'
                    3 | p2,2026-01-13,sale-77,100
                      |               ^~~~~~~
                   help: add it to sale.csv, or correct the id
                """)
        #expect(
            said(files, .ru) == """
                payment.csv:3:15: ошибка: события «sale-77» (sale) нет
                    3 | p2,2026-01-13,sale-77,100
                      |               ^~~~~~~
                   совет: добавьте его в sale.csv или исправьте id
                """)
    }

    @Test("only 'sale?' may be empty")
    func emptySale() {
        #expect(
            said(files("p1,2026-01-12,,100")) == """
                payment.csv:2:15: error: 'sale' is empty
                    2 | p1,2026-01-12,,100
                      |               ^
                   help: fill it in; or, if it may be empty, put a question mark behind the field's type: 'sale: …?'
                """)
        let mayBeEmpty = said(
            files("p1,2026-01-12,1,100", yaml: "metrics: {refunds: {unit: RUB, value: sum(refund.amount)}}")
                .merging(["refund.csv": "id,date,payment,amount\nr1,2026-01-14,,5\nr2,2026-01-14,p1,5"]) { $1 })
        #expect(mayBeEmpty == "")
    }

    @Test("a reference through a reference is refused, in formulas and in rules")
    func throughTwo() {
        let files = files(
            "p1,2026-01-12,1,100",
            yaml: """
                metrics:
                  early: {unit: RUB, value: sum(refund.amount) where refund.payment.sale.date < 2026-02-01}
                  whose: {unit: RUB, value: sum(refund.amount), credit: refund.payment.sale.seller}
                """)
        #expect(
            said(files) == """
                payments.yaml:5:54: error: 'refund.payment.sale' is an event named by a named event, and only one step is followed
                    5 |   early: {unit: RUB, value: sum(refund.amount) where refund.payment.sale.date < 2026-02-01}
                      |                                                      ^~~~~~~~~~~~~~~~~~~~~~~~
                   help: give 'refund' a field of its own for it (for instance 'date')
                payments.yaml:6:57: error: 'refund.payment.sale' is an event named by a named event, and only one step is followed
                    6 |   whose: {unit: RUB, value: sum(refund.amount), credit: refund.payment.sale.seller}
                      |                                                         ^~~~~~~~~~~~~~~~~~~~~~~~~~
                   help: give 'refund' a field of its own for it (for instance 'seller')
                """)
    }

    @Test("a field that the named event does not have; shares of another kind")
    func unknownField() {
        let files = files(
            "p1,2026-01-12,1,100",
            yaml: """
                splits: {refund_share: {of: refund}}
                metrics:
                  typed: {unit: RUB, value: sum(payment.sale.amout)}
                  shared: {unit: RUB, value: sum(payment.amount), credit: 'split(refund_share, payment.sale)'}
                """)
        let text = said(files)
        #expect(text.contains("there is no name 'payment.sale.amout' here"))
        #expect(text.contains("did you mean 'payment.sale.amount'?"))
        #expect(text.contains("error: this says whose a 'refund' is, but it stands at 'sale'"))
    }

    @Test("an event kind is no type for a field of a record")
    func recordField() {
        #expect(
            said(["more.yaml": "records: {client: {fields: {first: sale}}}"]).hasPrefix(
                "more.yaml:1:36: error: there is no type 'sale'"))
    }
}
