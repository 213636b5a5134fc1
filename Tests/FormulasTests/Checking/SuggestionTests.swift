import Formulas
import Messages
import Testing

@Suite("Suggestions for misspelt names")
struct SuggestionTests {
    @Test(
        "the nearest known name is offered",
        arguments: [
            ("saels", "sales"), ("sale", "sales"), ("recievables", "receivables"), ("Plan", "plan"),
            ("продажы", "продажи"),
            ("new_client", "new_clients"),
        ])
    func nearest(written: String, meant: String) {
        let fault = Checker.check(written, in: Ledger()).faults.first
        #expect(fault?.remedy?.en == "did you mean '\(meant)'?")
        #expect(fault?.remedy?.ru == "может быть, «\(meant)»?")
    }

    @Test("nothing is offered when nothing is near", arguments: ["turnover", "q", "я", "xy"])
    func far(written: String) {
        #expect(Checker.check(written, in: Ledger()).faults.first?.remedy == nil)
    }

    @Test("a letter of the other alphabet that only looks right is pointed at")
    func lookAlike() {
        let cyrillic = Checker.check("s\u{430}les", in: Ledger()).faults.first
        #expect(
            cyrillic?.remedy?.en
                == "did you mean 'sales'? the 'а' in 'sаles' is a Cyrillic letter that only looks like the Latin 'a'")
        #expect(
            cyrillic?.remedy?.ru
                == "может быть, «sales»? буква «а» в «sаles» русская и только похожа на латинскую «a»")
        let latin = Checker.check("п\u{70}одажи", in: Ledger()).faults.first
        #expect(
            latin?.remedy?.en
                == "did you mean 'продажи'? the 'p' in 'пpодажи' is a Latin letter that only looks like the Cyrillic 'р'"
        )
    }

    @Test("a function is suggested too, in the language it was written in")
    func functions() {
        #expect(Checker.check("rond(1)", in: Ledger()).faults.first?.remedy?.en == "did you mean 'round'?")
        #expect(Checker.check("сума(1)", in: Ledger()).faults.first?.remedy?.ru == "может быть, «сумма»?")
    }
}
