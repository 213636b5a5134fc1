extension Array {
    /// The index of the first element that passes, by binary search, or the count when none does.
    ///
    /// - Parameter passes: false for all elements up to some place, true for all after it.
    func firstIndexInSorted(where passes: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if passes(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
