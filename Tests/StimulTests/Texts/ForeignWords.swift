import Formulas

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

    /// The Latin words of a Russian sentence that are no names.
    static func latin(in sentence: String) -> [String] {
        unmarked(sentence).matches(of: /[A-Za-z][A-Za-z0-9_.\/:*-]*\(?/).map { String($0.output) }
            .filter { !isName($0) }
    }

    /// Whether a sentence has a Russian letter outside what it quotes.
    static func hasRussian(_ sentence: String) -> Bool {
        unmarked(sentence).unicodeScalars.contains(where: \.isRussian)
    }

    private static func isName(_ written: String) -> Bool {
        let word = written.replacing(/[.:*\/-]+$/, with: "")
        if written.hasSuffix("(") || written.hasSuffix(":") || word.contains("_") || word.contains(".") { return true }
        // A currency, an index of a formula of the library, a period.
        if word.count <= 2 || word.allSatisfy({ $0.isUppercase || $0.isNumber || $0 == "-" }) { return true }
        return names.contains(word) || word.split(separator: "/").allSatisfy { names.contains(String($0)) }
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
        "company", "share", "sale", "person", "targets", "windows-1251",
    ]

    /// What is typed on a command line.
    private static let commandWords = [
        "stimul", "table", "csv", "json", "psql", "chmod", "finance", "executive", "head", "analyst", "auditor",
        "administrator", "distributor", "saas", "key-accounts", "retail", "agency", "new", "check", "run", "verify",
        "import", "calculate", "pay", "approve", "user", "agree", "https", "http", "explain", "diff", "status", "map",
    ]
}
