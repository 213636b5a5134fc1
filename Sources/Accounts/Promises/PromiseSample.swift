import Statistics

/// Which of a quarter's kept promises the head asks the client about.
///
/// A tenth, and at least two; drawn by a seed that nobody knows while the quarter runs, such as the digest of the closed
/// quarter, and that everybody can repeat afterwards. A denied one doubles the next draw.
public enum PromiseSample {
    /// How many of so many are asked about.
    ///
    ///     PromiseSample.size(of: 34)                // 4
    ///     PromiseSample.size(of: 34, doubled: true) // 8
    public static func size(of count: Int, doubled: Bool = false) -> Int {
        let tenth = count / 10 + (count % 10 > 0 ? 1 : 0)
        return min(count, max(2, tenth) * (doubled ? 2 : 1))
    }

    /// The promises drawn, in the order of their numbers.
    public static func draw(from kept: [Key<Promise>], seed: UInt64, doubled: Bool = false) -> [Key<Promise>] {
        // The order of the list must not decide, or whoever sorts it chooses.
        var numbers = Set(kept).sorted()
        var generator = SplitMix64(seed: seed)
        generator.shuffle(&numbers)
        return numbers.prefix(size(of: numbers.count, doubled: doubled)).sorted()
    }
}
