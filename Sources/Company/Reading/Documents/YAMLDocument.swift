internal import Formulas
internal import Messages
internal import Yams

/// A YAML file of the company folder with its lines, so that every finding can show its place.
final class YAMLDocument {
    let path: String
    let lines: [Substring]
    private(set) var root: Node?
    /// Whether it is YAML at all; an empty file is.
    private(set) var isReadable = false

    init(path: String, text: String, report: (Diagnostic) -> Void) {
        self.path = path
        lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        if let alias = YAMLAliases.firstRefused(in: lines) {
            report(aliasFault(alias))
            return
        }
        do {
            isReadable = true
            root = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            isReadable = false
            report(diagnostic(for: error))
        } catch {
            isReadable = false
            report(diagnostic(problem: "\(error)", line: 0, column: 0))
        }
    }

    /// A few lines of aliases can stand for more text than the world has paper.
    private func aliasFault(_ alias: YAMLAliases.Alias) -> Diagnostic {
        Diagnostic(
            code: "alias", at: place(line: alias.line, column: alias.column, length: alias.name.count + 1),
            LocalizedText(
                en: "'*\(alias.name)' is an alias inside another one, or one of too many",
                ru: "«*\(alias.name)» — отсылка внутри отсылки или одна из слишком многих"),
            remedy: LocalizedText(
                en: "write out what stands at '&\(alias.name)'", ru: "напишите целиком то, что стоит у «&\(alias.name)»"
            ))
    }

    private func diagnostic(for error: YamlError) -> Diagnostic {
        switch error {
        case .scanner(let context?, "could not find expected ':'", _, _):
            // What is missed at the next line should stand at the end of the one before.
            return missingColon(context.mark.line, context.mark.column)
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return diagnostic(problem: problem, line: mark.line, column: mark.column)
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.sorted()
            let (en, ru) = (names.map { "'\($0)'" }, names.map { "«\($0)»" })
            let (line, column) = (context.mark.line, context.mark.column)
            return Diagnostic(
                code: "duplicate-key", at: place(line: line, column: column, length: names.first?.count ?? 1),
                LocalizedText(
                    en: "\(en.joined(separator: ", ")) stands here and again further down, at the same level",
                    ru: "\(ru.joined(separator: ", ")) стоит здесь и ещё раз ниже, на том же уровне"),
                remedy: LocalizedText(
                    en: "merge both into one, or keep one of them", ru: "объедините их в одно или оставьте одно"))
        case .reader(let problem, _, _, _):
            return diagnostic(problem: problem, line: 0, column: 0)
        default:
            return diagnostic(problem: "\(error)", line: 0, column: 0)
        }
    }

    private func missingColon(_ line: Int, _ column: Int) -> Diagnostic {
        let rest = lines.indices.contains(line - 1) ? lines[line - 1].dropFirst(max(0, column - 1)) : ""
        let text = rest.prefix { $0 != "#" }.split { $0.isWhitespace }.joined(separator: " ")
        let words = text.split(separator: " ", maxSplits: 1)
        return Diagnostic(
            code: "yaml", at: place(line: line, column: column, length: max(1, text.count)),
            LocalizedText(
                en: "this is not YAML: after '\(VisibleText.shortened(text))' a colon is missing",
                ru: "это не YAML: после «\(VisibleText.shortened(text))» не хватает двоеточия"),
            remedy: words.count == 2
                ? LocalizedText(
                    en: "write '\(words[0]): \(words[1])'", ru: "пишите «\(words[0]): \(words[1])»")
                : LocalizedText(
                    en: "write '\(text): …', or put what belongs to the line above further in",
                    ru: "пишите «\(text): …» или сдвиньте вправо то, что относится к строке выше"))
    }

    private func diagnostic(problem: String, line: Int, column: Int) -> Diagnostic {
        let start = lines.indices.contains(line - 1) ? lines[line - 1].dropFirst(max(0, column - 1)) : ""
        let words = YAMLProblem(problem, before: start)
        return Diagnostic(
            code: "yaml", at: place(line: line, column: column, length: 1),
            LocalizedText(en: "this is not YAML: \(words.message.en)", ru: "это не YAML: \(words.message.ru)"),
            remedy: words.remedy)
    }

    func place(line: Int, column: Int, length: Int) -> Place {
        let text = lines.indices.contains(line - 1) ? String(lines[line - 1].prefix(2_000)) : nil
        return Place(file: path, line: line, column: column, length: length, lineText: text)
    }
}

/// A node of a YAML file.
struct YAMLEntry {
    let node: Node
    let document: YAMLDocument

    /// The text of a scalar, letters and marks composed; `nil` for lists, mappings and an empty value.
    var text: String? {
        guard case .scalar(let scalar) = node else { return nil }
        if scalar.style == .plain, ["", "~", "null"].contains(scalar.string) { return nil }
        return scalar.string.composed
    }

    /// The elements of a list; a single value is a list of one.
    var elements: [YAMLEntry] {
        if case .sequence(let sequence) = node {
            return sequence.map { YAMLEntry(node: $0, document: document) }
        }
        return [self]
    }

    /// The pairs of a mapping; `nil` when it is none.
    var pairs: [(key: YAMLEntry, value: YAMLEntry)]? {
        guard case .mapping(let mapping) = node else { return nil }
        return mapping.map {
            (YAMLEntry(node: $0.key, document: document), YAMLEntry(node: $0.value, document: document))
        }
    }

    var isList: Bool {
        if case .sequence = node { true } else { false }
    }

    /// Where it begins.
    var place: Place {
        document.place(line: line, column: column, length: text?.count ?? 1)
    }

    private var line: Int { node.mark?.line ?? 0 }

    /// The column in characters; YAML counts Unicode scalars.
    private var column: Int {
        guard let mark = node.mark, document.lines.indices.contains(mark.line - 1) else { return 0 }
        let before = document.lines[mark.line - 1].unicodeScalars.prefix(mark.column - 1)
        return String(String.UnicodeScalarView(before)).count + 1
    }

    /// Where a stretch of the scalar's text stands in the file.
    func place(of span: TextSpan) -> Place {
        guard case .scalar(let scalar) = node else { return place }
        switch scalar.style {
        case .literal: return placeInBlock(span, scalar.string)
        case .folded: return placeInFolded(span, from: line + 1, skipping: 0)
        case .doubleQuoted, .singleQuoted: return placeInFolded(span, from: line, skipping: column)
        default: return placeInFolded(span, from: line, skipping: column - 1)
        }
    }

    /// A block's text begins on the line after its mark; each line keeps its own indentation in the file.
    private func placeInBlock(_ span: TextSpan, _ text: String) -> Place {
        var offset = span.lower
        for (index, content) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if offset <= content.count {
                let number = line + 1 + index
                let indent =
                    document.lines.indices.contains(number - 1)
                    ? document.lines[number - 1].prefix { $0 == " " }.count : 0
                return document.place(line: number, column: indent + 1 + offset, length: span.upper - span.lower)
            }
            offset -= content.count + 1
        }
        return place
    }

    /// A text that goes on over several lines is one line with a space where it was broken.
    private func placeInFolded(_ span: TextSpan, from first: Int, skipping start: Int) -> Place {
        var offset = span.lower
        for number in first..<(first + 1_000) {
            guard document.lines.indices.contains(number - 1) else { break }
            let text = document.lines[number - 1]
            let indent = number == line ? start : text.prefix { $0 == " " || $0 == "\t" }.count
            let content = text.dropFirst(indent)
            let length = content.count - content.reversed().prefix { $0 == " " }.count
            let isLast = !document.lines.indices.contains(number) || !isContinued(after: number)
            if offset < length || isLast {
                return document.place(line: number, column: indent + 1 + offset, length: span.upper - span.lower)
            }
            offset -= length == 0 ? 0 : length + 1
        }
        return place
    }

    /// Whether the scalar goes on in the next line: what is indented deeper than the line it begins on.
    private func isContinued(after number: Int) -> Bool {
        guard case .scalar(let scalar) = node, document.lines.indices.contains(number) else { return false }
        if scalar.style == .plain, !scalar.string.contains(" ") { return false }
        let next = document.lines[number]
        let indent = next.prefix { $0 == " " }.count
        let own = document.lines[line - 1].prefix { $0 == " " }.count
        return next.allSatisfy { $0 == " " } || indent > own
    }
}
