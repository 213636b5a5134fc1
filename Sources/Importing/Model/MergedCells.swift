/// Merged ranges of some rows, whose value is repeated in all of their cells.
struct MergedCells {
    private struct Range {
        let rows: ClosedRange<Int>
        let columns: ClosedRange<Int>
        var value = Cell.empty
    }

    /// The rows that matter; none when nothing is to be repeated.
    let rows: ClosedRange<Int>?
    private let limits: WorkbookLimits
    private var ranges: [Range] = []

    /// A header has few rows; ranges below are not kept, whatever was asked for.
    private static let mostRows = 1_000

    init(_ rows: ClosedRange<Int>?, _ limits: WorkbookLimits) {
        self.rows = rows.map { $0.lowerBound...min($0.upperBound, $0.lowerBound + Self.mostRows - 1) }
        self.limits = limits
    }

    /// Keeps a range if it matters.
    mutating func add(_ range: ClosedRange<Int>, _ columns: ClosedRange<Int>) throws {
        guard let rows, range.overlaps(rows) else { return }
        guard ranges.count < limits.columns else {
            throw WorkbookFault.tooLarge(.definitions(limit: limits.columns))
        }
        let bounded = columns.clamped(to: 0...max(0, limits.columns - 1))
        ranges.append(Range(rows: range, columns: bounded))
    }

    /// Learns the values of the ranges that begin in a row, and fills the empty cells of those that cover it.
    mutating func fill(_ cells: inout [SheetCell], row: Int) {
        guard let rows, !ranges.isEmpty, row <= max(rows.upperBound, 1) else { return }
        var filled: [Int: Cell] = [:]
        for index in ranges.indices where ranges[index].rows.contains(row) {
            let columns = ranges[index].columns
            if row == ranges[index].rows.lowerBound {
                ranges[index].value = SheetRow(number: row, cells: cells)[columns.lowerBound]
            }
            guard ranges[index].value != .empty, rows.contains(row) else { continue }
            for column in columns { filled[column] = ranges[index].value }
        }
        guard !filled.isEmpty else { return }
        for cell in cells where cell.value != .empty { filled[cell.column] = cell.value }
        cells = filled.map { SheetCell(column: $0.key, value: $0.value) }.sorted { $0.column < $1.column }
    }
}
