internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Storage

/// Rows that somebody writes in the browser: they go the way of every table, all of them or none, under the audit chain.
struct RowWriting {
    let cycle: PayCycle
    let principal: Principal

    /// Rows of one kind, from one source.
    struct Sheet {
        var kind: String
        var columns: [String]
        var rows: [[String]] = []
        /// The source that the rows have; empty for the company's own.
        var source = ""
        /// The keys of rows that are there no more.
        var gone: Set<String> = []
    }

    /// Writes rows.
    ///
    /// - Parameter guarding: Looks, in the transaction that writes, whether what was shown is still so.
    /// - Returns: What stands against it; nothing is written then.
    func write(_ sheet: Sheet, guarding: @escaping (ReadTransaction) throws -> Void) throws -> [Diagnostic] {
        let isComplete = !sheet.gone.isEmpty
        let file = try file(sheet)
        let tried = try cycle.rehearse(
            [file], source: sheet.source, complete: isComplete, withRows: false, by: principal)
        let errors = tried.imported.diagnostics.filter { $0.severity == .error }
        guard errors.isEmpty, tried.imported.rejected == 0, !tried.imported.leftMissing else {
            return errors.isEmpty ? [Self.needed] : errors
        }
        _ = try cycle.importTables(
            [file], source: sheet.source, complete: isComplete, after: tried.head, by: principal, guarding: guarding)
        return []
    }

    /// Something else needs a row that was to go.
    private static let needed = Diagnostic(
        .error, code: "needed-row", at: nil,
        LocalizedText(en: "other rows need what is taken out", ru: "то, что убрано, нужно другим строкам"))

    /// The rows as a table; where some are to go, all that stay beside them.
    private func file(_ sheet: Sheet) throws -> SourceFile {
        var columns = sheet.columns
        var rows = sheet.rows
        if !sheet.gone.isEmpty {
            let kept = try cycle.workspace.read { books in
                try books.tables { $0 == sheet.kind && $1 == sheet.source }
            }
            let written = Set(sheet.rows.map { key($0, sheet) })
            for table in kept {
                columns += table.columns.filter { !columns.contains($0) }
                let places = columns.map { table.columns.firstIndex(of: $0) }
                rows += table.rows.filter { !sheet.gone.contains($0.key) && !written.contains($0.key) }.map { row in
                    places.map { $0.map { row.cells[$0] } ?? "" }
                }
            }
        }
        let whole = rows.map { $0 + Array(repeating: "", count: columns.count - $0.count) }
        let bytes = ([columns] + whole).flatMap(CSVLine.bytes)
        return SourceFile(path: "web/\(sheet.kind).csv", bytes: bytes).own
    }

    /// What identifies a written row, as kept rows are identified.
    private func key(_ row: [String], _ sheet: Sheet) -> String {
        RowKeys.columns(of: sheet.kind).compactMap { name in
            sheet.columns.firstIndex(of: name).map { row[$0] }
        }.joined(separator: "\u{1F}")
    }
}

/// What identifies rows of the tables that are written in the browser.
enum RowKeys {
    static func columns(of kind: String) -> [String] {
        switch kind {
        case "assignments": ["person", "position", "unit", "from"]
        default: ["metric", "subject", "period"]
        }
    }
}

/// What rows were like when they were shown, in one text: of two who change them the second is told.
enum RowDigest {
    /// The digest of rows, whatever their order.
    static func of(_ rows: [RowSince]) -> String {
        var stream = SHA256Stream()
        let lines = rows.map { row in
            let filled = zip(row.columns, row.now?.cells ?? []).filter { !$1.isEmpty }
            let cells = filled.map { column, cell in column + "=" + cell }.sorted()
            let name = [row.kind, row.source, row.key]
            return (name + cells).joined(separator: "\u{1F}")
        }
        for line in lines.sorted() { stream.update(Array((line + "\n").utf8)) }
        return stream.finish().hex
    }
}

/// Numbers as people write them, in their language.
enum EnteredNumber {
    /// A number with a point before its decimals, or a percentage; nil where the text is neither.
    ///
    /// Blanks between groups go; a comma is the mark of decimals in Russian and of groups of three in English.
    static func plain(_ text: String, _ language: PageLanguage) -> String? {
        var text = text.filter { !$0.isWhitespace && $0 != "\u{00A0}" && $0 != "\u{202F}" && $0 != "'" }
        let isPercent = text.hasSuffix("%")
        if isPercent { text.removeLast() }
        let isNegative = text.hasPrefix("-") || text.hasPrefix("−")
        if isNegative { text.removeFirst() }
        let mark: Character = language == .ru && text.contains(",") ? "," : "."
        let parts = text.split(separator: mark, omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let first = parts.first, let whole = whole(first, language) else {
            return nil
        }
        var plain = whole
        if parts.count == 2 {
            guard let last = parts.last, (1...10).contains(last.count), last.allSatisfy(\.isDigit) else { return nil }
            plain += "." + String(last)
        }
        return (isNegative ? "-" : "") + plain + (isPercent ? "%" : "")
    }

    private static func whole(_ text: Substring, _ language: PageLanguage) -> String? {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        guard let first = groups.first, !first.isEmpty, language == .en || groups.count == 1,
            groups.count == 1 || first.count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        let digits = groups.joined()
        return digits.count <= 16 && digits.allSatisfy(\.isDigit) ? digits : nil
    }

    /// A kept number as the language writes it, to be changed in a field.
    static func shown(_ plain: String, _ language: PageLanguage) -> String {
        language == .ru ? plain.replacing(".", with: ",") : plain
    }
}

extension Character {
    fileprivate var isDigit: Bool { isASCII && isNumber }
}
