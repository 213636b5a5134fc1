public import Quantities

/// How a function is made of a few operations on its arguments, for those who compute it for many numbers at once.
///
///     clamp(x, low, high)  →  larger(low, smaller(high, x))
///
/// Whoever compiles formulas has a loop for each of these operations and knows no functions: a new function is made of them here,
/// or is ``applied``.
public indirect enum FunctionForm: Hashable, Sendable {
    /// The argument with a number, from 0.
    case argument(Int)
    /// Without its sign.
    case magnitude(FunctionForm)
    case smaller(FunctionForm, FunctionForm)
    case larger(FunctionForm, FunctionForm)
    /// The first where it is there, else the second.
    case instead(FunctionForm, FunctionForm)
    case rounded(FunctionForm, DecimalPlaces, Rounding)
    /// Rounded to a multiple of a number above zero.
    case multiple(FunctionForm, of: FixedDecimal, Rounding)
    /// By ``ArithmeticFunction/apply(_:)``, number by number.
    case applied
}

extension ArithmeticFunction {
    /// The function made of operations on these arguments, as many as the checker lets through.
    public func form<Reference>(of arguments: [Checked<Reference>]) -> FunctionForm {
        switch self {
        case .abs: .magnitude(.argument(0))
        case .min: arguments.indices.dropFirst().reduce(.argument(0)) { .smaller($0, .argument($1)) }
        case .max: arguments.indices.dropFirst().reduce(.argument(0)) { .larger($0, .argument($1)) }
        case .clamp: .larger(.argument(1), .smaller(.argument(2), .argument(0)))
        case .otherwise: .instead(.argument(0), .argument(1))
        case .floor: .rounded(.argument(0), DecimalPlaces(0), .down)
        case .ceil: .rounded(.argument(0), DecimalPlaces(0), .up)
        case .ceil_to: Self.multiple(arguments, .up)
        case .round: Self.rounded(arguments, .halfAwayFromZero)
        case .round_half_even: Self.rounded(arguments, .halfEven)
        case .sqrt, .enough: .applied
        }
    }

    /// Rounded to places that are written as such; those that are calculated are another's for each number.
    private static func rounded<Reference>(_ arguments: [Checked<Reference>], _ mode: Rounding) -> FunctionForm {
        guard arguments.count > 1 else { return .rounded(.argument(0), DecimalPlaces(0), mode) }
        return arguments[1].decimalPlaces.map { .rounded(.argument(0), $0, mode) } ?? .applied
    }

    /// Rounded to a multiple of a step that is written as such.
    private static func multiple<Reference>(_ arguments: [Checked<Reference>], _ mode: Rounding) -> FunctionForm {
        guard arguments.count == 2, let step = arguments[1].constant, step > .zero else { return .applied }
        return .multiple(.argument(0), of: step, mode)
    }
}
