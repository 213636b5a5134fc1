/// Distances between things, in pixels of CSS at the reader's usual size of letters.
public enum Spacing: Int, CaseIterable, Sendable {
    /// From the smallest to the largest.
    case s4 = 4, s8 = 8, s12 = 12, s16 = 16, s24 = 24, s32 = 32, s48 = 48, s64 = 64
}

/// Sizes of letters and of their lines, in pixels of CSS at the reader's usual size.
public enum TypeSize: String, CaseIterable, Sendable {
    /// Remarks, labels, text, three sizes of headings, and the one figure a page is about.
    case small, label, text, lead, heading, title, hero

    /// The height of letters.
    public var size: Int { measures.size }

    /// The height of a line.
    public var line: Int { measures.line }

    private var measures: (size: Int, line: Int) {
        switch self {
        case .small: (13, 18)
        case .label: (14, 20)
        case .text: (16, 24)
        case .lead: (20, 28)
        case .heading: (25, 32)
        case .title: (32, 40)
        case .hero: (40, 48)
        }
    }
}

/// Pixels of CSS as `rem`, so that they follow the reader's size of letters: 13 is 0.8125rem.
enum Rem {
    static func text(_ pixels: Int) -> String {
        let (whole, rest) = (pixels * 10_000 / 16).quotientAndRemainder(dividingBy: 10_000)
        guard rest > 0 else { return "\(whole)rem" }
        var digits = Substring(String(10_000 + rest).dropFirst())
        while digits.hasSuffix("0") { digits = digits.dropLast() }
        return "\(whole).\(digits)rem"
    }
}
