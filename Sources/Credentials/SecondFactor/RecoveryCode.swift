/// A code on paper for whoever has lost his telephone: good once.
///
/// Twenty-four letters and digits in groups of four, 120 bits: above the 112 bits from which OWASP ASVS 5.0, 6.5.2, takes a plain digest
/// for enough.
public struct RecoveryCode: Sendable {
    /// What stands on the paper: `ABCD-EFGH-…`, shown once.
    public let shown: Secret<String>
    /// What is kept.
    public let digest: [UInt8]

    /// A new code.
    public static func draw(_ randomness: Randomness) -> RecoveryCode {
        let letters = Array(Base32.text(randomness.bytes(15)))
        let groups = stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }
        return RecoveryCode(letters: String(letters), shown: groups.joined(separator: "-"))
    }

    /// A code as somebody typed it, in small or large letters, with or without the dashes; nil for what is no such code.
    public init?(typed: Secret<String>) {
        // Only ASCII: in large letters some of other alphabets become two of these.
        guard typed.revealed.utf8.count <= 64, typed.revealed.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let letters = typed.revealed.uppercased().filter { $0 != "-" && $0 != " " }
        guard letters.utf8.count == 24, letters.utf8.allSatisfy(Self.isLetter) else { return nil }
        self.init(letters: letters, shown: letters)
    }

    private init(letters: String, shown: String) {
        self.shown = Secret(shown)
        digest = Digesting.sha256(Array(letters.utf8), for: "stimul recovery code")
    }

    /// How many are made at once.
    public static let count = 10

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x32...0x37).contains(byte) }
}
