internal import Formulas
internal import Messages
internal import Quantities

/// What was found while reading.
///
/// Of one kind of fault in one file the first ones are said in full and the others only counted: a table with a wrong
/// column must not bury everything else.
final class Findings {
    /// How many faults of one kind a file shows.
    private static let limit = (table: 20, text: 200)

    private var found: [Diagnostic] = []
    private var counts: [Kind: Int] = [:]
    private let sources: [String: SourceFile]
    /// The YAML files whose definitions are not known: what they define must not be called unknown elsewhere.
    var unreadable: [String] = []
    private var skippedNames = 0
    /// The currency that stands for the company's, which nobody has named: nothing is said of amounts in it.
    var unknownCurrency: Currency?
    /// How the tables are written.
    var formats: [String: TableFormat] = [:]
    /// The rows of tables that somebody else has read.
    var originals: [String: OriginalRows] = [:]
    /// How many references to rows that were set aside were found, by the table of these rows.
    private var consequences: [String: Int] = [:]
    /// Faults that may be due to a definition not known.
    private static let codesOfNames: Set<String> = ["unknown-name", "unknown-record", "unknown-type", "unread-table"]
    /// The lines of tables at which an error was found, shown or only counted.
    private(set) var faultyLines: Set<Line> = []
    /// Whether something was found that stops the calculation.
    private(set) var hasErrors = false
    /// What can hardly be meant and would pay, as it was shown.
    private(set) var doubts: [Diagnostic] = []

    private struct Kind: Hashable {
        let file: String
        let code: String
        let severity: Diagnostic.Severity
    }

    /// A line of a file.
    struct Line: Hashable {
        let file: String
        let line: Int
    }

    init(_ files: [SourceFile]) {
        sources = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    }

    /// Everything found, by file and line.
    var diagnostics: [Diagnostic] {
        (found + counts.compactMap { kind, count in hidden(kind, count) } + notLookedUp + consequenceNotes)
            .inReadingOrder(firstOf: unreadable)
    }

    /// Adds a finding; one in a table gets the text of its row.
    func add(_ diagnostic: Diagnostic) {
        report(
            diagnostic.code, at: diagnostic.place, diagnostic.message, remedy: diagnostic.remedy,
            advice: diagnostic.advice, severity: diagnostic.severity)
    }

    /// Adds a finding; its texts are made only when it is shown.
    ///
    /// - Parameter cell: The text of the cell that is meant, when the place is a row.
    func report(
        _ code: String, at place: Place?, _ message: @autoclosure () -> LocalizedText,
        remedy: @autoclosure () -> LocalizedText? = nil, advice: Advice? = nil, severity: Diagnostic.Severity = .error,
        cell: String? = nil
    ) {
        if severity == .error { fail(at: place) }
        if !unreadable.isEmpty {
            if Self.codesOfNames.contains(code) {
                skippedNames += 1
                return
            }
            // While the rules cannot be read, what tables hold beside them says nothing.
            if severity != .error, let place, sources[place.file]?.isText != true { return }
        }
        if let unknownCurrency, hasErrors, message().en.contains(unknownCurrency.code) { return }
        if let place, place.line > 0 {
            let kind = Kind(file: place.file, code: code, severity: severity)
            counts[kind, default: 0] += 1
            if counts[kind, default: 0] > limit(of: kind) { return }
        }
        var diagnostic = Diagnostic(severity, code: code, at: place, message(), remedy: remedy(), advice: advice)
        if let place, place.lineText == nil, place.line > 0 { diagnostic.place = withText(place, cell) }
        found.append(diagnostic)
    }

    /// Adds a warning of something that would silently pay what can hardly be meant: who calculates is told it too.
    func doubt(_ code: String, at place: Place?, _ message: LocalizedText, remedy: LocalizedText? = nil) {
        let shown = found.count
        report(code, at: place, message, remedy: remedy, severity: .warning)
        doubts += found[shown...]
    }

    /// Notes that something names a row which was set aside: no fault of its own, but it does stop the calculation.
    func addConsequence(of table: String, at place: Place) {
        fail(at: place)
        consequences[table, default: 0] += 1
    }

    private func fail(at place: Place?) {
        hasErrors = true
        if let place, place.line > 0, sources[place.file]?.isText == false {
            faultyLines.insert(Line(file: place.file, line: place.line))
        }
    }

    /// A place with the text of its line, read as the table is written, and the place of a cell in it.
    private func withText(_ place: Place, _ cell: String?) -> Place {
        guard let (text, delimiter) = line(place) else { return place }
        var place = place.showing(text)
        guard place.column == 0, let cell, let row = try? FirstRow(text, from: 0, delimiter: delimiter),
            let name = row.names.first(where: { $0.text == cell })
        else { return place }
        place.take(name, in: text)
        return place
    }

    /// The text of a line, and what stands between its cells.
    private func line(_ place: Place) -> (text: [UInt8], delimiter: UInt8)? {
        if let original = originals[place.file] {
            return original.text(place.line).map { (Array($0.utf8), original.delimiter) }
        }
        let format = formats[place.file] ?? TableFormat()
        guard let source = sources[place.file], let bytes = source.lineBytes(place.line) else { return nil }
        let text = format.encoding == .utf8 ? bytes : Array(Windows1251.text(bytes).utf8)
        return (text, format.delimiter)
    }

    /// A row of a table that somebody else has read, with its text and the place of a cell in it.
    func place(ofCell cell: Int?, in place: Place?) -> Place? {
        guard let place, place.line > 0, let (text, delimiter) = line(place) else { return place }
        var shown = place.showing(text)
        if let cell, let row = try? FirstRow(text, from: 0, delimiter: delimiter), row.names.indices.contains(cell) {
            shown.take(row.names[cell], in: text)
        }
        return shown
    }

    private var consequenceNotes: [Diagnostic] {
        consequences.sorted { $0.key < $1.key }.map { file, count in
            Diagnostic(
                .note, code: Diagnostic.consequences, at: Place(file: file),
                LocalizedText(
                    en: "rows that name rows set aside here are not shown: \(CountedWords.grouped(count, .en))",
                    ru:
                        "строки, которые ссылаются на отклонённые здесь, не показаны: \(CountedWords.grouped(count, .ru))"
                ),
                remedy: LocalizedText(en: "mend this table first", ru: "сначала исправьте эту таблицу"))
        }
    }

    private var notLookedUp: [Diagnostic] {
        guard skippedNames > 0, let file = unreadable.first else { return [] }
        return [
            Diagnostic(
                .note, code: Diagnostic.skippedNames, at: Place(file: file),
                LocalizedText(
                    en: "names that are not known (\(skippedNames)) are not shown while this file cannot be read",
                    ru: "неизвестные имена (\(skippedNames)) не показаны, пока не читается этот файл"),
                remedy: LocalizedText(en: "mend this file first", ru: "сначала исправьте этот файл"))
        ]
    }

    private func limit(of kind: Kind) -> Int {
        sources[kind.file]?.isText == true ? Self.limit.text : Self.limit.table
    }

    /// How many more there are of a kind of fault.
    private func hidden(_ kind: Kind, _ count: Int) -> Diagnostic? {
        let more = count - limit(of: kind)
        guard more > 0 else { return nil }
        return Diagnostic(
            kind.severity, code: Diagnostic.moreFaults, at: Place(file: kind.file),
            LocalizedText(
                en: "and \(CountedWords.grouped(more, .en)) more of the kind '\(kind.code)'",
                ru: "и ещё таких же («\(kind.code)»): \(CountedWords.grouped(more, .ru))"))
    }
}

extension Place {
    /// The place with the text of its line.
    fileprivate func showing(_ text: [UInt8]) -> Place {
        var place = self
        place.lineText = VisibleText.line(String(String(decoding: text, as: UTF8.self).prefix(300)))
        return place
    }

    /// Means a cell of the line.
    fileprivate mutating func take(_ name: FirstRow.Name, in text: [UInt8]) {
        column = String(decoding: text[..<name.position], as: UTF8.self).count + 1
        length = max(1, String(decoding: text[name.position..<name.position + name.length], as: UTF8.self).count)
        if column > 300 { (column, length) = (0, 1) }
    }
}
