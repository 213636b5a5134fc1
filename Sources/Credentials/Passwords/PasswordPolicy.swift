/// Which passwords are taken: by length and by what is guessed first, with no rule of how they are composed (NIST SP 800-63B, 5.1.1.2;
/// OWASP ASVS 5.0, 6.2.1, 6.2.4, 6.2.5, 6.2.9, 6.2.11).
///
/// There is no list of leaked passwords here. In its place a password is looked at as guessing programs make them: what is left of
/// it without case, without digits put for letters and without a tail of digits and signs must not be one or two words of
/// ``CommonWords``, nor a repetition, nor a row of neighbouring keys. A company adds words of its own, and a list of passwords.
public struct PasswordPolicy: Sendable {
    /// The fewest characters.
    public static let shortest = 12
    /// The most characters.
    public static let longest = 128

    private let words: Set<String>
    private let refused: Set<String>

    /// A policy.
    ///
    /// - Parameters:
    ///   - words: Words that everybody around knows: the company, its products, its town.
    ///   - refused: Further passwords that are never taken, such as a list of leaked ones.
    public init(words: [String] = [], refused: [String] = []) {
        self.words = CommonWords.all.union(words.map(PasswordShape.letters).filter { !$0.isEmpty })
        self.refused = Set(refused.map { $0.lowercased() })
    }

    /// Makes sure that a password is taken; nothing in it is changed or cut.
    ///
    /// - Parameter names: What is known of its owner: the name he signs in with, his identifier.
    public func check(_ password: PasswordText, names: [String]) throws(PasswordFault) {
        if password.length < Self.shortest { throw .tooShort(least: Self.shortest) }
        if password.length > Self.longest { throw .tooLong(most: Self.longest) }
        let text = password.text.lowercased()
        if refused.contains(text) { throw .common }
        let shape = PasswordShape(text)
        if shape.isPattern { throw .pattern }
        if shape.isMade(of: words) { throw .common }
        let own = Set(names.flatMap(PasswordShape.parts))
        if shape.isMade(of: own.union(words)) { throw .aboutOneself }
    }
}
