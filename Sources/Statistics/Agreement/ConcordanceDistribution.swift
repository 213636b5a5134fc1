/// How often each degree of agreement comes out when raters order at random, exactly.
///
/// The first rater's order is fixed; the others are laid over it one after another in every arrangement of their own
/// ranks, ties included. What matters of the sums so far is only which there are, not whose they are: so sums are kept
/// sorted, and equal ones are counted together (a convolution over sorted rank sums).
public struct ConcordanceDistribution: Sendable {
    /// How many of `total` arrangements have the sum of squares that is the index: 4·S.
    private let counts: [UInt64]
    private let total: UInt64
    private let denominator: Int128

    /// How many arrangements are looked at before the answer is `tooManyCombinations`: two seconds of an optimised
    /// build; seven subjects and five raters without ties stay below it.
    public static let usualLimit = 400_000_000

    /// The distribution for raters who have no ties.
    public init(raters: Int, subjects: Int, limit: Int = usualLimit) throws(Undefined) {
        try Check.atLeast(2, raters)
        try Check.atLeast(3, subjects)
        guard subjects <= 7, raters <= 9 else { throw .tooManyCombinations(limit: limit) }
        let m = Int128(raters)
        try self.init(
            doubledRanks: Array(repeating: (1...subjects).map { 2 * $0 }, count: raters),
            denominator: m * m * Concordance.cubeExcess(subjects), limit: limit)
    }

    /// The distribution for raters with these doubled ranks each, of whom not all are undecided.
    init(doubledRanks: [[Int]], denominator: Int128, limit: Int) throws(Undefined) {
        guard let subjects = doubledRanks.first?.count, subjects <= 7, doubledRanks.count <= 9 else {
            throw .tooManyCombinations(limit: limit)
        }
        // The most arrangements first: the fixed one costs nothing, and the last is multiplied by most sums.
        let arrangements = doubledRanks.map { Self.arrangements(of: $0.sorted()) }.sorted { $0.count > $1.count }
        let mean = Int32(doubledRanks.count * (subjects + 1))
        var states = RankSumCounts(capacity: 1)
        if let fixed = arrangements.first?.first { states.add(1, at: Self.sorted(fixed)) }
        var counts: [UInt64] = []
        var work = 0
        var total: UInt64 = 1
        for (step, list) in arrangements.dropFirst().enumerated() {
            work += states.count * list.count
            let (product, overflow) = total.multipliedReportingOverflow(by: UInt64(list.count))
            guard work <= limit, !overflow else { throw .tooManyCombinations(limit: limit) }
            total = product
            if step == arrangements.count - 2 {
                counts = Self.squares(of: states, with: list, subjects: subjects, mean: mean)
            } else {
                states = Self.sums(of: states, with: list)
            }
        }
        (self.counts, self.total, self.denominator) = (counts, total, denominator)
    }

    /// The chance of at least this sum of squares 4·S.
    func tail(from square: Int128) -> Double {
        guard square > 0 else { return 1 }
        guard square < Int128(counts.count) else { return 0 }
        return Double(counts[Int(square)...].reduce(0, +)) / Double(total)
    }

    /// The smallest W that comes out with a chance of at most `p`, or nil where even full agreement is likelier.
    ///
    ///     try ConcordanceDistribution(raters: 4, subjects: 3).bound(0.05)   // .8125
    public func bound(_ p: Double) -> Double? {
        var hits: UInt64 = 0
        var best: Int?
        for square in counts.indices.reversed() where counts[square] > 0 {
            hits += counts[square]
            if Double(hits) / Double(total) > p { break }
            best = square
        }
        return best.map { 3 * Double($0) / Double(denominator) }
    }

    /// Every different order of ranks, packed a byte each.
    private static func arrangements(of sorted: [Int]) -> [UInt64] {
        var list: [UInt64] = []
        var used = [Bool](repeating: false, count: sorted.count)
        func place(_ position: Int, _ packed: UInt64) {
            if position == sorted.count { return list.append(packed) }
            for index in sorted.indices where !used[index] {
                // Of equal ranks the left one goes first, so each order is met once.
                if index > 0, sorted[index] == sorted[index - 1], !used[index - 1] { continue }
                used[index] = true
                place(position + 1, packed | UInt64(sorted[index]) << UInt64(8 * position))
                used[index] = false
            }
        }
        place(0, 0)
        return list
    }

    /// The bytes in rising order from the highest byte down; places that hold no subject stay 0 and gather in front.
    private static func sorted(_ packed: UInt64) -> UInt64 {
        var result: UInt64 = 0
        var rest = packed
        // Insertion into a word: bytes above the place are kept, those below move down.
        while rest != 0 {
            let byte = rest & 0xFF
            rest >>= 8
            var shift: UInt64 = 0
            while shift < 64, (result >> shift) & 0xFF > byte { shift += 8 }
            let low = shift == 0 ? 0 : result & (~0 >> (64 - shift))
            let high = shift == 64 ? 0 : (result >> shift) << shift
            result = (high << 8) | byte << shift | low
        }
        return result
    }

    /// What sums there are after one more rater, and how often.
    private static func sums(of states: RankSumCounts, with arrangements: [UInt64]) -> RankSumCounts {
        var next = RankSumCounts(capacity: states.count * 4)
        states.forEach { sums, count in
            for arrangement in arrangements { next.add(count, at: sorted(sums &+ arrangement)) }
        }
        return next
    }

    /// How often each sum of squares 4·S comes out with the last rater: its sums need no order and no table.
    private static func squares(
        of states: RankSumCounts, with arrangements: [UInt64], subjects: Int, mean: Int32
    ) -> [UInt64] {
        var means = SIMD8<Int32>(repeating: 0)
        for place in 0..<subjects { means[place] = mean }
        // No sum lies further from the mean than the mean itself from zero.
        var counts = [UInt64](repeating: 0, count: subjects * Int(mean) * Int(mean) + 1)
        states.forEach { sums, count in
            for arrangement in arrangements {
                let packed = sums &+ arrangement
                let low = SIMD8<UInt8>(truncatingIfNeeded: SIMD8<UInt64>(repeating: packed) &>> shifts)
                let difference = SIMD8<Int32>(truncatingIfNeeded: low) &- means
                counts[Int((difference &* difference).wrappedSum())] += count
            }
        }
        return counts
    }

    private static let shifts = SIMD8<UInt64>(0, 8, 16, 24, 32, 40, 48, 56)
}

extension Concordance {
    /// The chance that raters who order at random, each with his own ties, agree at least as much: over all
    /// arrangements.
    ///
    /// For up to 7 subjects; beyond the limit it is `tooManyCombinations`, and `shuffledTail` takes its place.
    public func exactTail(limit: Int = ConcordanceDistribution.usualLimit) throws(Undefined) -> Double {
        let distribution = try ConcordanceDistribution(
            doubledRanks: doubledRanks, denominator: denominator, limit: limit)
        return distribution.tail(from: numerator / 3)
    }
}
