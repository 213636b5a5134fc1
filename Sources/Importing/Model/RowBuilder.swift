/// Puts the cells of a sheet together into rows, within the limits, and hands the rows on.
final class RowBuilder {
    let limits: WorkbookLimits
    /// The part that the sheet is read from, for messages.
    var part = ""
    private let body: (SheetRow) throws -> Workbook.Next
    private var merged: MergedCells
    private var number = 0
    private var cells: [SheetCell] = []
    private var isSorted = true
    private var rowBytes = 0
    private var cellCount = 0

    init(_ limits: WorkbookLimits, mergedRows: ClosedRange<Int>?, _ body: @escaping (SheetRow) throws -> Workbook.Next)
    {
        self.limits = limits
        self.body = body
        merged = MergedCells(mergedRows, limits)
    }

    /// The rows in which merged ranges count, if any.
    var mergedRows: ClosedRange<Int>? { merged.rows }

    /// Takes a merged range of cells: rows from 1, columns from 0.
    func merge(rows: ClosedRange<Int>, columns: ClosedRange<Int>) throws { try merged.add(rows, columns) }

    /// A row begins.
    ///
    /// A row above the one before would be told twice or in the wrong place; spreadsheets call such a file damaged too.
    func begin(_ row: Int) throws {
        guard row <= limits.rows else { throw WorkbookFault.tooLarge(.rows(limit: limits.rows)) }
        guard row > number else { throw WorkbookFault.damaged(part: part, detail: "row \(row) after \(number)") }
        number = row
        cells.removeAll(keepingCapacity: true)
        isSorted = true
        rowBytes = 0
    }

    /// A cell of the row.
    func add(_ value: Cell, at column: Int) throws {
        guard column >= 0, column < limits.columns else {
            throw WorkbookFault.tooLarge(.columns(row: number, limit: limits.columns))
        }
        if case .text(let text) = value {
            if text.isEmpty { return }
            rowBytes += text.utf8.count
        }
        guard rowBytes <= limits.rowBytes else {
            throw WorkbookFault.tooLarge(.row(number, bytes: limits.rowBytes))
        }
        if let last = cells.last, last.column >= column { isSorted = false }
        guard cells.count < limits.columns else {
            throw WorkbookFault.tooLarge(.columns(row: number, limit: limits.columns))
        }
        cells.append(SheetCell(column: column, value: value))
    }

    /// The row ends; it is handed on when it holds something.
    func end() throws {
        if !isSorted { sort() }
        merged.fill(&cells, row: number)
        guard !cells.isEmpty else { return }
        cellCount += cells.count
        guard cellCount <= limits.cells else { throw WorkbookFault.tooLarge(.cells(limit: limits.cells)) }
        guard try body(SheetRow(number: number, cells: cells)) == .goOn else { throw ReadingEnds() }
    }

    /// Hands the same row on under the next number.
    func repeatRow() throws {
        number += 1
        guard number <= limits.rows else { throw WorkbookFault.tooLarge(.rows(limit: limits.rows)) }
        try end()
    }

    /// From left to right; of two cells in one place the later stays.
    private func sort() {
        var byColumn: [Int: Cell] = [:]
        for cell in cells { byColumn[cell.column] = cell.value }
        cells = byColumn.map { SheetCell(column: $0.key, value: $0.value) }.sorted { $0.column < $1.column }
        isSorted = true
    }
}
