import Formulas
import Messages
import Testing

@Suite("Rate tables say what chooses a rate, and choose one")
struct RateTableFaultTests {
    private func files(_ component: String, _ rows: String, declaration: String? = nil) -> [String: String?] {
        [
            "rates.yaml": """
            rate_tables:
              fees: \(declaration ?? "{by: {who: sale.seller}, rate: percent}")
            plans:
              seller: {for: {position: seller}, period: month, components: {fee: \(component)}}
            """,
            "fees.csv": rows,
        ]
    }

    @Test("two rows for the same on the same days name each other")
    func overlap() {
        let rows = """
            who,from,until,rate
            anna,2026-01-01,2026-03-01,1%
            anna,2026-03-01,,2%
            boris,,,3%
            anna,2026-02-28,2026-03-02,4%
            ,,,5%
            boris,2026-01-01,,3%
            """
        let files = files("{commission: sales, rates: fees}", rows)
        #expect(
            said(files) == """
                fees.csv:5: error: this row and fees.csv:2 are for the same, with days in common
                    5 | anna,2026-02-28,2026-03-02,4%
                   help: end the earlier one with 'until' on the first day of the later one, or remove one of them
                fees.csv:5: error: this row and fees.csv:3 are for the same, with days in common
                    5 | anna,2026-02-28,2026-03-02,4%
                   help: end the earlier one with 'until' on the first day of the later one, or remove one of them
                fees.csv:7: error: this row and fees.csv:4 are for the same, with days in common
                    7 | boris,2026-01-01,,3%
                   help: end the earlier one with 'until' on the first day of the later one, or remove one of them
                """)
        #expect(
            said(files, .ru).hasPrefix(
                "fees.csv:5: ошибка: эта строка и fees.csv:2 — для одного и того же, и дни у них общие"))
    }

    @Test("a person who does not exist, a row without a day, a rate that is none")
    func rows() {
        let text = said(
            files(
                "{commission: sales, rates: fees}",
                "who,from,until,rate\nana,,,1%\nboris,2026-02-01,2026-02-01,2%\nboris,,,x"))
        #expect(
            text.hasPrefix(
                """
                fees.csv:2:1: error: there is no person 'ana'
                    2 | ana,,,1%
                      | ^~~
                   help: did you mean 'anna'?
                fees.csv:3: error: no day is left: it begins on 2026-02-01 and has ended on 2026-02-01
                    3 | boris,2026-02-01,2026-02-01,2%
                   help: 'until' is the first day after
                fees.csv:4:9: error:
                """))
    }

    @Test("a commission names a table that is there, with rates of its kind")
    func component() {
        let rows = "who,rate\nanna,1%"
        #expect(
            said(files("{commission: sales, rates: fee}", rows))
                == """
                rates.yaml:4:97: error: there is no rate table 'fee'
                    4 | …: month, components: {fee: {commission: sales, rates: fee}}}
                      |                                                        ^~~
                   help: did you mean 'fees'?
                """)
        #expect(
            said(
                files(
                    "{commission: sales, rates: {table: fees}}", "who,rate\nanna,1",
                    declaration: "{by: {who: sale.seller}, rate: money}")
            ).contains(
                """
                error: expected a percentage, but 'fees' has money for each piece
                """))
        #expect(
            said(files("{commission: sales * 2, rates: fees}", rows)).contains(
                "error: rates by a field need a commission on one sum of the events that have the field"))
        #expect(
            said(files("{commission: sales, rates: {table: fees, otherwise: 5 RUB}}", rows)).contains(
                "error: expected a percentage, found a number in RUB"))
    }

    @Test("what a table says about itself")
    func declaration() {
        func fault(_ declaration: String) -> String {
            let text = said(files("{commission: sales, rates: fees}", "who,rate\nanna,1%", declaration: declaration))
            return text.split(separator: "\n").first.map(String.init) ?? ""
        }
        #expect(
            fault("{by: {rate: sale.seller}, rate: percent}")
                == "rates.yaml:2:15: error: the column 'rate' is always there and has its own meaning")
        #expect(
            fault("{by: {who: sale.amount}, rate: percent}")
                == "rates.yaml:2:20: error: expected a text or a record, found a number in RUB")
        #expect(fault("{by: {who: sale.buyer}, rate: percent}").contains("there is no name 'sale.buyer' here"))
        #expect(fault("{by: {}, rate: percent}").contains("expected columns and their fields"))
        #expect(fault("{by: {who: sale.seller}, rate: share}").contains("expected one of percent | money"))
        #expect(fault("{by: {who: sale.seller}}") == "rates.yaml:2:9: error: 'rate' is missing here")
    }

    @Test("fields of two kinds of events; a table without a file; a name that is taken")
    func tables() {
        let files = [
            "rates.yaml": """
            events: {call: {fields: {date: day, caller: person}}}
            rate_tables:
              fees: {by: {who: sale.seller, other: call.caller}, rate: percent}
              more: {by: {who: sale.seller}, rate: percent}
              call: {by: {who: sale.seller}, rate: percent}
            """
        ]
        #expect(
            said(files) == """
                rates.yaml:3:40: error: this is a field of 'call', the first one of 'sale'
                    3 |   fees: {by: {who: sale.seller, other: call.caller}, rate: percent}
                      |                                        ^~~~~~~~~~~
                   help: all fields of a rate table are those of one event
                rates.yaml:4:3: error: no table holds the rates of 'more'
                    4 |   more: {by: {who: sale.seller}, rate: percent}
                      |   ^~~~
                   help: add more.csv, or write 'reads: more' at a table
                rates.yaml:5:3: error: 'call' is defined already, at rates.yaml:1:10
                    5 |   call: {by: {who: sale.seller}, rate: percent}
                      |   ^~~~
                   help: rename one of them
                """)
    }
}
