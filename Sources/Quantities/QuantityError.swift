/// Why an exact calculation could not give an answer.
///
/// Every operation of this module that can fail throws this type and nothing else; no operation traps on any data.
public enum QuantityError: Error, Hashable, Sendable {
    /// The exact result lies outside the range of its type.
    case overflow(Operation)
    /// The divisor is zero.
    case divisionByZero
    /// The text is not a decimal number such as `-12.345`. The text is kept as it was given.
    case notANumber(String)
    /// The text has a digit other than zero after the sixteenth decimal. The text is kept as it was given.
    case tooManyDecimals(String)
    /// A number of decimal places outside 0...16 was asked for.
    case placesOutOfRange(Int)
    /// A number of decimal places was asked for that is not whole.
    case placesNotWhole(FixedDecimal)
    /// Two quantities of different units were added, subtracted or compared; the left one comes first.
    case unitMismatch(Unit, Unit)
    /// Amounts of two currencies met where one is needed; the left one comes first.
    case currencyMismatch(Currency, Currency)
    /// An amount cannot be divided by an empty list of weights, or by weights that are all zero.
    case noWeights
    /// An amount cannot be divided by a weight below zero.
    case negativeWeight(FixedDecimal)
    /// A number below zero has no square root.
    case negativeRoot(FixedDecimal)
    /// The smallest part handed out, or what a number is rounded to a multiple of, must be above zero.
    case stepNotPositive(FixedDecimal)
    /// There are fewer than the least that a figure rests on; the number comes first.
    case belowLeast(FixedDecimal, FixedDecimal)

    /// The operation whose result did not fit.
    public enum Operation: String, Hashable, Sendable, CaseIterable {
        /// Sum.
        case addition
        /// Difference.
        case subtraction
        /// Product.
        case multiplication
        /// Quotient, also of a product by a divisor.
        case division
        /// Change of sign, or dropping the sign.
        case negation
        /// Rounding to fewer decimal places.
        case rounding
        /// Reading a number from text.
        case parsing
        /// Turning a decimal into an integer or into minor units of money.
        case conversion
        /// Adding up the weights of a division of an amount.
        case weighing = "adding weights"
        /// Combining the exponents of two units, each of which must stay within -128...127.
        case unitExponent = "combining units"
    }
}
