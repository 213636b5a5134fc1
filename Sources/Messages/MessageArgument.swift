public import Quantities

/// A value that a text for people names, in a form that programs can read.
///
///     Argument "taken" of "the cap took away 1 200.00 RUB": 1 200.00 in RUB
public struct MessageArgument: Hashable, Sendable {
    /// What the value is in the message, for instance `taken`; never translated.
    public var name: String
    /// The value.
    public var value: Value

    /// A value with its type.
    public enum Value: Hashable, Sendable {
        /// An amount of money.
        case money(FixedDecimal, Currency)
        /// A figure with the name of its unit; `percent` for a share of one.
        case figure(FixedDecimal, unit: String)
        /// A whole number.
        case count(Int)
        /// An identifier, a formula or another text that is the same in every language.
        case name(String)
        /// A text for people.
        case text(LocalizedText)
    }

    /// Makes an argument.
    public init(_ name: String, _ value: Value) {
        self.name = name
        self.value = value
    }
}

/// Arguments by name, in the order in which a message names them.
public typealias MessageArguments = KeyValuePairs<String, MessageArgument.Value>

extension [MessageArgument] {
    /// Arguments as they are written down where a message is made.
    public init(_ arguments: MessageArguments) {
        self = arguments.map { MessageArgument($0.key, $0.value) }
    }
}
