/// Texts that the server hands out and takes back only as they were: behind each stands its HMAC-SHA-256 with its purpose.
///
/// They are not hidden; nobody can make or alter one.
public struct TextSeal: Sendable {
    private let key: Secret<[UInt8]>

    /// - Parameter key: 32 random bytes.
    public init(_ key: [UInt8]) { self.key = Secret(key) }

    /// A text to be handed out, of letters that stand in an address as they are.
    public func sealed(_ text: String, for purpose: String) -> String {
        Base64.address(Array(text.utf8)) + "." + Base64.address(tag(Array(text.utf8), purpose))
    }

    /// The text that was handed out for a purpose; nil for any other.
    public func opened(_ sealed: String, for purpose: String) -> String? {
        let halves = sealed.split(separator: ".", omittingEmptySubsequences: false)
        guard sealed.utf8.count <= 1_000, halves.count == 2, let text = Base64.bytes(address: String(halves[0])),
            let tag = Base64.bytes(address: String(halves[1])), Digesting.same(tag, self.tag(text, purpose))
        else { return nil }
        return String(validating: text, as: UTF8.self)
    }

    private func tag(_ text: [UInt8], _ purpose: String) -> [UInt8] {
        Digesting.hmac256(Array(purpose.utf8) + [0] + text, key: key.revealed)
    }
}
