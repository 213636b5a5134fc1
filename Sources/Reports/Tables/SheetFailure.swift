/// A cell of a sheet, as a person finds it: by the sheet's name, the column's title and the row.
public struct SheetPlace: Sendable, Hashable {
    /// The name of the sheet.
    public let sheet: String
    /// The title of the column.
    public let column: String
    /// The row below the header, from 1; 0 is the header itself.
    public let row: Int

    /// Makes a place.
    public init(sheet: String, column: String, row: Int) {
        self.sheet = sheet
        self.column = column
        self.row = row
    }
}

/// Why a sheet cannot be made or written.
public enum SheetFailure: Error, Sendable, Hashable {
    /// A row (from 1) has more or fewer cells than there are columns.
    case rowLength(sheet: String, row: Int, cells: Int, columns: Int)
    /// A cell is of another kind than its column.
    case otherKind(SheetPlace)
    /// A text is longer than a cell of a workbook holds; the length is in UTF-16 units, as spreadsheets count.
    case textTooLong(SheetPlace, length: Int)
    /// More rows than a workbook's sheet has.
    case tooManyRows(sheet: String, count: Int)
    /// More columns than a workbook's sheet has.
    case tooManyColumns(sheet: String, count: Int)
    /// The folder of the file does not exist.
    case noFolder(String)
    /// The path is that of a folder, or of something else that is no ordinary file.
    case notAFile(String)
    /// The rights to write there are missing.
    case noPermission(String)
    /// The disk takes no writing at all.
    case readOnly(String)
    /// A file of the name is there already, and was not to be replaced.
    case exists(String)
    /// The disk is full.
    case diskFull(String)
    /// Memory was not enough.
    case outOfMemory(String)
    /// The system gave another reason, in its own words.
    case other(String, reason: String)
}
