/// Whether a pay is far from what somebody had before: what whoever approves should look at first.
public enum UnusualPay {
    /// How many earlier periods are looked at.
    public static let periods = OwnPast.periods
    /// With fewer of them nothing is called unusual.
    public static let fewest = 4

    /// Whether an amount lies more than three median deviations from the median of the earlier ones.
    ///
    /// Of 10, 12, 11, 13 the median is 11.5 and the median deviation 1, so 14.5 is usual and 15 is not. Of equal amounts the
    /// deviation is 0, and any other amount is unusual.
    public static func isFar(_ amount: Int64, from earlier: [Int64]) -> Bool {
        OwnPast(Array(earlier.suffix(periods)), fewest: fewest).isUnusual(amount)
    }
}
