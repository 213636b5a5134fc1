/// Why something is no address of a page.
public struct AddressFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// What was given, at most its beginning.
    public let address: String
    let cause: Cause

    enum Cause { case part, scheme, host, character, length }

    /// What is wrong and what helps.
    public var description: String {
        let shown = "‘\(address.prefix(60))’"
        switch cause {
        case .part: return "\(shown) cannot be a part of an address. Give a part that is not empty, ‘.’ or ‘..’."
        case .scheme:
            return "\(shown) is no address that a page may hold. Begin it with https://, http://, mailto: or /."
        case .host: return "\(shown) names no host or hides one. Write https://host/… without a user’s name."
        case .character:
            return "\(shown) holds a space, a backslash or a character that is not seen. Encode it: a space is %20."
        case .length: return "\(shown)… is longer than \(Address.longest) bytes. Shorten it."
        }
    }
}
