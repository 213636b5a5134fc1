/// Which cells of a row are read, and into which columns.
struct ColumnPlan {
    /// For each cell of a row its place among those that are read; -1 when nobody reads it.
    var slots: [Int] = []
    /// How many cells of a row are read.
    var width = 0
    /// The columns of the schema that the file has, with the place of their cell.
    var present: [(column: TableSchema.Column, slot: Int)] = []
    /// The columns of the schema that the file need not have and has not.
    var absent: [TableSchema.Column] = []
    /// The columns that are said once for the whole table.
    var constant: [TableSchema.Column] = []

    /// Makes a plan for rows of so many cells in which nobody reads anything yet.
    init(cells: Int) {
        slots = [Int](repeating: -1, count: cells)
    }

    /// Notes that a column is read from a cell, which must be there.
    mutating func read(_ column: TableSchema.Column, from cell: Int) {
        if slots[cell] < 0 {
            slots[cell] = width
            width += 1
        }
        present.append((column, slots[cell]))
    }

    /// The columns to be filled, for a table with this decimal mark.
    func builders(decimalMark: UInt8) -> [any BlockColumn] {
        present.map { column, slot in
            switch column.type {
            case .day: DayBuilder(slot: slot, isOptional: column.isOptional)
            case .decimal, .percent:
                DecimalBuilder(
                    slot: slot, isOptional: column.isOptional, mark: decimalMark, isPercent: column.type == .percent)
            case .code: CodeBuilder(slot: slot, isOptional: column.isOptional)
            case .key: KeyBuilder(slot: slot, isOptional: column.isOptional)
            case .flag: FlagBuilder(slot: slot, isOptional: column.isOptional)
            }
        }
    }
}
