/// Finds the name that somebody probably meant.
enum NearName {
    /// The position of the nearest name, when one is near enough to be a slip of the pen.
    static func nearest(to name: String, among names: [String]) -> Int? {
        let wanted = Array(Lookalikes.latin(name).lowercased().prefix(100))
        var best: (index: Int, distance: Int)?
        for (index, candidate) in names.enumerated() {
            let other = Array(Lookalikes.latin(candidate).lowercased().prefix(100))
            let distance = distance(wanted, other)
            guard distance <= max(1, min(wanted.count, other.count) / 3) else { continue }
            // One letter may be wrong in a word of three; of two letters neither may.
            guard distance == 0 || min(wanted.count, other.count) > 2 else { continue }
            if distance < best?.distance ?? .max { best = (index, distance) }
        }
        return best?.index
    }

    /// How many letters must be put in, taken out, replaced or swapped with their neighbour.
    static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for i in left.indices {
            var current = [i + 1]
            for j in right.indices {
                var cost = min(last[j + 1] + 1, current[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    cost = min(cost, beforeLast[j - 1] + 1)
                }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
