import Formulas
import Messages
import Testing

@Suite("Metrics may not stand on themselves")
struct CycleFaultTests {
    @Test("a metric that needs itself")
    func itself() {
        let files = [
            "a.yaml": """
            metrics:
              a: {unit: number, value: a + 1}
            """
        ]
        #expect(
            said(files) == """
                a.yaml:2:3: error: 'a' depends on itself: a → a
                    2 |   a: {unit: number, value: a + 1}
                      |   ^
                   help: break the circle
                """)
        #expect(
            said(files, .ru) == """
                a.yaml:2:3: ошибка: «a» зависит сам от себя: a → a
                    2 |   a: {unit: number, value: a + 1}
                      |   ^
                   совет: разорвите круг
                """)
    }

    @Test("three metrics in a circle, through a window and a group")
    func three() {
        let files = [
            "a.yaml": """
            metrics:
              a: {unit: RUB, value: previous(b)}
              b: {unit: RUB, value: unit(c)}
              c: {unit: RUB, value: sales + a}
            """
        ]
        #expect(
            said(files) == """
                a.yaml:2:3: error: 'a' depends on itself: a → b → c → a
                    2 |   a: {unit: RUB, value: previous(b)}
                      |   ^
                   help: break the circle
                """)
        #expect(
            said(files, .ru) == """
                a.yaml:2:3: ошибка: «a» зависит сам от себя: a → b → c → a
                    2 |   a: {unit: RUB, value: previous(b)}
                      |   ^
                   совет: разорвите круг
                """)
    }

    @Test("a circle comes to an end for whoever asks what its metrics sum up")
    func summedCircle() {
        let text = said([
            "a.yaml": """
            metrics:
              a: {unit: RUB, value: b}
              b: {unit: RUB, value: a}
            rate_tables: {fees: {by: {who: sale.seller}, rate: percent}}
            plans:
              p: {for: {position: seller}, period: month, components: {pay: {commission: a, rates: fees}}}
            """,
            "fees.csv": "who,rate\nanna,1%",
        ])
        #expect(text.contains("'a' depends on itself: a → b → a"))
    }

    @Test("a chain that is too long is refused whichever end is written first", arguments: [true, false])
    func chain(_ upwards: Bool) {
        var lines = (1...250).map { "  m\($0): {unit: RUB, value: m\($0 - 1)}" }
        lines.insert("  m0: {unit: RUB, value: sales}", at: 0)
        if !upwards { lines.reverse() }
        let text = said(["a.yaml": "metrics:\n" + lines.joined(separator: "\n")])
        #expect(text.contains("stands on a chain of more than 200 metrics"))
    }
}
