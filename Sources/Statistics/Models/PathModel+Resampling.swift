extension PathModel {
    /// What resampled people say of a path model: errors and intervals that trust no distribution.
    public struct Resampled: Hashable, Sendable {
        /// By equation and cause.
        public let coefficients: [[Resampling.Outcome]]
        /// Of the effects through others, in the order they were asked for.
        public let indirect: [Resampling.Outcome]
    }

    /// Draws people again and fits the coefficients and the indirect effects of each draw.
    public func resampled(
        _ people: Matrix, indirect pairs: [Pair] = [], draws: Int, level: Double = 0.95,
        using generator: inout SplitMix64
    ) throws(Undefined) -> Resampled {
        try Check.sameLength(variables, people.columns)
        try Check.atLeast(100, people.rows)
        for pair in pairs {
            guard (0..<variables).contains(pair.first), (0..<variables).contains(pair.second) else {
                throw .outsideRange(.variable)
            }
        }
        let outcomes = try Resampling.outcomes(
            groups: [people.rows], draws: draws, level: level, using: &generator
        ) { places throws(Undefined) in
            let correlations = try people.selecting(rows: places[0]).correlation()
            let values = try coefficients(of: correlations)
            return values.flatMap(\.self) + pairs.map { indirect(from: $0.first, to: $0.second, values) }
        }
        var rest = outcomes[...]
        let byEquation = equations.map { equation in
            let own = Array(rest.prefix(equation.causes.count))
            rest = rest.dropFirst(equation.causes.count)
            return own
        }
        return Resampled(coefficients: byEquation, indirect: Array(rest))
    }
}
