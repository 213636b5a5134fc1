public import Files

/// What is wrong with a workbook.
public enum WorkbookFault: Error, Hashable, Sendable {
    /// The system would not read the file.
    case unreadable(FileCause)
    /// The file holds nothing.
    case empty
    /// The file is something else than a workbook, whatever its name says.
    case otherContent(OtherContent)
    /// A password is needed to read it.
    case encrypted
    /// The file ends before its content does.
    case truncated
    /// A part of the file is not as its format demands.
    case damaged(part: String, detail: String)
    /// A part begins with a document type, through which entities and other files could be drawn in.
    case documentType(part: String)
    /// More than is read of any workbook.
    case tooLarge(WorkbookExcess)
    /// There is no sheet of that name.
    case noSheet(name: String, sheets: [String])
    /// The workbook has no sheet with cells.
    case noSheets
}

/// What people take for a workbook, by its first bytes and its parts.
public enum OtherContent: Hashable, Sendable {
    /// A web page with a table, as some systems export under `.xls`.
    case html
    /// The XML format of Excel 2003.
    case excelXML
    /// A text, most likely CSV.
    case text
    /// A PDF document.
    case pdf
    /// The binary format of large Excel workbooks.
    case xlsb
    /// A workbook of Excel 4 or older.
    case ancientExcel
    /// Another document of an office suite: a letter, a presentation.
    case otherDocument
    /// An archive of files.
    case archive
    /// What is not known at all.
    case unknown
}

/// Which limit a workbook exceeds.
public enum WorkbookExcess: Hashable, Sendable {
    /// Bytes of the file.
    case file(bytes: Int)
    /// Parts inside the file.
    case parts(limit: Int)
    /// Bytes of an unpacked part.
    case part(String, bytes: Int)
    /// Growth of a part by unpacking, times.
    case ratio(String, times: Int)
    /// One element of XML without end.
    case element(String)
    /// Shared texts of the workbook.
    case strings
    /// Formats, sheets or merged ranges.
    case definitions(limit: Int)
    /// Text of one cell.
    case text(row: Int, bytes: Int)
    /// Texts of one row.
    case row(Int, bytes: Int)
    /// Columns of a sheet.
    case columns(row: Int, limit: Int)
    /// Rows of a sheet.
    case rows(limit: Int)
    /// Cells of a sheet.
    case cells(limit: Int)
}

/// A workbook that cannot be read, with the reason.
public struct WorkbookFailure: Error, Hashable, Sendable {
    /// The file, as the caller named it.
    public let path: String
    /// What is wrong with it.
    public let fault: WorkbookFault

    /// Makes a failure.
    public init(path: String, fault: WorkbookFault) {
        self.path = path
        self.fault = fault
    }
}
