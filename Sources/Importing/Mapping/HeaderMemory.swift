/// Headers that were mapped before, so that next month's file is known by its header, whatever its name.
///
///     let memory = HeaderMemory([("Продажи январь.csv", rules)])
///     memory.match(text: head)?.entry  // "Продажи январь.csv" for a file with the same header
///
/// What belongs to the file and not to its columns may be another each month: the sheet, the rows above the header, the encoding,
/// the delimiter. The rules of a match say these as the new file has them.
public struct HeaderMemory: Sendable {
    /// An entry that knows a header.
    public struct Match: Hashable, Sendable {
        /// The name under which the entry stands.
        public let entry: String
        /// The entry, as the file needs it.
        public let rules: TableRules
    }

    private let entries: [(name: String, rules: TableRules)]

    /// So many bytes of a text hold its header and enough rows to tell it from them.
    public static let bytes = 1 << 16
    private static let rows = 60
    private static let sheets = 40

    /// Takes entries; those without a fingerprint are left out. Of two with the same header the first counts.
    public init(_ entries: [(name: String, rules: TableRules)]) {
        self.entries = entries.filter { $0.rules.fingerprint != nil }
    }

    /// Whether nothing is remembered.
    public var isEmpty: Bool { entries.isEmpty }

    /// The entry that knows the header of a text.
    ///
    /// - Parameter head: the beginning of the text, of ``bytes`` bytes or all of it.
    public func match(text head: [UInt8]) -> Match? {
        guard !isEmpty else { return nil }
        var tried: Set<Writing> = []
        for writing in [Writing()]
            + entries.map({ Writing(encoding: $0.rules.encoding, delimiter: $0.rules.delimiter) })
        where tried.insert(writing).inserted {
            guard let table = Self.table(head, writing), var match = match(table) else { continue }
            if case .text(let encoding, let delimiter) = table.origin {
                match.rules.encoding = encoding == .utf8 ? nil : encoding
                match.rules.delimiter = delimiter == UInt8(ascii: ",") ? nil : delimiter
            }
            match.rules.sheet = nil
            return Match(entry: match.entry, rules: match.rules)
        }
        return nil
    }

    /// The entry that knows the header of a sheet: of the first in sight that has a known one.
    ///
    /// A workbook that cannot be read is known by nobody; whoever reads it says why.
    public func match(_ workbook: Workbook) -> Match? {
        guard !isEmpty else { return nil }
        let visible = workbook.sheets.filter { !$0.isHidden }
        for sheet in visible.prefix(Self.sheets) {
            guard let table = Self.table(workbook, sheet.name), var match = match(table) else { continue }
            match.rules.encoding = nil
            match.rules.delimiter = nil
            match.rules.sheet = sheet.name == visible.first?.name ? nil : sheet.name
            return Match(entry: match.entry, rules: match.rules)
        }
        return nil
    }

    /// How a text may be written; what is `nil` is told from its bytes.
    private struct Writing: Hashable {
        var encoding: TextEncoding?
        var delimiter: UInt8?
    }

    /// The header is looked for; then it is tried where the entries have it.
    private func match(_ table: RawTable) -> (entry: String, rules: TableRules)? {
        let first = table.rows.first?.number ?? 1
        var tried: Set<ClosedRange<Int>?> = []
        for said in [nil] + entries.map({ $0.rules.header.rows(first) }) where tried.insert(said).inserted {
            let shape = said.map { TableShape(table, header: .some($0)) } ?? TableShape(table)
            guard let header = shape.header else { continue }
            let fingerprint = HeaderFingerprint(shape)
            guard let entry = entries.first(where: { $0.rules.fingerprint == fingerprint }) else { continue }
            var rules = entry.rules
            rules.header = header == first...first ? .first : .rows(header)
            return (entry.name, rules)
        }
        return nil
    }

    // MARK: First rows

    /// The first rows of a text that may go on: a row that is cut off is left out.
    private static func table(_ head: [UInt8], _ writing: Writing) -> RawTable? {
        var end = head.endIndex
        if head.count >= bytes {
            guard let line = head.lastIndex(of: 0x0A) else { return nil }
            // The line break of UTF-16 has a second byte.
            let isWide = head.starts(with: [0xFF, 0xFE]) && line + 1 < head.count && head[line + 1] == 0
            end = line + (isWide ? 2 : 1)
        }
        // A cell in quotation marks may go on behind the end, and then its row is cut off further up.
        for _ in 0..<2 {
            guard
                let text = try? PlainTable(
                    Array(head[..<end]), declared: writing.encoding, delimiter: writing.delimiter)
            else { return nil }
            if let table = try? RawTable(text: text) {
                return RawTable(rows: Array(table.rows.prefix(rows)), origin: table.origin)
            }
            guard head.count >= bytes, let quote = head[..<end].lastIndex(of: .quote),
                let line = head[..<quote].lastIndex(of: 0x0A)
            else { return nil }
            end = line + 1
        }
        return nil
    }

    private static func table(_ workbook: Workbook, _ sheet: String) -> RawTable? {
        var found: [SheetRow] = []
        try? workbook.read(.named(sheet), mergedRows: RawTable.headerRows) { row in
            found.append(row)
            return found.count < rows ? .goOn : .stop
        }
        return found.isEmpty ? nil : RawTable(rows: found)
    }
}

extension TableRules.Header {
    /// The rows that it names, where the first row that holds something has this number; `nil` for none.
    fileprivate func rows(_ first: Int) -> ClosedRange<Int>? {
        switch self {
        case .first: first...first
        case .none: nil
        case .rows(let rows): rows
        }
    }
}
