internal import Formulas
internal import Yams

/// A YAML file of the company folder with its lines, so that every finding can show its place.
final class YAMLDocument {
    let path: String
    let lines: [Substring]
    private(set) var root: Node?

    /// Files over this size are not text that a person wrote.
    static let sizeLimit = 8 << 20

    init(path: String, text: String, report: (Diagnostic) -> Void) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        do {
            root = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            report(diagnostic(for: error))
        } catch {
            report(diagnostic(problem: "\(error)", line: 0, column: 0))
        }
    }

    private func diagnostic(for error: YamlError) -> Diagnostic {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return diagnostic(problem: problem, line: mark.line, column: mark.column)
        case .duplicatedKeysInMapping(let duplicates, let context):
            return Diagnostic(
                code: "duplicate-key", at: place(line: context.mark.line, column: 0, length: 1),
                LocalizedText(
                    en: "the mapping that begins here names \(Self.quoted(duplicates)) more than once",
                    ru: "в списке, который начинается здесь, дважды названо: \(Self.quoted(duplicates))"),
                remedy: LocalizedText(en: "keep one of them", ru: "оставьте одно"))
        case .reader(let problem, _, _, _):
            return diagnostic(problem: problem, line: 0, column: 0)
        default:
            return diagnostic(problem: "\(error)", line: 0, column: 0)
        }
    }

    private static func quoted(_ names: [String]) -> String {
        names.sorted().map { "'\($0)'" }.joined(separator: ", ")
    }

    private func diagnostic(problem: String, line: Int, column: Int) -> Diagnostic {
        Diagnostic(
            code: "yaml", at: place(line: line, column: column, length: 1),
            LocalizedText(en: "this is not YAML: \(problem)", ru: "это не YAML: \(problem)"),
            remedy: LocalizedText(
                en: "look at the indentation, and put quotes around a text that contains ': ' or ' #'",
                ru: "проверьте отступы и заключите в кавычки текст, в котором есть «: » или « #»"))
    }

    func place(line: Int, column: Int, length: Int) -> Place {
        let text = lines.indices.contains(line - 1) ? String(lines[line - 1].prefix(2_000)) : nil
        return Place(file: path, line: line, column: column, length: length, lineText: text)
    }
}

/// A node of a YAML file.
struct Entry {
    let node: Node
    let document: YAMLDocument

    /// The text of a scalar; `nil` for lists, mappings and an empty value.
    var text: String? {
        guard case .scalar(let scalar) = node else { return nil }
        if scalar.style == .plain, ["", "~", "null"].contains(scalar.string) { return nil }
        return scalar.string
    }

    /// The elements of a list; a single value is a list of one.
    var elements: [Entry] {
        if case .sequence(let sequence) = node {
            return sequence.map { Entry(node: $0, document: document) }
        }
        return [self]
    }

    /// The pairs of a mapping; `nil` when it is none.
    var pairs: [(key: Entry, value: Entry)]? {
        guard case .mapping(let mapping) = node else { return nil }
        return mapping.map { (Entry(node: $0.key, document: document), Entry(node: $0.value, document: document)) }
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
        case .literal, .folded:
            return placeInBlock(span, scalar.string)
        case .doubleQuoted, .singleQuoted:
            return document.place(line: line, column: column + 1 + span.lower, length: span.upper - span.lower)
        default:
            return document.place(line: line, column: column + span.lower, length: span.upper - span.lower)
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
}
