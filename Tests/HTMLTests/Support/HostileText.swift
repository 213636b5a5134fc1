/// Texts that break out of what is not escaped, made of a seed.
struct HostileText {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

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
        let count = Int(random(below: 13))
        return (0..<count).map { _ in Self.pieces[Int(random(below: UInt64(Self.pieces.count)))] }.joined()
    }

    /// SplitMix64, Steele, Lea and Flood, 2014.
    private mutating func random(below limit: UInt64) -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return (mixed ^ mixed >> 31) % limit
    }
}
