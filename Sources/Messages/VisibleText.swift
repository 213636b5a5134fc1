/// Text that comes from outside, made fit to be shown.
///
/// A name, a reason or a file's path may hold characters that nobody sees and that a terminal obeys: they repaint the screen,
/// turn a line round, or make two different identifiers look the same. Each of them is shown as `�`, so that it neither works
/// nor hides:
///
///     VisibleText.line("Anna\u{1B}]0;x\u{7}")     // "Anna�]0;x�"
public enum VisibleText {
    /// What stands for a character that is not shown.
    static let replacement: Unicode.Scalar = "\u{FFFD}"

    /// A text as a part of one line: line breaks and tabs are spaces.
    public static func line(_ text: String) -> String {
        cleaned(text) { $0 == "\n" || $0 == "\t" ? " " : nil }
    }

    /// A text of several lines: its line breaks and tabs stay, each line break being a line feed.
    public static func lines(_ text: String) -> String {
        cleaned(text) { $0 == "\n" || $0 == "\t" ? $0 : nil }
    }

    /// A text written as JSON, in which such characters stand as escapes: programs read the same text, and a terminal obeys
    /// nothing.
    public static func json(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { isHidden($0) && $0 != "\n" }) else { return text }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard isHidden(scalar), scalar != "\n" else {
                shown.append(scalar)
                continue
            }
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16)
                shown += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars
            }
        }
        return String(shown)
    }

    /// A sentence in which neither a word nor the whole is longer than somebody reads: what is left out is `…`.
    ///
    /// The end stays, since that is where a message says what to do.
    public static func shortened(_ text: String) -> String {
        guard text.utf8.count > longestWord else { return text }
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            word.utf8.count > longestWord && word.count > longestWord ? word.prefix(shownOfWord) + "…" : word
        }
        let whole = words.joined(separator: " ")
        guard whole.utf8.count > longestText, whole.count > longestText else { return whole }
        return whole.prefix(shownOfText) + " … " + whole.suffix(shownOfText / 2)
    }

    /// The first character of a text that is not shown; `nil` when there is none.
    public static func firstHidden(in text: String) -> Unicode.Scalar? {
        text.unicodeScalars.first(where: isHidden)
    }

    /// A text without the characters that are not shown.
    public static func withoutHidden(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !isHidden($0) }))
    }

    private static let longestWord = 240
    private static let shownOfWord = 80
    private static let longestText = 3_000
    private static let shownOfText = 1_500

    private static func cleaned(_ text: String, keeping kept: (Unicode.Scalar) -> Unicode.Scalar?) -> String {
        guard text.unicodeScalars.contains(where: isHidden) else { return text }
        var shown = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            let isSecondHalf = scalar == "\n" && previous == "\r"
            previous = scalar
            if isSecondHalf { continue }
            guard isHidden(scalar) else {
                shown.append(scalar)
                continue
            }
            shown.append(kept(scalar == "\r" ? "\n" : scalar) ?? replacement)
        }
        return String(shown)
    }

    /// Whether a character steers instead of being seen: controls, marks of direction, characters without width.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0xAD: return true
        // Letters of Latin, Greek and Cyrillic, and the marks above them.
        case 0x20..<0x34F: return false
        case 0x350..<0x600: return false
        // They choose between two pictures of the character before, as emoji have them.
        case 0xFE00...0xFE0F: return false
        default:
            if scalar.properties.isDefaultIgnorableCodePoint { return true }
            return switch scalar.properties.generalCategory {
            case .format, .lineSeparator, .paragraphSeparator: true
            default: false
            }
        }
    }
}
