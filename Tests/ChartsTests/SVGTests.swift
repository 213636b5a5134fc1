import Charts
import HTML
import Testing

/// Scenes as SVG.
struct SVGTests {
    private func figure(_ name: String, hostile: String) throws -> ChartFigure {
        let chart = try BarChart(
            title: hostile, names: [hostile, "b"], series: [.init(hostile, [Figure(whole: 3), nil])])
        return ChartFigure(
            name: name, finding: hostile, description: hostile, caption: hostile, chart: chart, in: .en)
    }

    @Test("a picture with a name and a description, whose texts are not read one by one")
    func accessible() throws {
        let html = try figure("units", hostile: "Units").html
        #expect(
            html.contains(
                "<svg role=\"img\" aria-labelledby=\"name-units about-units\" class=\"chart-wide\" viewBox=\"0 0 640 "))
        #expect(html.contains("<title id=\"name-units\">Units</title><desc id=\"about-units\">Units</desc>"))
        #expect(html.contains("<g aria-hidden=\"true\">"))
        #expect(html.contains("<details class=\"chart-table\"><summary>Table of this chart</summary>"))
        #expect(
            html.contains(
                "<tr><th scope=\"row\"><bdi>Units</bdi></th><td class=\"figure-cell\"><span class=\"figure\">3</span>"))
        #expect(html.contains("<span aria-hidden=\"true\">—</span><span class=\"unseen\">no value</span>"))
    }

    @Test(
        "names that would break out stay text",
        arguments: ["</text></svg><script>alert(1)</script>", "\"><image href=x onerror=alert(1)>", "\u{0}&amp;<"])
    func hostile(name: String) throws {
        let html = try figure(name, hostile: name).html
        #expect(!html.contains("<script") && !html.contains("<image") && !html.contains("\u{0}"))
        let opened = Set(html.matches(of: /<([a-z]+)[ >]/).map { String($0.output.1) })
        #expect(
            opened.subtracting([
                "figure", "figcaption", "svg", "title", "desc", "g", "rect", "line", "text", "details", "summary",
                "div",
                "table", "caption", "thead", "tbody", "tr", "th", "td", "bdi", "span",
            ]).isEmpty)
    }

    @Test("places are written with at most two decimals, and never as something that is no number")
    func numbers() throws {
        let marks: [Mark] = [
            .rectangle(Box(x: 1.005, y: -0.004, width: 1 / 3, height: 2.5), .solid(.ink)),
            .line(Point(x: .nan, y: .infinity), Point(x: -12.5, y: 1e300), Stroke(.edge)),
        ]
        let scene = Scene(width: 100, height: 50, marks: marks)
        let svg = SVGDrawing(scene, name: "n", title: "t", description: "d", look: .chartWide).html
        #expect(svg.contains("<rect x=\"1\" y=\"0\" width=\"0.33\" height=\"2.5\" class=\"fill-ink\"></rect>"))
        #expect(svg.contains("<line x1=\"0\" y1=\"0\" x2=\"-12.5\" y2=\"1000000\""))
    }

    @Test("two charts of a page do not share their pattern")
    func patterns() throws {
        func drawing(_ name: String) throws -> String {
            let chart = try Waterfall(
                title: "", amountTitle: "", start: .init("a", Figure(whole: 3)),
                changes: [.init("b", Figure(whole: -1))], end: .init("c", Figure(whole: 2)))
            return ChartFigure(name: name, finding: "", description: "", caption: "", chart: chart, in: .en).html
        }
        #expect(try drawing("one").contains("fill=\"url(#hatch-one_2Floss)\""))
        #expect(try drawing("two").contains("<pattern id=\"hatch-two_2Fnarrow_2Floss\""))
    }
}
