public import Messages

/// Sheets as a workbook in the format of Excel (`.xlsx`), which the other spreadsheets open too.
///
/// - The header is bold and stays in sight; columns are as wide as their content.
/// - Money is a number in the format of its currency's minor digits, a day is a real date, a text is always a text.
/// - An amount of more than fifteen significant digits is written as text, in full: a spreadsheet's numbers would lose
///   its kopecks.
/// - The total sums the money columns by a formula that carries its value, for viewers that do not recalculate. Where
///   a spreadsheet's own sum might differ from the exact one by a minor unit, the exact sum stands without a formula.
/// - Sheets are called as they say, as far as a workbook allows it; two of one name are numbered.
public enum SheetXLSX {
    /// Writes the sheets to a file, which appears when it is whole; a file that was there is replaced only then.
    ///
    /// - Parameters:
    ///   - sheets: the sheets, in the order of their tabs.
    ///   - path: the file; its folder must exist.
    ///   - language: in which the total is called so and days are written.
    ///   - replacing: whether a file that is there may be replaced.
    ///   - isPrivate: whether only the owner may read a new file; one that is replaced keeps its rights.
    ///   - created: when what it says came to be, as ISO 8601 in UTC; now when `nil`.
    /// - Throws: ``SheetFailure``; nothing is left behind then.
    public static func write(
        _ sheets: [Sheet], to path: String, language: Language = .en, replacing: Bool = true, isPrivate: Bool = false,
        created: String? = nil
    ) throws(SheetFailure) {
        for sheet in sheets { try WorkbookLimits.check(sheet) }
        let target = try TargetFile(path, replacing: replacing, isPrivate: isPrivate)
        do throws(SheetFailure) {
            let workbook = try Workbook(writingTo: target, language, created: created)
            for (sheet, name) in zip(sheets, SheetNames.allowed(sheets.map(\.name), language)) {
                workbook.add(sheet, named: name)
            }
            try workbook.close()
            try target.finish()
        } catch {
            target.discard()
            throw error
        }
    }
}
