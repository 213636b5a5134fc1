extension Concordance {
    /// How the chance of an agreement was found.
    public enum Way: String, Hashable, Sendable, CaseIterable {
        /// Over all arrangements.
        case exact
        /// By shuffles with a seed.
        case shuffled
        /// By χ².
        case chiSquare = "χ²"
    }

    /// The chance of at least this agreement in the best way there is: up to 7 subjects exact, or shuffled where raters
    /// are too many for that; beyond, χ², which for few subjects says far too much.
    public func chance(
        draws: Int = 99_999, using generator: inout SplitMix64
    ) throws(Undefined) -> (p: Double, way: Way) {
        guard subjects <= 7 else { return (try chiSquareTest().p, .chiSquare) }
        do {
            return (try exactTail(), .exact)
        } catch .tooManyCombinations {
            return (try shuffledTail(draws: draws, using: &generator), .shuffled)
        }
    }
}
