/// Where a link, a form or a file leads: checked when it is made, so that a page cannot hold `javascript:`.
///
/// Addresses of our own begin with one slash; of others only `https`, `http` and `mailto` are known.
///
/// ```swift
/// try Address(path: ["people", "анна", "pay"], query: [("at", "sale-2")])   // /people/%D0%B0…/pay?at=sale-2
/// ```
public struct Address: Hashable, Sendable {
    /// The address as it stands in the page before escaping.
    public let text: String

    private init(checked text: String) { self.text = text }

    /// An address of our own, part by part; each is encoded.
    ///
    /// - Throws: An ``AddressFailure`` for a part that is empty, `.` or `..`: browsers take such parts away, encoded or
    ///   not, and the link would lead elsewhere.
    public init(
        path: [String], query: [(name: String, value: String)] = [], fragment: Identifier? = nil
    ) throws(AddressFailure) {
        for part in path where part.isEmpty || part == "." || part == ".." {
            throw AddressFailure(address: part, cause: .part)
        }
        let path = "/" + path.map { PercentEncoding.encoded($0) }.joined(separator: "/")
        text = path + Self.text(of: query) + (fragment.map { "#" + $0.text } ?? "")
    }

    /// The same page with other values of its query; without any, the page itself.
    public static func query(_ query: [(name: String, value: String)], fragment: Identifier? = nil) -> Address {
        let query = query.isEmpty ? "?" : Self.text(of: query)
        return Address(checked: query + (fragment.map { "#" + $0.text } ?? ""))
    }

    /// A place of the same page.
    public static func fragment(_ id: Identifier) -> Address { Address(checked: "#" + id.text) }

    /// The first page.
    public static let root = Address(checked: "/")

    private static func text(of query: [(name: String, value: String)]) -> String {
        guard !query.isEmpty else { return "" }
        let pairs = query.map { PercentEncoding.encoded($0.name) + "=" + PercentEncoding.encoded($0.value) }
        return "?" + pairs.joined(separator: "&")
    }
}

extension Address {
    /// The longest address that is taken from data, in bytes.
    public static let longest = 2_048

    /// An address that was entered or configured.
    ///
    /// - Throws: An ``AddressFailure`` for a scheme other than `https`, `http` and `mailto`, for one that leaves the host
    ///   without naming it (`//host`, `\host`), for spaces and control characters, which browsers drop before they
    ///   look at the scheme (WHATWG URL, basic parser, steps 1 to 3), and for more than ``longest`` bytes.
    public init(parsing text: String) throws(AddressFailure) {
        guard text.utf8.count <= Self.longest else {
            throw AddressFailure(address: String(text.prefix(60)), cause: .length)
        }
        guard !text.unicodeScalars.contains(where: Self.isForbidden) else {
            throw AddressFailure(address: text, cause: .character)
        }
        if text.hasPrefix("/") {
            guard !text.hasPrefix("//") else { throw AddressFailure(address: text, cause: .host) }
        } else if !text.hasPrefix("#") && !text.hasPrefix("?") {
            try Self.checkScheme(of: text)
        }
        self.text = text
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x20, 0x5C, 0x7F...0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    private static func checkScheme(of text: String) throws(AddressFailure) {
        guard let colon = text.firstIndex(of: ":") else { throw AddressFailure(address: text, cause: .scheme) }
        let rest = text[text.index(after: colon)...]
        switch text[..<colon].lowercased() {
        case "https", "http":
            let host = rest.dropFirst(2).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
            guard rest.hasPrefix("//"), !host.isEmpty, !host.contains("@") else {
                throw AddressFailure(address: text, cause: .host)
            }
        case "mailto":
            guard rest.contains("@") else { throw AddressFailure(address: text, cause: .host) }
        default: throw AddressFailure(address: text, cause: .scheme)
        }
    }
}
