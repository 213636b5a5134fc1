extension Range<Int> {
    /// The first number that passes, by binary search, or the upper bound when none does.
    ///
    /// - Parameter passes: false for all numbers up to some place, true for all after it.
    @inlinable
    public func partitioningIndex(where passes: (Int) -> Bool) -> Int {
        var low = lowerBound
        var high = upperBound
        while low < high {
            let middle = low + (high - low) / 2
            if passes(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension Array {
    /// The index of the first element that passes, or the count when none does: ``Swift/Range/partitioningIndex(where:)``.
    func firstIndexInSorted(where passes: (Element) -> Bool) -> Int {
        indices.partitioningIndex { passes(self[$0]) }
    }
}
