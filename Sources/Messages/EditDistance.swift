/// How many letters differ between two words.
public enum EditDistance {
    /// Letters to insert, remove, exchange or swap with their neighbour (optimal string alignment); `nil` when more than the
    /// bound. Only a band of the table is filled, so that the time is linear in the length.
    @inlinable
    public static func between<Letter: Equatable>(_ one: [Letter], _ other: [Letter], atMost bound: Int) -> Int? {
        guard abs(one.count - other.count) <= bound else { return nil }
        let beyond = bound + 1
        var before: [Int] = []
        var last = Array(0...other.count).map { min($0, beyond) }
        for row in 1..<(one.count + 1) {
            var now = [Int](repeating: beyond, count: other.count + 1)
            if row <= bound { now[0] = row }
            let low = max(1, row - bound)
            let high = min(other.count, row + bound)
            if low <= high {
                for column in low...high {
                    let same = one[row - 1] == other[column - 1]
                    var best = min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
                    if row > 1, column > 1, one[row - 1] == other[column - 2], one[row - 2] == other[column - 1] {
                        best = min(best, before[column - 2] + 1)
                    }
                    now[column] = min(best, beyond)
                }
            }
            (before, last) = (last, now)
        }
        return last[other.count] <= bound ? last[other.count] : nil
    }
}
