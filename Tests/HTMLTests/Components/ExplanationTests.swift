import HTML
import Testing

/// Explanations that unfold.
struct ExplanationTests {
    private var steps: [Explanation] {
        let sale = Explanation(
            name: "sale 2", label: "Sale 2", amount: .figure(Figure(hundredths: 100)),
            links: [NavigationItem("Source row", .query([("row", "2")]))])
        let sales = Explanation(
            name: "sales", label: "Sales", amount: .figure(Figure(hundredths: 100)), formula: "1.00", parts: [sale])
        return [
            Explanation(
                name: "commission", label: "Commission", amount: .figure(Figure(hundredths: 1)), parts: [sales]),
            Explanation(name: "bonus", label: "Bonus", amount: .figure(Figure(hundredths: 2))),
            Explanation(name: "quality", label: "Quality", amount: .absent(reason: "No target", address: .root)),
        ]
    }

    private func open(_ unfolding: Unfolding) -> [String] {
        let html = ExplanationTree(steps, unfolding: unfolding, in: .en).html
        return html.matches(of: /<li id="node-([^"]*)" class="tree-step"><details open>/).map { String($0.output.1) }
    }

    @Test("folded, to a step with all above it, or whole")
    func unfolding() {
        #expect(open(.closed) == [])
        #expect(open(.to("sale 2")) == ["commission", "sales", "sale_202"])
        #expect(open(.to("sales")) == ["commission", "sales"])
        #expect(open(.to("no such step")) == [])
        #expect(open(.all) == ["commission", "sales", "sale_202", "quality"])
    }

    @Test("a summary holds a label and an amount only; links come first in what unfolds")
    func summaries() {
        let html = ExplanationTree(steps, in: .en).html
        let summaries = html.matches(of: /<summary class="tree-line">(.*?)<\/summary>/).map { String($0.output.1) }
        #expect(summaries.count == 4)
        #expect(summaries.allSatisfy { !$0.contains("<a ") })
        #expect(
            html.contains("<div class=\"tree-body\"><ul class=\"tree-links\"><li><a href=\"?row=2\">Source row</a>"))
        #expect(html.contains("<ul class=\"tree-links\"><li><a href=\"/\">No target</a></li></ul>"))
    }

    @Test("a step with nothing to say does not unfold")
    func leaf() {
        let html = ExplanationTree(steps, in: .en).html
        #expect(html.contains("<li id=\"node-bonus\" class=\"tree-step\"><div class=\"tree-line\">"))
    }
}
