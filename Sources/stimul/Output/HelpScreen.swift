internal import Messages

/// The help of a command as the parser writes it, in the language of the reader.
///
/// What commands and options mean is in that language already (``Swift/String/said(en:ru:)``); the parser's own words are not.
/// There are few of them, each at the beginning of a line or between parentheses.
struct HelpScreen {
    /// The help in English words of the parser.
    let english: String

    /// The help in a language.
    func text(in language: Language) -> String {
        guard language == .ru, isHelp else { return english }
        return english.split(separator: "\n", omittingEmptySubsequences: false).map { Self.russian(String($0)) }
            .joined(separator: "\n")
    }

    /// A version, a script of completions or a dump for programs is no help.
    private var isHelp: Bool { english.hasPrefix("OVERVIEW: ") || english.hasPrefix("USAGE: ") }

    /// How a line of the parser begins; what it says of itself and how it says what an option is without being given.
    private static let headings: [(english: String, russian: String)] = [
        ("OVERVIEW: ", "ОБЗОР: "), ("USAGE: ", "ИСПОЛЬЗОВАНИЕ: "), ("ARGUMENTS:", "АРГУМЕНТЫ:"),
        ("OPTIONS:", "ПАРАМЕТРЫ:"), ("SUBCOMMANDS:", "КОМАНДЫ:"),
    ]
    private static let phrases: [(english: String, russian: String)] = [
        ("Show the version.", "Показать версию."), ("Show help information.", "Показать справку."),
        ("Show subcommand help information.", "Показать справку о команде."),
        ("(default: ", "(по умолчанию: "), ("(values: ", "(бывает: "), ("; default: ", "; по умолчанию: "),
        ("<subcommand>", "<команда>"), ("<options>", "<параметры>"),
    ]

    private static func russian(_ line: String) -> String {
        if let words = ParserSentence.russian(String(line.trimmingPrefix { $0 == " " })) {
            return "  " + phrased(words)
        }
        var line = line
        for (english, russian) in headings where line.hasPrefix(english) {
            line = russian + line.dropFirst(english.count)
        }
        return phrased(line)
    }

    /// A line with what the parser says between parentheses and angle brackets.
    static func phrased(_ line: String) -> String {
        phrases.reduce(line) { line, phrase in line.replacing(phrase.english, with: phrase.russian) }
    }
}
