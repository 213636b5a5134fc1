public import Quantities

/// Places and prizes of a contest.
public enum Ranking {
    /// Standard competition ranking: equal scores share a place, the next place counts all before it (1, 2, 2, 4).
    ///
    ///     120, 115, 115, 90 → 1, 2, 2, 4
    public static func places(_ scores: [FixedDecimal]) -> [Int] {
        scores.map { score in 1 + scores.count { $0 > score } }
    }

    /// The prize of each score: those who share a place divide the sum of the prizes their places would have had,
    /// to the minor unit, with the largest remainder and ties by key.
    ///
    ///     60, 30, 10 thousand for 120, 115, 115, 90 → 60, 20, 20, 0 thousand
    public static func prizes<Key: Comparable>(
        _ prizes: [Int64], for entrants: [(key: Key, score: FixedDecimal)]
    ) throws(QuantityError) -> [Int64] {
        let places = places(entrants.map(\.score))
        var result = [Int64](repeating: 0, count: entrants.count)
        for place in Set(places).sorted() {
            let tied = entrants.indices.filter { places[$0] == place }
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
