@testable import Statistics

/// The answers of the example company's two surveys, drawn by a seeded recipe.
struct MotivationSurvey {
    /// One person's answers, 0 to 10.
    struct Sheet {
        var importance: [Double] = []
        /// Nil for "cannot say".
        var satisfaction: [Double?] = []
        var demotivators: [Double] = []

        /// P − N: what is important and there, less what puts off.
        var index: Double {
            var (weighted, weights) = (0.0, 0.0)
            for (importance, satisfaction) in zip(importance, satisfaction) {
                guard let satisfaction else { continue }
                weighted += importance * satisfaction
                weights += 10 * importance
            }
            return weighted / weights - demotivators.reduce(0, +) / Double(demotivators.count) / 10
        }
    }

    let sheets: [Sheet]

    var indices: [Double] { sheets.map(\.index) }

    /// The five factors of money that a person rated in full, one row a person.
    func complete(_ factors: Range<Int>) -> [[Double]] {
        sheets.map { $0.satisfaction[factors].compactMap(\.self) }.filter { $0.count == factors.count }
    }

    static let march = MotivationSurvey(seed: 202_603, groups: [(8, 0), (4, 1), (7, 0), (17, -1)], later: false)
    static let september = MotivationSurvey(seed: 202_609, groups: [(7, 0), (6, 1), (8, 0), (18, -1)], later: true)

    private init(seed: UInt64, groups: [(people: Int, shift: Int)], later: Bool) {
        var generator = SplitMix64(seed: seed)
        var sheets: [Sheet] = []
        for group in groups {
            for _ in 0..<group.people {
                var sheet = Sheet()
                let mood = generator.below(5) - 2
                for factor in Self.names.indices {
                    sheet.importance.append(Self.clip(Self.importance[factor] + generator.below(5) - 2))
                    let change = later ? Self.change[Self.names[factor], default: 0] : 0
                    let base = Self.satisfaction[factor] + group.shift + mood + change
                    let answer = Self.clip(base + generator.below(5) - 2)
                    sheet.satisfaction.append(generator.below(25) == 0 ? nil : answer)
                }
                for (place, base) in Self.demotivators.enumerated() {
                    let change = later ? Self.change["a\(place + 1)", default: 0] : 0
                    sheet.demotivators.append(Self.clip(base - mood + change + generator.below(5) - 2))
                }
                sheets.append(sheet)
            }
        }
        self.sheets = sheets
    }

    private static func clip(_ value: Int) -> Double { Double(min(max(value, 0), 10)) }

    static let names: [String] = [("m", 5), ("s", 4), ("r", 4), ("g", 4), ("c", 5), ("l", 4), ("k", 4)].flatMap {
        area, count in (1...count).map { "\(area)\($0)" }
    }
    private static let importance = [
        9, 9, 8, 9, 8, 6, 8, 7, 6, 8, 6, 8, 6, 7, 7, 6, 7, 8, 8, 8, 7, 8, 8, 8, 7, 6, 7, 8, 6, 6,
    ]
    private static let satisfaction = [
        7, 6, 7, 8, 7, 6, 7, 6, 6, 4, 5, 5, 5, 6, 5, 7, 6, 6, 6, 5, 7, 7, 7, 7, 5, 6, 7, 4, 5, 7,
    ]
    private static let demotivators = [1, 1, 2, 5, 1, 3, 6, 3, 3, 5, 6, 3, 5, 2]
    private static let change = [
        "r1": 3, "r2": 1, "r3": 1, "m2": 1, "k2": 1, "c1": -1, "a11": -3, "a4": -1, "a9": 1,
    ]
}
