/// Where the table lies among the rows: its header, its columns, its rows, and what is no row of it.
///
///     Отчёт за январь                → above the header
///     Дата       Клиент   Сумма      → header
///     05.01.2026 Луч      1 200      → row
///     Итого               1 200      → total
public struct TableShape: Hashable, Sendable {
    /// A column of the table.
    public struct Column: Hashable, Sendable {
        /// The place in the rows, from 0.
        public let index: Int
        /// The header as it stands, of two rows with a blank between them; empty when there is none.
        public let title: String
        /// The title, with `#2` behind it when an earlier column has the same; the number of the column when there is none.
        public let name: String
        /// The upper of two header rows.
        let group: String
        /// The lower of two header rows.
        let leaf: String
    }

    /// Why a row is no row of the table.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// It stands above the header: a title, a date, a filter.
        case aboveHeader
        /// It repeats the header, as at the beginning of a page.
        case repeatedHeader
        /// It numbers the columns.
        case columnNumbers
        /// It totals the rows above it.
        case total
        /// It is a text behind the last row: a note, a signature.
        case note
        /// It is a single text between rows: the name of a group.
        case heading
        /// The rules name it.
        case skipped
    }

    /// A row that is left out.
    public struct LeftOut: Hashable, Sendable {
        /// The row's number in the file.
        public let row: Int
        /// Why.
        public let reason: Reason

        init(row: Int, reason: Reason) {
            self.row = row
            self.reason = reason
        }
    }

    /// The numbers of the header's rows; `nil` when there is no header.
    public let header: ClosedRange<Int>?
    /// The columns that have a header or hold something.
    public let columns: [Column]
    /// The places of the table's rows in ``RawTable/rows``.
    public let body: [Int]
    /// The rows that are left out, in the order of the file.
    public let leftOut: [LeftOut]
    /// The columns that are values of one field, such as months.
    public let wide: WideColumns?

    /// Finds the table among the rows.
    ///
    /// - Parameter said: the header's rows where somebody has said them; `.some(nil)` for a table without a header.
    public init(_ table: RawTable, header said: ClosedRange<Int>?? = nil) {
        let finder = HeaderFinder(table)
        let found = said.map { $0.flatMap(finder.indices) } ?? finder.find()
        let head = HeaderNames(table, found)
        let first = found.map { $0.upperBound + 1 } ?? 0
        var sorter = RowSorter(table, head, from: first)
        sorter.sort()
        header = found.flatMap { range in
            table.rows.isEmpty
                ? nil : table.rows[range.lowerBound].number...table.rows[range.upperBound].number
        }
        columns = head.columns
        body = sorter.body
        leftOut =
            table.rows.prefix(found?.lowerBound ?? 0).map { LeftOut(row: $0.number, reason: .aboveHeader) }
            + sorter.leftOut
        wide = WideColumns(head.columns)
    }

    /// The column of a name, as ``Column/name`` spells it; capitals and blanks do not matter where that leaves one only.
    public func column(named name: String) -> Column? {
        if let exact = columns.first(where: { $0.name == name }) { return exact }
        let folded = PlainSpelling.folded(name)
        let near = columns.filter { PlainSpelling.folded($0.name) == folded }
        return near.count == 1 ? near[0] : nil
    }
}

/// The names of the columns, from the rows of the header.
struct HeaderNames {
    let columns: [TableShape.Column]
    /// The folded texts of the header's last row, by column.
    let last: [Int: String]

    init(_ table: RawTable, _ rows: ClosedRange<Int>?) {
        var used: Set<Int> = []
        for row in table.rows { for cell in row.cells { used.insert(cell.column) } }
        var upper: [Int: String] = [:]
        var lower: [Int: String] = [:]
        if let rows {
            lower = Self.texts(table.rows[rows.upperBound])
            if rows.count > 1 { upper = Self.filled(Self.texts(table.rows[rows.lowerBound]), below: lower) }
        }
        last = lower.mapValues(PlainSpelling.folded)
        var seen: [String: Int] = [:]
        columns = used.sorted().map { index in
            let group = upper[index] ?? ""
            let leaf = lower[index] ?? ""
            let parts = PlainSpelling.folded(group) == PlainSpelling.folded(leaf) ? [leaf] : [group, leaf]
            let title = parts.filter { !$0.isEmpty }.joined(separator: " ")
            let key = PlainSpelling.folded(title)
            seen[key, default: 0] += 1
            let count = seen[key] ?? 1
            let name = title.isEmpty ? String(index + 1) : count > 1 ? "\(title)#\(count)" : title
            return TableShape.Column(index: index, title: title, name: name, group: group, leaf: leaf)
        }
    }

    private static func texts(_ row: SheetRow) -> [Int: String] {
        Dictionary(uniqueKeysWithValues: row.cells.map { ($0.column, Self.oneLine($0.value.plainText)) })
    }

    /// A header on several lines of one cell has blanks in their place.
    private static func oneLine(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.isBlank && $0 != " " }) else { return text }
        return text.split { $0.unicodeScalars.allSatisfy(\.isBlank) }.joined(separator: " ")
    }

    /// The upper row with the text of a group above each of its columns.
    private static func filled(_ upper: [Int: String], below lower: [Int: String]) -> [Int: String] {
        var result = upper
        var text = ""
        for column in Set(upper.keys).union(lower.keys).sorted() {
            if let own = upper[column] {
                text = own
            } else if lower[column] != nil, !text.isEmpty {
                result[column] = text
            }
        }
        return result
    }
}
