public import Quantities

/// A value, or the reason why there is none.
///
/// Absence is never a silent zero: it travels through every calculation with its reason.
public enum Outcome<Value: Hashable & Sendable>: Hashable, Sendable {
    /// It was computed.
    case value(Value)
    /// It has no value, because of this.
    case notComputable(Reason)

    /// The value, if there is one.
    public var value: Value? {
        if case .value(let value) = self { value } else { nil }
    }

    /// The reason, if there is no value.
    public var reason: Reason? {
        if case .notComputable(let reason) = self { reason } else { nil }
    }

    /// The outcome with its value transformed.
    public func map<Other>(_ transform: (Value) -> Other) -> Outcome<Other> {
        switch self {
        case .value(let value): .value(transform(value))
        case .notComputable(let reason): .notComputable(reason)
        }
    }

    /// The outcome of a further step that may fail; arithmetic errors become reasons.
    public func then<Other>(_ step: (Value) throws(QuantityError) -> Other) -> Outcome<Other> {
        switch self {
        case .value(let value): Outcome<Other>.computing { () throws(QuantityError) in try step(value) }
        case .notComputable(let reason): .notComputable(reason)
        }
    }

    /// Runs a calculation; an arithmetic error becomes the reason why there is no value.
    public static func computing(_ step: () throws(QuantityError) -> Value) -> Outcome {
        do {
            return .value(try step())
        } catch {
            return .notComputable(Reason(error))
        }
    }
}

/// Why a figure has no value.
public struct Reason: Hashable, Sendable, CustomStringConvertible {
    /// A stable identifier of the kind of reason, for instance `no-target`; never translated.
    public var code: String
    /// The values that the text names.
    public var arguments: [MessageArgument]
    /// The reason as people read it.
    public var text: LocalizedText

    /// Makes a reason.
    public init(_ code: String, _ text: LocalizedText) { self.init(code, [:], text) }

    /// Makes a reason that names values.
    public init(_ code: String, _ arguments: MessageArguments, _ text: LocalizedText) {
        self.code = code
        self.arguments = [MessageArgument](arguments)
        self.text = text
    }

    /// The reason that an arithmetic error stands for.
    public init(_ error: QuantityError) {
        switch error {
        case .divisionByZero: self = .divisionByZero
        case .negativeRoot: self = .negativeRoot
        case .placesNotWhole: self = .placesNotWhole
        case .stepNotPositive: self = .stepNotPositive
        case .belowLeast: self = .tooFew
        case .overflow, .notANumber, .tooManyDecimals, .placesOutOfRange, .unitMismatch, .currencyMismatch, .noWeights,
            .negativeWeight:
            self.init(
                "overflow",
                LocalizedText(
                    en: "the figure is larger than Stimul can hold (22 digits)",
                    ru: "число больше, чем помещается (22 знака)"))
        }
    }

    /// Something was divided by zero.
    public static let divisionByZero = Reason(
        "division-by-zero", LocalizedText(en: "division by zero", ru: "деление на ноль"))

    /// A square root of something below zero.
    public static let negativeRoot = Reason(
        "negative-root",
        LocalizedText(en: "square root of a number below zero", ru: "корень из числа меньше нуля"))

    /// A number was to be rounded to decimal places that are no whole number.
    public static let placesNotWhole = Reason(
        "places-not-whole",
        LocalizedText(
            en: "the number of decimal places to round to is not whole",
            ru: "число знаков, до которого округляют, не целое"))

    /// A number was to be rounded to a multiple of nothing, or of something below zero.
    public static let stepNotPositive = Reason(
        "step-not-positive",
        LocalizedText(en: "the step to round to is not above zero", ru: "шаг, до которого округляют, не больше нуля"))

    /// A figure rests on fewer than the least that its formula asks for.
    public static let tooFew = Reason(
        "too-few",
        LocalizedText(
            en: "it rests on fewer than the formula asks for", ru: "данных меньше, чем требует формула"))

    /// The English text.
    public var description: String { text.en }
}
