import Testing

@testable import Formulas
@testable import Messages

/// One form for letters and marks.
struct CompositionTests {
    @Test(
        "letters and their marks become one, whatever order the marks have",
        arguments: [
            ("\u{438}\u{306}", "\u{439}"), ("заказ-\u{438}\u{306}", "заказ-\u{439}"), ("e\u{301}", "\u{E9}"),
            ("\u{212B}", "\u{C5}"), ("\u{1100}\u{1161}", "\u{AC00}"), ("q\u{307}\u{323}", "q\u{323}\u{307}"),
            ("A1", "A1"), ("", ""), ("Ромашка № 5 — «ё» €", "Ромашка № 5 — «ё» €"), ("日本語🙂", "日本語🙂"),
            // Composed it were a semicolon.
            ("a\u{37E}e\u{301}", "a\u{37E}\u{E9}"),
        ])
    func composed(text: String, expected: String) {
        #expect(Array(text.composed.utf8) == Array(expected.utf8))
        #expect(Array(text.composed.composed.utf8) == Array(expected.utf8))
        #expect(Array(Composition.text(Array(text.utf8)).utf8) == Array(expected.utf8))
    }

    @Test("what is taken for unchanged at a glance is unchanged, for every letter, alone and behind another")
    func quick() {
        var passed = 0
        for value in UInt32(1)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = String(Character(scalar))
            if mayChange(text) { continue }
            passed += 1
            let composed = Composition.withoutLooking(text)
            if !composed.utf8.elementsEqual(text.utf8) || scalar.properties.canonicalCombiningClass != .notReordered {
                Issue.record("U+\(String(value, radix: 16)) changes")
            }
        }
        // Common alphabets pass: Latin, Cyrillic, Chinese, Korean.
        #expect(passed > 950_000)
        for text in ["Émile Müller", "Щётка", "Ўзбек", "漢字", "한국어", "№ 7 — 100 €", "🙂"] { #expect(!mayChange(text)) }
    }

    @Test("any text is equal to what it becomes, and becomes what every equal text becomes")
    func law() {
        let letters: [Unicode.Scalar] = [
            "a", "и", "е", "\u{301}", "\u{306}", "\u{308}", "\u{323}", "\u{1100}", "\u{1161}", "\u{11A8}", "5",
            "\u{AC00}",
        ]
        var state: UInt64 = 7
        for _ in 0..<2_000 {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<6 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                scalars.append(letters[Int(state >> 33) % letters.count])
            }
            let text = String(scalars)
            #expect(text.composed == text)
            #expect(Array(Composition.apart(text).composed.utf8) == Array(text.composed.utf8))
        }
    }

    private func mayChange(_ text: String) -> Bool {
        Array(text.utf8).withUnsafeBufferPointer { Composition.mayChange($0) }
    }
}
