/// Divides whole units by weights, the rest by the largest remainders: what ``Split/largestRemainder(_:weights:step:)`` gives,
/// in 64-bit words. Kept between divisions, so that its room is used again.
struct LargestRemainder {
    /// The parts of the last division, by the place of the weight.
    private(set) var parts: [UInt64] = []
    private var remainders: [UInt64] = []

    /// Divides among as many as there are weights; `false` when nobody has a weight.
    ///
    /// - Parameters:
    ///   - total: The sum of the weights.
    ///   - ranks: Who comes first among equal remainders; all different.
    mutating func divide(_ whole: UInt64, _ weights: [UInt64], total: UInt64, _ ranks: [Int32]) -> Bool {
        guard total > 0, weights.count == ranks.count else { return false }
        if parts.count != weights.count {
            parts = [UInt64](repeating: 0, count: weights.count)
            remainders = parts
        }
        // A weight is no more than the total, so no product is larger than this one.
        let fits = !whole.multipliedReportingOverflow(by: total).overflow
        let given = fits ? divideNarrow(whole, weights, total) : divideWide(whole, weights, total)
        if given < whole { shareOut(Int(whole - given), total, ranks) }
        return true
    }

    /// Whole parts and remainders; gives the sum of the parts.
    ///
    /// The total's reciprocal takes the place of a division: its product is the quotient or one less, which the remainder
    /// shows.
    private mutating func divideNarrow(_ whole: UInt64, _ weights: [UInt64], _ total: UInt64) -> UInt64 {
        let reciprocal = UInt64.max / total
        var given: UInt64 = 0
        parts.withUnsafeMutableBufferPointer { parts in
            remainders.withUnsafeMutableBufferPointer { remainders in
                weights.withUnsafeBufferPointer { weights in
                    for place in 0..<min(weights.count, parts.count, remainders.count) {
                        let product = whole &* weights[place]
                        let estimate = product.multipliedFullWidth(by: reciprocal).high
                        let rest = product &- estimate &* total
                        let more: UInt64 = rest >= total ? 1 : 0
                        parts[place] = estimate &+ more
                        remainders[place] = rest &- total &* more
                        given &+= estimate &+ more
                    }
                }
            }
        }
        return given
    }

    private mutating func divideWide(_ whole: UInt64, _ weights: [UInt64], _ total: UInt64) -> UInt64 {
        var given: UInt64 = 0
        for place in weights.indices {
            let (part, remainder) = total.dividingFullWidth(whole.multipliedFullWidth(by: weights[place]))
            parts[place] = part
            remainders[place] = remainder
            given += part
        }
        return given
    }

    // MARK: The rest

    /// One more for as many as are left over, the largest remainder first, a tie by rank.
    ///
    /// Remainders are counted in classes of their size: only the class in which the rest runs out has an order to be found.
    private mutating func shareOut(_ left: Int, _ total: UInt64, _ ranks: [Int32]) {
        let reciprocal = UInt64.max / total
        let (lastClass, above) = classOfLast(left, reciprocal)
        var candidates: [Int] = []
        parts.withUnsafeMutableBufferPointer { parts in
            remainders.withUnsafeBufferPointer { remainders in
                for place in 0..<min(parts.count, remainders.count) {
                    let own = Int((remainders[place] &* reciprocal) >> Self.classShift)
                    parts[place] &+= own > lastClass ? 1 : 0
                    if own == lastClass { candidates.append(place) }
                }
            }
        }
        for place in first(left - above, candidates, ranks) { parts[place] += 1 }
    }

    /// A remainder × the reciprocal of the total is below 2^64; the uppermost eight bits are its class.
    private static let classShift: UInt64 = 56
    private static let classes = 256

    /// The class in which the last one lies who gets one more, and how many lie above it.
    private func classOfLast(_ left: Int, _ reciprocal: UInt64) -> (class: Int, above: Int) {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.classes) { counts in
            counts.initialize(repeating: 0)
            remainders.withUnsafeBufferPointer { remainders in
                for remainder in remainders { counts[Int((remainder &* reciprocal) >> Self.classShift)] += 1 }
            }
            var above = 0
            for number in stride(from: Self.classes - 1, through: 0, by: -1) {
                let own = Int(counts[number])
                if above + own >= left { return (number, above) }
                above += own
            }
            return (0, above)
        }
    }

    /// The first so many of some places in the order of the remainders.
    private func first(_ count: Int, _ places: [Int], _ ranks: [Int32]) -> [Int] {
        guard places.count > count else { return places }
        let largest = places.map { remainders[$0] }.max() ?? 0
        guard places.count > 8, largest < 1 << 32, let most = ranks.max() else {
            let line = places.sorted {
                remainders[$0] != remainders[$1] ? remainders[$0] > remainders[$1] : ranks[$0] < ranks[$1]
            }
            return Array(line.prefix(count))
        }
        // Remainder and rank as one number: only who is before the last that gets more matters, not the order among them.
        let keys = places.map { remainders[$0] << 32 | UInt64(UInt32(most - ranks[$0])) }
        let least = keys.largest(count)
        return places.indices.filter { keys[$0] >= least }.map { places[$0] }
    }
}

extension [UInt64] {
    /// The n-th largest of different numbers, n from 1; the array keeps its order.
    fileprivate func largest(_ number: Int) -> UInt64 {
        var numbers = self
        var (low, high) = (0, numbers.count - 1)
        let place = number - 1
        while low < high {
            let pivot = numbers[(low + high) / 2]
            var (left, right) = (low, high)
            while left <= right {
                while numbers[left] > pivot { left += 1 }
                while numbers[right] < pivot { right -= 1 }
                if left <= right {
                    numbers.swapAt(left, right)
                    left += 1
                    right -= 1
                }
            }
            if place <= right {
                high = right
            } else if place >= left {
                low = left
            } else {
                break
            }
        }
        return numbers[place]
    }
}
