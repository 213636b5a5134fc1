import Testing

/// Every text of the program, as it stands in the sources.
@Suite("Texts in the sources")
struct SourceTextTests {
    @Test("The sources are found: thousands of texts in both languages")
    func found() {
        #expect(SourceText.all.count { $0.language == .ru } > 2_500)
        #expect(SourceText.all.count { $0.language == .en } > 2_500)
    }

    @Test("A Russian text has no English word that is not marked as a name")
    func russian() {
        let faults = SourceText.all.filter { text in
            text.language == .ru && !ForeignWords.latin(in: Self.withoutExamples(text.words)).isEmpty
        }
        #expect(faults.isEmpty, "\(Self.list(faults) { ForeignWords.latin(in: Self.withoutExamples($0.words)) })")
    }

    @Test("An English text has no Russian letter outside what it quotes")
    func english() {
        // The words that a cell may hold are listed as they are written there.
        let faults = SourceText.all.filter {
            $0.language == .en && ForeignWords.hasRussian($0.words) && !$0.words.contains("да or нет")
        }
        #expect(faults.isEmpty, "\(Self.list(faults) { [$0.words] })")
    }

    @Test("A text is left empty in both languages or in none")
    func empty() {
        let empty = SourceText.all.filter { $0.words.isEmpty }
        let files = Dictionary(grouping: empty, by: \.file).filter { _, texts in
            texts.count { $0.language == .en } != texts.count { $0.language == .ru }
        }
        #expect(files.isEmpty, "\(files.keys.sorted())")
    }

    @Test("A Russian text names no raw value of the program, and no value as English writes it")
    func values() {
        let faults = SourceText.all.filter { $0.language == .ru }.compactMap { text -> (SourceText, [String])? in
            let named = Self.unquotedValues(of: text).filter { value in
                value.contains("rawValue") || value.hasSuffix(".description") || value.contains("in: .en")
                    || value.firstMatch(of: /\.en\b/) != nil
            }
            return named.isEmpty ? nil : (text, named)
        }.filter { !$0.0.file.hasSuffix("TextFault.swift") }
        #expect(faults.isEmpty, "\(faults.map { "\($0.0): \($0.1)" }.joined(separator: "\n"))")
    }

    @Test("No text below the command line says what to type there")
    func commands() {
        let rooms = SourceText.all.filter { !$0.file.hasPrefix("stimul/") }
        let faults = rooms.filter { $0.words.firstMatch(of: /\bstimul [a-z]|(^|[^-\w])--[a-z]/) != nil }
        #expect(faults.isEmpty, "\(Self.list(faults) { [$0.words] })")
    }

    /// The values of a text that do not stand between quotation marks.
    private static func unquotedValues(of text: SourceText) -> [String] {
        var values = text.values[...]
        var quotes = 0
        return text.words.compactMap { character -> String? in
            if "«{[".contains(character) { quotes += 1 }
            if "»}]".contains(character) { quotes -= 1 }
            guard character == SourceText.hole else { return nil }
            let value = values.popFirst() ?? ""
            return quotes > 0 ? nil : value
        }
    }

    /// A text without the lines that show what to type, and what it does.
    private static func withoutExamples(_ words: String) -> String {
        words.split(separator: "\n").filter { $0.wholeMatch(of: /\s*(stimul |--reason ).*/) == nil }
            .joined(separator: "\n")
    }

    private static func list(_ texts: [SourceText], _ why: (SourceText) -> [String]) -> String {
        texts.map { "\($0): \(why($0))" }.joined(separator: "\n")
    }
}
