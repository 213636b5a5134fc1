import Formulas
import Messages
import Testing

/// Every formula is short, but what it stands on may be more than anybody can calculate: that is said by `check`.
@Suite("How much may stand behind a formula")
struct MetricChainFaultTests {
    /// The metrics `a1` to `aN`, each made of the one before.
    private static func chain(_ count: Int, _ unit: String = "RUB", _ formula: (String) -> String) -> String {
        let metrics = (1...count).map {
            "  a\($0): {unit: \(unit), value: '\(formula($0 == 1 ? "sales" : "a\($0 - 1)"))'}"
        }
        return "metrics:\n" + metrics.joined(separator: "\n")
    }

    @Test("sixty metrics that each add the one before to itself")
    func doubling() {
        // a1 has 5 parts (two names with what they name, and an operator), each next one twice as many and 3: a13 has
        // 40 957, a14 more than 50 000.
        let text = said(["a.yaml": Self.chain(60) { "\($0) + \($0)" }])
        #expect(
            text.hasPrefix(
                """
                a.yaml:15:3: error: with all the metrics it stands on, 'a14' has more than 50,000 parts to calculate: \
                a14 → a13 → a12 → a11 → … → sales
                   15 |   a14: {unit: RUB, value: 'a13 + a13'}
                      |   ^~~
                   help: name each metric of the chain once, or shorten the chain
                """), "\(text)")
        #expect(
            said(["a.yaml": Self.chain(60) { "\($0) + \($0)" }], .ru).hasPrefix(
                """
                a.yaml:15:3: ошибка: вместе со всеми показателями, на которых стоит «a14», частей для вычисления больше 50\u{A0}000: \
                a14 → a13 → a12 → a11 → … → sales
                """))
        #expect(said(["a.yaml": Self.chain(13) { "\($0) + \($0)" }]) == "")
    }

    @Test(
        "the same through windows, groups, conditions and functions",
        arguments: [
            "growth(#)", "ytd(#) + previous(#)", "unit(#) + company(#)", "if # > 0 RUB then # else 0 RUB", "max(#, #)",
            "otherwise(#, #)", "# - #", "clamp(#, #, #)",
        ])
    func ways(formula: String) {
        let text = said(["a.yaml": Self.chain(60) { formula.replacing("#", with: $0) }])
        #expect(text.contains("has more than 50,000 parts to calculate"), "\(text)")
    }

    @Test("a deviation counts its periods, also inside another one")
    func variation() {
        // 120 × 120 × 120 figures.
        let nested = "variation(variation(variation(sales, 120), 120), 120)"
        #expect(
            said(["a.yaml": "metrics:\n  v: {unit: number, value: '\(nested)'}"]).contains("has more than 50,000 parts")
        )
        let chained = Self.chain(3, "number") { "variation(\($0), 120)" }
        #expect(said(["a.yaml": chained]).contains("has more than 50,000 parts"))
    }

    @Test(
        "formulas of plans, reports and the KPI library are counted with what they stand on",
        arguments: [
            "plans: {p: {for: {position: seller}, period: month, components: {pay: {commission: '#', rate: 1%}}}}",
            "plans: {p: {for: {position: seller}, period: month, components: {pay: {bonus: '#'}}}}",
            "plans: {p: {for: {position: seller}, period: month, components: {pay: {bonus: 1 RUB, when: '# > 0 RUB'}}}}",
            "plans: {p: {for: {position: seller}, period: month, components: {pay: {pool: '#', weights: sales, nobody: cancel}}}}",
            "plans: {p: {for: {position: seller}, period: month, target: '#', components: {pay: {scorecard: [{kpi: sales, weight: 100%, target: 1 RUB}]}}}}",
            """
            plans: {p: {for: {position: seller}, period: month, components: {pay: {bonus: 1 RUB}}}}
            reports: {r: {plan: p, columns: {c: '#'}}}
            """,
        ])
    func elsewhere(yaml: String) {
        // Nothing by itself, and five times 40 957 parts with what it names.
        let sum = (1...5).map { _ in "a13" }.joined(separator: " + ")
        let text = said(["a.yaml": Self.chain(13) { "\($0) + \($0)" }, "p.yaml": yaml.replacing("#", with: sum)])
        #expect(text.contains("with all the metrics it stands on, the formula has more than 50,000 parts"), "\(text)")
        #expect(
            !said(["a.yaml": Self.chain(13) { "\($0) + \($0)" }, "p.yaml": yaml.replacing("#", with: "a13")]).contains(
                "parts"))
    }

    @Test("what stands too high is refused, a long sum on a long sum is not")
    func height() {
        let minus = String(repeating: "-(", count: 40)
        let close = String(repeating: ")", count: 40)
        // 42 levels each: fourteen of them are 588, fifteen 630.
        #expect(said(["a.yaml": Self.chain(14) { minus + $0 + close }]) == "")
        let text = said(["a.yaml": Self.chain(15) { minus + $0 + close }])
        #expect(
            text.contains("'a15' is nested more than 600 levels deep: a15 → a14 → a13 → a12 → … → sales"), "\(text)")
        #expect(said(["a.yaml": Self.chain(20) { $0 + String(repeating: " + 1 RUB", count: 900) }]) == "")
    }
}
