import Foundation

/// A text for people as it stands in a source file.
struct SourceText: CustomStringConvertible {
    enum Language { case en, ru }

    let file: String
    let line: Int
    let language: Language
    /// The words, each value in them being ``hole``.
    let words: String
    /// The code of the values, in order.
    let values: [String]

    /// Stands where a sentence names a value.
    static let hole: Character = "\u{1}"

    var description: String { "\(file):\(line): \(words.replacing(String(Self.hole), with: "…"))" }

    /// The texts of all sources; what is no text of the program is left out: generated companies, templates of companies, styles,
    /// the list of common passwords.
    static let all: [SourceText] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../../../Sources"
        )
        .standardized
        let files = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        let foreign = [
            "Samples/", "generate/", "measure/", "workbook/", "stimul/Templates/", "StarterCompany", "HTML/Styles/",
            "CommonWords",
        ]
        return files.sorted().filter { file in
            file.hasSuffix(".swift") && !foreign.contains { file.contains($0) }
        }.flatMap { file -> [SourceText] in
            guard let code = try? String(contentsOf: root.appendingPathComponent(file), encoding: .utf8) else {
                return []
            }
            var scanner = SourceScanner(code, file: file)
            return scanner.texts()
        }
    }()
}

/// Finds the texts of a source file: what stands behind `en:` and `ru:`, and every literal with a Russian letter.
struct SourceScanner {
    private let code: [UInt8]
    private let file: String
    private var position = 0
    private var line = 1
    private var found: [SourceText] = []
    /// The label whose argument is being read, and how many parentheses are open around it.
    private var label: (language: SourceText.Language, depth: Int)?
    private var depth = 0

    init(_ code: String, file: String) {
        self.code = Array(code.utf8)
        self.file = file
    }

    mutating func texts() -> [SourceText] {
        while position < code.count { step() }
        return found
    }

    private func stands(_ text: StaticString) -> Bool {
        text.withUTF8Buffer {
            position + $0.count <= code.count && code[position..<position + $0.count].elementsEqual($0)
        }
    }

    private mutating func step() {
        switch code[position] {
        case UInt8(ascii: "\n"): line += 1
        case UInt8(ascii: "/") where stands("//"):
            while position < code.count, code[position] != UInt8(ascii: "\n") { position += 1 }
            return
        case UInt8(ascii: "#") where stands("#\""):
            position += 2
            while position < code.count, !stands("\"#") { position += 1 }
        case UInt8(ascii: "\""):
            readLiteral()
            return
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
            depth -= 1
            if let label, depth < label.depth { self.label = nil }
        case UInt8(ascii: ","): if label?.depth == depth { label = nil }
        case UInt8(ascii: "e") where stands("en:") && isNewWord: label = (.en, depth)
        case UInt8(ascii: "r") where stands("ru:") && isNewWord: label = (.ru, depth)
        default: break
        }
        position += 1
    }

    private var isNewWord: Bool {
        guard position > 0 else { return true }
        let before = code[position - 1]
        return before == UInt8(ascii: " ") || before == UInt8(ascii: "(") || before == UInt8(ascii: "\n")
    }

    /// Reads a literal from its first quotation mark on, and those in its values.
    private mutating func readLiteral() {
        let isLong = stands("\"\"\"")
        let begin = line
        position += isLong ? 3 : 1
        var words: [UInt8] = []
        var values: [String] = []
        while position < code.count, isLong ? !stands("\"\"\"") : code[position] != UInt8(ascii: "\"") {
            guard code[position] == UInt8(ascii: "\\") else {
                if code[position] == UInt8(ascii: "\n") { line += 1 }
                words.append(code[position])
                position += 1
                continue
            }
            position += 1
            if code[position] == UInt8(ascii: "(") {
                words.append(contentsOf: String(SourceText.hole).utf8)
                values.append(readValue())
            } else {
                words.append(code[position] == UInt8(ascii: "\"") ? code[position] : UInt8(ascii: " "))
                position += 1
            }
        }
        position += isLong ? 3 : 1
        let text = String(decoding: words, as: UTF8.self)
        guard let language = language(of: text) else { return }
        found.append(SourceText(file: file, line: begin, language: language, words: text, values: values))
    }

    /// Reads the code of a value between its parentheses.
    private mutating func readValue() -> String {
        position += 1
        let (start, outside) = (position, depth)
        depth += 1
        while position < code.count, depth > outside {
            if depth == outside + 1, code[position] == UInt8(ascii: ")") { break }
            // A comma in a value does not end the argument that the sentence is.
            let kept = label
            step()
            label = kept
        }
        depth = outside
        let value = String(decoding: code[start..<position], as: UTF8.self)
        position += 1
        return value
    }

    private func language(of text: String) -> SourceText.Language? {
        if let label { return label.language }
        return text.unicodeScalars.contains(where: \.isRussian) ? .ru : nil
    }
}

extension Unicode.Scalar {
    /// Whether it is a letter of Russian.
    var isRussian: Bool { (0x400...0x45F).contains(value) }
}
