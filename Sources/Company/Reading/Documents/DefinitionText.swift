internal import Formulas
internal import Messages

/// A definition of a company's text as it lies in its file: a plan, a metric, a parameter.
public struct DefinitionText: Hashable, Sendable {
    /// The part of the text that it belongs to: `plans`, `metrics`.
    public var section: String
    /// Its name.
    public var name: String
    /// The path of its file inside the company folder.
    public var file: String
    /// Its first line, from 1.
    public var line: Int
    /// Its lines as they are written, without what stands around them.
    public var lines: [String]

    /// Its lines as one text.
    public var text: String { lines.joined(separator: "\n") }
}

extension CompanyReader {
    /// Every definition of a company's text, in the order of the files; a text that cannot be read has none.
    ///
    /// A definition ends where a line is indented no further than its first one.
    public static func definitions(in text: [SourceFile]) -> [DefinitionText] {
        let documents = Documents(text, Findings(text))
        var lines: [String: [Substring]] = [:]
        for file in text {
            lines[file.path] = String(decoding: file.bytes, as: UTF8.self)
                .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        }
        return Documents.Section.allCases.flatMap { section in
            documents[section].compactMap { definition -> DefinitionText? in
                let place = definition.key.place
                guard let all = lines[place.file], all.indices.contains(place.line - 1) else { return nil }
                return DefinitionText(
                    section: section.rawValue, name: definition.name, file: place.file, line: place.line,
                    lines: block(all, from: place.line - 1))
            }
        }
    }

    /// The line and those below it that are indented further, without empty lines and remarks at their end.
    private static func block(_ lines: [Substring], from first: Int) -> [String] {
        let margin = indentation(lines[first])
        var end = first + 1
        var next = first + 1
        while next < lines.count {
            let line = lines[next]
            next += 1
            if isEmpty(line) { continue }
            if indentation(line) <= margin { break }
            if !isRemark(line) { end = next }
        }
        return lines[first..<end].map(String.init)
    }

    private static func indentation(_ line: Substring) -> Int { line.prefix { $0 == " " }.count }
    private static func isEmpty(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }
    private static func isRemark(_ line: Substring) -> Bool { line.drop { $0 == " " }.first == "#" }
}
