import Samples

/// Texts that break out of what is not escaped, made of a seed.
struct HostileText {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    /// Pieces of markup, of references, of other encodings; characters that are not seen or turn the line around.
    static let pieces = [
        "<", ">", "&", "\"", "'", "`", "=", "/", "\\", "<script>alert(1)</script>", "</script>", "</textarea>",
        "</title>",
        "</p>", "<!--", "-->", "<![CDATA[", "]]>", "<?php", "&amp;", "&lt;", "&#60;", "&#x3c;", "&amp", "&notin;",
        "&not",
        "javascript:", "\" onload=\"alert(1)", "' onerror='", "\r", "\n", "\r\n", "\t", "\u{C}", "\u{0}", "\u{1}",
        "\u{8}",
        "\u{1B}", "\u{7F}", "\u{80}", "\u{85}", "\u{9F}", "\u{A0}", "\u{AD}", "\u{200B}", "\u{200F}", "\u{202E}",
        "\u{2066}",
        "\u{2069}", "\u{2028}", "\u{FEFF}", "\u{FFFD}", "\u{FFFE}", "\u{FFFF}", "\u{10FFFF}", "Анна", "יעל", "é",
        "e\u{301}",
        "👩‍👩‍👧", "=1+1", " ", "a", "0", "x>y", "${x}", "{{x}}",
    ]

    /// The next text, of no piece to twelve.
    mutating func next() -> String {
        (0..<generator.below(13)).map { _ in generator.pick(Self.pieces) ?? "" }.joined()
    }
}
