import HTML
import Testing

/// Amounts in cells.
struct AmountTests {
    @Test(
        "below zero has a colour and its sign, zero is a figure, a change above zero has a plus",
        arguments: [
            (Amount.figure(Figure(hundredths: -101_478)), "<span class=\"figure loss\">−1,014.78</span>"),
            (.figure(Figure(hundredths: 0)), "<span class=\"figure\">0.00</span>"),
            (.figure(Figure(hundredths: 5_740_000)), "<span class=\"figure\">57,400.00</span>"),
            (.change(Figure(hundredths: 425_000)), "<span class=\"figure gain\">+4,250.00</span>"),
            (.change(Figure(hundredths: 0)), "<span class=\"figure\">0.00</span>"),
        ])
    func figures(amount: Amount, html: String) {
        #expect(AmountText(amount, in: .en).html == html)
    }

    @Test("what is absent is a dash that says why, and leads to where it can be mended")
    func absent() throws {
        let address = try Address(path: ["data", "targets"])
        #expect(
            AmountText(.absent(reason: "No target for October", address: address), in: .en).html
                == "<a href=\"/data/targets\" class=\"absent\"><span aria-hidden=\"true\">—</span>"
                + "<span class=\"unseen\">No target for October</span></a>")
        #expect(AmountText(.absent(reason: "", address: nil), in: .ru).html.hasPrefix("<span class=\"absent\">"))
    }

    @Test("a figure is a link to its reason")
    func reason() throws {
        let address = Address.query([("at", "bonus")], fragment: Identifier(.node, "bonus"))
        #expect(
            AmountText(.figure(Figure(hundredths: 1)), in: .ru, reason: address).html
                == "<a href=\"?at=bonus#node-bonus\" class=\"figure\">0,01</a>")
    }
}
