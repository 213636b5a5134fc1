/// Why a statistic has no value.
///
/// Every function of this room that can fail throws this type and nothing else; none answers with NaN, and none traps
/// on any data.
public enum Undefined: Error, Hashable, Sendable {
    /// There are fewer observations (people, items, groups, raters) than the formula needs.
    case tooFew(count: Int, needed: Int)
    /// A column has one value only, so it cannot go together with anything. Columns count from 0.
    case constant(column: Int)
    /// Columns that are sums of multiples of the others. Columns count from 0.
    case singular(columns: [Int])
    /// A matrix of covariances or correlations that no data can have.
    case notPositiveDefinite
    /// An item keeps no variance of its own: one factor does not fit. Items count from 0.
    case heywood(item: Int)
    /// All values are equal, or all of them are tied.
    case noVariation
    /// The total that parts are shares of is not above zero.
    case noTotal
    /// Going through all combinations takes more than the limit; shuffles with a seed take their place.
    case tooManyCombinations(limit: Int)
    /// A value is not a number or has no end. Positions count from 0.
    case notFinite(position: Int)
    /// Two series that belong together differ in length.
    case unequalLengths(Int, Int)
    /// An argument lies outside what it may be, such as a share above one.
    case outsideRange(Argument)
    /// One observation alone decides its own fitted value. Rows count from 0.
    case fullLeverage(row: Int)
    /// The model has as many free numbers as the data, so nothing is left to test it by.
    case nothingToTest
    /// Steps that come nearer and nearer did not come near enough.
    case noConvergence(steps: Int)

    /// Which argument lies outside its range.
    public enum Argument: String, Hashable, Sendable, CaseIterable {
        /// A probability, a share or a level of confidence.
        case probability
        /// A count of trials, hits or draws.
        case count
        /// Degrees of freedom.
        case degreesOfFreedom = "degrees of freedom"
        /// A value that must be above zero.
        case positive = "value above zero"
        /// An index of a variable in a model.
        case variable
    }
}

extension Undefined: CustomStringConvertible {
    /// The reason in plain words with what would help, such as `3 values, needs at least 4`.
    public var description: String {
        switch self {
        case .tooFew(let count, let needed): "\(count) given, needs at least \(needed)"
        case .constant(let column): "column \(column + 1) has one value only: leave it out"
        case .singular(let columns):
            "columns \(columns.map { String($0 + 1) }.joined(separator: ", ")) follow from the others: leave them out"
        case .notPositiveDefinite: "no data can have these covariances: check the matrix, or use more people"
        case .heywood(let item): "item \(item + 1) keeps no variance of its own: one factor does not fit"
        case .noVariation: "all values are equal: nothing to compare"
        case .noTotal: "the total is not above zero: there is nothing to share"
        case .tooManyCombinations(let limit): "more than \(limit) combinations: use shuffles with a seed"
        case .notFinite(let position): "value \(position + 1) is not a finite number"
        case .unequalLengths(let first, let second): "\(first) values beside \(second): give as many of both"
        case .outsideRange(let argument): "the \(argument.rawValue) is outside what it may be"
        case .fullLeverage(let row): "row \(row + 1) alone decides its own value: leave it out or use fewer columns"
        case .nothingToTest: "the model fits any data: nothing is left to test it by"
        case .noConvergence(let steps): "no answer after \(steps) steps"
        }
    }
}
