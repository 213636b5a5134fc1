extension QuantityError: CustomStringConvertible {
    /// One English sentence for a log or a developer; what the user reads is worded by the caller, who knows the place.
    ///
    ///     QuantityError.unitMismatch(.days, .pieces).description  // "days and pcs are different units"
    public var description: String {
        switch self {
        case .overflow(let operation): "the result is out of range: \(operation.rawValue)"
        case .divisionByZero: "division by zero"
        case .notANumber(let text): "\"\(text)\" is not a decimal number"
        case .tooManyDecimals(let text): "\"\(text)\" has more than \(FixedDecimal.scale) decimals"
        case .placesOutOfRange(let places): "\(places) decimal places: from 0 to \(FixedDecimal.scale) are possible"
        case .placesNotWhole(let places): "\(places) is no whole number of decimal places"
        case .unitMismatch(let left, let right): "\(left) and \(right) are different units"
        case .currencyMismatch(let left, let right): "\(left) and \(right) are different currencies"
        case .noWeights: "there is no weight above zero to divide by"
        case .negativeWeight(let weight): "the weight \(weight) is below zero"
        case .negativeRoot(let number): "\(number) has no square root"
        case .belowLeast(let number, let least): "there are \(number), at least \(least) are needed"
        case .stepNotPositive(let step): "the step is \(step), it must be above zero"
        }
    }
}
