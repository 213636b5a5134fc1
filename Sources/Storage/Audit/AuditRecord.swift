public import Messages

/// A record of the audit chain: who did what, when, and the digests that hold it in its place.
struct AuditRecord {
    var number: Int64
    var at: String
    var actor: String
    var action: String
    var detail: String
    /// The digest of the rows that it covers.
    var content: [UInt8]
    /// The digest of the record before; empty for the first.
    var previous: [UInt8]

    /// The digest of the record itself.
    var digest: [UInt8] {
        var canonical = CanonicalBytes()
        for value in [.integer(number), .text(at), .text(actor), .text(action), .text(detail)] as [SQLValue] {
            canonical.append(value)
        }
        canonical.append(.bytes(content))
        canonical.append(.bytes(previous))
        return SHA256Digest.of(canonical.bytes).bytes
    }
}

/// The end of the audit chain: whoever notes it elsewhere can later tell that nothing before it was cut off or rewritten.
///
/// Written as `17:9f86d081…`.
public struct AuditHead: Sendable, Hashable, CustomStringConvertible, LocalizedValue {
    /// The number of the last record; 0 while there is none.
    public var number: Int64
    /// The digest of the last record in hexadecimal digits; empty while there is none.
    public var digest: String

    /// Makes a head.
    public init(number: Int64, digest: String) {
        self.number = number
        self.digest = digest
    }

    /// A head as it was printed, or `nil` when it is anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int64(parts[0]), number >= 0 else { return nil }
        guard number == 0 ? parts[1].isEmpty : SHA256Digest(hex: String(parts[1])) != nil else { return nil }
        self.init(number: number, digest: String(parts[1]).lowercased())
    }

    /// The number and the digest.
    public var description: String { "\(number):\(digest)" }

    /// The number and the digest, the same in every language.
    public func text(in language: Language) -> String { description }
}
