/// Workbooks are read outside, and come in as tables of text: one sheet of each, its rows in lines of the same numbers.
extension CompanyReader {
    /// The endings of workbooks whose sheets are tables.
    public static let workbookEndings = ["xlsx", "xlsm", "ods", "xls"]

    /// How a sheet is to be written so that it is read as the company's text says.
    public struct SheetWriting: Hashable, Sendable {
        /// The sheet's name; the first one that is not hidden when `nil`.
        public var name: String?
        /// The byte between two cells.
        public var delimiter: UInt8
        /// The byte before the decimal places.
        public var decimalMark: UInt8
        /// Whether a row names the columns.
        public var hasHeader: Bool
    }

    /// How the sheets of workbooks are written, by the path of the workbook; of one that is not named in the usual way.
    ///
    /// What is wrong with the text is said when the company is read.
    public static func sheets(in text: [SourceFile]) -> (String) -> SheetWriting {
        let reader = CompanyReader(text.filter(\.isText))
        reader.readDocuments()
        reader.readTableSpecs()
        let specs = reader.tableSpecs
        return { path in
            let spec = specs[path]
            let format = spec?.format ?? TableFormat()
            return SheetWriting(
                name: spec?.sheet, delimiter: format.delimiter, decimalMark: format.decimalMark,
                hasHeader: format.hasHeader)
        }
    }
}
