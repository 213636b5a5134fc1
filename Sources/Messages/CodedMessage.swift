/// A text for people with what programs need to understand it: a code, and the values that it names.
///
///     cut-by-cap, taken = 1 200.00 RUB: "the cap took away 1 200.00 RUB"
public struct CodedMessage: Hashable, Sendable {
    /// A stable identifier of the kind of message; never translated.
    public var code: String
    /// The values that the text names.
    public var arguments: [MessageArgument]
    /// The message as people read it.
    public var text: LocalizedText

    /// Makes a message.
    public init(_ code: String, _ arguments: [MessageArgument], _ text: LocalizedText) {
        self.code = code
        self.arguments = arguments
        self.text = text
    }
}

extension Reason {
    /// The reason as a message with its code.
    public var message: CodedMessage { CodedMessage(code, arguments, text) }
}
