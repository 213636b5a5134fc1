import HTML

/// Why a chart cannot be drawn.
public struct ChartFailure: Error, Equatable, Sendable, CustomStringConvertible {
    let cause: Cause

    enum Cause: Equatable {
        case tooMany(String, given: Int, limit: Int)
        case uneven(series: String, values: Int, names: Int)
        case sum(expected: Figure, shown: Figure)
        case tooLarge
    }

    static func checkCount(_ what: String, _ given: Int, limit: Int) throws(ChartFailure) {
        if given > limit { throw ChartFailure(cause: .tooMany(what, given: given, limit: limit)) }
    }

    /// What is wrong and what helps.
    public var description: String {
        switch cause {
        case .tooMany(let what, let given, let limit):
            "A chart shows at most \(limit) \(what), not \(given). Show the largest and add up the rest."
        case .uneven(let series, let values, let names):
            "‘\(series.prefix(60))’ has \(values) values for \(names) names. Give one for each, nil where it is missing."
        case .sum(let expected, let shown):
            "The steps lead to \(FigureText.text(shown, in: .en)), not to \(FigureText.text(expected, in: .en)). "
                + "Give all steps."
        case .tooLarge: "A figure is too large to be drawn. Give it with fewer places."
        }
    }
}
