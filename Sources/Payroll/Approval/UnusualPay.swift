/// Whether a pay is far from what somebody had before: what whoever approves should look at first.
public enum UnusualPay {
    /// How many earlier periods are looked at.
    public static let periods = 12
    /// With fewer of them nothing is called unusual.
    public static let fewest = 4

    /// Whether an amount lies more than three median deviations from the median of the earlier ones.
    ///
    /// Of 10, 12, 11, 13 the median is 11.5 and the median deviation 1, so 14.5 is usual and 15 is not. Of equal amounts the
    /// deviation is 0, and any other amount is unusual.
    public static func isFar(_ amount: Int64, from earlier: [Int64]) -> Bool {
        let earlier = earlier.suffix(periods).map { Int128($0) }
        guard earlier.count >= fewest else { return false }
        // Doubled and doubled again, so that the mean of two middle amounts is whole.
        let middle = doubledMedian(earlier)
        let deviations = earlier.map { abs(2 * $0 - middle) }
        return 2 * abs(2 * Int128(amount) - middle) > 3 * doubledMedian(deviations)
    }

    private static func doubledMedian(_ values: [Int128]) -> Int128 {
        let sorted = values.sorted()
        let half = sorted.count / 2
        return sorted.count % 2 == 1 ? 2 * sorted[half] : sorted[half - 1] + sorted[half]
    }
}
