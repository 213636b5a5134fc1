/// How far several raters put the same subjects into the same order: Kendall's coefficient of concordance W, from 0
/// (no agreement) to 1 (one order).
///
/// W = 12·S ÷ (m²(n³ − n) − m·Σ(t³ − t)), where S is the sum of squares of rank sums around their mean, m raters,
/// n subjects, and t the size of each tie (Kendall and Gibbons, "Rank Correlation Methods", chapter 6). Ranks are
/// counted in halves, so both parts are whole numbers and W is their exact quotient.
///
///     let rounds = try Concordance(scores: [[9, 7, 8, 4, 5, 3], [6, 8, 7, 5, 5, 2], [9, 8, 7, 3, 6, 4], [7, 9, 6, 5, 4, 3]])
///     rounds.coefficient          // .8543
///     try rounds.exactTail()      // .000075
public struct Concordance: Hashable, Sendable {
    /// The doubled ranks of each rater who rated everything.
    let doubledRanks: [[Int]]
    /// How many subjects were rated.
    public let subjects: Int
    /// Twice the sum of ranks of each subject, low scores having low ranks.
    public let doubledRankSums: [Int]
    /// Σ(t³ − t) over the ties of all raters.
    public let tieCorrection: Int128
    /// Raters who left out a subject and are therefore not counted, by their place in the scores, from 0.
    public let absent: [Int]
    /// Raters who gave everything the same score: counted, and they say nothing.
    public let undecided: [Int]
    /// The numerator of W as a whole number: 12·S.
    public let numerator: Int128
    /// The denominator of W as a whole number: m²(n³ − n) − m·Σ(t³ − t).
    public let denominator: Int128

    /// How many raters are counted.
    public var raters: Int { doubledRanks.count }

    /// Scores by rater and, within a rater, by subject; a missing score leaves the whole rater out.
    ///
    /// Undefined with fewer than 2 complete raters or 3 subjects, and where all raters are undecided.
    public init(scores: [[Double?]]) throws(Undefined) {
        guard let first = scores.first else { throw .tooFew(count: 0, needed: 2) }
        try Check.atLeast(3, first.count)
        guard scores.count <= 1_000_000, first.count <= 1_000_000 else { throw .outsideRange(.count) }
        var ranks: [[Int]] = []
        var absent: [Int] = []
        var undecided: [Int] = []
        var ties: Int128 = 0
        for (place, row) in scores.enumerated() {
            try Check.sameLength(first.count, row.count)
            let given = row.compactMap(\.self)
            guard given.count == row.count else {
                absent.append(place)
                continue
            }
            let rated = try Ranks(given)
            ranks.append(rated.doubled)
            for size in rated.tieSizes { ties += Self.cubeExcess(size) }
            if rated.tieSizes == [row.count] { undecided.append(place) }
        }
        try Check.atLeast(2, ranks.count)
        let m = Int128(ranks.count)
        let full = m * m * Self.cubeExcess(first.count) - m * ties
        guard full > 0 else { throw .noVariation }
        var sums = [Int](repeating: 0, count: first.count)
        for row in ranks { for (subject, rank) in row.enumerated() { sums[subject] += rank } }
        doubledRanks = ranks
        subjects = first.count
        doubledRankSums = sums
        tieCorrection = ties
        (self.absent, self.undecided) = (absent, undecided)
        numerator = 3 * Int128(Self.spread(of: sums, mean: ranks.count * (first.count + 1)))
        denominator = full
    }

    /// W.
    public var coefficient: Double { Double(numerator) / Double(denominator) }

    /// W as if there were no ties.
    public var uncorrected: Double {
        let m = Int128(raters)
        return Double(numerator) / Double(m * m * Self.cubeExcess(subjects))
    }

    /// χ² = m(n − 1)·W with n − 1 degrees of freedom and its p: good for many subjects, far too large a p for few.
    public func chiSquareTest() throws(Undefined) -> TestResult {
        let df = Double(subjects - 1)
        let statistic = Double(raters) * df * coefficient
        return TestResult(statistic: statistic, df: df, p: try ChiSquare.upperTail(statistic, df: df))
    }

    /// The chance that raters who order at random, each with his own ties, agree at least as much: hits of shuffles,
    /// the data being one of them, (hits + 1)/(draws + 1).
    public func shuffledTail(draws: Int, using generator: inout SplitMix64) throws(Undefined) -> Double {
        try Check.draws(draws)
        var hits = 0
        let mean = raters * (subjects + 1)
        let observed = Self.spread(of: doubledRankSums, mean: mean)
        for _ in 0..<draws {
            var sums = [Int](repeating: 0, count: subjects)
            for ranks in doubledRanks {
                var shuffled = ranks
                generator.shuffle(&shuffled)
                for (subject, rank) in shuffled.enumerated() { sums[subject] += rank }
            }
            if Self.spread(of: sums, mean: mean) >= observed { hits += 1 }
        }
        return Double(hits + 1) / Double(draws + 1)
    }

    /// 4·S: squares of doubled rank sums around their mean, which is always whole.
    private static func spread(of sums: [Int], mean: Int) -> Int128 {
        var total: Int128 = 0
        for sum in sums {
            let difference = Int128(sum - mean)
            total += difference * difference
        }
        return total
    }

    static func cubeExcess(_ count: Int) -> Int128 {
        let t = Int128(count)
        return t * t * t - t
    }
}
