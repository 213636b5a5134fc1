import Formulas
import Messages
import Testing

@Suite("Commissions priced event by event say what prices them")
struct EventPricingFaultTests {
    private func files(_ price: String, base: String = "sales") -> [String: String?] {
        [
            "rates.yaml": """
            rate_tables: {fees: {by: {who: sale.seller}, rate: percent}}
            plans:
              seller: {for: {position: seller}, period: month, components: {fee: {commission: \(base), \(price)}}}
            """,
            "fees.csv": "who,rate\nanna,1%",
        ]
    }

    @Test(
        "what prices a line",
        arguments: [
            "rate: 1%", "rates: fees", "tiers: {marginal: {0 RUB: 1%}}",
            "rates: fees, tiers: {marginal: {0%: 50%, 100%: 100%}, target: 100 RUB, below_zero: first}",
        ])
    func right(price: String) {
        #expect(said(files(price + ", each: event")) == "")
    }

    @Test(
        "what cannot",
        arguments: [
            (
                "rates: fees, tiers: {marginal: {0 RUB: 1%}}", "3:83",
                "with rates and tiers every event is priced by itself", "add 'each: event', or keep one of them"
            ),
            (
                "each: event", "3:83", "with 'each: event' a commission has rate, rates, tiers, or rates and tiers",
                "for instance 'rate: 5%'"
            ),
            (
                "each: event, rate: 1%, tiers: {marginal: {0 RUB: 1%}}", "3:83",
                "with 'each: event' a commission has rate, rates, tiers, or rates and tiers", "remove 'rate'"
            ),
            (
                "each: event, tiers: {whole: {0 RUB: 1%}}", "3:110",
                "with 'each: event' tiers are marginal, of one period, without fixed parts and without 'linked'",
                "write tiers: {marginal: {…}}, or remove 'each: event'"
            ),
            (
                "each: event, tiers: {marginal: {0 RUB: 1%}, over: year}", "3:110",
                "with 'each: event' tiers are marginal, of one period, without fixed parts and without 'linked'",
                "write tiers: {marginal: {…}}, or remove 'each: event'"
            ),
            (
                "each: event, tiers: {overage: {0%: 1%}, target: 5 RUB}", "3:110",
                "with 'each: event' tiers are marginal, of one period, without fixed parts and without 'linked'",
                "write tiers: {marginal: {…}}, or remove 'each: event'"
            ),
            (
                "each: event, tiers: {marginal: {0 RUB: 1%, 5 RUB: 2%}, linked: {when: sales > 0 RUB, up_to: 0 RUB}}",
                "3:110",
                "with 'each: event' tiers are marginal, of one period, without fixed parts and without 'linked'",
                "write tiers: {marginal: {…}}, or remove 'each: event'"
            ),
            (
                "each: event, tiers: {marginal: {0 RUB: {rate: 1%, fixed: 5 RUB}}}", "3:110",
                "with 'each: event' tiers are marginal, of one period, without fixed parts and without 'linked'",
                "write tiers: {marginal: {…}}, or remove 'each: event'"
            ),
            (
                "tiers: {whole: {0 RUB: 1%}, below_zero: first}", "3:130",
                "'below_zero' belongs to marginal tiers without fixed parts",
                "remove it: negative volume earns minus what the positive earns"
            ),
            (
                "tiers: {marginal: {0 RUB: {fixed: 5 RUB}}, below_zero: first}", "3:145",
                "'below_zero' belongs to marginal tiers without fixed parts",
                "remove it: negative volume earns minus what the positive earns"
            ),
        ])
    func faults(price: String, place: String, message: String, remedy: String) {
        let text = said(files(price))
        #expect(text.hasPrefix("rates.yaml:\(place): error: \(message)\n"), "\(text)")
        #expect(text.contains("help: \(remedy)"), "\(text)")
    }

    @Test("a word that is none, and a base without lines")
    func words() {
        #expect(
            said(files("rate: 1%, each: sale")).hasPrefix(
                "rates.yaml:3:106: error: expected one of event, found 'sale'"))
        #expect(
            said(files("rate: 1%, each: event", base: "sales * 2"), .ru).hasPrefix(
                "rates.yaml:3:83: ошибка: «each: event» оценивает события одной суммы, а здесь её нет"))
        #expect(
            said(files("tiers: {marginal: {0 RUB: 1%}, below_zero: last}")).contains(
                "expected one of mirror | first, found 'last'"))
    }
}
