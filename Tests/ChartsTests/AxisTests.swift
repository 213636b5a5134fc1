import HTML
import Testing

@testable import Charts

/// Scales of round figures with exact labels.
struct AxisTests {
    @Test(
        "steps are 1, 2 or 5 times a power of ten",
        arguments: [
            ([0, 97], 5, [0, 20, 40, 60, 80, 100]), ([0, 100], 5, [0, 20, 40, 60, 80, 100]),
            ([0, 101], 5, [0, 50, 100, 150]),
            ([-30, 70], 5, [-40, -20, 0, 20, 40, 60, 80]), ([0, 1], 5, [0, 1]), ([0, 0], 5, [0, 1]),
            ([7], 5, [0, 2, 4, 6, 8]),
            ([-7], 5, [-8, -6, -4, -2, 0]), ([0, 1_000_000], 2, [0, 500_000, 1_000_000]),
        ] as [([Int], Int, [Int])])
    func steps(values: [Int], intervals: Int, ticks: [Int]) {
        let axis = Axis(covering: values.map { Int128($0) }, places: 0, fromZero: true, intervals: intervals)
        #expect(axis.ticks == ticks.map { Int128($0) })
    }

    @Test("a scale of a line may begin above zero")
    func aboveZero() {
        let axis = Axis(covering: [9_020, 9_480], places: 1, fromZero: false, intervals: 4)
        #expect(axis.ticks == [9_000, 9_200, 9_400, 9_600])
        #expect(axis.labels(in: .en, suffix: "%") == ["900\u{A0}%", "920\u{A0}%", "940\u{A0}%", "960\u{A0}%"])
    }

    @Test(
        "labels are exact and short",
        arguments: [
            (
                [0, 240_000_000], 2, ["0", "0,5 млн", "1,0 млн", "1,5 млн", "2,0 млн", "2,5 млн"],
                ["0", "0.5 M", "1.0 M", "1.5 M", "2.0 M", "2.5 M"]
            ),
            (
                [0, 8_000_000], 2, ["0", "20 тыс.", "40 тыс.", "60 тыс.", "80 тыс."],
                ["0", "20 k", "40 k", "60 k", "80 k"]
            ),
            (
                [0, 500_000], 2, ["0", "1 000", "2 000", "3 000", "4 000", "5 000"],
                ["0", "1,000", "2,000", "3,000", "4,000", "5,000"]
            ),
            ([0, 50], 2, ["0,0", "0,1", "0,2", "0,3", "0,4", "0,5"], ["0.0", "0.1", "0.2", "0.3", "0.4", "0.5"]),
            (
                [-2_000, 2_000], 0, ["−2 000", "−1 000", "0", "1 000", "2 000"],
                ["−2,000", "−1,000", "0", "1,000", "2,000"]
            ),
            ([0, 3_000_000_000], 0, ["0", "1 млрд", "2 млрд", "3 млрд"], ["0", "1 bn", "2 bn", "3 bn"]),
        ] as [([Int], Int, [String], [String])])
    func labels(values: [Int], places: Int, ru: [String], en: [String]) {
        let axis = Axis(covering: values.map { Int128($0) }, places: places, fromZero: true, intervals: 5)
        func spaced(_ labels: [String]) -> [String] { labels.map { String($0.map { $0 == " " ? "\u{A0}" : $0 }) } }
        #expect(axis.labels(in: .ru, suffix: nil) == spaced(ru))
        #expect(axis.labels(in: .en, suffix: nil) == spaced(en))
    }

    @Test("every mark of 20,000 scales is a multiple of its step, the ends hold all values, and there are few marks")
    func property() {
        var chance = Chance(seed: 9)
        for _ in 0..<20_000 {
            let values = (0..<(1 + chance.below(5))).map { _ in chance.figure().units }
            let intervals = 1 + chance.below(6)
            let axis = Axis(covering: values, places: 2, fromZero: chance.below(2) == 0, intervals: intervals)
            #expect(axis.ticks.allSatisfy { $0 % axis.step == 0 })
            #expect(axis.ticks.count >= 2 && axis.ticks.count <= intervals + 2)
            #expect(values.allSatisfy { $0 >= axis.low && $0 <= axis.high })
        }
    }

    @Test("the largest figures are drawn or refused, never a trap")
    func extremes() throws {
        let largest = try #require(Figure(units: 99_999_999_999_999_999_999, places: 0))
        let smallest = try #require(Figure(units: -99_999_999_999_999_999_999, places: 10))
        let finest = try #require(Figure(units: 1, places: 18))
        let chart = try BarChart(title: "", names: ["a", "b"], series: [.init("s", [largest, smallest])])
        #expect(chart.scene(width: 312, in: .ru).height > 0)
        #expect(throws: ChartFailure.self) {
            try BarChart(title: "", names: ["a", "b"], series: [.init("s", [largest, finest])])
        }
    }
}
