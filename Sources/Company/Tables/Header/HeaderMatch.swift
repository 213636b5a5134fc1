import Formulas
internal import Messages

/// Finds the columns of a schema in the first row of a table.
struct HeaderMatch {
    private let schema: TableSchema
    private let format: TableFormat
    private let row: FirstRow
    private let bytes: [UInt8]
    private let messages: TableMessages

    /// What is read from where.
    private(set) var plan: ColumnPlan
    /// What is wrong or doubtful about the first row.
    private(set) var diagnostics: [Diagnostic] = []
    private var missing: [TableSchema.Column] = []
    /// The first cell of each name.
    private let cells: [String: Int]
    /// How many findings of a kind are told with their own place and the name that was probably meant; a table with thousands of
    /// columns would be searched for each of them, and nobody reads the rest.
    private static let spelledOut = 20
    /// Among how many names one that was probably meant is looked for.
    private static let searched = 1_000

    /// Matches a schema with a first row.
    init(_ schema: TableSchema, _ format: TableFormat, _ row: FirstRow, _ bytes: [UInt8], _ messages: TableMessages) {
        self.schema = schema
        self.format = format
        self.row = row
        self.bytes = bytes
        self.messages = messages
        plan = ColumnPlan(cells: row.names.count)
        cells = Dictionary(row.names.enumerated().map { ($1.text, $0) }) { first, _ in first }
        placeColumns()
        if let delimiter = likelierDelimiter() {
            diagnostics = [messages.wrongDelimiter(row, bytes, delimiter)]
            return
        }
        if format.hasHeader {
            reportDuplicates()
            reportNames()
        } else {
            reportMissing()
        }
    }

    /// Whether the rows can be read.
    var isReadable: Bool { !diagnostics.contains { $0.severity == .error } }

    private mutating func placeColumns() {
        for column in schema.columns {
            if column.constant != nil {
                plan.constant.append(column)
            } else if let cell = cell(of: column) {
                plan.read(column, from: cell)
            } else if column.isRequired {
                missing.append(column)
            } else {
                plan.absent.append(column)
            }
        }
    }

    private func cell(of column: TableSchema.Column) -> Int? {
        switch column.source {
        case .named(let name): format.hasHeader ? cells[name] : nil
        case .number(let number): row.names.indices.contains(number - 1) ? number - 1 : nil
        }
    }

    /// Another delimiter with which more of the schema would be found in the first row.
    private func likelierDelimiter() -> UInt8? {
        guard !missing.isEmpty else { return nil }
        for delimiter in [UInt8(ascii: ";"), .tab, .comma, UInt8(ascii: "|")] where delimiter != format.delimiter {
            guard let other = try? FirstRow(bytes, from: row.bytes.lowerBound, delimiter: delimiter) else { continue }
            let names = Set(other.names.map(\.text))
            let found = missing.contains { column in
                switch column.source {
                case .named(let name): format.hasHeader && names.contains(name)
                case .number(let number): other.names.count >= number
                }
            }
            // A header that is one cell but has semicolons or tabs in it is cut wrongly, whatever the names are.
            let isOneCell = row.names.count == 1 && other.names.count > 1 && delimiter != .comma
            if other.names.count > row.names.count, found || isOneCell { return delimiter }
        }
        return nil
    }

    /// Two columns of one name cannot be told apart; those that nobody asks for need not be.
    private mutating func reportDuplicates() {
        var first: [String: Int] = [:]
        var told = 0
        for (cell, name) in row.names.enumerated() where !name.text.isEmpty {
            guard let earlier = first[name.text] else {
                first[name.text] = cell
                continue
            }
            if schema.ignoresUnknownColumns, plan.slots[earlier] < 0 { continue }
            told += 1
            diagnostics.append(
                messages.duplicateColumn(row, bytes, cell, first: earlier, isSpelledOut: told <= Self.spelledOut))
        }
    }

    private mutating func reportNames() {
        let read = Set(plan.slots.indices.filter { plan.slots[$0] >= 0 }.map { row.names[$0].text })
        var unread = row.names.indices.filter { !row.names[$0].text.isEmpty && !read.contains(row.names[$0].text) }
        for (number, column) in missing.enumerated() {
            guard case .named(let name) = column.source else {
                diagnostics.append(messages.missingNumber(row, bytes, column))
                continue
            }
            guard number < Self.spelledOut else {
                diagnostics.append(messages.missingColumn(row, bytes, name, field: column.name, near: nil))
                continue
            }
            let near = NearName.nearest(to: name, among: unread.prefix(Self.searched).map { row.names[$0].text })
            let cell = near.map { unread[$0] }
            unread.removeAll { $0 == cell }
            diagnostics.append(messages.missingColumn(row, bytes, name, field: column.name, near: cell))
        }
        // While a column is missing, any other may turn out to be it.
        if schema.ignoresUnknownColumns || !missing.isEmpty { return }
        let free = Array(plan.absent.compactMap { $0.source.name }.prefix(Self.searched))
        for (number, cell) in unread.enumerated() {
            let isSpelledOut = number < Self.spelledOut
            let near = isSpelledOut ? NearName.nearest(to: row.names[cell].text, among: free).map { free[$0] } : nil
            diagnostics.append(messages.unknownColumn(row, bytes, cell, near: near, isSpelledOut: isSpelledOut))
        }
    }

    private mutating func reportMissing() {
        for column in missing { diagnostics.append(messages.missingNumber(row, bytes, column)) }
    }
}

extension TableSchema.Source {
    /// The column's name, when it is found by name.
    var name: String? {
        if case .named(let name) = self { name } else { nil }
    }
}
