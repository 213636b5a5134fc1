internal import COath

/// The key that an authenticator program and the server share (TOTP, RFC 6238): six digits of HMAC-SHA-1, a new code every 30 s.
///
/// SHA-1 is what every such program knows; RFC 6238 allows it, and HMAC does not rest on collisions.
public struct TOTPKey: Sendable {
    /// The bytes, to be kept sealed.
    public let bytes: Secret<[UInt8]>

    /// A new key of 160 bits, as RFC 4226 recommends (section 4, R6).
    public static func draw(_ randomness: Randomness) -> TOTPKey { TOTPKey(kept: Secret(randomness.bytes(size))) }

    /// A key that was kept.
    public init(kept bytes: Secret<[UInt8]>) { self.bytes = bytes }

    /// Seconds that a code is for.
    public static let period: Int64 = 30
    /// Digits of a code.
    public static let digits = 6
    /// Bytes of a key.
    public static let size = 20
    /// How many steps before and after now are taken too, for clocks that differ and people who type (RFC 6238, section 5.2, advises at
    /// most one for the way).
    public static let window: Int64 = 1

    /// The step that a moment lies in.
    public static func step(at now: Instant) -> Int64 { now.seconds / period }

    /// The code of a step; nil when the library refuses the key.
    public func code(of step: Int64) -> Secret<String>? {
        guard step >= 0, oath_init() == OATH_OK.rawValue else { return nil }
        var digits = [CChar](repeating: 0, count: Self.digits + 1)
        let key = bytes.revealed.map { CChar(bitPattern: $0) }
        // OATH_HOTP_DYNAMIC_TRUNCATION is SIZE_MAX, which the importer does not bring over.
        let code = oath_hotp_generate(
            key, key.count, UInt64(step), UInt32(Self.digits), false, Int(bitPattern: UInt.max), &digits)
        guard code == OATH_OK.rawValue else { return nil }
        return Secret(String(decoding: digits.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }

    /// The step of which a code is, if it is one of now and later than the last one that was taken; else nil.
    ///
    /// Every step of the window is looked at whatever fits, so that time tells nothing.
    ///
    /// - Parameter last: The step of the last code taken, -1 when there was none: a code is good once (RFC 6238, section 5.2).
    public func step(of typed: Secret<String>, at now: Instant, after last: Int64) -> Int64? {
        guard let typed = Self.digits(of: typed) else { return nil }
        let current = Self.step(at: now)
        var found: Int64?
        for step in (current - Self.window)...(current + Self.window) {
            guard let code = code(of: step) else { continue }
            if Digesting.same(Array(code.revealed.utf8), typed), step > last { found = step }
        }
        return found
    }

    /// Six digits, with spaces where somebody typed them.
    private static func digits(of typed: Secret<String>) -> [UInt8]? {
        guard typed.revealed.utf8.count <= 32 else { return nil }
        let digits = typed.revealed.utf8.filter { $0 != UInt8(ascii: " ") }
        guard digits.count == Self.digits, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return digits
    }
}
