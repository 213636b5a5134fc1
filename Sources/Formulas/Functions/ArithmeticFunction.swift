public import Quantities

/// A function that makes a number of numbers, wherever it stands.
///
/// Who evaluates formulas looks at every case, so that a function which he forgets does not compile.
public enum ArithmeticFunction: String, CaseIterable, Sendable, Hashable {
    case min, max, abs, round, round_half_even, floor, ceil, ceil_to, clamp, sqrt, otherwise, enough

    /// What the checker asks of the arguments of a function.
    enum Demand: Sendable, Hashable {
        /// All have one unit, that of the result.
        case alike
        /// All have one unit; the second and the third are bounds.
        case bounds
        /// All have one unit; the second is above zero.
        case step
        /// The second is a number of decimal places; the result has the unit of the first.
        case places
        /// A plain number.
        case plain
        /// The second and the third have one unit; the result has that of the first.
        case count
    }

    /// What the checker asks of the arguments.
    var demand: Demand {
        switch self {
        case .min, .max, .abs, .floor, .ceil, .otherwise: .alike
        case .ceil_to: .step
        case .clamp: .bounds
        case .round, .round_half_even: .places
        case .sqrt: .plain
        case .enough: .count
        }
    }

    /// The value for numbers that are all there; the checker has seen to how many there are.
    ///
    /// - Throws: ``QuantityError``, for what does not fit, a root of less than zero, decimal places that are no whole number, a step that
    ///   is not above zero, or fewer than the least.
    public func apply(_ numbers: [FixedDecimal]) throws(QuantityError) -> FixedDecimal {
        guard let first = numbers.first else { return .zero }
        switch self {
        case .min: return numbers.min() ?? first
        case .max: return numbers.max() ?? first
        case .abs: return try first.magnitude()
        case .floor: return try first.rounded(toPlaces: 0, .down)
        case .ceil: return try first.rounded(toPlaces: 0, .up)
        case .ceil_to: return try numbers.count == 2 ? first.rounded(toMultipleOf: numbers[1], .up) : first
        // Where the bounds cross, the lower one holds.
        case .clamp: return numbers.count == 3 ? Swift.max(numbers[1], Swift.min(numbers[2], first)) : first
        case .sqrt: return try first.squareRoot()
        case .round: return try Self.rounded(first, numbers.dropFirst().first ?? .zero, .halfAwayFromZero)
        case .round_half_even: return try Self.rounded(first, numbers.dropFirst().first ?? .zero, .halfEven)
        // The first is there, so that nothing stands in its place.
        case .otherwise: return first
        case .enough:
            guard numbers.count == 3, numbers[1] < numbers[2] else { return first }
            throw .belowLeast(numbers[1], numbers[2])
        }
    }

    private static func rounded(
        _ number: FixedDecimal, _ places: FixedDecimal, _ mode: Rounding
    ) throws(QuantityError) -> FixedDecimal {
        let whole = try places.integer(.towardsZero)
        guard FixedDecimal(whole) == places else { throw .placesNotWhole(places) }
        return try number.rounded(to: DecimalPlaces(whole), mode)
    }
}

/// To how many decimal places a formula rounds: 2 leaves hundredths, 0 whole numbers, −3 thousands.
public struct DecimalPlaces: Hashable, Sendable {
    /// The places, from as far as tens reach to as many as a number has.
    public let count: Int

    /// More places than a number has leave it as it is; tens that are larger than every number leave nothing of it.
    public init(_ count: Int) {
        self.count = Swift.min(FixedDecimal.scale, Swift.max(-FixedDecimal.largestTens - 1, count))
    }
}

extension FixedDecimal {
    /// Rounded to some decimal places.
    ///
    /// - Throws: ``QuantityError/overflow(_:)`` when the tens nearest to it do not fit.
    public func rounded(to places: DecimalPlaces, _ mode: Rounding) throws(QuantityError) -> FixedDecimal {
        if places.count >= 0 { return try rounded(toPlaces: places.count, mode) }
        return try rounded(toTens: -places.count, mode)
    }
}
