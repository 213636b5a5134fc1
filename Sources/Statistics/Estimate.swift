/// A value with the interval that goes with it, from how many observations, and by which method.
///
///     let share = try Share.wilson(7, of: 9)   // .7778 [.4526, .9368], n 9
public struct Estimate: Hashable, Sendable {
    /// The value itself, in the unit of the observations.
    public let value: Double
    /// Where the true value lies with `level` confidence; absent where the method gives none.
    public let interval: Interval?
    /// How many observations it is made of.
    public let count: Int
    /// How the interval was found.
    public let method: Method

    /// An estimate as it was found.
    public init(value: Double, interval: Interval?, count: Int, method: Method) {
        (self.value, self.interval, self.count, self.method) = (value, interval, count, method)
    }

    /// How an interval was found.
    public enum Method: String, Hashable, Sendable, CaseIterable {
        /// Student's t around a mean or a coefficient.
        case student = "Student"
        /// Student's t with Welch's degrees of freedom.
        case welch = "Welch"
        /// Wilson's interval of a share.
        case wilson = "Wilson"
        /// Feldt's interval of α by the F distribution.
        case feldt = "Feldt"
        /// F limits of an intraclass correlation (McGraw and Wong).
        case fisher = "F"
        /// Fisher's transformation of a correlation.
        case transformation = "Fisher z"
        /// Percentiles of resampled observations.
        case resampled
    }
}

/// A range of values with the confidence it is held with.
public struct Interval: Hashable, Sendable {
    /// The lower limit.
    public let lower: Double
    /// The upper limit.
    public let upper: Double
    /// The confidence, such as 0.95.
    public let level: Double

    /// A range from its limits.
    public init(lower: Double, upper: Double, level: Double) {
        (self.lower, self.upper, self.level) = (lower, upper, level)
    }

    /// Whether a value lies inside, limits included.
    public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}
