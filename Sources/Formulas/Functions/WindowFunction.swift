/// A function that makes the figure of another stretch of time of a figure.
public enum WindowFunction: Sendable, Hashable {
    case ytd, trailing, previous, year_ago, todate, growth, variation
}
