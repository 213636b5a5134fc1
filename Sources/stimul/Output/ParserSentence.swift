/// A sentence of the parser of command lines, in Russian.
enum ParserSentence {
    /// The sentences as the parser writes them, `%` standing for what it quotes, and in Russian, in the order of the quotes.
    private static let sentences: [(english: String, russian: String)] = [
        ("Unknown option '%'. Did you mean '%'?", "параметра «%» нет; может быть, «%»?"),
        (
            "Unknown option '%'\n   or: Missing value for '%' in '%'",
            "параметра «%» нет, а у «%» в нём («%») нет значения"
        ),
        ("Unknown option '%'", "параметра «%» нет"),
        ("Invalid option: %", "параметра «%» нет"),
        ("Missing value for '%'", "у «%» нет значения"),
        ("The option '%' does not take any value, but '%' was specified.", "у «%» не бывает значения, а указано «%»"),
        ("The value '%' is invalid for '%'. Please provide one of %.", "значение «%» не подходит для «%»; бывает: %"),
        ("The value '%' is invalid for '%': %", "значение «%» не подходит для «%»: %"),
        ("The value '%' is invalid for '%'", "значение «%» не подходит для «%»"),
        (
            "Value to be set with flag '%' had already been set with flag '%'",
            "«%» и «%» — об одном и том же; оставьте одно"
        ),
        ("Unexpected argument '%'", "лишнее слово «%»"),
        ("% unexpected arguments: '%'", "лишних слов %: «%»"),
        ("Missing expected argument '%'", "не хватает «%»"),
        ("Missing one of: '%'", "не хватает одного из: «%»"),
        ("Missing required subcommand.", "не хватает команды"),
        ("See '%' for more information.", "Подробнее: «%»"),
        ("See '%' for detailed help.", "Подробнее: «%»"),
    ]

    /// The sentence in Russian; what is not one of the parser's is `nil`.
    static func russian(_ english: String) -> String? {
        for (pattern, russian) in sentences {
            if let quoted = quotes(
                of: english[...], in: pattern.split(separator: "%", omittingEmptySubsequences: false))
            {
                return filled(russian, with: quoted)
            }
        }
        return nil
    }

    /// What stands between the parts of a pattern; `nil` when the text is not of that pattern.
    private static func quotes(of text: Substring, in parts: [Substring]) -> [Substring]? {
        guard let first = parts.first, text.hasPrefix(first) else { return nil }
        var rest = text.dropFirst(first.count)
        var quotes: [Substring] = []
        for (index, part) in parts.enumerated().dropFirst() {
            let isLast = index == parts.count - 1
            guard let range = isLast ? rest.lastRange(of: part) : rest.firstRange(of: part) else { return nil }
            if isLast, range.upperBound != rest.endIndex { return nil }
            quotes.append(rest[..<range.lowerBound])
            rest = rest[range.upperBound...]
        }
        return rest.isEmpty ? quotes : nil
    }

    private static func filled(_ pattern: String, with quotes: [Substring]) -> String {
        let parts = pattern.split(separator: "%", omittingEmptySubsequences: false)
        return parts.enumerated().map { index, part in
            index < quotes.count ? part + listed(quotes[index]) : String(part)
        }.joined()
    }

    /// What was quoted; a list of words as Russian writes one.
    private static func listed(_ quote: Substring) -> String {
        guard quote.contains("'") else { return String(quote) }
        let words = quote.split(separator: "'").filter { ![", ", " and ", " or "].contains($0) }
        return words.joined(separator: quote.hasPrefix("'") ? ", " : "», «")
    }
}

extension Substring {
    /// Where a text stands for the last time; at the end when the text is empty.
    fileprivate func lastRange(of text: Substring) -> Range<Index>? {
        if text.isEmpty { return endIndex..<endIndex }
        return hasSuffix(text) ? index(endIndex, offsetBy: -text.count)..<endIndex : nil
    }
}
