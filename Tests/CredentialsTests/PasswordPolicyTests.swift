import Testing

@testable import Credentials

/// A password is long, not guessed first, and otherwise anything.
struct PasswordPolicyTests {
    private let policy = PasswordPolicy(words: ["Alfa", "Ромашка"], refused: ["My Leaked Phrase 77"])
    private let names = ["anna.orlova@alfa.ru"]

    private func fault(_ text: String) -> PasswordFault? {
        do {
            try policy.check(try password(text), names: names)
            return nil
        } catch { return error }
    }

    @Test(
        "anything long enough is taken, without rules of composition",
        arguments: [
            "abqzmrhtwkvx", "лошадь ест зелёный батон", "correct pony battery staple", "🌲🚲🦊🍋🧭🪁🎻🫖🧊🪵🦆🧶",
            "8305 7761 9240 11",
            String(repeating: "naïve 猫 ", count: 16),
        ])
    func taken(text: String) { #expect(fault(text) == nil) }

    @Test("length is counted in code points: 11 are too few, 12 enough, 128 enough, 129 too many")
    func lengths() {
        let row = String("жребий брошен и Рубикон перейдён, ".cycled(to: 129))
        #expect(fault(String(row.prefix(11))) == .tooShort(least: 12))
        #expect(fault(String(row.prefix(12))) == nil)
        #expect(fault(String(row.prefix(128))) == nil)
        #expect(fault(row) == .tooLong(most: 128))
        #expect(fault("") == .tooShort(least: 12))
    }

    @Test(
        "what is guessed first is refused",
        arguments: [
            ("Password2026!", PasswordFault.common), ("passwordpassword", .common), ("P@ssw0rd12345", .common),
            ("administrator", .common), ("Пароль123456!", .common), ("зарплата2026", .common),
            ("summerwinter1", .common), ("my leaked phrase 77", .common), ("Ромашка!Пароль", .common),
            ("aaaaaaaaaaaa", .pattern), ("abcabcabcabc", .pattern), ("123412341234", .pattern),
            ("123456789012", .pattern), ("qwertyuiop[]", .pattern), ("йцукенгшщзхъ", .pattern),
            ("abcdefghijklmnop", .pattern), ("anna.orlova.2026", .aboutOneself), ("OrlovaPassword", .aboutOneself),
        ])
    func refused(text: String, expected: PasswordFault) { #expect(fault(text) == expected) }

    @Test("texts that look the same are the same: NFC, and every space is U+0020 (RFC 8265, 4.2)")
    func normalised() throws {
        #expect(try password("й ё").utf8.revealed == password("и\u{306} е\u{308}").utf8.revealed)
        #expect(try password("a\u{A0}b\u{3000}c").utf8.revealed == password("a b c").utf8.revealed)
        // Compatibility forms stay, as OpaqueString asks: a wide letter is another letter.
        #expect(try password("ａ").utf8.revealed != password("a").utf8.revealed)
    }

    @Test(
        "what is not seen is refused: NUL, line ends, direction, joiners, selectors, conjoining Jamo, unassigned",
        arguments: [0x0, 0x7, 0xA, 0x7F, 0x202E, 0x2066, 0x200B, 0x200D, 0xFE0F, 0x1100, 0xFFFF, 0xE000, 0xE0041]
            as [UInt32])
    func unseen(number: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(number))
        #expect(throws: PasswordFault.unseenCharacter(number)) { try password("correct pony \(scalar) staple") }
    }

    @Test("ten megabytes cost no more than a look at their length")
    func huge() {
        let text = String(repeating: "e\u{301}", count: 3_500_000)
        let clock = ContinuousClock()
        let time = clock.measure { #expect(fault(text) == .tooLong(most: 128)) }
        #expect(time < .seconds(1))
    }
}

extension String {
    /// Repeated until it has so many characters.
    fileprivate func cycled(to count: Int) -> String {
        String(String(repeating: self, count: count / self.count + 1).prefix(count))
    }
}
