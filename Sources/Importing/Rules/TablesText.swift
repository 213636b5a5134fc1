/// A YAML file of the company in which entries stand under `tables:`, changed without touching any other byte of it.
///
///     var text = TablesText(bytes)
///     try text.set(["sale.csv:", "  reads: sale"], inOneLine: "sale.csv: {reads: sale}", for: "sale.csv")
///
/// It knows the usual ways of writing and no more: whoever uses it reads the file before and after, and compares.
public struct TablesText: Sendable {
    /// Why an entry cannot be written.
    public enum Fault: Error, Hashable, Sendable {
        /// The entry that is there holds a comment, which would be lost.
        case comment(line: Int)
        /// `tables:` is written in a way that is not changed: with an anchor, tabs, or what is no mapping.
        case unusual(line: Int)
    }

    /// The file's bytes.
    public private(set) var bytes: [UInt8]

    /// Takes a file.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Whether the file has `tables:` at all.
    public var hasTables: Bool { section != nil }

    /// The entry of a table as it stands there, with its key; `nil` when there is none.
    public func entry(for table: String) -> String? {
        guard let section else { return nil }
        switch section {
        case .lines(_, let rows):
            guard let found = Self.entries(rows).first(where: { $0.key == table }) else { return nil }
            return found.rows.map(\.text).joined(separator: "\n")
        case .braces(let body):
            return flowPairs(body).first { $0.key == table }.map { String(decoding: bytes[$0.range], as: UTF8.self) }
        }
    }

    /// Writes the entry of a table: in the place of the one that is there, else behind the last.
    ///
    /// - Parameters:
    ///   - lines: the entry in lines, for a section whose entries have lines of their own.
    ///   - line: the same in one line, for a section in braces.
    ///   - table: the table's name.
    public mutating func set(_ lines: [String], inOneLine line: String, for table: String) throws(Fault) {
        switch section {
        case nil: append(lines)
        case .lines(let start, let rows)?: try set(lines, for: table, in: rows, behind: start)
        case .braces(let body)?: set(line, for: table, inBraces: body)
        }
        if let unusual { throw unusual }
    }

    // MARK: Lines

    /// A line of the file without its line break.
    struct Line {
        var range: Range<Int>
        var number: Int
        var text: String
        var indent: Int { text.utf8.prefix { $0 == 0x20 }.count }
        /// Whether it holds nothing, or a comment alone.
        var isBare: Bool { text.utf8.first { $0 != 0x20 && $0 != 0x09 }.map { $0 == UInt8(ascii: "#") } ?? true }
    }

    private enum Section {
        /// Entries in lines of their own, below the line of `tables:`.
        case lines(start: Line, rows: [Line])
        /// What stands between the braces of `tables: {…}`.
        case braces(Range<Int>)
    }

    private var lines: [Line] {
        var lines: [Line] = []
        var start = 0
        for (place, byte) in bytes.enumerated() where byte == 0x0A {
            lines.append(line(start..<place, lines.count + 1))
            start = place + 1
        }
        if start < bytes.count { lines.append(line(start..<bytes.count, lines.count + 1)) }
        return lines
    }

    private func line(_ range: Range<Int>, _ number: Int) -> Line {
        let end = range.upperBound > range.lowerBound && bytes[range.upperBound - 1] == 0x0D
        let range = range.lowerBound..<range.upperBound - (end ? 1 : 0)
        return Line(range: range, number: number, text: String(decoding: bytes[range], as: UTF8.self))
    }

    private var lineBreak: [UInt8] {
        guard let first = bytes.firstIndex(of: 0x0A) else { return [0x0A] }
        return first > 0 && bytes[first - 1] == 0x0D ? [0x0D, 0x0A] : [0x0A]
    }

    /// Where `tables:` stands; `nil` when there is none, or it is written in an unusual way.
    private var section: Section? {
        let lines = lines
        guard let place = lines.firstIndex(where: Self.isTables) else { return nil }
        let start = lines[place]
        let rest = YAMLLine.value(start.text)
        if rest.isEmpty {
            var rows = Array(lines[(place + 1)...].prefix { $0.isBare || $0.indent > 0 })
            // Comments behind the last entry belong to what follows, unless they are indented.
            while let last = rows.last, last.isBare, last.indent == 0 { rows.removeLast() }
            return .lines(start: start, rows: rows)
        }
        guard rest.hasPrefix("{"), let open = bytes[start.range].firstIndex(of: UInt8(ascii: "{")),
            let close = YAMLLine.closing(bytes, from: open)
        else { return nil }
        return .braces(open + 1..<close)
    }

    /// What keeps the section from being found although it is there.
    private var unusual: Fault? {
        guard section == nil, let line = lines.first(where: Self.isTables) else { return nil }
        return .unusual(line: line.number)
    }

    private static func isTables(_ line: Line) -> Bool { line.indent == 0 && YAMLLine.key(line.text) == "tables" }

    /// The entries with their lines; comments above an entry are not among them.
    private static func entries(_ rows: [Line]) -> [(key: String, rows: [Line])] {
        guard let indent = rows.first(where: { !$0.isBare })?.indent else { return [] }
        var entries: [(key: String, rows: [Line])] = []
        for row in rows {
            if !row.isBare, row.indent == indent {
                entries.append((YAMLLine.key(row.text) ?? "", [row]))
            } else if !entries.isEmpty, row.indent > indent || row.text.isEmpty {
                entries[entries.count - 1].rows.append(row)
            }
        }
        return entries.map { entry in
            var rows = entry.rows
            while let last = rows.last, last.isBare { rows.removeLast() }
            return (entry.key, rows)
        }
    }

    private mutating func set(
        _ entry: [String], for table: String, in rows: [Line], behind start: Line
    ) throws(Fault) {
        let indent = rows.first { !$0.isBare }?.indent ?? 2
        let text = entry.map { String(repeating: " ", count: indent) + $0 }
        guard let old = Self.entries(rows).first(where: { $0.key == table })?.rows, let first = old.first,
            let last = old.last
        else {
            let end = (rows.last { !$0.isBare } ?? start).range.upperBound
            bytes.replaceSubrange(end..<end, with: lineBreak + joined(text))
            return
        }
        if let comment = old.first(where: { YAMLLine.hasComment($0.text) }) { throw .comment(line: comment.number) }
        bytes.replaceSubrange(first.range.lowerBound..<last.range.upperBound, with: joined(text))
    }

    private func joined(_ lines: [String]) -> [UInt8] {
        Array(lines.map { Array($0.utf8) }.joined(separator: lineBreak))
    }

    private mutating func append(_ entry: [String]) {
        let lineBreak = lineBreak
        if let last = bytes.last, last != 0x0A { bytes += lineBreak }
        if !bytes.isEmpty { bytes += lineBreak }
        bytes += joined(["tables:"] + entry.map { "  " + $0 }) + lineBreak
    }

    // MARK: Braces

    /// The pairs between braces, each with its key.
    private func flowPairs(_ body: Range<Int>) -> [(key: String, range: Range<Int>)] {
        YAMLLine.parts(bytes, body).map { range in
            (YAMLLine.key(String(decoding: bytes[range], as: UTF8.self)) ?? "", range)
        }
    }

    private mutating func set(_ entry: String, for table: String, inBraces body: Range<Int>) {
        let pairs = flowPairs(body)
        if let old = pairs.first(where: { $0.key == table }) {
            bytes.replaceSubrange(old.range, with: entry.utf8)
        } else if let last = pairs.last {
            bytes.replaceSubrange(last.range.upperBound..<last.range.upperBound, with: (", " + entry).utf8)
        } else {
            bytes.replaceSubrange(body, with: entry.utf8)
        }
    }
}
