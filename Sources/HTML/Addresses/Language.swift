/// The languages that pages are written in.
public enum Language: String, Sendable, CaseIterable {
    /// Russian.
    case ru
    /// English.
    case en

    /// The language as an attribute names it.
    public var tag: LanguageTag { LanguageTag(known: rawValue) }
}

/// The language of a passage, as BCP 47 names it: `ru`, `en-GB`, `zh-Hant`.
public struct LanguageTag: Hashable, Sendable {
    /// The tag.
    public let text: String

    init(known text: String) { self.text = text }

    /// A tag from data; nil unless it is of parts of one to eight letters and digits, the first of two or three letters.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count <= 35, let first = parts.first, (2...3).contains(first.count),
            first.utf8.allSatisfy({ PercentEncoding.isLetterOrDigit($0) && $0 > 57 }),
            parts.allSatisfy({ (1...8).contains($0.count) && $0.utf8.allSatisfy(PercentEncoding.isLetterOrDigit) })
        else { return nil }
        self.text = text
    }
}
