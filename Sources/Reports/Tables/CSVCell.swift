internal import Messages

/// A cell of text in a CSV file.
public enum CSVCell {
    private static let special = Set(",\"\n".utf8)
    private static let formulaStarts = Set("=+-@\t\n".utf8)

    /// The bytes of a text as it stands in a row, between the commas; in UTF-8.
    ///
    /// - A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a line
    ///   break) gets an apostrophe in front. A figure is therefore no text: its minus would be guarded.
    /// - A text with a comma, a quote or a line break is quoted, its quotes doubled (RFC 4180); every line break is a line feed.
    /// - What a terminal would obey and nobody sees is `�` (``VisibleText``).
    public static func quoted(_ text: String) -> [UInt8] {
        var bytes = Array(VisibleText.lines(text).utf8)
        if let first = bytes.first, formulaStarts.contains(first) { bytes.insert(UInt8(ascii: "'"), at: 0) }
        guard bytes.contains(where: { special.contains($0) }) else { return bytes }
        let quote = UInt8(ascii: "\"")
        return [quote] + bytes.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
    }
}
