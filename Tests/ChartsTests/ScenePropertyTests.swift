import Charts
import HTML
import Testing

/// What holds for every drawing, whatever the figures and names: 120 of each kind, at the width of a telephone, of a
/// page, and between.
struct ScenePropertyTests {
    private static let widths = [240.0, 312, 479, 480, 640, 1_000]

    private func check(_ chart: any Chart, _ note: String) {
        for width in Self.widths {
            for language in Language.allCases {
                let scene = chart.scene(width: width, in: language)
                let frame = Box(x: 0, y: 0, width: scene.width, height: scene.height)
                #expect(scene.width == width && scene.height > 0 && scene.height < 10_000)
                for mark in scene.flatMarks {
                    guard let bounds = mark.bounds else { continue }
                    #expect(frame.holds(bounds), "\(note), \(width): \(mark)")
                }
                let texts = scene.texts
                for first in texts.indices {
                    for second in texts.indices where second > first {
                        #expect(
                            !texts[first].bounds.overlaps(texts[second].bounds),
                            "\(note), \(width): ‘\(texts[first].text)’, ‘\(texts[second].text)’")
                    }
                }
            }
        }
    }

    @Test("bars of one to three series", arguments: 0..<120)
    func bars(seed: Int) throws {
        var chance = Chance(seed: UInt64(seed))
        let names = (0..<chance.below(7)).map { _ in chance.name() }
        let series = (0..<chance.below(4)).map { _ in
            BarChart.Series(chance.name(), names.map { _ in chance.value() })
        }
        let suffix = chance.below(2) == 0 ? nil : "%"
        check(try BarChart(title: "Unit", names: names, series: series, suffix: suffix), "bars \(seed)")
    }

    @Test("bullets", arguments: 0..<120)
    func bullets(seed: Int) throws {
        var chance = Chance(seed: UInt64(seed) + 1_000)
        let thresholds = (0..<chance.below(5)).map { _ in chance.figure() }
        let bullet = try Bullet(
            name: chance.name(), value: chance.value(), target: chance.value(), thresholds: thresholds,
            state: chance.name(), suffix: chance.below(2) == 0 ? nil : "%")
        check(bullet, "bullet \(seed)")
    }

    @Test("trends with gaps", arguments: 0..<120)
    func trends(seed: Int) throws {
        var chance = Chance(seed: UInt64(seed) + 2_000)
        let periods = (0..<chance.below(40)).map { _ in
            Trend.Period(chance.name(), value: chance.value(), target: chance.value())
        }
        check(try Trend(title: "Month", periods: periods), "trend \(seed)")
    }

    @Test("waterfalls, whose last row is where the changes lead", arguments: 0..<120)
    func waterfalls(seed: Int) throws {
        var chance = Chance(seed: UInt64(seed) + 3_000)
        let start = chance.figure()
        let amounts = (0..<chance.below(9)).map { _ in chance.figure() }
        let changes = amounts.map { Waterfall.Step(chance.name(), $0) }
        let places = 4
        func units(_ figure: Figure) -> Int128 { figure.units * PowersOfTen.power(places - figure.places) }
        let sum = amounts.reduce(units(start)) { $0 + units($1) }
        let end = try #require(Figure(units: sum, places: places))
        check(
            try Waterfall(
                title: "Step", amountTitle: "RUB", start: .init(chance.name(), start), changes: changes,
                end: .init(chance.name(), end)), "waterfall \(seed)")
        let wrong = try #require(Figure(units: sum + 1, places: places))
        #expect(throws: ChartFailure.self) {
            try Waterfall(
                title: "Step", amountTitle: "RUB", start: .init("", start), changes: changes, end: .init("", wrong))
        }
    }
}
