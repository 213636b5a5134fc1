internal import CSodium

/// A SHA-256 digest.
///
///     SHA256Digest.of(Array("abc".utf8)).hex  // ba7816bf…15ad
public struct SHA256Digest: Sendable, Hashable, CustomStringConvertible {
    /// The 32 bytes.
    public let bytes: [UInt8]

    /// A digest that was kept, or `nil` unless it is 32 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.size else { return nil }
        self.bytes = bytes
    }

    /// A digest as it was printed, or `nil` unless it is 64 hexadecimal digits.
    public init?(hex: String) {
        guard let bytes = [UInt8](hex: hex) else { return nil }
        self.init(bytes: bytes)
    }

    fileprivate init(counted bytes: [UInt8]) { self.bytes = bytes }

    /// The digest of some bytes.
    public static func of(_ bytes: [UInt8]) -> SHA256Digest {
        var stream = SHA256Stream()
        stream.update(bytes)
        return stream.finish()
    }

    /// The 64 hexadecimal digits, in small letters.
    public var hex: String { bytes.hex }

    /// The hexadecimal digits.
    public var description: String { hex }

    private static let size = 32
}

/// A SHA-256 digest of bytes that come one piece after the other.
public struct SHA256Stream: Sendable {
    private var state = crypto_hash_sha256_state()

    /// Starts with no bytes.
    public init() { crypto_hash_sha256_init(&state) }

    /// Takes further bytes.
    public mutating func update(_ bytes: [UInt8]) {
        crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count))
    }

    /// The digest of all bytes taken.
    public mutating func finish() -> SHA256Digest {
        var bytes = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_bytes()))
        crypto_hash_sha256_final(&state, &bytes)
        return SHA256Digest(counted: bytes)
    }
}

extension [UInt8] {
    /// Two hexadecimal digits for each byte, in small letters.
    public var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The bytes of pairs of hexadecimal digits, or `nil` when it is anything else.
    public init?(hex: String) {
        let digits = hex.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[index], let low = digits[index + 1] else { return nil }
            bytes.append(UInt8(high << 4 | low))
        }
        self = bytes
    }
}
