internal import Company
internal import Periods

/// The lines of one person out of a table, open to change.
struct PersonLines {
    private(set) var rows: [Int32]
    private(set) var days: [Int32]
    private var shares: [Int32]?
    private let sources: [LineTable.Source]
    /// By the place of the source.
    private var columns: [[Int64]]
    private let form: LineTable

    /// The lines of a person as a table has them.
    init(_ table: LineTable, of person: Int) {
        let lines = table.positions(of: person..<person + 1)
        form = table
        rows = lines.map { table.rows[$0] }
        days = lines.map { table.days[$0] }
        shares = table.shares.map { shares in lines.map { shares[$0] } }
        sources = Array(table.columns.keys)
        columns = table.columns.values.map { $0.values.values(lines) }
    }

    /// Takes an event's line out.
    mutating func remove(row: Int32) {
        guard let place = rows.firstIndex(of: row) else { return }
        rows.remove(at: place)
        days.remove(at: place)
        shares?.remove(at: place)
        for column in columns.indices { columns[column].remove(at: place) }
    }

    /// Puts an event's line where its day and its row have it.
    mutating func insert(row: Int32, day: Int32, share: Int32, _ value: (LineTable.Source) -> Int64) {
        let place = rows.indices.partitioningIndex { (days[$0], rows[$0]) >= (day, row) }
        rows.insert(row, at: place)
        days.insert(day, at: place)
        shares?.insert(share, at: place)
        for column in columns.indices { columns[column].insert(value(sources[column]), at: place) }
    }

    /// A table of these lines alone, whose only person is this one; `nil` when a value is wider than the columns are.
    func table() -> LineTable? {
        var stored: [LineTable.Source: LineTable.Column] = [:]
        for (source, values) in zip(sources, columns) {
            guard let column = form.columns[source], let narrow = column.values.storing(values) else { return nil }
            stored[source] = LineTable.Column(narrow, scale: column.scale)
        }
        return LineTable(
            form.key, offsets: FlatColumn([0, Int64(rows.count)]), rows: FlatColumn(rows), days: FlatColumn(days),
            shares: shares.map { FlatColumn($0) }, columns: stored)
    }
}
