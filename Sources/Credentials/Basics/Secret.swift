/// Something that must not be seen: no text, log or mirror made of it shows what it is, only ``revealed`` does.
///
///     "\(Secret("hunter2"))"   // "(secret)"
public struct Secret<Value: Sendable>: Sendable {
    /// What is kept secret; asked for where it is needed and nowhere else.
    public let revealed: Value

    /// Hides a value.
    public init(_ value: Value) { revealed = value }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Never what it is.
    public var description: String { "(secret)" }
    /// Never what it is.
    public var debugDescription: String { "(secret)" }
    /// A mirror with nothing in it, so that `dump` shows nothing either.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
