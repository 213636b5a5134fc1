/// One fault or warning found in what a company wrote, with its place and a remedy.
///
/// Printed as a compiler prints it (see ``rendered(in:)``):
///
///     plans.yaml:12:34: error: there is no name 'saels'
///        12 |         commission: growth(saels)
///           |                            ^~~~~
///        help: did you mean 'sales'?
public struct Diagnostic: Error, Hashable, Sendable {
    /// How much the finding weighs.
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        /// The company cannot be calculated until this is mended.
        case error
        /// The company can be calculated; an experienced reader would still object.
        case warning
        /// Something worth knowing, for instance rows that were set aside.
        case note
    }

    /// How much the finding weighs.
    public var severity: Severity
    /// A stable identifier of the kind of finding, for instance `unknown-name`; never translated.
    public var code: String
    /// Where it was found; `nil` when it concerns the whole company.
    public var place: Place?
    /// What was found.
    public var message: LocalizedText
    /// What to do about it.
    public var remedy: LocalizedText?
    /// A step of Stimul that helps; the one who shows the finding knows how it is called there.
    public var advice: Advice?

    /// Makes a finding.
    public init(
        _ severity: Severity = .error, code: String, at place: Place? = nil,
        _ message: LocalizedText, remedy: LocalizedText? = nil, advice: Advice? = nil
    ) {
        self.severity = severity
        self.code = code
        self.place = place
        self.message = message
        self.remedy = remedy
        self.advice = advice
    }
}

/// A place in a file: line and column count from 1, columns in characters.
public struct Place: Hashable, Sendable, Comparable {
    /// The file's path inside the company folder.
    public var file: String
    /// The line, from 1; 0 when the whole file is meant.
    public var line: Int
    /// The column, from 1, in characters; 0 when the whole line is meant.
    public var column: Int
    /// How many characters are meant, at least 1.
    public var length: Int
    /// The text of the line, shown under the message; `nil` when there is none to show.
    public var lineText: String?

    /// Makes a place.
    public init(file: String, line: Int = 0, column: Int = 0, length: Int = 1, lineText: String? = nil) {
        self.file = file
        self.line = line
        self.column = column
        self.length = max(1, length)
        self.lineText = lineText
    }

    /// Orders places as a reader meets them: by file, line and column.
    public static func < (left: Place, right: Place) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}

extension Diagnostic {
    /// The finding as text, without colours: place, message, the line with a caret, the remedy.
    ///
    /// - Parameter naming: What the step that helps is called where the finding is shown; behind the remedy.
    public func rendered(in language: Language, naming: (Advice) -> LocalizedText? = { _ in nil }) -> String {
        var lines = [heading(in: language)]
        if let place, let text = place.lineText, place.line > 0 {
            lines += Self.excerpt(of: text, place)
        }
        let help = [remedy, advice.flatMap(naming)].compactMap { $0?[language] }
        if !help.isEmpty {
            lines.append("   " + (language == .ru ? "совет: " : "help: ") + Self.shown(help.joined(separator: "; ")))
        }
        return lines.joined(separator: "\n")
    }

    private func heading(in language: Language) -> String {
        let address = place.map { VisibleText.line($0.address) + ": " } ?? ""
        return "\(address)\(severity.word(in: language)): \(Self.shown(message[language]))"
    }

    /// A sentence as it is shown: what it quotes may be long, or move a terminal's cursor.
    private static func shown(_ text: String) -> String { VisibleText.shortened(VisibleText.line(text)) }

    /// The line and a caret below it; a long line is cut to a window around the caret.
    private static func excerpt(of text: String, _ place: Place) -> [String] {
        let characters = Array(text.prefix(100_000))
        let width = 110
        // A place behind what is kept of a very long line gets no caret.
        let isShown = place.column <= characters.count + 1
        let start = place.column > width - 20 && isShown ? place.column - width / 2 : 0
        let window = characters.dropFirst(start).prefix(width).map(visible)
        let number = String(place.line)
        let margin = String(repeating: " ", count: max(0, 5 - number.count)) + number
        let head = start > 0 ? "…" : ""
        var lines = ["\(margin) | \(head)\(String(window))"]
        if place.column > 0, isShown {
            let offset = place.column - 1 - start + head.count
            let tail = max(0, min(place.length, window.count - (place.column - 1 - start)) - 1)
            lines.append(
                "      | " + String(repeating: " ", count: max(0, offset)) + "^" + String(repeating: "~", count: tail))
        }
        return lines
    }

    /// A character as it is shown; one for one, so that the caret below stays under what it means.
    private static func visible(_ character: Character) -> Character {
        let shown = VisibleText.line(String(character))
        return shown.count == 1 ? Character(shown) : "\u{FFFD}"
    }
}

extension Diagnostic.Severity {
    /// The word that opens a message.
    public func word(in language: Language) -> String {
        switch (self, language) {
        case (.error, .en): "error"
        case (.error, .ru): "ошибка"
        case (.warning, .en): "warning"
        case (.warning, .ru): "предупреждение"
        case (.note, .en): "note"
        case (.note, .ru): "замечание"
        }
    }
}

extension Place {
    /// `file`, `file:line` or `file:line:column`.
    public var address: String {
        line == 0 ? file : column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
    }
}
