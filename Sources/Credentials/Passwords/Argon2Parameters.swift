internal import CSodium

/// What a hash of a password costs: Argon2id (RFC 9106), with one lane, which is all that libsodium offers.
public struct Argon2Parameters: Hashable, Sendable {
    /// Memory in KiB.
    public let memory: Int
    /// Passes over the memory.
    public let passes: Int

    /// Parameters; nil where libsodium takes none such: under 8 KiB, over 1 GiB, no pass, over 100 passes.
    public init?(memory: Int, passes: Int) {
        guard (8...1_048_576).contains(memory), (1...100).contains(passes) else { return nil }
        self.init(known: memory, passes)
    }

    private init(known memory: Int, _ passes: Int) {
        self.memory = memory
        self.passes = passes
    }

    /// 46 MiB and one pass: the first of the choices that OWASP ASVS 5.0, appendix C, and the OWASP Password Storage Cheat Sheet name
    /// for Argon2id with one lane (m = 47104, t = 1, p = 1).
    public static let current = Argon2Parameters(known: 47_104, 1)

    /// Whether a hash of these is weaker than one of others in some respect.
    public func isWeaker(than other: Argon2Parameters) -> Bool { memory < other.memory || passes < other.passes }
}
