import Formulas
import Messages

/// Words of another alphabet in a sentence, which nothing marks as a name.
///
/// A name stands between quotation marks or backticks, or is written as plans are: `{columns: …}`, `sum(…)`, `teams.csv`,
/// `sale.amount`, `each: event`. A few are known to everybody and stand as they are.
enum ForeignWords {
    /// What is left of a sentence without what is marked as a name.
    static func unmarked(_ sentence: String) -> String {
        var text = sentence
        // The innermost first, since braces stand in braces.
        for _ in 0..<3 {
            text = text.replacing(/«[^«»]*»|`[^`]*`|'[^']*'|\{[^{}]*\}|\[[^\[\]]*\]|"[^"]*"|<[^<>]*>/, with: " ")
        }
        return text
    }

    /// The Latin words of a Russian sentence that are no names; `zip-бомба` is a Russian word.
    static func latin(in sentence: String) -> [String] {
        unmarked(sentence).matches(of: /[\p{L}\p{N}_.\/:*-]+\(?/).map { String($0.output) }.filter { word in
            word.unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic }
                && !word.unicodeScalars.contains(where: \.isRussian) && !isName(word)
        }
    }

    /// Whether a sentence has a Russian letter outside what it quotes.
    static func hasRussian(_ sentence: String) -> Bool {
        unmarked(sentence).unicodeScalars.contains(where: \.isRussian)
    }

    private static func isName(_ written: String) -> Bool {
        // An option, the ending of a file, a function, a key, a number.
        if written.hasPrefix("-") || written.hasPrefix(".") || written.hasSuffix("(") || written.hasSuffix(":") {
            return true
        }
        let word = written.replacing(/[.:*\/-]+$/, with: "")
        if word.contains("_") || word.contains(".") || word.first?.isNumber == true { return true }
        return word.split(separator: "/").allSatisfy { part in
            // A currency or an abbreviation, a card of the library, a letter of a formula.
            part.count <= 2 || part.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "-" }
                || part.wholeMatch(of: /K\d+[a-z]/) != nil || names.contains(String(part))
        }
    }

    /// Names of plans, of the command line and of products that sentences list as they are.
    private static let names = Set(
        Function.allCases.map(\.rawValue) + planWords + commandWords
            + ["Excel", "Windows", "Unix", "Stimul", "SQLite", "OData", "Ctrl-C", "DOCTYPE", "anna.orlova"])

    /// Keys and values of plans that stand in lists: "ровно одно из rate, rates, tiers".
    private static let planWords = [
        "rate", "rates", "tiers", "marginal", "whole", "overage", "steps", "pot", "prize", "release", "until", "none",
        "days", "minutes", "pieces", "percent", "number", "month", "quarter", "all", "columns", "constants", "yes",
        "no",
        "true", "false", "where", "then", "kind", "alias", "key", "saturday", "january", "last", "nearest", "for",
        "company", "share", "sale", "person", "targets", "windows-1251", "cap", "guarantee", "amount", "limit", "money",
        "drop",
        "serial",
    ]

    /// What is typed on a command line.
    private static let commandWords = [
        "stimul", "table", "csv", "json", "psql", "chmod", "finance", "executive", "head", "analyst", "auditor",
        "administrator", "distributor", "saas", "key-accounts", "retail", "agency", "new", "check", "run", "verify",
        "import", "calculate", "pay", "approve", "user", "agree", "https", "http", "explain", "diff", "status", "map",
        "dina", "courtesy", "hospitality", "channel",
    ]
}
