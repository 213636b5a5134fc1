public import Quantities

/// Places and prizes of a contest.
public enum Ranking {
    /// Standard competition ranking: equal scores share a place, the next place counts all before it (1, 2, 2, 4).
    ///
    ///     120, 115, 115, 90 → 1, 2, 2, 4
    public static func places(_ scores: [FixedDecimal]) -> [Int] {
        var places = [Int](repeating: 1, count: scores.count)
        for (place, tied) in groups(scores) {
            for index in tied { places[index] = place }
        }
        return places
    }

    /// The indices of equal scores with the place they share, from the first place.
    private static func groups(_ scores: [FixedDecimal]) -> [(place: Int, tied: [Int])] {
        let order = scores.indices.sorted { scores[$0] == scores[$1] ? $0 < $1 : scores[$0] > scores[$1] }
        var groups: [(place: Int, tied: [Int])] = []
        for (before, index) in order.enumerated() {
            if let last = groups.last?.tied.last, scores[last] == scores[index] {
                groups[groups.count - 1].tied.append(index)
            } else {
                groups.append((before + 1, [index]))
            }
        }
        return groups
    }

    /// The prize of each score: those who share a place divide the sum of the prizes their places would have had,
    /// to the minor unit, with the largest remainder and ties by key.
    ///
    ///     60, 30, 10 thousand for 120, 115, 115, 90 → 60, 20, 20, 0 thousand
    public static func prizes<Key: Comparable>(
        _ prizes: [Int64], for entrants: [(key: Key, score: FixedDecimal)]
    ) throws(QuantityError) -> [Int64] {
        var result = [Int64](repeating: 0, count: entrants.count)
        for (place, tied) in groups(entrants.map(\.score)) where place <= prizes.count {
            let shared = (place..<(place + tied.count)).map { prizes.indices.contains($0 - 1) ? prizes[$0 - 1] : 0 }
            var fund: Int64 = 0
            for prize in shared {
                let (sum, overflow) = fund.addingReportingOverflow(prize)
                if overflow { throw .overflow(.addition) }
                fund = sum
            }
            guard fund != 0 else { continue }
            let parts = try Split.largestRemainder(fund, weights: tied.map { (entrants[$0].key, FixedDecimal.one) })
            for (entrant, part) in zip(tied, parts) { result[entrant] = part }
        }
        return result
    }
}
