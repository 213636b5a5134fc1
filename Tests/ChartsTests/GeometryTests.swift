import Charts
import HTML
import Testing

/// Where marks stand, worked out by hand.
struct GeometryTests {
    private func boxes(_ scene: Scene) -> [(Box, Fill)] {
        scene.flatMarks.compactMap { if case .rectangle(let box, let fill) = $0 { (box, fill) } else { nil } }
    }

    private func whole(_ values: [Int64?]) -> [Figure?] { values.map { $0.map { Figure(whole: $0) } } }

    @Test("bars begin at zero and are as long as their figures: 50, 100, −25, 0 and none")
    func bars() throws {
        let chart = try BarChart(
            title: "Unit", names: ["a", "b", "c", "d", "e"], series: [.init("Sales", whole([50, 100, -25, 0, nil]))])
        let scene = chart.scene(width: 640, in: .en)
        let boxes = boxes(scene).map(\.0)
        // No bar for the missing one.
        #expect(boxes.count == 4)
        let zero = boxes[0].x
        #expect(boxes[1].x == zero)
        #expect(abs(boxes[1].width - 2 * boxes[0].width) < 1e-9)
        #expect(abs(boxes[2].width - boxes[0].width / 2) < 1e-9)
        #expect(abs(boxes[2].right - zero) < 1e-9)
        // Zero is a stroke of two units on the line of zero.
        #expect(boxes[3].width == 2 && boxes[3].x == zero - 1)
        #expect(
            scene.texts.map(\.text).filter { ["50", "100", "−25", "0", "—\u{A0}no value"].contains($0) }.count >= 5)
    }

    @Test("the third series is the last: a fourth is refused, and sixty names are the most")
    func limits() throws {
        let one = BarChart.Series("a", [nil])
        #expect(throws: Never.self) { try BarChart(title: "", names: ["x"], series: [one, one, one]) }
        let failure = #expect(throws: ChartFailure.self) {
            try BarChart(title: "", names: ["x"], series: [one, one, one, one])
        }
        #expect(
            failure?.description
                == "A chart shows at most 3 series, not 4. Show the largest and add up the rest.")
        #expect(throws: ChartFailure.self) { try BarChart(title: "", names: ["x", "y"], series: [one]) }
        #expect(throws: ChartFailure.self) {
            try BarChart(title: "", names: Array(repeating: "x", count: 61), series: [])
        }
    }

    @Test("a waterfall from 60,000.00 to 57,400.00: each change begins where the last ended")
    func waterfall() throws {
        let chart = try Waterfall(
            title: "Step", amountTitle: "RUB", start: .init("Target", Figure(hundredths: 6_000_000)),
            changes: [
                .init("Attainment", Figure(hundredths: 1_000_000)), .init("Quality", Figure(hundredths: -1_260_000)),
            ], end: .init("Pay", Figure(hundredths: 5_740_000)))
        let scene = chart.scene(width: 640, in: .en)
        let boxes = boxes(scene)
        #expect(boxes.map(\.1) == [.solid(.ink), .solid(.gain), .hatched(.loss), .solid(.ink)])
        let target = boxes[0].0
        let up = boxes[1].0
        let down = boxes[2].0
        let pay = boxes[3].0
        #expect(abs(up.x - target.right) < 1e-9)
        #expect(abs(up.width - target.width / 6) < 1e-9)
        #expect(abs(down.right - up.right) < 1e-9)
        #expect(abs(down.x - pay.right) < 1e-9)
        #expect(abs(pay.width - target.width * 0.574 / 0.6) < 1e-9)
        let labels = scene.texts.map(\.text)
        for label in ["60,000.00", "+10,000.00", "−12,600.00", "57,400.00"] { #expect(labels.contains(label)) }
    }

    @Test("a chain that leads elsewhere is refused with both sums")
    func chain() {
        let failure = #expect(throws: ChartFailure.self) {
            try Waterfall(
                title: "", amountTitle: "", start: .init("a", Figure(hundredths: 100)),
                changes: [.init("b", Figure(hundredths: 1))], end: .init("c", Figure(hundredths: 102)))
        }
        #expect(failure?.description == "The steps lead to 1.01, not to 1.02. Give all steps.")
    }

    @Test("a line is broken where a value is missing, and a value alone is a point")
    func trend() throws {
        let chart = try Trend(
            title: "Month",
            periods: whole([10, 20, nil, 30, nil, 5, 6]).enumerated().map { Trend.Period("\($0)", value: $1) })
        let scene = chart.scene(width: 640, in: .en)
        let lines = scene.flatMarks.compactMap { mark -> [[Point]]? in
            if case .path(let lines, _) = mark { lines } else { nil }
        }
        #expect(lines.first?.map(\.count) == [2, 2])
        let dots = scene.flatMarks.count { if case .dot = $0 { true } else { false } }
        #expect(dots == 5)
        // Larger stands higher: 20 above 10, both steps of ten the same.
        let first = try #require(lines.first?.first)
        #expect(first[0].y > first[1].y)
    }

    @Test("one or two values are seen from zero, a line of three near each other is not flattened")
    func zeroOfTrend() throws {
        func labels(_ values: [Int64]) throws -> [String] {
            let periods = values.map { Trend.Period("\($0)!", value: Figure(whole: $0)) }
            return try Trend(title: "", periods: periods).scene(width: 640, in: .en).texts.map(\.text)
        }
        #expect(try labels([90, 95]).contains("0"))
        #expect(try !labels([90, 95, 92]).contains("0"))
        #expect(try labels([90, 10, 92]).contains("0"))
    }

    @Test("a bullet: its bar is a third of the band, its target a stroke, its thresholds part the bands")
    func bullet() throws {
        let chart = try Bullet(
            name: "Sales", value: Figure(whole: 80), target: Figure(whole: 90), thresholds: [Figure(whole: 50)],
            state: "below target")
        let scene = chart.scene(width: 640, in: .en)
        let boxes = boxes(scene)
        #expect(boxes.map(\.1) == [.solid(.range1), .solid(.range2), .solid(.series1)])
        // The scale runs from 0 to 100 over 636 units.
        #expect(boxes[0].0.x == 2 && abs(boxes[0].0.right - (2 + 318 - 1)) < 1e-9)
        #expect(abs(boxes[2].0.width - 0.8 * 636) < 1e-9)
        #expect(abs(boxes[2].0.height * 3 - boxes[0].0.height) < 1e-9)
        let strokes = scene.flatMarks.compactMap { mark -> Double? in
            if case .line(let from, _, let stroke) = mark, stroke.colour == .ink { from.x } else { nil }
        }
        #expect(abs((strokes.first ?? 0) - (2 + 0.9 * 636)) < 1e-9)
    }

    @Test("nothing to draw is said, not left white")
    func nothing() throws {
        let bars = try BarChart(title: "", names: [], series: [])
        let trend = try Trend(title: "", periods: [.init("Jan", value: nil)])
        for chart: any Chart in [bars, trend] {
            #expect(chart.scene(width: 640, in: .ru).texts.map(\.text) == ["нет значения"])
        }
        let figure = ChartFigure(name: "n", finding: "f", description: "d", caption: "c", chart: bars, in: .ru)
        #expect(!figure.html.contains("<table"))
    }
}
