import Testing

@testable import Statistics

/// Values from the ends of what a Double holds, equal values, and lengths from none on.
@Suite("At the edge of the range")
struct EdgeOfRangeTests {
    private static let wild: [Double] = [
        0, -0.0, 1, -1, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 1e-308, 1e308, -1e308, 1e154, -1e155, 1e-160,
        3, 3, 7, 1e9, 1e9 + 1, .nan,
        .infinity,
    ]

    /// Whether a value holds NaN anywhere.
    private static func holdsNaN(_ value: Any) -> Bool {
        if let number = value as? Double { return number.isNaN }
        return Mirror(reflecting: value).children.contains { holdsNaN($0.value) }
    }

    /// Every statistic of two series.
    private static let statistics: [(name: String, of: @Sendable ([Double], [Double]) throws(Undefined) -> Any)] = [
        ("ranks", { x, _ throws(Undefined) in try Ranks(x) }),
        ("moments", { x, _ throws(Undefined) in try Moments(x) }),
        ("median", { x, _ throws(Undefined) in try Quantile.median(x) }),
        ("first quantile", { x, _ throws(Undefined) in try Quantile.of(x, 0) }),
        ("robust scores", { x, _ throws(Undefined) in try RobustScores(x) }),
        ("range", { x, _ throws(Undefined) in try Spread.range(x) }),
        ("variation", { x, _ throws(Undefined) in try Spread.variation(x) }),
        ("concentration", { x, _ throws(Undefined) in try Concentration(amounts: x).shares }),
        ("effective size", { x, _ throws(Undefined) in try Concentration(amounts: x).effectiveSize }),
        ("Gini", { x, _ throws(Undefined) in try Gini(amounts: x) }),
        ("Pearson", { x, y throws(Undefined) in try Correlation.pearson(x, y) }),
        ("Spearman", { x, y throws(Undefined) in try Spearman(x, y) }),
        ("Mann–Whitney", { x, y throws(Undefined) in try MannWhitney(x, y) }),
        ("Welch", { x, y throws(Undefined) in try Welch(x, y) }),
        ("Student", { x, _ throws(Undefined) in try Means.student(x) }),
        ("splits", { x, y throws(Undefined) in try MeanDifference(x, y).exact(limit: 1000) }),
        (
            "difference in differences",
            { x, y throws(Undefined) in try DifferenceInDifferences(treated: x, control: y) }
        ),
        ("least squares", { x, y throws(Undefined) in try LeastSquares(x, on: [y]) }),
        ("quadratic", { x, y throws(Undefined) in try QuadraticTerm(x, on: y) }),
        ("concordance", { x, y throws(Undefined) in try Concordance(scores: [x, y]).chiSquareTest() }),
        ("α", { x, y throws(Undefined) in try Alpha(Matrix(rows: zip(x, y).map { [$0, $1] })) }),
        (
            "ω",
            { x, y throws(Undefined) in try Omega(Matrix(rows: zip(x, y).map { [$0, $1, $0 + $1, $0 - 2 * $1] })).value
            }
        ),
        (
            "intraclass",
            { x, y throws(Undefined) in try IntraclassCorrelation(Matrix(rows: zip(x, y).map { [$0, $1] })) }
        ),
        ("correlations", { x, y throws(Undefined) in try Matrix(rows: zip(x, y).map { [$0, $1] }).correlation() }),
        ("decomposition", { x, y throws(Undefined) in try Decomposition(before: x, after: y) }),
        ("BH", { x, _ throws(Undefined) in try BenjaminiHochberg(x) }),
        (
            "change point",
            { x, _ throws(Undefined) in
                var generator = SplitMix64(seed: 1)
                return try ChangePoint(x, draws: 9, using: &generator)
            }
        ),
    ]

    @Test(arguments: statistics.indices) func `there is a value or a reason, never NaN`(index: Int) {
        var generator = SplitMix64(seed: UInt64(index))
        var valued = 0
        for round in 0..<400 {
            // Mostly tame values of one size, and now and then a wild one: else every list would be refused.
            let length = generator.below(9)
            let scale = Self.wild[generator.below(17)]
            let draw = { () -> Double in
                if round % 2 == 0, generator.below(12) == 0 { return Self.wild[generator.below(Self.wild.count)] }
                return scale * Double(generator.below(4)) / 4
            }
            let (x, y) = ((0..<length).map { _ in draw() }, (0..<length).map { _ in draw() })
            guard let value = try? Self.statistics[index].of(x, y) else { continue }
            valued += 1
            #expect(!Self.holdsNaN(value), "\(Self.statistics[index].name) of \(x) and \(y) is \(value)")
        }
        #expect(valued > 0, "\(Self.statistics[index].name)")
    }

    @Test func `a hundred thousand people are no trouble`() throws {
        var generator = SplitMix64(seed: 100_000)
        let x = (0..<100_000).map { _ in generator.uniform() }
        let y = x.map { $0 + generator.uniform() }
        let fit = try LeastSquares(y, on: [x])
        #expect(abs(fit.coefficients[1].value - 1) < 0.02)
        #expect(fit.coefficients[1].test.p == 0)
        #expect(try Spearman(x, y).estimate.value > 0.6)
        let ranks = try MannWhitney(x, y)
        #expect(ranks.shift == nil)
        #expect(ranks.test.p == 0)
    }

    @Test func `every reason says what would help`() {
        let reasons: [Undefined] = [
            .tooFew(count: 1, needed: 2), .constant(column: 0), .singular(columns: [0, 2]), .notPositiveDefinite,
            .heywood(item: 1), .noVariation, .noTotal, .tooManyCombinations(limit: 9), .notFinite(position: 0),
            .unequalLengths(1, 2), .outsideRange(.count), .fullLeverage(row: 3), .nothingToTest,
            .noConvergence(steps: 5),
        ]
        #expect(reasons.map(\.description).contains("1 given, needs at least 2"))
        #expect(reasons.map(\.description).contains("columns 1, 3 follow from the others: leave them out"))
        #expect(
            reasons.map(\.description).contains("row 4 alone decides its own value: leave it out or use fewer columns"))
        #expect(Set(reasons.map(\.description)).count == reasons.count)
    }
}
