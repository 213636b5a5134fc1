/// Workbooks come with whoever reads their sheets (``TableCleaner``).
extension CompanyReader {
    /// The endings of workbooks whose sheets are tables.
    public static let workbookEndings = ["xlsx", "xlsm", "ods", "xls"]
}
