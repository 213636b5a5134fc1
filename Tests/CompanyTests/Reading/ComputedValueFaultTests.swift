import Formulas
import Messages
import Testing

@Suite("Computed values and lines of events")
struct ComputedValueFaultTests {
    /// The small company with computed values of its sales, read from line 3 on, and a metric at line 6.
    private func files(_ computed: String, _ metric: String = "sum(sale.amount)") -> [String: String?] {
        [
            "company.yaml": """
            company: {name: Alfa, currency: RUB}
            events:
              sale: {fields: {date: day, seller: person, amount: money}, credit: sale.seller, computed: {\(computed)}}
              payment: {fields: {date: day, sale: sale, amount: money}, credit: none}
            positions: {seller: Seller}
            metrics: {sales: {unit: RUB, value: '\(metric)'}}
            units: {sales_team: Sales}
            rate_tables:
              fees: {by: {who: sale.seller}, rate: percent}
              paid: {by: {who: payment.sale.seller}, rate: percent}
            """,
            "fees.csv": "who,rate\nanna,1%", "paid.csv": "who,rate\nanna,1%",
            "payment.csv": "id,date,sale,amount",
        ]
    }

    @Test("what is right is said nothing of")
    func right() {
        #expect(
            said(
                files(
                    "half: sale.amount / 2, mine: sale.half * share, big: 'sale.half > 10 RUB', fee: 'sale.mine * rate(fees)'",
                    "sum(sale.fee) where sale.big")) == "")
    }

    @Test(
        "a faulty name, formula or place is named with its remedy",
        arguments: [
            (
                "amount: sale.amount / 2", "sum(sale.amount)",
                "company.yaml:3:94: error: 'amount' is a field of the event already"
            ),
            (
                "a: sale.b, b: sale.amount", "sum(sale.amount)",
                "company.yaml:3:97: error: 'sale.b' is a computed value that is not known here yet"
            ),
            (
                "a: sale.a + 1 RUB", "sum(sale.amount)",
                "company.yaml:3:97: error: 'sale.a' is a computed value that is not known here yet"
            ),
            (
                "a: sale.amout", "sum(sale.a)", "company.yaml:3:97: error: there is no name 'sale.amout' here"
            ),
            (
                "mine: sale.amount * share", "sum(sale.amount where sale.mine > 0 RUB)",
                "company.yaml:6:60: error: 'sale.mine' belongs to a credited part of an event, and here whole events are looked at"
            ),
            (
                "a: sale.amount", "sum(sale.amount where share = 1)",
                "company.yaml:6:60: error: 'share' belongs to a credited part of an event, and here whole events are looked at"
            ),
            (
                "a: sale.amount", "count(sale where rate(fees) > 0)",
                "company.yaml:6:55: error: 'rate' belongs to a credited part of an event, and here whole events are looked at"
            ),
            (
                "a: sale.amount", "sum(payment.sale.a)",
                "company.yaml:6:42: error: 'a' is a computed value of 'sale', and only its fields can be reached through another event"
            ),
            (
                "a: sale.amount", "sum(sale.a * rate(paid))",
                "company.yaml:6:56: error: 'paid' holds rates of 'payment', and this formula is over 'sale'"
            ),
            (
                "a: sale.amount", "sum(sale.a * rate(fee))",
                "company.yaml:6:56: error: there is no name 'fee' here"
            ),
            (
                "a: sale.amount", "sum(sale.a * rate(2))",
                "company.yaml:6:56: error: expected the name of a rate table, found '2'"
            ),
            (
                "a: if share = 1 then sale.seller else sale.seller", "1 RUB * distinct(sale.a) / 1 pcs",
                "company.yaml:6:55: error: different values are counted by events, and this one differs with the share"
            ),
            (
                "a: sale.amount", "rate(fees) * sum(sale.a)",
                "company.yaml:6:38: error: 'rate' has no meaning in the formula of a metric or a plan"
            ),
            (
                "a: sale.amount", "share * sum(sale.a)", "company.yaml:6:38: error: there is no name 'share' here"
            ),
        ])
    func faults(computed: String, metric: String, message: String) {
        let text = said(files(computed, metric))
        #expect(text.hasPrefix(message), "\(text)")
        #expect(!text.contains("\ncompany.yaml"), "only one fault: \(text)")
        #expect(text.contains("help: ") || message.contains("no meaning"), "\(text)")
    }

    @Test("sixty values, each twice the one above: one would be 2^60 parts long")
    func doubling() {
        func values(_ count: Int) -> String {
            "a0: sale.amount"
                + (1...count).map { ", a\($0): sale.a\($0 - 1) + sale.a\($0 - 1)" }.joined()
        }
        let text = said(files(values(60), "sum(sale.a60)"))
        #expect(
            text.contains("error: with the computed values it names the formula has more than 1000 parts"), "\(text)")
        #expect(text.contains("help: name a computed value once, not again and again"))
        #expect(text.split(separator: "\n").count { $0.contains("error:") } == 1)
        let sum = Array(repeating: "sale.a5", count: 40).joined(separator: " + ")
        #expect(
            said(files(values(5), "sum(\(sum))")).hasPrefix(
                "company.yaml:6:42: error: with the computed values it names the formula has more than 1000 parts"))
    }

    @Test("rates are not chosen by computed values")
    func rates() {
        var files = files("who: sale.seller")
        files["more.yaml"] = "rate_tables: {more: {by: {who: sale.who}, rate: percent}}"
        files["more.csv"] = "who,rate\nanna,1%"
        #expect(
            said(files, .ru).hasPrefix(
                "more.yaml:1:32: ошибка: «sale.who» — вычисляемое значение, которое здесь ещё не известно"))
    }

    @Test("what is no list of names")
    func shape() {
        var files = files("a: sale.amount")
        files["company.yaml"] = (files["company.yaml"] ?? nil)?.replacing("{a: sale.amount}", with: "[1]")
        #expect(said(files).hasPrefix("company.yaml:3:93: error: expected names with their formulas, found a list"))
    }
}
