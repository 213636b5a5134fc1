/// What a workbook's format allows (the limits of Excel, which the other spreadsheets share).
enum WorkbookLimits {
    /// Rows of a sheet.
    static let rows = 1_048_576
    /// Columns of a sheet.
    static let columns = 16_384
    /// Length of a cell's text in UTF-16 units.
    static let textLength = 32_767
    /// Length of a sheet's name in UTF-16 units.
    static let nameLength = 31
    /// Significant digits that a number of a spreadsheet, a binary double, keeps for certain.
    static let digits = 15

    /// Refuses a sheet that a workbook cannot hold.
    static func check(_ sheet: Sheet) throws(SheetFailure) {
        let rows = sheet.rows.count + 1 + (sheet.total ? 1 : 0)
        guard rows <= Self.rows else { throw .tooManyRows(sheet: sheet.name, count: rows) }
        guard sheet.columns.count <= columns else {
            throw .tooManyColumns(sheet: sheet.name, count: sheet.columns.count)
        }
        for column in sheet.columns {
            try check(column.title, SheetPlace(sheet: sheet.name, column: column.title, row: 0))
        }
        for (index, row) in sheet.rows.enumerated() {
            for (cell, column) in zip(row, sheet.columns) {
                // Escaping at most doubles a text.
                guard case .text(let text) = cell, text.utf8.count > textLength / 2 else { continue }
                try check(text, SheetPlace(sheet: sheet.name, column: column.title, row: index + 1))
            }
        }
    }

    private static func check(_ text: String, _ place: SheetPlace) throws(SheetFailure) {
        let length = CellText.escaped(text).utf16.count
        guard length <= textLength else { throw .textTooLong(place, length: length) }
    }
}
