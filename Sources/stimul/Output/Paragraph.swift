/// A sentence in lines of the screen.
enum Paragraph {
    /// The text with line breaks between words, so that no line is longer than so many characters; lines behind the first begin
    /// below its first word.
    ///
    /// - Parameter width: The number of characters; `nil` when a line may have any length.
    static func folded(_ text: String, width: Int?) -> String {
        guard let width, text.count > width else { return text }
        let indent = String(repeating: " ", count: text.prefix { $0 == " " || $0 == "–" }.count)
        var lines: [String] = []
        var line = String(text.prefix(indent.count))
        var isEmpty = true
        for word in text.dropFirst(indent.count).split(separator: " ", omittingEmptySubsequences: false) {
            if !isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = indent + word
            } else {
                line += (isEmpty ? "" : " ") + word
            }
            isEmpty = false
        }
        return (lines + [line]).joined(separator: "\n")
    }
}
