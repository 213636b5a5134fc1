public import Messages

/// The identifier of a row, typed by what the row is, so that a client is never taken for a contact.
///
///     let client: Key<Client> = "c034"
public struct Key<Subject>: Hashable, Sendable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible,
    LocalizedValue
{
    /// The identifier as it stands in the table.
    public let text: String

    /// The identifier that a table gives.
    public init(_ text: String) {
        self.text = text
    }

    /// An identifier written in the source.
    public init(stringLiteral value: String) {
        self.init(value)
    }

    /// Orders by text.
    public static func < (left: Key, right: Key) -> Bool {
        left.text < right.text
    }

    /// The identifier.
    public var description: String { text }

    /// The identifier, which is the same in every language.
    public func text(in language: Language) -> String { text }
}

/// A firm that buys; a subject of ``Key``.
public enum Client {}
/// One of our own people; a subject of ``Key``.
public enum Person {}
/// A department of ours that scores accounts, or to which a cause belongs; a subject of ``Key``.
public enum Department {}
/// A part of the client's organisation, such as purchasing or logistics; a subject of ``Key``.
public enum ClientFunction {}
/// Another supplier of the client; a subject of ``Key``.
public enum Rival {}
