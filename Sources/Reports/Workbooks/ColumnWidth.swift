internal import Quantities

/// How wide a column must be to show what stands in it.
struct ColumnWidth {
    /// Characters; a longer text is cut off in sight but not in the cell.
    private static let range = 8...60
    private var characters: Int

    init(title: String) {
        // The header is bold, which takes about a tenth more.
        characters = title.count + title.count / 10
    }

    /// Takes a text into account, which may have several lines.
    mutating func include(_ text: String) {
        guard characters < Self.range.upperBound else { return }
        for line in text.split(whereSeparator: \.isNewline) { characters = max(characters, line.count) }
    }

    /// Takes an amount into account, with the separators of its thousands.
    mutating func include(amount text: String) {
        let whole = text.prefix { $0 != "." }.filter(\.isNumber).count
        characters = max(characters, text.count + (whole - 1) / 3)
    }

    /// The width in characters of the standard font, with a margin.
    var value: Double {
        Double(min(max(characters, Self.range.lowerBound), Self.range.upperBound) + 2)
    }
}
