/// Finds aliases (`*name` for what stands at `&name`) that could stand for more text than the world has paper.
///
/// An alias that repeats plain text is read. One inside a part that is repeated itself multiplies with every level, so it
/// is refused, and so are more aliases than a person writes. The test is made on the text, because the parser would
/// already follow them; where it cannot tell, it refuses.
struct YAMLAliases {
    struct Alias {
        let name: Substring
        let line: Int
        let column: Int
    }

    /// How many aliases a file may have.
    private static let limit = 200

    /// A part of the file with an anchor, as long as it is not certain that it has ended.
    private struct Part {
        let indent: Int
        let isListItem: Bool
        var brackets = 0
        var isEndless = false

        /// Whether a line with this indentation cannot belong to it any more.
        func hasEnded(before line: Substring, _ indent: Int) -> Bool {
            if isEndless || brackets > 0 || indent > self.indent { return false }
            if indent < self.indent { return true }
            // A list may stand no deeper than the key it belongs to, and so may brackets.
            let first = line.dropFirst(indent).first ?? " "
            return isListItem ? first != "[" && first != "{" : !"-[{\"'|>".contains(first)
        }
    }

    private var anchors: Set<Substring> = []
    private var open: [Part] = []
    private var aliases: [(alias: Alias, isNested: Bool)] = []

    /// The first alias that is refused; what only looks like one, such as a multiplication, has no anchor.
    static func firstRefused(in lines: [Substring]) -> Alias? {
        var reading = YAMLAliases()
        for (index, line) in lines.enumerated() { reading.read(line, number: index + 1) }
        let real = reading.aliases.filter { reading.anchors.contains($0.alias.name) }
        return real.first { $0.isNested }?.alias ?? (real.count > limit ? real[limit].alias : nil)
    }

    private mutating func read(_ line: Substring, number: Int) {
        let indent = line.prefix { $0 == " " }.count
        let isBlank = indent == line.count || line.dropFirst(indent).first == "#"
        if !isBlank { open.removeAll { $0.hasEnded(before: line, indent) } }
        if line.utf8.contains(where: { $0 == 0x26 || $0 == 0x2A }) { readMarks(line, number, indent) }
        if !open.isEmpty { readBrackets(line) }
    }

    /// Counts brackets outside quotation marks and comments; with a quotation that goes on, nothing is certain.
    private mutating func readBrackets(_ line: Substring) {
        var quote: Character?
        var before: Character = " "
        for character in line {
            defer { before = character }
            if let mark = quote {
                if character == mark, before != "\\" { quote = nil }
                continue
            }
            switch character {
            case "\"", "'":
                if " \t[{,:".contains(before) { quote = character }
            case "#":
                if " \t".contains(before) { return }
            case "[", "{":
                for index in open.indices { open[index].brackets += 1 }
            case "]", "}":
                for index in open.indices { open[index].brackets = max(0, open[index].brackets - 1) }
            default: break
            }
        }
        if quote != nil {
            for index in open.indices { open[index].isEndless = true }
        }
    }

    private mutating func readMarks(_ line: Substring, _ number: Int, _ indent: Int) {
        var before: Character = " "
        var column = 0
        for position in line.indices {
            let character = line[position]
            column += 1
            defer { before = character }
            guard character == "&" || character == "*", " \t[{,:-?".contains(before) else { continue }
            let name = line[line.index(after: position)...].prefix { !" \t[]{},:".contains($0) }
            if name.isEmpty { continue }
            if character == "&" {
                anchors.insert(name)
                let first = line.dropFirst(indent).first
                var part = Part(indent: indent, isListItem: first == "-")
                // An anchor at the beginning of a line belongs to what the next line holds, wherever that stands.
                part.isEndless = first == "&" || first == "?"
                open.append(part)
            } else {
                // A key is compared with every other, with all that it stands for.
                let isKey =
                    line[name.endIndex...].drop { $0 == " " }.first == ":" || line.contains("?")
                aliases.append((Alias(name: name, line: number, column: column), isKey || !open.isEmpty))
            }
        }
    }
}
