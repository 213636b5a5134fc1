extension RawTable {
    /// How many rows of a sheet may be its header, so that merged headers have their text in every column.
    static let headerRows = 1...40

    /// Takes a sheet of a workbook.
    ///
    /// - Parameter sheet: the name of the sheet; `nil` for the first in sight.
    /// - Throws: ``WorkbookFailure``, ``RawTableFault``.
    public init(_ workbook: Workbook, sheet: String? = nil, limits: RawTableLimits = .standard) throws {
        var rows: [SheetRow] = []
        var cells = 0
        try workbook.read(sheet.map(Workbook.Choice.named) ?? .first, mergedRows: Self.headerRows) { row in
            cells += row.cells.count
            guard cells <= limits.cells else { throw RawTableFault.tooManyCells(limit: limits.cells) }
            rows.append(row)
            return .goOn
        }
        self.init(rows: rows, origin: .sheet(sheet))
    }
}
